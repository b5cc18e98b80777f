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

-- The windows of last days that are good on `until` and no more on `after`, for each kind of document and citizenship: the question
-- the other way round, asked of the law and not of the register.
CREATE FUNCTION windows_lost(until date, after date)
RETURNS TABLE (citizenship text, facts jsonb, term text, first date, last date) LANGUAGE sql STABLE ROWS 200 AS $$
    WITH good AS MATERIALIZED (
        SELECT s.citizenship, s.facts, t.term, d.day, range_agg(daterange(i.first, i.last, '[]')) AS last_days
        FROM shared_facts s,
             unnest(ARRAY['temporary_stay', 'visa', 'migration_card', 'stay_registration', 'residence_registration', 'patent',
                          'temporary_residence_permit', 'permanent_residence_permit', 'work_permit']) AS t(term),
             (VALUES (until), (after)) AS d(day),
             statusrules_inverse('extension', s.facts || jsonb_build_object('term', t.term, 'valid_on', d.day), 'last_day') AS i
        GROUP BY 1, 2, 3, 4)
    SELECT u.citizenship, u.facts, u.term, lower(lost), upper(lost) - 1
    FROM good u LEFT JOIN good a ON a.citizenship = u.citizenship AND a.term = u.term AND a.day = after,
         unnest(u.last_days - coalesce(a.last_days, '{}')) AS lost
    WHERE u.day = until
$$;

-- Who is covered on `until` and no more on `after`. Only documents in those windows are read, and the others of their persons;
-- OFFSET 0 keeps the planner, which cannot know how narrow a window is, from reading the whole register instead.
CREATE FUNCTION losing(until date, after date)
RETURNS TABLE (person integer) LANGUAGE sql STABLE AS $$
    SELECT DISTINCT d.person
    FROM windows_lost(until, after) w,
         LATERAL (SELECT person FROM document
                  WHERE citizenship = w.citizenship AND term = w.term AND last_day BETWEEN w.first AND w.last OFFSET 0) AS d
    -- Another document helps only if it is not in the same window.
    WHERE NOT EXISTS (SELECT FROM document o
                      WHERE o.person = d.person AND NOT (o.term = w.term AND o.last_day BETWEEN w.first AND w.last)
                        AND statusrules_valid_on(o.term, o.last_day, after, w.facts) = 'yes')
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
