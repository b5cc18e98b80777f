-- How long an answer stays the same, the fact to ask next, the question the other way round, and receipts.

\echo Use "ALTER EXTENSION statusrules UPDATE" to load this file. \quit

ALTER TYPE statusrules_answer ADD ATTRIBUTE same_from date, ADD ATTRIBUTE same_until date, ADD ATTRIBUTE ask_next text;

CREATE FUNCTION statusrules_inverse(question text, facts jsonb, fact text, day date DEFAULT NULL)
RETURNS TABLE (first date, last date)
AS 'MODULE_PATHNAME', 'statusrules_pg_inverse' LANGUAGE C STABLE PARALLEL RESTRICTED ROWS 4;

CREATE FUNCTION statusrules_inverse(question text, facts jsonb, fact text, day date, known_on date, edition integer)
RETURNS TABLE (first date, last date)
AS 'MODULE_PATHNAME', 'statusrules_pg_inverse' LANGUAGE C IMMUTABLE PARALLEL SAFE ROWS 4;

CREATE FUNCTION statusrules_receipt(question text, facts jsonb) RETURNS text
AS 'MODULE_PATHNAME', 'statusrules_pg_receipt' LANGUAGE C STABLE PARALLEL RESTRICTED;

CREATE FUNCTION statusrules_receipt(question text, facts jsonb, known_on date, edition integer) RETURNS text
AS 'MODULE_PATHNAME', 'statusrules_pg_receipt' LANGUAGE C IMMUTABLE PARALLEL SAFE;

-- A later library holds editions that this one does not.
CREATE FUNCTION statusrules_verify(receipt text, facts jsonb) RETURNS text
AS 'MODULE_PATHNAME', 'statusrules_pg_verify' LANGUAGE C STABLE PARALLEL RESTRICTED;
