#!/usr/bin/env python3
"""Writes a sample register: documents of invented people, for the examples and tests.

    python3 make_register.py > register.csv
    python3 make_register.py --rows 1000000 --seed 7 > large.csv

The same rows and seed give the same bytes. Among the rows: every term on every edge day of the statement's law,
every legal status, location and level, unknown values, labels in English and Russian, names with
commas, quotation marks and Cyrillic letters, and a few rows that are wrong on purpose.
"""

import argparse
import csv
import datetime
import itertools
import random
import sys

COLUMNS = ["id", "name", "term", "last_day", "location", "issued_on", "citizenship", "legal_status", "on_day",
           "could_not_return", "level"]

TERMS = ["permanent_residence_permit", "temporary_residence_permit", "residence_registration", "refugee_certificate",
         "temporary_asylum_certificate", "temporary_stay", "visa", "migration_card", "stay_registration",
         "refugee_petition_certificate", "state_programme_certificate", "work_permit", "patent", "hiring_permit",
         "departure_period", "absence_limit"]

# The terms that the statement extends come more often.
COMMON_TERMS = ["permanent_residence_permit"] * 6 + ["temporary_residence_permit"] * 4 + [
    "residence_registration"] * 3 + ["refugee_certificate", "temporary_asylum_certificate"] + TERMS

TERM_LABELS = {
    "visa": ["виза"],
    "migration_card": ["migration card", "миграционная карта"],
    "stay_registration": ["постановка на учёт по месту пребывания"],
    "residence_registration": ["регистрация по месту жительства"],
    "temporary_residence_permit": ["temporary residence permit", "разрешение на временное проживание"],
    "permanent_residence_permit": ["вид на жительство"],
    "refugee_certificate": ["refugee certificate", "удостоверение беженца"],
    "work_permit": ["разрешение на работу"],
    "patent": ["патент"],
}

# Each edge of the statement's windows, with its neighbours. From 9999-06-16 on the day after 199 days would lie
# past the calendar: those rows stand among the bad ones, with the terms that the statement extends.
EDGE_DAYS = ["2020-03-14", "2020-03-15", "2021-06-15", "2021-06-16", "2021-12-30", "2021-12-31", "2022-01-01",
             "9999-06-15", "none", ""]

LEGAL_STATUSES = ["temporary_stay", "temporary_residence", "permanent_residence", "refugee", "refugee_petitioner",
                  "temporary_asylum", "asylum_petitioner", ""]
STATUS_LABELS = {
    "temporary_stay": ["временно пребывающий"],
    "temporary_residence": ["временно проживающий"],
    "permanent_residence": ["постоянно проживающий", "permanently residing"],
    "refugee": ["беженец"],
}

LOCATIONS = ["in_russia"] * 5 + ["abroad", "", "", "в России"]
COUNTRIES = ["UZ", "TJ", "KZ", "KG", "AM", "AZ", "BY", "UA", "MD", "GE", "CN", "IN", "VN", "DE", "TR", "US", "NG",
             "XA", "XO", "XD", "XL", "none", ""]
ON_DAYS = ["2020-03-14", "2020-03-15", "2021-11-28", "2021-11-29", "2022-02-01", ""]
LEVELS = ["higher", "vocational", "preparatory", "general", "other", ""]

LATIN = (["Ar", "Be", "Cor", "Dil", "El", "Fan", "Gor", "Hal", "Im", "Jor"],
         ["ban", "de", "ga", "li", "mo", "na", "ri", "to", "vu", "za"],
         ["d", "n", "r", "sk", "th", "x"])
CYRILLIC = (["Ар", "Бе", "Ви", "Го", "Де", "Жа", "Ин", "Ка", "Ло", "Ми"],
            ["ба", "ве", "ги", "до", "жу", "ла", "ме", "но", "ру", "ти"],
            ["вт", "др", "лс", "нт", "рм", "ск"])


