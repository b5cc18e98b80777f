-- Only forms with known_on and edition are IMMUTABLE and PARALLEL SAFE; none is STRICT.
SELECT p.proname, pg_get_function_identity_arguments(p.oid) AS arguments, p.provolatile, p.proisstrict, p.proparallel
FROM pg_proc p JOIN pg_depend d ON d.objid = p.oid AND d.classid = 'pg_proc'::regclass AND d.deptype = 'e'
JOIN pg_extension e ON e.oid = d.refobjid WHERE e.extname = 'statusrules' ORDER BY 1, 2;

-- A form is IMMUTABLE if, and only if, it ends with known_on and edition.
SELECT count(*) FROM pg_proc p JOIN pg_depend d ON d.objid = p.oid AND d.classid = 'pg_proc'::regclass AND d.deptype = 'e'
JOIN pg_extension e ON e.oid = d.refobjid WHERE e.extname = 'statusrules'
AND (pg_get_function_identity_arguments(p.oid) LIKE '%known_on date, edition integer') <> (p.provolatile = 'i');

CREATE TABLE documents (term text, last_day date);
INSERT INTO documents SELECT (ARRAY['visa', 'patent', 'temporary_residence_permit', 'permanent_residence_permit'])[1 + i % 4],
    date '2020-01-01' + i % 1000 FROM generate_series(1, 40000) AS i;

-- An index takes the long form, and serves it.
CREATE INDEX documents_end ON documents (statusrules_extension(term, last_day, 'infinity', 1));
ANALYZE documents;
EXPLAIN (COSTS OFF) SELECT * FROM documents
WHERE statusrules_extension(term, last_day, 'infinity', 1) BETWEEN '2022-07-01' AND '2022-07-31';
SELECT count(*) > 0 FROM documents WHERE statusrules_extension(term, last_day, 'infinity', 1) = '2022-07-18';
CREATE INDEX short ON documents (statusrules_extension(term, last_day));
CREATE INDEX short ON documents (statusrules_valid_on(term, last_day, '2022-01-01'));

-- A generated column as well.
ALTER TABLE documents ADD ends date GENERATED ALWAYS AS (statusrules_extension(term, last_day, 'infinity', 1)) STORED;
ALTER TABLE documents ADD short date GENERATED ALWAYS AS (statusrules_extension(term, last_day)) STORED;
ALTER TABLE documents ADD short text GENERATED ALWAYS AS (statusrules_eligibility('work', NULL)) STORED;
SELECT count(*) > 0, count(*) FILTER (WHERE ends IS DISTINCT FROM statusrules_extension(term, last_day)) FROM documents;

-- Workers of a parallel plan call the long form; the short one is left to the process that asks.
SET parallel_setup_cost = 0;
SET parallel_tuple_cost = 0;
SET min_parallel_table_scan_size = 0;
SET max_parallel_workers_per_gather = 2;
EXPLAIN (COSTS OFF) SELECT count(statusrules_extension(term, last_day)) FROM documents;
EXPLAIN (COSTS OFF) SELECT count(statusrules_valid_on(term, last_day, '2022-07-18', NULL, 'infinity', 1)) FROM documents;
SELECT count(statusrules_extension(term, last_day)) = (SELECT count(ends) FROM documents) FROM documents;

-- A long form with constant arguments is folded when the query is planned; a short one is not.
EXPLAIN (VERBOSE, COSTS OFF) SELECT statusrules_extension('permanent_residence_permit', '2021-12-31', 'infinity', 1);
EXPLAIN (VERBOSE, COSTS OFF) SELECT statusrules_extension('permanent_residence_permit', '2021-12-31');
DROP TABLE documents;
