-- The enum has the documents of the library, in its order.
SELECT enum_range(NULL::statusrules_term);

-- A register may keep documents as the enum: it is answered as one of texts is, in every form.
CREATE TABLE documents AS SELECT term, date '2019-01-01' + 7 * n AS last_day
FROM unnest(enum_range(NULL::statusrules_term)) AS term, generate_series(0, 200) AS n;
INSERT INTO documents VALUES (NULL, '2021-12-31'), ('visa', NULL), ('visa', 'infinity');
SELECT count(*), count(statusrules_extension(term, last_day)) > 0 AS some,
       count(*) FILTER (WHERE statusrules_extension(term, last_day) IS DISTINCT FROM statusrules_extension(term::text, last_day)) AS differ
FROM documents;
SELECT count(*), count(statusrules_extension(term, last_day, facts)) > 0 AS some, count(*) FILTER (WHERE
           statusrules_extension(term, last_day, facts) IS DISTINCT FROM statusrules_extension(term::text, last_day, facts)
        OR statusrules_extension(term, last_day, facts, '2020-08-01', 1)
               IS DISTINCT FROM statusrules_extension(term::text, last_day, facts, '2020-08-01', 1)
        OR statusrules_extension(term, last_day, '2021-12-01', 1) IS DISTINCT FROM statusrules_extension(term::text, last_day, '2021-12-01', 1)
        OR statusrules_valid_on(term, last_day, '2020-07-01') <> statusrules_valid_on(term::text, last_day, '2020-07-01')
        OR statusrules_valid_on(term, last_day, '2020-07-01', 'infinity', 1)
               <> statusrules_valid_on(term::text, last_day, '2020-07-01', 'infinity', 1)
        OR statusrules_valid_on(term, last_day, '2020-07-01', facts) <> statusrules_valid_on(term::text, last_day, '2020-07-01', facts)
        OR statusrules_valid_on(term, last_day, '2020-07-01', facts, 'infinity', 1)
               <> statusrules_valid_on(term::text, last_day, '2020-07-01', facts, 'infinity', 1)) AS differ
FROM documents, (SELECT jsonb '{"law": "measures", "location": "in_russia", "citizenship": "UZ"}' AS facts) AS shared;

-- A literal is text, as before there was the enum; NULL is not known.
SELECT statusrules_extension('permanent_residence_permit', '2021-12-31'), statusrules_extension('вид на жительство', '2021-12-31');
SELECT statusrules_valid_on(NULL, '2021-12-31', '2022-07-18'), statusrules_valid_on(NULL::statusrules_term, '2021-12-31', '2022-07-18');

-- An index and a generated column take the long form over the enum, and refuse the short one.
CREATE INDEX documents_end ON documents (statusrules_extension(term, last_day, 'infinity', 1));
ALTER TABLE documents ADD ends date GENERATED ALWAYS AS (statusrules_extension(term, last_day, 'infinity', 1)) STORED;
CREATE INDEX short ON documents (statusrules_extension(term, last_day));
ALTER TABLE documents ADD short text GENERATED ALWAYS AS (statusrules_valid_on(term, last_day, '2022-01-01')) STORED;

-- An enum of one's own is text where it is written as text; a value that is no document is refused like the text.
CREATE TYPE paper AS ENUM ('visa', 'passport');
SELECT statusrules_extension('visa'::paper, '2021-12-31');
SELECT statusrules_extension('visa'::paper::text, '2021-12-31') IS NULL;
SELECT statusrules_extension('passport'::paper::text, '2021-12-31');
SELECT 'passport'::statusrules_term;
SELECT statusrules_valid_on('visa'::statusrules_term, '2021-12-31', NULL);
DROP TYPE paper;
DROP TABLE documents;
