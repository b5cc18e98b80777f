-- Decisions as they were made, with what they rested on: the day of knowledge and the edition. An answer that was right then is still given,
-- under the same two numbers, by every later library.

CREATE TABLE decision (
    person integer NOT NULL REFERENCES person,
    facts jsonb NOT NULL,
    term text NOT NULL,
    last_day date NOT NULL,
    known_on date NOT NULL,
    edition integer NOT NULL,
    -- Not entered, but answered: the long form is IMMUTABLE.
    valid_through date GENERATED ALWAYS AS (statusrules_extension(term, last_day, facts, known_on, edition)) STORED
);

-- A decision for each document that had ended when the acts of a day were known.
INSERT INTO decision (person, facts, term, last_day, known_on, edition)
SELECT d.person, s.facts || '{"reading": "literal"}', d.term, d.last_day, date '2021-01-15', statusrules_edition('measures')
FROM document d JOIN shared_facts s USING (citizenship)
WHERE d.last_day BETWEEN '2020-03-01' AND '2021-01-15' AND d.person <= 20000;
ANALYZE decision;

-- The stored answers that are given otherwise by what is known on a day, under an edition.
CREATE FUNCTION decisions_changed(now_known_on date, now_edition integer)
RETURNS TABLE (person integer, term text, last_day date, was date, is_now date) LANGUAGE sql STABLE AS $$
    SELECT person, term, last_day, valid_through, statusrules_extension(term, last_day, facts, now_known_on, now_edition)
    FROM decision
    WHERE statusrules_extension(term, last_day, facts, now_known_on, now_edition) IS DISTINCT FROM valid_through
$$;
