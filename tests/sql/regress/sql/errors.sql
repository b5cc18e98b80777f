CREATE FUNCTION failure(sql text) RETURNS TABLE (state text, fact text, says text) LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE sql;
EXCEPTION WHEN OTHERS THEN
    GET STACKED DIAGNOSTICS state = RETURNED_SQLSTATE, fact = COLUMN_NAME, says = MESSAGE_TEXT;
    RETURN NEXT;
END$$;
SELECT * FROM unnest(ARRAY[
    $$SELECT statusrules_extension('visaa', '2021-12-31')$$,
    $$SELECT statusrules_extension('', '2021-12-31')$$,
    $$SELECT statusrules_extension('visa', '-infinity')$$,
    $$SELECT statusrules_extension('visa', '0044-03-15 BC')$$,
    $$SELECT statusrules_extension('visa', '10000-01-01')$$,
    $$SELECT statusrules_extension('visa', '5874897-12-31')$$,
    $$SELECT statusrules_extension('visa', '4714-11-24 BC')$$,
    $$SELECT statusrules_extension('visa', '2021-12-31', '-infinity', 1)$$,
    $$SELECT statusrules_extension('visa', '2021-12-31', '{"issued_on": "-infinity"}')$$,
    $$SELECT statusrules_extension('visa', '2021-12-31', '{"issued_on": "epoch"}')$$,
    $$SELECT statusrules_extension('visa', '2021-12-31', '{"age": 1e100}')$$,
    $$SELECT statusrules_extension('visa', '2021-12-31', '{"location": "\"abroad"}')$$,
    $$SELECT statusrules_extension('вид на жительства', '2021-12-31')$$,
    $$SELECT statusrules_extension(repeat('я', 1000000), '2021-12-31')$$,
    $$SELECT statusrules_extension('visa', '2021-12-31', jsonb_build_object(repeat('x', 1000000), 1))$$,
    $$SELECT statusrules_verify(repeat('0', 1000000), NULL)$$,
    $$SELECT statusrules_inverse('extension', NULL, 'age')$$,
    $$SELECT statusrules_inverse('extension', NULL, 'last_day', '-infinity')$$,
    $$SELECT statusrules_extension('permanent_residence_permit', '9999-12-31', '{"law": "measures"}')$$,
    $$SELECT statusrules_extension('visa', '2021-12-31', '{"lokation": "abroad"}')$$,
    $$SELECT statusrules_extension('visa', '2021-12-31', '{"term": "visa"}')$$,
    $$SELECT statusrules_extension('visa', '2021-12-31', '[]')$$,
    $$SELECT statusrules_extension('visa', '2021-12-31', '3')$$,
    $$SELECT statusrules_extension('visa', '2021-12-31', '{"location": 1}')$$,
    $$SELECT statusrules_extension('visa', '2021-12-31', '{"location": ["abroad"]}')$$,
    $$SELECT statusrules_extension('visa', '2021-12-31', '{"age": 3.5}')$$,
    $$SELECT statusrules_extension('visa', '2021-12-31', '{"age": 151}')$$,
    $$SELECT statusrules_extension('visa', '2021-12-31', '{"issued_on": "2021-02-30"}')$$,
    $$SELECT statusrules_extension('visa', '2021-12-31', '{"issued_on": "30.11.2021"}')$$,
    $$SELECT statusrules_extension('visa', '2021-12-31', '{"issued_on": "2022-01-01"}')$$,
    $$SELECT statusrules_extension('visa', '2021-12-31', NULL, 1)$$,
    $$SELECT statusrules_extension('visa', '2021-12-31', 'infinity', NULL)$$,
    $$SELECT statusrules_extension('visa', '2021-12-31', 'infinity', 99)$$,
    $$SELECT statusrules_extension('visa', '2021-12-31', '{"edition": 1}', 'infinity', 1)$$,
    $$SELECT statusrules_valid_on('visa', '2021-12-31', NULL)$$,
    $$SELECT statusrules_valid_on('visa', '2021-12-31', 'infinity')$$,
    $$SELECT statusrules_answer('extension', '{"law": "gossip"}')$$,
    $$SELECT statusrules_answer('extention', NULL)$$,
    $$SELECT statusrules_answer(NULL, NULL)$$,
    $$SELECT statusrules_answer('extension', '{"reading": "liberal"}')$$,
    $$SELECT statusrules_answer('extension', '{"strict": "maybe"}')$$,
    $$SELECT statusrules_answer('work', '{"valid_on": "2021-01-01"}')$$,
    $$SELECT statusrules_eligibility('extension', NULL)$$,
    $$SELECT statusrules_explain('extension', NULL, 'fr')$$,
    $$SELECT statusrules_explain('extension', NULL, NULL)$$,
    $$SELECT statusrules_edition('gossip')$$,
    $$SELECT * FROM statusrules_provisions('gossip')$$
]) AS sql, LATERAL failure(sql);

-- A text that reads as a date stands for it; the first and the last day of the calendar are days.
SELECT statusrules_valid_on('visa', 'epoch', '2021-12-31'), statusrules_valid_on('visa', '0001-01-01', '0001-01-01'),
       statusrules_valid_on('visa', '9999-12-31', '9999-12-31');

-- What is wrong with a case, without failing.
SELECT statusrules_error('extension', '{"term": "visa", "last_day": "2021-12-31", "issued_on": "2022-01-01"}');
SELECT statusrules_error('extension', '{"term": "visa", "last_day": "2021-12-31"}', 'infinity', 1) IS NULL;

-- A failure that is caught leaves nothing behind at its place.
DO $$
DECLARE
    facts jsonb;
    day date;
BEGIN
    FOR facts IN SELECT * FROM unnest(ARRAY['{}', '{"location": "nowhere"}', '{}', '{"location": "abroad"}']::jsonb[]) LOOP
        BEGIN
            day := statusrules_extension('permanent_residence_permit', '2021-12-31', facts);
            RAISE NOTICE '%: %', facts, day;
        EXCEPTION WHEN invalid_parameter_value THEN
            RAISE NOTICE '%: %', facts, SQLERRM;
        END;
    END LOOP;
END$$;
DROP FUNCTION failure(text);

-- A statement that is interrupted ends, and the session goes on.
SET statement_timeout = '300ms';
SELECT count(statusrules_extension('visa', date '2021-01-01' + (i % 1000)::integer)) FROM generate_series(1, 1000000000::bigint) AS i;
SELECT count(statusrules_explain('extension', jsonb_build_object('age', i % 100))) FROM generate_series(1, 1000000000::bigint) AS i;
RESET statement_timeout;
SELECT statusrules_extension('permanent_residence_permit', '2021-12-31');
