-- The documents as an enum, for registers that keep four bytes a row and refuse what is no document.

\echo Use "ALTER EXTENSION statusrules UPDATE" to load this file. \quit

CREATE TYPE statusrules_term AS ENUM (
    'temporary_stay',
    'visa',
    'migration_card',
    'stay_registration',
    'residence_registration',
    'temporary_residence_permit',
    'permanent_residence_permit',
    'refugee_certificate',
    'refugee_petition_certificate',
    'temporary_asylum_certificate',
    'state_programme_certificate',
    'work_permit',
    'patent',
    'hiring_permit',
    'departure_period',
    'absence_limit'
);

CREATE FUNCTION statusrules_extension(term statusrules_term, last_day date, facts jsonb DEFAULT NULL) RETURNS date
AS 'MODULE_PATHNAME', 'statusrules_pg_extension_enum' LANGUAGE C STABLE PARALLEL RESTRICTED COST 20;

CREATE FUNCTION statusrules_extension(term statusrules_term, last_day date, known_on date, edition integer) RETURNS date
AS 'MODULE_PATHNAME', 'statusrules_pg_extension_enum' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 20;

CREATE FUNCTION statusrules_extension(term statusrules_term, last_day date, facts jsonb, known_on date, edition integer)
RETURNS date
AS 'MODULE_PATHNAME', 'statusrules_pg_extension_enum' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 20;

CREATE FUNCTION statusrules_valid_on(term statusrules_term, last_day date, day date, facts jsonb DEFAULT NULL) RETURNS text
AS 'MODULE_PATHNAME', 'statusrules_pg_valid_on_enum' LANGUAGE C STABLE PARALLEL RESTRICTED COST 20;

CREATE FUNCTION statusrules_valid_on(term statusrules_term, last_day date, day date, known_on date, edition integer)
RETURNS text
AS 'MODULE_PATHNAME', 'statusrules_pg_valid_on_enum' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 20;

CREATE FUNCTION statusrules_valid_on(term statusrules_term, last_day date, day date, facts jsonb, known_on date, edition integer)
RETURNS text
AS 'MODULE_PATHNAME', 'statusrules_pg_valid_on_enum' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 20;
