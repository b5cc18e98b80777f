-- Decisions as they were made, with what they rested on: the day of knowledge and the edition. An answer that was right then is still given,
-- under the same two numbers, by every later library.

CREATE TABLE decision (
    person integer NOT NULL REFERENCES person,
    term text NOT NULL,
    last_day date NOT NULL,
    facts jsonb NOT NULL,
    known_on date NOT NULL,
    edition integer NOT NULL,
    -- Not entered, but answered: the long forms are IMMUTABLE.
    valid_through date GENERATED ALWAYS AS (statusrules_extension(term, last_day, facts, known_on, edition)) STORED,
    -- All facts together, and the receipt of the answer to them: 65 characters for the letter.
    asked jsonb NOT NULL,
    receipt text GENERATED ALWAYS AS (statusrules_receipt('extension', asked, known_on, edition)) STORED
);

-- A decision for each document of the first persons that ended before the acts of a day were known.
INSERT INTO decision (person, term, last_day, facts, known_on, edition, asked)
SELECT d.person, d.term, d.last_day, f.facts, date '2021-01-15', statusrules_edition('measures'),
       f.facts || jsonb_build_object('term', d.term, 'last_day', to_char(d.last_day, 'YYYY-MM-DD'))
FROM document d JOIN shared_facts s USING (citizenship), LATERAL (SELECT s.facts || '{"reading": "literal"}' AS facts) AS f
WHERE d.last_day BETWEEN '2020-03-01' AND '2021-01-15' AND d.person <= 20000;
ANALYZE decision;

-- The stored answers that are given otherwise by what is known on a day, under an edition.
CREATE FUNCTION decisions_changed(now_known_on date, now_edition integer)
RETURNS TABLE (person integer, term text, last_day date, was date, is_now date) LANGUAGE sql STABLE AS $$
    SELECT person, term, last_day, valid_through, statusrules_extension(term, last_day, facts, now_known_on, now_edition)
    FROM decision
    WHERE statusrules_extension(term, last_day, facts, now_known_on, now_edition) IS DISTINCT FROM valid_through
$$;
