-- name: lock_audit$
SELECT 1;
