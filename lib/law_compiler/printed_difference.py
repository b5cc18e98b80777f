"""The difference between two views of a law, as a document."""

from classes import FIRST_CLASS, NONE_CLASS, UNKNOWN_CLASS
from difference import DEPENDS
from document import Bullets, Code, Document, Heading, Paragraph, Strong, joined
from model import LAST_DAY, NONE, READING, STAGE_NOTES
from printed import Printer, capital, linked, site
from words import Words


class Cases:
    """The cases of one list, in words."""

    def __init__(self, law, axes, words, rows):
        self.law, self.axes, self.words = law, axes, words
        self.facts = {one.fact.code: one.fact for row in rows for one in row.conditions}
        self.groups = groups_in(rows)
        self.named = set()  # the groups of states that the words name

    def values(self, axis, classes):
        """The values of an axis without order that lie in classes."""
        return [value for value in range(axis.first, axis.last + 1)
                if value in axis.values and classes >> axis.class_of[value - axis.class_of_first] & 1]

    def members(self, fact, values):
        """Contents that name values; the states of a group that the list asks, where all are there, by its name."""
        left, groups = set(values), []
        sizes = sorted(self.groups, key=lambda name: (-len(self.law.groups[name][0]), name))
        for name in sizes if fact.kind == "country" else ():
            states = {self.law.names.countries[letters][0] for letters in self.law.groups[name][0]}
            if states and states <= left:
                groups.append(name)
                left -= states
        self.named.update(groups)
        return self.words.members(self.law, fact, [value for value in values if value in left], groups)

    def states(self, fact, values, every):
        """A few states by name; where most of all are meant, those that are not."""
        others = [value for value in every if value not in set(values)]
        if len(others) >= len(values):
            return self.members(fact, values)
        if not others:
            return [[self.words.say("any state", "любое государство")]]
        return [[self.words.say("any state but ", "любое государство, кроме: "), *joined(self.members(fact, others), ", ")]]

    def windows(self, fact, axis, classes):
        """The windows that classes of an ordered axis make, where they follow each other as one."""
        ends = []
        for number in range(FIRST_CLASS, axis.n_classes):
            if classes >> number & 1:
                first, last = axis.samples[number - FIRST_CLASS], axis.class_end[number]
                if ends and ends[-1][1] == first - 1:
                    first = ends.pop()[0]
                ends.append((first, last))
        return [[self.words.window(fact, first, last, first == axis.first, last == axis.last)] for first, last in ends]

    def known_values(self, fact, axis, classes):
        if axis.ordered:
            return self.windows(fact, axis, classes)
        values = self.values(axis, classes)
        if fact.kind == "country":
            return self.states(fact, values, sorted(axis.values)) if values else []
        return self.members(fact, values)

    def asked(self, code, classes):
        """What a box asks of an axis."""
        axis = self.axes.axes[code]
        if code == READING:
            labels = self.words.readings(self.law)
            return [self.words.say("reading: ", "прочтение: "), ", ".join(labels[one] for one in self.values(axis, classes))]
        fact = self.facts[code]
        known = self.known_values(fact, axis, classes)
        others = [[self.words.value(fact, NONE)]] if classes >> NONE_CLASS & 1 else []
        if classes >> UNKNOWN_CLASS & 1:
            others.append([self.words.say("not known", "нет сведений")])
        # States come last: "any state but" must not seem to go on with the others.
        contents = others + known if fact.kind == "country" else known + others
        return [self.words.fact(fact), ": ", *self.alternatives(contents)]

    def alternatives(self, contents):
        """One of several: a, b or c."""
        if len(contents) == 1:
            return contents[0]
        return [*joined(contents[:-1], ", "), self.words.say(" or ", " или "), *contents[-1]]

    def box(self, box):
        asked = [self.asked(code, classes) for code, classes in sorted(box.items())]
        return joined(asked, "; ") or [self.words.say("every case", "любой случай")]

    def sentences(self, boxes):
        """What all boxes ask, and a sentence for each with the rest."""
        say, common = self.words.say, {}
        if len(boxes) > 1:
            common = {code: classes for code, classes in boxes[0].items() if all(box.get(code) == classes for box in boxes)}
        together = [say(" In all these cases: ", " Во всех этих случаях: "), *self.box(common), "."] if common else []
        each = [{code: classes for code, classes in box.items() if code not in common} for box in boxes]
        return together, [[say("For ", "Если "), *self.box(box), "."] for box in each]


def groups_in(rows):
    return {name for row in rows for one in row.conditions for name in one.groups}


