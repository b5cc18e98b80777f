SELECT law, count(*) > 10, count(DISTINCT number) = count(*) FROM statusrules_provisions() GROUP BY 1 ORDER BY 1;
SELECT DISTINCT law FROM statusrules_provisions('measures');
\x
SELECT * FROM statusrules_provisions('statement') WHERE id = 'S1';
SELECT place, title FROM statusrules_provisions('statement', 'ru') WHERE id = 'S1';
\x
-- Each provision that decides is there.
SELECT count(*) FROM (SELECT (statusrules_answer('extension', jsonb_build_object('term', 'permanent_residence_permit', 'law', 'measures',
    'location', 'in_russia', 'last_day', d::date))).provision FROM generate_series(date '2020-01-01', '2022-01-01', '1 day') AS d) AS a
WHERE provision IS NOT NULL AND provision NOT IN (SELECT id FROM statusrules_provisions('measures'));
SELECT statusrules_edition('statement'), statusrules_edition('measures'), statusrules_version() ~ '^\d+\.\d+\.\d+$';
