-- A register that never was: persons, each with one to three documents. The same in every run.
--   psql -v persons=1000000 -f register.sql

\if :{?persons}
\else
\set persons 1000000
\endif

CREATE EXTENSION IF NOT EXISTS statusrules;

CREATE TABLE person (
    id integer PRIMARY KEY,
    citizenship text NOT NULL
);

CREATE TABLE document (
    person integer NOT NULL REFERENCES person,
    -- The person's: kept here too, so that one index serves both.
    citizenship text NOT NULL,
    term text NOT NULL,
    last_day date NOT NULL
);

SELECT setseed(0.2021) \g /dev/null
INSERT INTO person
SELECT i, (ARRAY['UZ', 'TJ', 'KG', 'UA', 'AM', 'AZ', 'KZ', 'CN', 'IN', 'DE'])[1 + floor(random() * random() * 10)]
FROM generate_series(1, :persons) AS i;

INSERT INTO document
SELECT p.id, p.citizenship, term, date '2018-01-01' + floor(random() * 4383)::integer
FROM person p,
     LATERAL (SELECT (ARRAY['temporary_stay', 'visa', 'migration_card', 'stay_registration', 'residence_registration', 'patent',
                            'temporary_residence_permit', 'permanent_residence_permit', 'work_permit'])
                         [1 + (hashint4(p.id + 1000003 * n) & 1048575) % 9] AS term
              FROM generate_series(1, 1 + (hashint4(p.id) & 255) % 3) AS n) AS terms;

-- Serves "which documents of this kind, with a last day in this window".
CREATE INDEX document_window ON document (citizenship, term, last_day) INCLUDE (person);
-- Serves "the documents of this person".
CREATE INDEX document_person ON document (person) INCLUDE (citizenship, term, last_day);
-- Index-only scans need it.
VACUUM ANALYZE person, document;