class Sentences:
    """The sentences about one law, and the groups of states that they name."""

    def __init__(self, law, axes, words):
        self.law, self.axes, self.words, self.printer = law, axes, words, Printer(law, words)
        self.named = set()

    # ---- The answers ----

    def answer(self, answer, rows):
        say = self.words.say
        if answer == DEPENDS:
            return [say("depends on the fact that is not known", "зависит от факта, о котором нет сведений")]
        ids = joined([[Code(row.id)] for row in rows], ", ")
        if answer is None:
            silent = [say(" (silent: ", " (молчание: "), *ids, ")"] if rows else []
            return [say("nothing", "ничего"), *silent]
        return [*self.printer.effect(rows[0]), " (", *ids, ")"]

    def change(self, change):
        say = self.words.say
        return [Strong(say("Before:", "Было:")), " ", *self.answer(change.before, change.rows_before), ". ",
                Strong(say("After:", "Стало:")), " ", *self.answer(change.after, change.rows_after), "."]

    def changes(self, one, changes):
        """The cases of a list under what happens to them."""
        cases = Cases(self.law, self.axes, self.words, one.rows)
        for change in changes:
            together, each = cases.sentences(change.boxes)
            yield Bullets(each, self.change(change) + together)
        self.named |= cases.named

    def list_title(self, one):
        say = self.words.say
        stage = say("notes", "примечания") if one.stage == STAGE_NOTES else say(f"stage {one.stage}", f"этап {one.stage}")
        return f"{capital(self.words.label(one.question))}: {stage}, " + say(f"list “{one.name}”", f"список «{one.name}»")

    def lists(self, title, lists, alike):
        chosen = [(one, [change for change in changes if change.alike == alike]) for one, changes in lists]
        blocks = [block for one, changes in chosen if changes
                  for block in (Heading(3, [self.list_title(one)]), *self.changes(one, changes))]
        return [Heading(2, [title]), *blocks] if blocks else []

    # ---- The rows ----

    def row(self, row):
        say, printer = self.words.say, self.printer
        self.named |= groups_in([row])
        asked = joined(printer.asked(row), "; ")
        return [Code(row.id), " (", *linked(self.words.of(row.place)), f", {printer.act_name(row.act)}, ",
                site(row.act.address), "). ",
                *([say("If ", "Если "), *asked] if asked else [say("In every case", "В любом случае")]),
                say(". Then: ", ". То: "), *printer.effect(row),
                say(". Known ", ". Известно "), printer.times(row), say("; editions ", "; редакции: "), printer.editions(row),
                "."]

    def rows(self, title, rows):
        return [Heading(2, [title]), Bullets(list(map(self.row, rows)))] if rows else []

    def twin(self, old, new, before, after):
        one = self.printer.lists[id(new)]
        places = [[row for row in one.rows if view.holds(row)].index(row) + 1 for row, view in ((old, before), (new, after))]
        return [Code(new.id), self.words.say(" took the place of ", " вместо "), Code(old.id), self.words.say(
            f", with the same conditions and the same effect: place {places[0]} before, place {places[1]} after.",
            f", с теми же условиями и тем же результатом: было место {places[0]}, стало место {places[1]}.")]

    def twins(self, pairs, before, after):
        title = self.words.say("Rows that took another's place", "Строки, занявшие место других")
        return [Heading(2, [title]), Bullets([self.twin(*pair, before, after) for pair in pairs])] if pairs else []


def view_in_words(words, view):
    known = words.say("everything published", "всё опубликованное") if view.known_on == LAST_DAY else words.say(
        f"what was published by {words.day(view.known_on)}", f"опубликованное на {words.day(view.known_on)}")
    return words.say(f"{known}, edition {view.edition}", f"{known}, редакция {view.edition}")


def printed_difference(law, axes, before, after, found, language):
    """The difference that was found between two views, in a language."""
    words = Words(language)
    say, sentences = words.say, Sentences(law, axes, words)
    blocks = [Paragraph([Strong(say("Before:", "Было:")), f" {view_in_words(words, before)}. ",
                         Strong(say("After:", "Стало:")), f" {view_in_words(words, after)}."])]
    body = [*sentences.rows(say("Rows that came", "Строки, которые появились"), found.came),
            *sentences.rows(say("Rows that ended", "Строки, которых больше нет"), found.ended),
            *sentences.twins(found.twins, before, after),
            *sentences.lists(say("Cases decided otherwise", "Случаи, которые решаются иначе"), found.lists, False),
            *sentences.lists(say("Cases decided alike, by another row", "Случаи, которые решаются так же, другой строкой"),
                             found.lists, True)]
    title = say("What differs: ", "Что изменилось: ") + words.of(law.label)
    if not body:
        return Document(language, title, [], blocks + [Paragraph([say("The same rows are in force: nothing differs.",
                                        "Действуют те же строки: различий нет.")])])
    blocks += [Paragraph([say(
        "Each list is compared by itself, by the first row that fits; what the other lists and the later stages of a question "
        "make of it is not followed. A fact counts as known where a case does not say “not known”.",
        "Каждый список сравнивается отдельно, по первой подходящей строке; что из этого сделают другие списки и следующие "
        "этапы того же вопроса, не прослежено. Факты считаются известными, если в случае не указано «нет сведений».")])]
    groups = sentences.printer.groups([name for name in law.groups if name in sentences.named], level=2)
    return Document(language, title, [], blocks + body + groups)
