"""Cuts every axis of a law into classes of values that behave alike, and turns rows into masks over the classes."""

from model import (AXIS_NAMES, EDITION, EXTENDED, FIRST_DAY, INCOMING_DAY, KNOWN_ON, LAST_DAY, NONE, READING, STATE,
                   Condition)
from source import day_text

UNKNOWN_CLASS, NONE_CLASS, FIRST_CLASS = 0, 1, 2
MAX_CLASSES, MAX_SPAN = 250, 40000


class NoAxes(Exception):
    """The axes of the law were refused."""


class Ask:
    """What a row asks of an axis: values from first to last, or some of a set, and whether none will do."""

    def __init__(self, first=1, last=0, values=None, none=False, mark="NONE", where=None):
        self.first, self.last, self.values, self.none, self.mark, self.where = first, last, values, none, mark, where

    def takes(self, value):
        return value in self.values if self.values is not None else self.first <= value <= self.last


def ask_of(condition: Condition):
    fact, listed = condition.fact, set(condition.values)
    none = NONE in listed
    if condition.form == "NOT_IN":
        listed, none = set(fact.values.values()) - listed, fact.has_none and not none
    if not fact.ordered:
        return Ask(values=listed - {NONE}, none=none, mark=condition.mark, where=condition.where)
    if condition.form == "IN":  # an ordered fact's only named value is none
        return Ask(none=True, mark=condition.mark, where=condition.where)
    return Ask(condition.first, condition.last, None, none and not condition.is_window, condition.mark, condition.where)


def asks_of(row, law, n_readings):
    """What a row asks, by axis."""
    asks = {condition.fact.code: ask_of(condition) for condition in row.conditions}
    if len(row.readings) < n_readings:
        asks[READING] = Ask(values=set(row.readings), where=row.where.at("readings"))
    until = LAST_DAY if row.known_until is None else row.known_until
    asks[KNOWN_ON] = Ask(row.known_from, until, where=row.where.at("known_from"))
    until = law.edition if row.edition_until is None else row.edition_until
    asks[EDITION] = Ask(row.edition_from, until, where=row.where.at("edition_from"))
    return asks


class Axis:
    """One axis: its range, and the classes into which the law cuts it."""

    def __init__(self, code, name, first, last, none, ordered, values=None):
        self.code, self.name, self.first, self.last, self.none, self.ordered = code, name, first, last, none, ordered
        self.values = values  # the values of an axis that is not ordered
        self.samples = []  # one value of each class, from FIRST_CLASS on; the earliest on an ordered axis
        self.class_of, self.class_of_first, self.class_end = [], first, None

    @property
    def n_classes(self):
        return FIRST_CLASS + len(self.samples)

    def cut_ordered(self, asks):
        starts = sorted({ask.first for ask in asks if ask.first <= ask.last}
                        | {ask.last + 1 for ask in asks if ask.first <= ask.last})
        starts = [start for start in starts if self.first < start <= self.last]
        self.samples = [self.first, *starts]
        self.class_end = [0, 0] + [start - 1 for start in starts] + [self.last]
        if not starts:
            self.class_of = [FIRST_CLASS]
            return
        self.class_of_first = starts[0] - 1
        at = FIRST_CLASS
        for value in range(starts[0] - 1, starts[-1] + 1):
            while at - FIRST_CLASS < len(starts) and value >= starts[at - FIRST_CLASS]:
                at += 1
            self.class_of.append(at)

    def cut_named(self, asks):
        """Values that every row treats alike share a class; a number that is no value has class unknown."""
        classes = {}
        for value in range(self.first, self.last + 1):
            if value not in self.values:
                self.class_of.append(UNKNOWN_CLASS)
                continue
            behaviour = tuple(ask.takes(value) for ask in asks)
            if behaviour not in classes:
                classes[behaviour] = FIRST_CLASS + len(self.samples)
                self.samples.append(value)
            self.class_of.append(classes[behaviour])

    def classes(self):
        """The classes that a known value can have."""
        return ([NONE_CLASS] if self.none else []) + list(range(FIRST_CLASS, self.n_classes))

    def takes(self, ask, number):
        """Whether a class meets what a row asks."""
        return ask.none if number == NONE_CLASS else ask.takes(self.samples[number - FIRST_CLASS])


class Axes:
    """The axes of a law, and what each row asks of them."""

    def __init__(self, law, refusals):
        self.law = law
        readings = law.names.codes("reading")
        self.asks = {id(row): asks_of(row, law, len(readings)) for row in law.rows}
        self.axes = {}
        for fact in law.names.facts.values():
            self.add(Axis(fact.code, fact.name, fact.first, fact.last, fact.has_none, fact.ordered, set(fact.labels)))
        self.add(Axis(INCOMING_DAY, AXIS_NAMES[INCOMING_DAY], FIRST_DAY, LAST_DAY, True, True))
        self.add(Axis(EXTENDED, AXIS_NAMES[EXTENDED], 0, 1, False, False, {0, 1}))
        state = law.names.state
        if state is not None:
            self.add(Axis(STATE, state.name, state.first, state.last, True, False, set(state.labels)))
        codes = set(readings.values())
        self.add(Axis(READING, AXIS_NAMES[READING], min(codes), max(codes), False, False, codes))
        self.add(Axis(KNOWN_ON, AXIS_NAMES[KNOWN_ON], FIRST_DAY, LAST_DAY, False, True))
        self.add(Axis(EDITION, AXIS_NAMES[EDITION], 1, law.edition, False, True))
        sound = [self.cut(axis, refusals) for axis in self.axes.values()]
        if not all(sound):
            raise NoAxes
        self.universe = {code: self.bits(axis.classes()) for code, axis in self.axes.items()}

    def add(self, axis):
        self.axes[axis.code] = axis

    @staticmethod
    def bits(classes):
        return sum(1 << number for number in classes)

    def cut(self, axis, refusals):
        asks = [asks[axis.code] for asks in self.asks.values() if axis.code in asks]
        if axis.ordered and not self.check_span(axis, asks, refusals):
            return False
        (axis.cut_ordered if axis.ordered else axis.cut_named)(asks)
        if axis.n_classes > MAX_CLASSES:
            refusals.add(self.law.where, f'law "{self.law.name}": its rows cut the axis "{axis.name}" into '
                                         f"{axis.n_classes} classes, expected at most {MAX_CLASSES}")
            return False
        return True

    def check_span(self, axis, asks, refusals):
        """One byte stands for each value from the first breakpoint to the last: a slip in a year would make it huge."""
        low = high = None
        for ask in asks:
            for point in (ask.first, ask.last + 1) if ask.first <= ask.last else ():
                if not axis.first < point <= axis.last:
                    continue
                low = point if low is None else min(low, point)
                high = point if high is None else max(high, point)
                if high - low > MAX_SPAN:
                    text = day_text if axis.last == LAST_DAY else str
                    refusals.add(ask.where, f'the breakpoints of "{axis.name}" span from {text(low)} to {text(high)}, '
                                            f"expected at most {MAX_SPAN:,} apart")
                    return False
        return True

    def box(self, row):
        """The classes that a row takes, as a set of bits on each axis that it asks. Marks do not count here: a
        known value is meant."""
        return {code: self.bits(number for number in self.axes[code].classes() if self.axes[code].takes(ask, number))
                for code, ask in self.asks[id(row)].items()}

    def ask(self, row, code):
        return self.asks[id(row)].get(code)
