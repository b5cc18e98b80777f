INSERT INTO document (term, last_day) VALUES
    ('permanent_residence_permit', DATE '2021-12-31'),
    ('permanent_residence_permit', DATE '2021-09-30'),
    ('temporary_residence_permit', DATE '2022-08-01'),
    ('refugee_certificate', DATE '2021-11-01'),
    ('visa', DATE '2020-04-01');
