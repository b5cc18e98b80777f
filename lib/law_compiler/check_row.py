"""What one row must keep to, once it could be read."""

import datetime
import re

from model import INCOMING_DAY, STAGE_NOTES
from read_acts import one_line
from source import day_number, day_text

NUMBER_OF_DAYS = re.compile(r"\b(\d{1,9})\s+(?:calendar\s+|календарн\w+\s+)?(?:days?|дней|дня|день|суток)\b", re.IGNORECASE)
MONTHS_EN = "January February March April May June July August September October November December".split()
MONTHS_RU = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()


def from_to(months, days_from, to):
    """The months of a language, and how it writes a period: its two days, the first with or without a year."""
    month = "|".join(months)
    return months, re.compile(rf"\b{days_from} (\d{{1,2}}) ({month})(?: (\d{{4}})(?: г\.)?)? "
                              rf"{to} (\d{{1,2}}) ({month}) (\d{{4}})\b")


def dates_of(months):
    return months, re.compile(rf"\b(\d{{1,2}})\s+({'|'.join(months)})\s+(\d{{4}})\b")


DATES = dates_of(MONTHS_EN), dates_of(MONTHS_RU)
PERIODS = from_to(MONTHS_EN, "days from", "to"), from_to(MONTHS_RU, "дн(?:и|ей) с", "по")


def date_of(year, month, day):
    """The number of a day; None where the calendar has no such day."""
    try:
        return day_number(datetime.date(int(year), month, int(day)))
    except ValueError:
        return None


def dates_in(text):
    """The days that a text names with their year."""
    return [date_of(year, months.index(month) + 1, day)
            for months, pattern in DATES for day, month, year in pattern.findall(text)]


def days_from_to(text):
    """The lengths of the periods that a text names, both ends included."""
    for months, pattern in PERIODS:
        for day, month, year, day_2, month_2, year_2 in pattern.findall(text):
            first = date_of(year or year_2, months.index(month) + 1, day)
            last = date_of(year_2, months.index(month_2) + 1, day_2)
            if first is not None and last is not None:
                yield last - first + 1


class Checker:
    """The checks of one row; `refuse` names the row."""

    def __init__(self, row, law, law_list, refusals):
        self.row, self.law, self.list, self.refusals = row, law, law_list, refusals

    def refuse(self, message, *keys):
        self.refusals.add(self.row.where.at(*keys), f'row "{self.row.id}": {message}')

    def certainty(self):
        if self.row.certainty == "inferred" and not all(self.row.remark):
            self.refuse("it is inferred without a remark, expected remark.en and remark.ru that say why", "certainty")

    def quote(self):
        row = self.row
        if row.quoted and row.act.text is not None and one_line(row.passage[0]) not in row.act.text:
            self.refuse(f'the quote does not stand word for word in "{row.act.text_name}"', "quote")

    def numbers_of_days(self):
        """A number of days in the passage is the number that the row gives, and the length of its period."""
        row = self.row
        given = {row.effect.days} if row.effect.kind == "PLUS" else set()
        for language, passage in zip(("en", "ru"), row.passage):
            keys = ("quote",) if row.quoted else ("summary", language)
            named = {int(number) for number in NUMBER_OF_DAYS.findall(passage)}
            if given and named and not named & given:
                self.refuse(f"the passage says {min(named)} days, the row gives {row.effect.days}", *keys)
            for length in days_from_to(passage):
                if (given or named) and length not in (given or named):
                    self.refuse(f"the period in the passage has {length} days, expected {min(given or named)}", *keys)
        for language, says in zip(("en", "ru"), row.says):
            said = {int(number) for number in NUMBER_OF_DAYS.findall(says)}
            if given and said and not said & given:
                self.refuse(f"says.{language} says {min(said)} days, the row gives {row.effect.days}", "says", language)

    def days_named(self):
        """The days named in the passage exist, and one of them is the day that the row gives."""
        row = self.row
        given = row.effect.days_given if row.effect.kind == "THROUGH" else []
        for language, passage in zip(("en", "ru"), row.passage):
            keys = ("quote",) if row.quoted else ("summary", language)
            named = dates_in(passage)
            if None in named:
                self.refuse("the passage names a day that does not exist", *keys)
            elif given and named and not set(given).intersection(named):
                self.refuse(f"the passage names {', '.join(map(day_text, sorted(set(named))))}, the row gives "
                            f"{day_text(row.effect.day)}", *keys)

    def says(self):
        row = self.row
        for language, says in zip(("en", "ru"), row.says):
            if not says:
                self.refuse(f"`says.{language}` is missing, expected what the row does in the source's own verb")
            elif row.effect.has_day and "{day}" not in says:
                self.refuse(f"`says.{language}` does not say the day, expected {{day}} in it", "says", language)
            elif not row.effect.has_day and "{day}" in says:
                self.refuse(f"`says.{language}` has {{day}}, but the row gives no day", "says", language)

    def known(self):
        row = self.row
        if row.known_until is not None and row.known_until < row.known_from:
            self.refuse(f"`known_until` {day_text(row.known_until)} is before `known_from` {day_text(row.known_from)}",
                        "known_until")
        if row.act.date is not None and row.known_from < row.act.date:
            self.refuse(f'`known_from` {day_text(row.known_from)} is before the date of the act "{row.act.key}", '
                        f"{day_text(row.act.date)}", "known_from")

    def editions(self):
        row, newest = self.row, self.law.edition
        if not 1 <= row.edition_from <= newest:
            self.refuse(f"`edition_from` is {row.edition_from}, expected 1 to {newest}, the law's edition",
                        "edition_from")
        if row.edition_until is not None and row.edition_until < row.edition_from:
            self.refuse(f"`edition_until` {row.edition_until} is before `edition_from` {row.edition_from}",
                        "edition_until")
        elif row.edition_until is not None and row.edition_until > newest:
            self.refuse(f"`edition_until` is {row.edition_until}, expected at most {newest}, the law's edition",
                        "edition_until")

    def notes(self):
        is_note, takes_notes = self.row.effect.kind == "NOTE", self.list.stage == STAGE_NOTES
        if is_note and not takes_notes:
            self.refuse(f'a note stands in the list "{self.list.name}", which is not declared with notes = true',
                        "gives")
        if takes_notes and not is_note:
            self.refuse(f'the list "{self.list.name}" is declared with notes = true, expected gives = "note"', "gives")

    def windows_on_last_day(self):
        return [one for one in self.row.conditions
                if one.is_window and (one.fact.name == "last_day" or one.fact.code == INCOMING_DAY)]

    def day_given(self):
        """A day that is given follows from a last day in a window, and is not before it."""
        row = self.row
        extends = "last_day" in row.question.facts
        if row.effect.kind == "PLUS" and not extends:
            self.refuse(f'`plus_days` has nothing to count from: the question "{row.question.name}" has no last day',
                        "gives")
            return
        if not extends or not (row.effect.has_day or row.effect.days_given):
            return
        windows = self.windows_on_last_day()
        if not windows:
            self.refuse("it gives a day and asks neither last_day nor incoming_day, expected a window on one of them",
                        "gives")
        for window in windows:
            if not window.open_to and any(day < window.last for day in row.effect.days_given):
                self.refuse(f"it gives {day_text(min(row.effect.days_given))}, before the {window.fact.name} "
                            f"{day_text(window.last)} that its window reaches", "gives")

    def all(self):
        for check in (self.certainty, self.quote, self.numbers_of_days, self.days_named, self.says, self.known, self.editions,
                      self.notes, self.day_given):
            check()
