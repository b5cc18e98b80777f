-- From the first version to this one: what was there goes on, and nothing is missing or left over.
CREATE FUNCTION belongs() RETURNS TABLE (what text) LANGUAGE sql AS $$
    SELECT pg_describe_object(classid, objid, 0) FROM pg_depend
    WHERE refclassid = 'pg_extension'::regclass AND deptype = 'e'
    AND refobjid = (SELECT oid FROM pg_extension WHERE extname = 'statusrules') ORDER BY 1$$;
CREATE FUNCTION fields() RETURNS text LANGUAGE sql AS $$
    SELECT string_agg(attname || ' ' || atttypid::regtype, ', ' ORDER BY attnum) FROM pg_attribute
    WHERE attrelid = 'statusrules_answer'::regclass AND attnum > 0$$;
CREATE TEMP TABLE fresh AS SELECT * FROM belongs();
CREATE TEMP TABLE fresh_fields AS SELECT fields();
SELECT extversion FROM pg_extension WHERE extname = 'statusrules';

DROP EXTENSION statusrules;
CREATE EXTENSION statusrules VERSION '1.0';
CREATE TABLE documents (term text, last_day date);
CREATE INDEX documents_end ON documents (statusrules_extension(term, last_day, 'infinity', 1));
CREATE VIEW answers AS SELECT (statusrules_answer('extension', jsonb_build_object('term', term, 'last_day', last_day))).outcome FROM documents;
INSERT INTO documents VALUES ('permanent_residence_permit', '2021-12-31');
SELECT fields();
SELECT * FROM answers;

-- One version after the other, as an office meets them.
ALTER EXTENSION statusrules UPDATE TO '1.1';
SELECT fields() = (TABLE fresh_fields);
CREATE VIEW receipts AS SELECT statusrules_receipt('extension', jsonb_build_object('term', term, 'last_day', last_day), 'infinity', 1) FROM documents;
ALTER EXTENSION statusrules UPDATE;
SELECT extversion FROM pg_extension WHERE extname = 'statusrules';
SELECT fields() = (TABLE fresh_fields);
SELECT * FROM answers;
SELECT length(statusrules_receipt) FROM receipts;
(TABLE fresh EXCEPT SELECT * FROM belongs()) UNION ALL (SELECT * FROM belongs() EXCEPT TABLE fresh);
DROP TABLE documents CASCADE;
DROP FUNCTION belongs(), fields();
