SET datestyle = ISO;
-- On which days is the document valid; which last days are still good on a day.
SELECT * FROM statusrules_inverse('extension', '{"term": "permanent_residence_permit", "last_day": "2021-12-31"}', 'valid_on');
SELECT * FROM statusrules_inverse('extension', '{"term": "visa", "valid_on": "2020-07-01", "law": "measures", "location": "in_russia",
    "citizenship": "UZ"}', 'last_day', NULL, 'infinity', 1);

-- Each last day, against the intervals.
SELECT term, count(*), count(*) FILTER (WHERE (statusrules_valid_on(term, day::date, '2022-03-01', facts) = 'yes') IS DISTINCT FROM
    EXISTS (SELECT FROM statusrules_inverse('extension', facts || jsonb_build_object('term', term, 'valid_on', '2022-03-01'), 'last_day') AS i
            WHERE day BETWEEN i.first AND i.last)) AS differ
FROM unnest(ARRAY['visa', 'temporary_stay', 'permanent_residence_permit', 'patent']) AS term,
     generate_series(date '2020-01-01', '2022-12-31', '7 days') AS day,
     (SELECT jsonb '{"law": "measures", "citizenship": "UZ", "location": "in_russia"}' AS facts) AS shared
GROUP BY 1 ORDER BY 1;

-- A join with the intervals is an index scan.
CREATE TABLE documents (term text, last_day date);
INSERT INTO documents SELECT 'patent', date '2010-01-01' + i FROM generate_series(1, 20000) AS i;
CREATE INDEX ON documents (term, last_day);
ANALYZE documents;
EXPLAIN (COSTS OFF) SELECT d.* FROM statusrules_inverse('extension', '{"term": "patent", "valid_on": "2022-03-01"}', 'last_day') AS i
JOIN documents d ON d.term = 'patent' AND d.last_day BETWEEN i.first AND i.last;
DROP TABLE documents;

SELECT * FROM statusrules_inverse('extension', '{}', 'age');
SELECT * FROM statusrules_inverse('extension', '{}', 'lost_day');
SELECT * FROM statusrules_inverse('extension', '{}', NULL);
SELECT * FROM statusrules_inverse('extension', '{}', 'last_day', '2022-01-01', NULL, NULL);

-- How long an answer stays the same, and what to ask next.
SELECT outcome, same_from, same_until, ask_next FROM statusrules_answer('vaccination', '{"on_day": "2022-01-01"}');
SELECT outcome, same_from, same_until, ask_next FROM statusrules_answer('extension', '{"term": "permanent_residence_permit",
    "last_day": "2021-12-31", "valid_on": "2022-03-01"}', 'infinity', 1);
