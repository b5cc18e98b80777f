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
