SELECT statusrules_extension('permanent_residence_permit', '2021-12-31');
SELECT statusrules_extension('вид на жительство', '2021-12-31');
SELECT statusrules_extension(last_day => '2021-12-31', term => 'permanent_residence_permit', known_on => '2021-11-29', edition => 1);
SELECT statusrules_extension('permanent_residence_permit', '2021-12-31', '{"location": "abroad"}');
SELECT statusrules_extension('permanent_residence_permit', '2021-12-31', '{"law": "measures", "location": "in_russia"}', 'infinity', 1);

-- What had not been published is not known.
SELECT statusrules_extension('permanent_residence_permit', '2021-12-31', '2021-11-28', 1);

-- NULL is unknown, infinity is none.
SELECT statusrules_extension(NULL, '2021-12-31') IS NULL, statusrules_extension('visa', NULL) IS NULL;
SELECT statusrules_valid_on('visa', 'infinity', '2021-12-31'), statusrules_valid_on('visa', NULL, '2021-12-31');
SELECT (statusrules_answer('extension', '{"term": "permanent_residence_permit", "last_day": null}')).missing;
SELECT (statusrules_answer('extension', '{"term": "visa", "last_day": "none"}')).outcome,
       (statusrules_answer('extension', '{"term": "visa", "last_day": "infinity"}')).outcome;
SELECT statusrules_eligibility('vaccination', NULL);

-- An answer is a record.
SELECT * FROM statusrules_answer('extension', '{"term": "permanent_residence_permit", "last_day": "2021-09-30"}');
SELECT jsonb_pretty(to_jsonb(statusrules_answer('vaccination', '{"on_day": "2021-08-01", "location": "in_russia"}', 'infinity', 1)));
SELECT (statusrules_answer('extension', '{"term": "permanent_residence_permit", "last_day": "2021-12-31", "valid_on": "2022-07-19"}')).outcome;

-- The other questions.
SELECT statusrules_eligibility('vaccination', '{"on_day": "2021-08-01", "location": "in_russia"}');
SELECT statusrules_education_entry('{"law": "measures"}'), statusrules_education_entry('{"law": "measures"}', 'infinity', 1);
SELECT statusrules_explain('extension', '{"term": "permanent_residence_permit", "last_day": "2021-12-31", "location": "in_russia"}');
SELECT statusrules_explain('extension', '{"term": "visa", "last_day": "2021-12-31"}', 'ru', '2021-12-01', 1);
SELECT statusrules_explain('extension', NULL, 'infinity', 1) = statusrules_explain('extension', NULL, 'en', 'infinity', 1);

-- Many rows with one of everything: each row stands for itself.
SELECT term, last_day, facts, statusrules_extension(term, last_day, facts), statusrules_error('extension',
           facts || jsonb_build_object('term', term, 'last_day', last_day))
FROM (VALUES ('permanent_residence_permit', date '2021-12-31', jsonb '{}'),
             ('permanent_residence_permit', '2021-12-31', '{"location": "abroad"}'),
             ('temporary_residence_permit', '2021-12-31', '{}'),
             ('temporary_residence_permit', '2022-01-01', '{}'),
             (NULL, '2021-12-31', '{}'),
             ('permanent_residence_permit', '2021-09-30', '{"reading": "suspension"}'),
             ('permanent_residence_permit', '2021-12-31', NULL)) AS v(term, last_day, facts);
