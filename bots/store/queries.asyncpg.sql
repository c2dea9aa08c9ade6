-- name: lock_audit$
SELECT 1 FROM (SELECT pg_advisory_xact_lock(74810)) AS held;