class Register:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.serial = 0

    def word(self, syllables):
        first, middle, last = syllables
        return self.random.choice(first) + self.random.choice(middle) + self.random.choice(last)

    def name(self):
        """Made of syllables: no real person."""
        form = self.random.randrange(20)
        if form < 9:
            return f"{self.word(LATIN)} {self.word(LATIN)}"
        if form < 15:
            return f"{self.word(CYRILLIC)} {self.word(CYRILLIC)}"
        if form < 17:
            return f"{self.word(LATIN)}, {self.word(LATIN)}"
        if form < 18:
            return f'{self.word(LATIN)} "{self.word(LATIN)}"'
        if form < 19:
            return f"{self.word(CYRILLIC)}, {self.word(CYRILLIC)} («{self.word(CYRILLIC)}»)"
        return f"O'{self.word(LATIN)}"

    def day(self, first, last):
        first = datetime.date.fromisoformat(first)
        last = datetime.date.fromisoformat(last)
        return first + datetime.timedelta(days=self.random.randrange((last - first).days + 1))

    def last_day(self):
        form = self.random.randrange(20)
        if form < 4:
            return self.random.choice(EDGE_DAYS)
        if form < 12:
            return self.day("2021-06-16", "2021-12-31").isoformat()
        if form < 17:
            return self.day("2022-01-01", "2026-12-31").isoformat()
        return self.day("2019-06-01", "2021-06-15").isoformat()

    def issued_on(self, last_day):
        """Empty half of the time; else before the last day, now and then on it or in 2022."""
        if self.random.randrange(2) or not last_day or last_day == "none":
            return ""
        if last_day > "2022-01-05" and self.random.randrange(6) == 0:
            return self.random.choice(["2021-12-31", "2022-01-01"])
        end = min(last_day, "2021-12-31")
        return self.day("2015-01-01", end).isoformat()

    def labelled(self, value, labels):
        choices = labels.get(value)
        if choices and self.random.randrange(16) == 0:
            return self.random.choice(choices)
        return value

    def row(self, term, last_day, **known):
        self.serial += 1
        values = {
            "id": f"{self.serial:05d}",
            "name": self.name(),
            "term": self.labelled(term, TERM_LABELS),
            "last_day": last_day,
            "location": self.random.choice(LOCATIONS),
            "issued_on": "" if "issued_on" in known else self.issued_on(last_day),
            "citizenship": self.random.choice(COUNTRIES),
            "legal_status": self.labelled(self.random.choice(LEGAL_STATUSES), STATUS_LABELS),
            "on_day": self.random.choice(ON_DAYS) if self.random.randrange(4) == 0 else "",
            "could_not_return": self.random.choice(["yes", "no", "", "", "да", "нет"]),
            "level": self.random.choice(LEVELS) if self.random.randrange(4) == 0 else "",
        }
        values.update(known)
        return [values[column] for column in COLUMNS]

    def edges(self):
        """Every term on every edge day, every status and level; the days of issue on both sides of their edges."""
        for term in TERMS:
            for day in EDGE_DAYS:
                yield self.row(term, day)
        for status in LEGAL_STATUSES:
            yield self.row("permanent_residence_permit", "2021-12-31", legal_status=status)
        for level in LEVELS:
            yield self.row("visa", "2021-12-31", level=level)
        for day in ON_DAYS:
            yield self.row("patent", "2022-03-01", on_day=day)
        for issued_on in ["2021-06-15", "2021-06-16", "2021-12-31", "2022-01-01", ""]:
            yield self.row("temporary_residence_permit", "2024-06-30", issued_on=issued_on)
        for location in ["in_russia", "abroad", ""]:
            yield self.row("permanent_residence_permit", "2021-12-31", location=location)

    def bad(self):
        """Rows that are wrong on purpose, each in its own way."""
        permit = "permanent_residence_permit"
        yield self.row(permit, "2021-02-30", issued_on="")
        yield self.row("permanent_residense_permit", "2021-12-31")
        yield self.row(permit, "2021-12-31", issued_on="2022-03-01")
        yield self.row(permit, "31.12.2021", issued_on="")
        yield self.row(permit, "9999-06-16", issued_on="")
        yield self.row("refugee_certificate", "9999-12-31", issued_on="")
        yield self.row(permit, "2021-12-31", location="in_rusia")
        yield self.row(permit, "2021-12-31", citizenship="ZZ")
        yield self.row(permit, "2021-12-31", legal_status="resident", citizenship="Freedonia")
        yield self.row("вид на жителство", "2021-12-31")
        yield self.row(permit, "2021-6-16", issued_on="")
        yield self.row(permit, "0000-12-31", issued_on="")
        yield self.row(permit, "2021-12-31 ", issued_on="")
        yield self.row(permit, "2021-12-31")[:7]
        yield self.row(permit, "2021-12-31") + ["surplus"]

    def at_random(self):
        while True:
            yield self.row(self.random.choice(COMMON_TERMS), self.last_day())

    def rows(self, n):
        """Edges first, then rows at random, with the bad ones spread among them; made one by one, as they are read."""
        edges = list(self.edges())
        bad = list(self.bad())[:n]
        places = {(place + 1) * n // (len(bad) + 1) for place in range(len(bad))}
        bad, good = iter(bad), itertools.chain(edges, self.at_random())
        for place in range(n):
            row = next(bad if place in places else good)
            row[0] = f"{place + 1:05d}"
            yield row


def main():
    parser = argparse.ArgumentParser(description="Writes a sample register in CSV to standard output.")
    parser.add_argument("--rows", type=int, default=2000, help="how many rows (default: 2000)")
    parser.add_argument("--seed", type=int, default=20211129, help="seed of the random choices (default: 20211129)")
    arguments = parser.parse_args()

    sys.stdout.reconfigure(encoding="utf-8", newline="")
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(Register(arguments.seed).rows(arguments.rows))


if __name__ == "__main__":
    main()
