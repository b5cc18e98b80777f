-- Each function comes twice: as written, and with known_on and edition at its end. Only the latter is IMMUTABLE: what the
-- former answers can change when the library is upgraded; nor is the former PARALLEL SAFE, since a worker that starts after an
-- upgrade loads another library than the session has. None is STRICT: NULL is what is not known. COST lets the planner ask
-- cheaper conditions first.

\echo Use "CREATE EXTENSION statusrules" to load this file. \quit

-- ---- Documents ----

CREATE FUNCTION statusrules_extension(term text, last_day date, facts jsonb DEFAULT NULL) RETURNS date
AS 'MODULE_PATHNAME', 'statusrules_pg_extension' LANGUAGE C STABLE PARALLEL RESTRICTED COST 20;

CREATE FUNCTION statusrules_extension(term text, last_day date, known_on date, edition integer) RETURNS date
AS 'MODULE_PATHNAME', 'statusrules_pg_extension' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 20;

CREATE FUNCTION statusrules_extension(term text, last_day date, facts jsonb, known_on date, edition integer) RETURNS date
AS 'MODULE_PATHNAME', 'statusrules_pg_extension' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 20;

CREATE FUNCTION statusrules_valid_on(term text, last_day date, day date, facts jsonb DEFAULT NULL) RETURNS text
AS 'MODULE_PATHNAME', 'statusrules_pg_valid_on' LANGUAGE C STABLE PARALLEL RESTRICTED COST 20;

CREATE FUNCTION statusrules_valid_on(term text, last_day date, day date, known_on date, edition integer) RETURNS text
AS 'MODULE_PATHNAME', 'statusrules_pg_valid_on' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 20;

CREATE FUNCTION statusrules_valid_on(term text, last_day date, day date, facts jsonb, known_on date, edition integer)
RETURNS text
AS 'MODULE_PATHNAME', 'statusrules_pg_valid_on' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 20;

-- ---- Every question ----

CREATE TYPE statusrules_answer AS (
    law text,
    edition integer,
    question text,
    outcome text,
    day date,
    provision text,
    note text,
    possible text[],
    earliest date,
    latest date,
    missing text[],
    assumed text[],
    readings jsonb
);

CREATE FUNCTION statusrules_answer(question text, facts jsonb) RETURNS statusrules_answer
AS 'MODULE_PATHNAME', 'statusrules_pg_answer' LANGUAGE C STABLE PARALLEL RESTRICTED COST 200;

CREATE FUNCTION statusrules_answer(question text, facts jsonb, known_on date, edition integer) RETURNS statusrules_answer
AS 'MODULE_PATHNAME', 'statusrules_pg_answer' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 200;

CREATE FUNCTION statusrules_eligibility(question text, facts jsonb) RETURNS text
AS 'MODULE_PATHNAME', 'statusrules_pg_eligibility' LANGUAGE C STABLE PARALLEL RESTRICTED COST 200;

CREATE FUNCTION statusrules_eligibility(question text, facts jsonb, known_on date, edition integer) RETURNS text
AS 'MODULE_PATHNAME', 'statusrules_pg_eligibility' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 200;

CREATE FUNCTION statusrules_education_entry(facts jsonb) RETURNS text
AS 'MODULE_PATHNAME', 'statusrules_pg_education_entry' LANGUAGE C STABLE PARALLEL RESTRICTED COST 200;

CREATE FUNCTION statusrules_education_entry(facts jsonb, known_on date, edition integer) RETURNS text
AS 'MODULE_PATHNAME', 'statusrules_pg_education_entry' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 200;

CREATE FUNCTION statusrules_explain(question text, facts jsonb, language text DEFAULT 'en') RETURNS text
AS 'MODULE_PATHNAME', 'statusrules_pg_explain' LANGUAGE C STABLE PARALLEL RESTRICTED COST 200;

CREATE FUNCTION statusrules_explain(question text, facts jsonb, known_on date, edition integer) RETURNS text
AS 'MODULE_PATHNAME', 'statusrules_pg_explain' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 200;

CREATE FUNCTION statusrules_explain(question text, facts jsonb, language text, known_on date, edition integer)
RETURNS text
AS 'MODULE_PATHNAME', 'statusrules_pg_explain' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 200;

CREATE FUNCTION statusrules_error(question text, facts jsonb) RETURNS text
AS 'MODULE_PATHNAME', 'statusrules_pg_error' LANGUAGE C STABLE PARALLEL RESTRICTED COST 200;

CREATE FUNCTION statusrules_error(question text, facts jsonb, known_on date, edition integer) RETURNS text
AS 'MODULE_PATHNAME', 'statusrules_pg_error' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 200;

-- ---- The law ----

CREATE FUNCTION statusrules_provisions(of_law text DEFAULT NULL, language text DEFAULT 'en') RETURNS TABLE (
    law text,
    number integer,
    id text,
    question text,
    outcome text,
    day date,
    days integer,
    suspended text,
    readings text[],
    certainty text,
    known_from date,
    known_until date,
    edition_from integer,
    edition_until integer,
    stage integer,
    list text,
    place_in_list integer,
    passage text,
    quoted text,
    remark text,
    place text,
    issuer text,
    act_number text,
    act_date date,
    title text,
    address text
)
AS 'MODULE_PATHNAME', 'statusrules_pg_provisions' LANGUAGE C STABLE PARALLEL RESTRICTED ROWS 400;

CREATE FUNCTION statusrules_edition(law text) RETURNS integer
AS 'MODULE_PATHNAME', 'statusrules_pg_edition' LANGUAGE C STABLE PARALLEL RESTRICTED;

CREATE FUNCTION statusrules_version() RETURNS text
AS 'MODULE_PATHNAME', 'statusrules_pg_version' LANGUAGE C STABLE PARALLEL RESTRICTED;
