-- A receipt is the same for ever; verified, it says what it is against the facts.
SELECT statusrules_receipt('extension', '{"term": "permanent_residence_permit", "last_day": "2021-12-31"}', 'infinity', 1) =
       statusrules_receipt('extension', '{"term": "permanent_residence_permit", "last_day": "2021-12-31", "edition": 1}');
CREATE TABLE decision (facts jsonb, receipt text GENERATED ALWAYS AS (statusrules_receipt('extension', facts, 'infinity', 1)) STORED);
CREATE TABLE short (facts jsonb, receipt text GENERATED ALWAYS AS (statusrules_receipt('extension', facts)) STORED);
INSERT INTO decision VALUES ('{"term": "permanent_residence_permit", "last_day": "2021-12-31"}'), ('{"term": "visa"}');
SELECT facts ->> 'term', length(receipt), statusrules_verify(receipt, facts),
       statusrules_verify(receipt, facts || '{"last_day": "2021-12-30"}') FROM decision;
SELECT statusrules_verify('040G205', '{}');
SELECT statusrules_verify(NULL, '{}');
DROP TABLE decision;
