-- name: lock_audit$
SELECT 1;

-- name: sealed_columns
SELECT m.name AS table_name, c.name AS column_name FROM sqlite_master m JOIN pragma_table_info(m.name) c
WHERE m.type = 'table' AND c.name LIKE '%\_sealed' ESCAPE '\' ORDER BY 1, 2;
