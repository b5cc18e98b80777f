-- How long an answer stays the same, the fact to ask next, and the question the other way round.

\echo Use "ALTER EXTENSION statusrules UPDATE" to load this file. \quit

ALTER TYPE statusrules_answer ADD ATTRIBUTE same_from date, ADD ATTRIBUTE same_until date, ADD ATTRIBUTE ask_next text;

CREATE FUNCTION statusrules_inverse(question text, facts jsonb, fact text, day date DEFAULT NULL)
RETURNS TABLE (first date, last date)
AS 'MODULE_PATHNAME', 'statusrules_pg_inverse' LANGUAGE C STABLE PARALLEL SAFE ROWS 4;

CREATE FUNCTION statusrules_inverse(question text, facts jsonb, fact text, day date, known_on date, edition integer)
RETURNS TABLE (first date, last date)
AS 'MODULE_PATHNAME', 'statusrules_pg_inverse' LANGUAGE C IMMUTABLE PARALLEL SAFE ROWS 4;
