-- name: lock_audit$
SELECT 1 FROM (SELECT pg_advisory_xact_lock(74810)) AS held;

-- name: sealed_columns
SELECT table_name, column_name FROM information_schema.columns
WHERE table_schema = current_schema() AND column_name LIKE '%\_sealed' ESCAPE '\' ORDER BY 1, 2;
