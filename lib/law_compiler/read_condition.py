"""Reads one condition of a row: a fact lies in a window, or is in (or not in) a set."""

import datetime

from model import EXTENDED, INCOMING_DAY, MARKS, NONE, STAGE_NOTES, STATE, STATE_FACTS, Condition
from names import stage_facts
from source import day_number, day_text, is_a, near

STAGE_FACTS = stage_facts()


class Reader:
    """What a condition needs to know of its row."""

    def __init__(self, row_table, question, law_list, law, names):
        self.row, self.question, self.list, self.law, self.names = row_table, question, law_list, law, names

    def refuse(self, key, message):
        self.row.refuse(message, "when", key)

    def fact(self, key):
        """The fact that a key names, if the row may ask it."""
        if key in STAGE_FACTS:
            if "last_day" in self.question.facts or (self.list and self.list.stage == STAGE_NOTES):
                return STAGE_FACTS[key]
            self.refuse(key, f'the question "{self.question.name}" has no last day, so that no stage hands on a day')
            return None
        state = self.names.state
        if state is not None and key == state.name:
            if set(STATE_FACTS) <= set(self.question.facts):
                return state
            self.refuse(key, f'the question "{self.question.name}" has no {" and ".join(STATE_FACTS)}, so that no state '
                             f"decides")
            return None
        if key not in self.names.facts:
            known = [*self.names.facts, *STAGE_FACTS, *([state.name] if state else [])]
            self.refuse(key, f'"{key}" is no fact{near(key, known)}')
            return None
        if key not in self.question.facts:
            self.refuse(key, f'the fact "{key}" does not belong to the question "{self.question.name}", expected one '
                             f'of: {", ".join(self.question.facts)}')
            return None
        return self.names.facts[key]

    def mark(self, key, fact, value):
        mark = value.get("mark")
        if mark is None:
            return "NONE"
        if not is_a(mark, str) or mark not in MARKS:
            self.refuse(key, f'`mark` {mark!r} is unknown, expected "unless known" or "if known"')
            return "NONE"
        if fact.name == "last_day" or fact.code in (INCOMING_DAY, EXTENDED, STATE):
            self.refuse(key, f'a condition on "{fact.name}" takes no mark: nothing can be presumed of it')
        return MARKS[mark]

    def bound(self, key, fact, value):
        """An end of a window, as a number."""
        if fact.kind == "day" and is_a(value, datetime.date):
            return day_number(value)
        if fact.kind == "number" and is_a(value, int):
            if fact.first <= value <= fact.last:
                return value
            self.refuse(key, f'{value} is outside the range of "{key}", {fact.first} to {fact.last}')
            return None
        wanted = "a date such as 2021-12-31" if fact.kind == "day" else "a number"
        self.refuse(key, f'{value!r} is no end of a window of "{key}", expected {wanted}')
        return None

    def window(self, key, fact, value):
        first = self.bound(key, fact, value["from"]) if "from" in value else fact.first
        last = self.bound(key, fact, value["to"]) if "to" in value else fact.last
        if first is None or last is None:
            return None
        if first > last:
            text = day_text if fact.kind == "day" else str
            self.refuse(key, f'the window of "{key}" ends before it begins: from {text(first)} to {text(last)}')
            return None
        return first, last, "from" not in value, "to" not in value

    def group(self, key, name):
        if name in self.law.groups:
            return [self.names.countries[letters][0] for letters in self.law.groups[name][0]]
        self.refuse(key, f'"@{name}" is no group{near(name, self.law.groups)}')
        return []

    def one_value(self, key, fact, item):
        """The codes that a member of a set stands for."""
        if not is_a(item, str):
            self.refuse(key, f'{item!r} is no value of "{key}", expected a name in quotation marks')
        elif fact.kind == "country" and item.startswith("@"):
            return self.group(key, item[1:])
        elif item in fact.values:
            return [fact.values[item]]
        elif item == "none" and fact.has_none:
            return [NONE]
        elif item == "none":
            self.refuse(key, f'"none" is no value of "{key}"')
        elif fact.ordered:
            self.refuse(key, f'"{item}" is no value of "{key}", expected a window, or "none" where the fact has it')
        else:
            self.refuse(key, f'"{item}" is no value of "{key}"{near(item, fact.values)}')
        return []

    def values(self, key, fact, items):
        if not items:
            self.refuse(key, f'the set of "{key}" is empty, expected at least one value')
        codes = [code for item in items for code in self.one_value(key, fact, item)]
        if len(set(codes)) != len(codes):
            self.refuse(key, f'a value stands twice in the set of "{key}"')
        return tuple(sorted(set(codes)))

    def table(self, key, fact, value):
        """A condition written as a table."""
        known = {"from", "to", "in", "not_in", "mark"}
        for name in value.keys() - known:
            self.refuse(key, f'unknown key `{name}` in the condition on "{key}"{near(name, known)}')
        mark = self.mark(key, fact, value)
        sets = [form for form in ("in", "not_in") if form in value]
        window = [end for end in ("from", "to") if end in value]
        if len(sets) + bool(window) != 1:
            self.refuse(key, f'the condition on "{key}" needs one form, expected `from` and `to`, or `in`, or `not_in`')
            return None
        if window and not fact.ordered:
            self.refuse(key, f'a window on "{key}" has no sense: its values are names, expected a set')
            return None
        if window:
            ends = self.window(key, fact, value)
            return ends and ("WINDOW", mark, *ends[:2], (), *ends[2:], ())
        items = value[sets[0]] if is_a(value[sets[0]], list) else [value[sets[0]]]
        codes = self.values(key, fact, items)
        groups = tuple(item[1:] for item in items if is_a(item, str) and item.startswith("@"))
        return ("IN" if sets[0] == "in" else "NOT_IN"), mark, fact.first, fact.last, codes, True, True, groups

    def condition(self, key, value):
        fact = self.fact(key)
        if fact is None:
            return None
        if is_a(value, dict):
            read = self.table(key, fact, value)
        elif is_a(value, datetime.date) or is_a(value, int):
            if not fact.ordered:
                self.refuse(key, f'{value} is no value of "{key}", expected a name in quotation marks')
                return None
            read = self.table(key, fact, {"from": value, "to": value})
        else:
            read = self.table(key, fact, {"in": value})
        return read and Condition(fact, *read, self.row.place.at("when", key))
