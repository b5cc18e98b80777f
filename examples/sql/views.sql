-- The questions of an office. A person counts as covered on a day when one of the documents is valid on it, by its own term or by an
-- extension; an office names the documents that count for it.

-- What all cases of the register share. Citizenship decides where a decree treats states differently.
CREATE TABLE shared_facts (citizenship text PRIMARY KEY, facts jsonb NOT NULL);
INSERT INTO shared_facts
SELECT DISTINCT citizenship, jsonb_build_object('law', 'measures', 'location', 'in_russia', 'citizenship', citizenship)
FROM person;
ANALYZE shared_facts;

-- Each document of the register on a day.
CREATE FUNCTION documents_on(day date)
RETURNS TABLE (person integer, term text, last_day date, outcome text) LANGUAGE sql STABLE AS $$
    SELECT d.person, d.term, d.last_day, statusrules_valid_on(d.term, d.last_day, day, s.facts)
    FROM document d JOIN shared_facts s USING (citizenship)
$$;

-- Each person on a day: covered or not, and by which documents. Conflict and undetermined are for a person to decide.
CREATE FUNCTION persons_on(day date)
RETURNS TABLE (person integer, outcome text, by_documents text[]) LANGUAGE sql STABLE AS $$
    SELECT person,
           CASE WHEN bool_or(outcome = 'yes') THEN 'yes' WHEN bool_or(outcome IN ('conflict', 'undetermined')) THEN 'to decide'
                ELSE 'not covered' END,
           array_agg(term ORDER BY last_day DESC) FILTER (WHERE outcome = 'yes')
    FROM documents_on(day) GROUP BY person
$$;

CREATE VIEW persons_today AS SELECT * FROM persons_on(current_date);

-- The last days that are good on a day, for each citizenship and kind of document: the question the other way round, asked of the law and
-- not of the register.
CREATE FUNCTION good_last_days(day date)
RETURNS TABLE (citizenship text, term text, last_days datemultirange) LANGUAGE sql STABLE ROWS 90 AS $$
    SELECT s.citizenship, t.term, range_agg(daterange(i.first, i.last, '[]'))
    FROM shared_facts s,
         unnest(ARRAY['temporary_stay', 'visa', 'migration_card', 'stay_registration', 'residence_registration', 'patent',
                      'temporary_residence_permit', 'permanent_residence_permit', 'work_permit']) AS t(term),
         statusrules_inverse('extension', s.facts || jsonb_build_object('term', t.term, 'valid_on', day), 'last_day') AS i
    GROUP BY 1, 2
$$;

-- Who is covered on `until` and no more on `after`. Only the documents whose last day is good on the one day and not on the other are
-- looked for, and then the others of their persons. OFFSET 0 keeps the planner, which cannot know how narrow a window is, from reading
-- the whole register instead.
CREATE FUNCTION losing(until date, after date)
RETURNS TABLE (person integer) LANGUAGE sql STABLE AS $$
    WITH good AS MATERIALIZED (SELECT * FROM good_last_days(after)),
    lost AS (SELECT citizenship, term, lower(days) AS first, upper(days) - 1 AS last
             FROM good_last_days(until) u LEFT JOIN good g USING (citizenship, term),
                  unnest(u.last_days - coalesce(g.last_days, '{}')) AS days),
    ending AS (SELECT d.person
               FROM lost, LATERAL (SELECT person FROM document
                                   WHERE citizenship = lost.citizenship AND term = lost.term
                                     AND last_day BETWEEN lost.first AND lost.last OFFSET 0) AS d)
    SELECT person
    FROM document LEFT JOIN good USING (citizenship, term)
    WHERE person = ANY (ARRAY(TABLE ending))
    GROUP BY person
    HAVING NOT bool_or(coalesce(last_day <@ last_days, false))
$$;

-- The same from every row of the register.
CREATE FUNCTION losing_by_every_row(until date, after date)
RETURNS TABLE (person integer) LANGUAGE sql STABLE AS $$
    SELECT person
    FROM document JOIN shared_facts USING (citizenship)
    GROUP BY person
    HAVING bool_or(statusrules_valid_on(term, last_day, until, facts) = 'yes')
       AND NOT bool_or(statusrules_valid_on(term, last_day, after, facts) = 'yes')
$$;
