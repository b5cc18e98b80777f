"""What differs between two views of a law: two days of knowledge, or two editions.

A list is walked axis by axis, for both views at once. On each axis the classes that the rows treat alike go one way, and
a way ends where both views have the same rows left. What remains are the cases that another row decides, exactly.
"""

from dataclasses import dataclass

from classes import UNKNOWN_CLASS
from cover import covering
from digest import held
from model import EDITION, KNOWN_ON

SAME = -1
DEPENDS = "depends"  # on a fact that is not known


@dataclass(frozen=True)
class View:
    known_on: int
    edition: int

    def holds(self, row):
        return (row.known_from <= self.known_on and (row.known_until is None or self.known_on <= row.known_until)
                and held(row, self.edition))


def gives(row):
    """What decides the answer of a row: rows of which this is the same answer alike. Nothing and silence are alike."""
    if row is None or row.effect.kind == "SILENT":
        return None
    if row.effect.kind == "NOTE":
        return "NOTE", row.number
    effect = row.effect
    sides = tuple((side.outcome, side.day, side.source) for side in effect.sides)
    return effect.kind, effect.day, effect.latest, effect.days, effect.suspended, sides


@dataclass(frozen=True)
class Change:
    """What some cases are answered before and after, as `gives`, or DEPENDS; and the rows that answer them."""

    before: object
    after: object
    boxes: list  # together the cases; axis -> its classes as bits, without the axes that do not matter
    rows_before: tuple
    rows_after: tuple

    @property
    def alike(self):
        return self.before == self.after


class Walk:
    """The rows of a list that are in force before or after, and the ways through their axes."""

    def __init__(self, one, axes, before, after):
        self.axes = axes
        self.rows = [row for row in one.rows if before.holds(row) or after.holds(row)]
        self.before = sum(1 << at for at, row in enumerate(self.rows) if before.holds(row))
        self.after = sum(1 << at for at, row in enumerate(self.rows) if after.holds(row))
        self.codes = self.order()
        self.known_classes = {code: self.classes_of(code) for code in self.codes}
        self.universe = {code: sum(1 << number for number in classes) for code, classes in self.known_classes.items()}
        self.ways = [self.ways_of(code) for code in self.codes]
        self.asking = [sum(1 << at for at, row in enumerate(self.rows)
                           if any(self.ask(row, code) for code in self.codes[place:]))
                       for place in range(len(self.codes) + 1)]  # the rows that still ask something, by axis
        self.numbers, self.nodes, self.known, self.boxes_of_rows = {}, [], {}, {}

    def ask(self, row, code):
        return self.axes.ask(row, code)

    def order(self):
        """Days and numbers last, so that the windows of one kind of case stand together."""
        codes = {code for row in self.rows for code in self.axes.asks[id(row)]} - {KNOWN_ON, EDITION}
        return sorted(codes, key=lambda code: (self.axes.axes[code].ordered, code))

    def classes(self, code):
        return self.known_classes[code]

    def classes_of(self, code):
        """Those of a known value, and, where a row has a mark for it, that of a fact that is not known."""
        marked = any((ask := self.ask(row, code)) and ask.mark != "NONE" for row in self.rows)
        return ([UNKNOWN_CLASS] if marked else []) + self.axes.axes[code].classes()

    def takes(self, ask, code, number):
        """An unmarked row may take a fact that is not known."""
        if ask is None:
            return True
        if number == UNKNOWN_CLASS:
            return ask.mark != "IF_KNOWN"
        return self.axes.axes[code].takes(ask, number)

    def ways_of(self, code):
        """The classes of an axis as bits, by the rows that take them and those that then depend on the fact."""
        ways = {}
        for number in self.classes(code):
            fits = opened = 0
            for at, row in enumerate(self.rows):
                ask = self.ask(row, code)
                fits |= self.takes(ask, code, number) << at
                opened |= (number == UNKNOWN_CLASS and ask is not None and ask.mark == "NONE") << at
            ways[fits, opened] = ways.get((fits, opened), 0) | 1 << number
        return [(classes, *way) for way, classes in ways.items()]

    def reachable(self, fits, place):
        """Without the rows below the first that asks nothing more."""
        settled = fits & ~self.asking[place]
        lowest = settled & -settled
        return fits & (2 * lowest - 1) if lowest else fits

    def answer(self, fits, opened):
        lowest = fits & -fits
        if lowest & opened:
            return DEPENDS
        return gives(self.rows[lowest.bit_length() - 1] if lowest else None)

    def node(self, place, before, after, opened):
        """The number of what follows from here on; equal numbers, equal cases."""
        before, after = self.reachable(before, place), self.reachable(after, place)
        if before == after:
            return SAME
        state = place, before, after, opened & (before | after)
        if state not in self.known:
            self.known[state] = self.number(self.end(*state[1:]) if place == len(self.codes) else self.fork(*state))
        return self.known[state]

    def end(self, before, after, opened):
        answers = self.answer(before, opened), self.answer(after, opened)
        if DEPENDS in answers and not set(answers) - {DEPENDS, None}:
            return SAME  # the cases in which the fact is known say it all
        return "end", *answers

    def fork(self, place, before, after, opened):
        children = {}
        for classes, fits, depends in self.ways[place]:
            child = self.node(place + 1, before & fits, after & fits, opened | depends)
            children[child] = children.get(child, 0) | classes
        if len(children) == 1:
            return next(iter(children))
        return "fork", place, tuple(sorted(children.items()))

    def number(self, node):
        if isinstance(node, int):
            return node
        if node not in self.numbers:
            self.numbers[node] = len(self.nodes)
            self.nodes.append(node)
        return self.numbers[node]

    def boxes(self, number, box):
        """(answers, box) of each way to an end."""
        if number == SAME:
            return
        kind, *what = self.nodes[number]
        if kind == "end":
            yield tuple(what), box
            return
        place, children = what
        for child, classes in children:
            yield from self.boxes(child, {**box, self.codes[place]: classes})

    def deciding(self, boxes, answer, view):
        """The rows of a view that give this answer to a case of the boxes."""
        universe, above, found = self.universe, [], []
        for row in (row for at, row in enumerate(self.rows) if view >> at & 1):
            own = self.box_of(row)
            if gives(row) == answer and any(self.reaches(row_piece, above) for row_piece in pieces(own, boxes, universe)):
                found.append(row)
            above.append(own)
        return tuple(found)

    def box_of(self, row):
        """The cases that a row takes; without the axes that it does not ask."""
        if id(row) not in self.boxes_of_rows:
            self.boxes_of_rows[id(row)] = {
                code: sum(1 << number for number in self.classes(code) if self.takes(self.ask(row, code), code, number))
                for code in self.codes if self.ask(row, code) is not None}
        return self.boxes_of_rows[id(row)]

    def reaches(self, piece, above):
        return all(piece.values()) and covering(piece, above, self.universe) is None

    def changes(self):
        """The cases that are answered otherwise, or alike by another row; in the order of their answers."""
        by_answers = {}
        for answers, box in self.boxes(self.node(0, self.before, self.after, 0), {}):
            by_answers.setdefault(answers, []).append(box)
        for (before, after), boxes in by_answers.items():
            yield Change(before, after, self.told(boxes), self.deciding(boxes, before, self.before),
                         self.deciding(boxes, after, self.after))

    # ---- The same cases in fewer words ----

    def told(self, boxes):
        """The same cases in boxes that ask no more than they need; boxes may overlap, and none is there in vain."""
        universe = self.universe
        boxes = merged(boxes, universe)
        wide = []
        for box in boxes:
            if covering(box, wide, universe) is None:
                wide.append(self.widened(box, boxes))
        for box in wide[::-1]:
            others = [other for other in wide if other is not box]
            if covering(box, others, universe) is not None:
                wide = others
        return [{code: classes for code, classes in box.items() if classes != universe[code]} for box in wide]

    def widened(self, box, boxes):
        """A box without the axes that it need not ask; what it takes more are cases of the others."""
        for code in reversed(self.codes):
            wider = {**box, code: self.universe[code]}
            if covering(wider, boxes, self.universe) is not None:
                box = wider
        return box


def pieces(box, boxes, universe):
    """What a box has in common with each of the others."""
    for other in boxes:
        yield {code: box.get(code, classes) & other.get(code, classes) for code, classes in universe.items()}


def merged(boxes, universe):
    """The same cases in fewer boxes, with all axes: two that differ on one axis are one."""
    full = [{**universe, **box} for box in boxes]
    while True:
        count = len(full)
        for code in universe:
            together = {}
            for box in full:
                rest = tuple(classes for other, classes in box.items() if other != code)
                together.setdefault(rest, {**box, code: 0})[code] |= box[code]
            full = list(together.values())
        if len(full) == count:
            return full


def decides(row):
    """All that decides about a row but its place: rows of which this is the same are twins."""
    return gives(row), row.readings, tuple(
        (one.fact.name, one.form, one.mark, one.first, one.last, one.values) for one in row.conditions)


@dataclass
class Difference:
    """Of two views of a law: the rows that came, ended, or were replaced by a twin, and by list the changes."""

    came: list
    ended: list
    twins: list  # (the row that ended, the row that came)
    lists: list  # (list, changes)


def difference(law, axes, before, after):
    rows = [row for one in law.lists for row in one.rows]
    came = [row for row in rows if after.holds(row) and not before.holds(row)]
    ended = [row for row in rows if before.holds(row) and not after.holds(row)]
    twins = []
    for old in list(ended):
        new = next((row for row in came if row.question is old.question and row.list == old.list
                    and decides(row) == decides(old)), None)
        if new is not None:
            twins.append((old, new))
            came.remove(new)
            ended.remove(old)
    lists = [(one, list(Walk(one, axes, before, after).changes())) for question in law.names.questions.values()
             for one in law.lists_of(question)]
    return Difference(came, ended, twins, [(one, changes) for one, changes in lists if changes])
