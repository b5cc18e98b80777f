"""Writes the C tables of one law."""

from c_text import array, bits, mask, number, struct, text
from model import AXIS_NAMES, EDITION, KNOWN_ON, NONE, NOT_A_DAY, READING, STAGE_NOTES, STATE, STATE_FACTS
from write_names import constant

AXIS_NUMBERS = {code: constant("axis", name) for code, name in AXIS_NAMES.items()}


def runs(numbers):
    """First and last of each run of numbers that follow each other."""
    firsts = [number for number in numbers if number - 1 not in numbers]
    lasts = [number for number in numbers if number + 1 not in numbers]
    return [end for pair in zip(firsts, lasts) for end in pair]


# The place of no row, in lib/engine/tables.h.
NO_STEP = 64
NO_SIDES = (NOT_A_DAY, NOT_A_DAY)


def step(effect):
    """What a row makes of the day that comes in: what it adds, and the least that stands then."""
    nothing = "STATUSRULES_TO_NOTHING"
    if effect.kind == "THROUGH":
        return "{0, " + number(effect.day) + "}"
    if effect.kind == "PLUS":
        return f"{{{effect.days}, STATUSRULES_NO_DAY}}"
    if effect.kind == "OPEN":
        return f"{{{nothing}, {number(NONE)}}}"
    stands = effect.kind if effect.kind in ("YES", "CONFLICT", "DISCRETION", "NO") else "SILENT"
    return f"{{{nothing}, STATUSRULES_STANDS_{stands}}}"


def sides(effect):
    """The first and the last day of the sides of a conflict; the last day as others have it."""
    if effect.kind == "CONFLICT":
        days = [side.day for side in effect.sides if side.day != NOT_A_DAY]
        return min(days, default=NOT_A_DAY), max(days, default=NOT_A_DAY)
    day = effect.day if effect.kind == "THROUGH" else NOT_A_DAY
    return (NOT_A_DAY, effect.latest) if effect.latest > day else NO_SIDES


def optional(value):
    """A last day or edition that is not set stands for: still."""
    return NONE if value is None else value


def both(member, texts):
    """A member in English and Russian."""
    return {f"{member}_en": text(texts[0]), f"{member}_ru": text(texts[1])}


class LawWriter:
    def __init__(self, law, place, axes, digests, pool):
        self.law, self.place, self.axes, self.digests, self.pool = law, place, axes, digests, pool
        self.rows = sorted(law.rows, key=lambda row: row.number)
        self.acts = law.acts()
        self.places = {id(row): (one, place) for one in law.lists for place, row in enumerate(one.rows, 1)}
        self.parts = []

    def name(self, *words):
        """A name of the law's own in the file; law names may hold full stops, and the place keeps them apart."""
        return "_".join([f"law_{self.place}", self.law.name.replace(".", "_"), *map(str, words)])

    def add(self, type_, name, items):
        """An array with one item a line; NULL for an empty one."""
        if not items:
            return "NULL"
        self.parts.append(array(type_, name, items, one_a_line=True))
        return name

    def axis_name(self, code):
        if code in AXIS_NUMBERS:
            return AXIS_NUMBERS[code]
        return constant("fact", self.axes.axes[code].name)

    def outcome(self, name):
        return "0" if name is None else constant("outcome", name)

    def write_acts(self):
        return self.add("statusrules_act", self.name("acts"), [
            struct({"key": text(act.key), **both("issuer", act.issuer), "number": text(act.number), "date": act.date,
                    **both("title", act.title), "address": text(act.address)}) for act in self.acts])

    def condition(self, one):
        values = self.pool.add("int32_t", "values", one.values)
        fact = constant(one.fact.name) if one.fact.code in AXIS_NAMES else constant("fact", one.fact.name)
        return struct({"fact": fact, "form": constant("condition", one.form), "mark": constant("mark", one.mark),
                       "first": one.first, "last": one.last, "n_values": len(one.values), "values": values})

    def side(self, one):
        return struct({"outcome": self.outcome(one.outcome), "day": number(one.day), **both("source", one.source)})

    def by_provision(self, type_, word, lists):
        """An array of arrays, one a provision."""
        names = [self.add(type_, self.name(word, row.number), items) for row, items in zip(self.rows, lists)]
        self.parts.append(array(f"{type_} *const", self.name(word), names))
        return self.name(word)

    def provision(self, row):
        effect, (own_list, place) = row.effect, self.places[id(row)]
        return struct({
            "number": row.number, "question": constant("question", row.question.name),
            "effect": constant("effect", effect.kind), "outcome": self.outcome(effect.outcome),
            "day": number(effect.day if effect.kind == "THROUGH" else NOT_A_DAY), "latest": number(effect.latest),
            "days": effect.days, "suspended": int(effect.suspended),
            "readings": sum(1 << code for code in row.readings), "certainty": constant("certainty", row.certainty),
            "known_from": row.known_from, "known_until": number(optional(row.known_until)),
            "edition_from": row.edition_from, "edition_until": number(optional(row.edition_until)),
            "n_conditions": len(row.conditions), "n_sides": len(effect.sides), "quoted": int(row.quoted),
            "act": self.acts.index(row.act) + 1,
            "stage": 0 if own_list.stage == STAGE_NOTES else own_list.stage, "list": own_list.number,
            "list_place": place, "id": text(row.id), **both("place", row.place), **both("passage", row.passage),
            **both("says", row.says), **both("remark", row.remark), "list_name": text(own_list.name)})

    def write_axes(self):
        items = []
        for code, axis in sorted(self.axes.axes.items()):
            class_of = self.pool.add("uint8_t", "class_of", axis.class_of)
            class_end = self.pool.add("int32_t", "class_end", axis.class_end or [])
            items.append(f"[{self.axis_name(code)}] = {{{axis.class_of_first}, {len(axis.class_of) - 1}, {class_of}, "
                         f"{class_end}, {axis.n_classes}}}")
        return self.add("statusrules_table_axis", self.name("axes"), items)

    def block_row(self, row):
        effect = row.effect
        earliest_side, latest_side = sides(effect) if effect.kind == "CONFLICT" else NO_SIDES
        marked = {kind: bits(fact for one in row.conditions for fact in self.presumed(one, kind))
                  for kind in ("UNLESS_KNOWN", "IF_KNOWN")}
        return (f"{{{row.number}, {constant('effect', effect.kind)}, "
                f"{number(effect.day if effect.kind == 'THROUGH' else NOT_A_DAY)}, {number(effect.latest)}, "
                f"{effect.days}, {number(earliest_side)}, {number(latest_side)}, {marked['UNLESS_KNOWN']}, {marked['IF_KNOWN']}}}")

    def presumed(self, condition, kind):
        """The facts that a condition presumes something of: of the two that say which state decides, one can be missing."""
        if condition.fact.code == STATE:
            return [self.law.names.facts[name].code for name in STATE_FACTS]
        return [condition.fact.code] if condition.mark == kind else []

    def steps(self, question, at, effects):
        """The steps of a block and its sides, up to the place of no row."""
        missing = NO_STEP + 1 - len(effects)
        of_rows = [sides(effect) for effect in effects]
        steps = [step(effect) for effect in effects] + ["{STATUSRULES_TO_NOTHING, STATUSRULES_STANDS_SILENT}"] * missing
        all_sides = [f"{{{number(first)}, {number(last)}}}" for first, last in of_rows + [NO_SIDES] * missing]
        return (self.add("statusrules_table_step", self.name(question.name, "steps", at), steps),
                self.add("statusrules_table_sides", self.name(question.name, "sides", at), all_sides))

    def block(self, question, at, block):
        rows = self.add("statusrules_table_row", self.name(question.name, "rows", at),
                        [self.block_row(row) for row in block.rows])
        steps, all_sides = self.steps(question, at, [row.effect for row in block.rows])
        masks = "".join(f"         [{self.axis_name(code)}] = {self.pool.add('uint64_t', 'masks', masks)},\n"
                        for code, masks in sorted(block.masks.items()))
        known = "".join(f"         [{self.axis_name(code)}] = {mask(asks)},\n"
                        for code, asks in sorted(block.if_known.items()) if asks)
        known = f"     .if_known = {{\n{known}     }},\n" if known else ""
        readings = sum(1 << at for at, row in enumerate(block.rows) if READING in self.axes.asks[id(row)])
        newest = block.masks[KNOWN_ON][self.axes.axes[KNOWN_ON].n_classes - 1] & block.masks[EDITION][-1]
        return (f"{{.stage = {block.stage}, .list = {block.list}, .rows = {rows}, .n_rows = {len(block.rows)},\n"
                f"     .steps = {steps}, .sides = {all_sides},\n"
                f"     .newest = {mask(newest)}, .by_reading = {mask(readings)},\n"
                f"     .masks = {{\n{masks}     }},\n{known}    }}")

    def completions(self, member, made):
        if not made:
            return ""
        lines = []
        for code, one in sorted(made.items()):
            classes = self.pool.add("uint8_t", "completed", one.classes)
            earliest = self.pool.add("int32_t", "earliest", one.earliest or [])
            lines.append(f"         [{self.axis_name(code)}] = {{{classes}, {earliest}, {len(one.classes)}, {one.every}}},\n")
        return f"     .{member} = {{\n{''.join(lines)}     }},\n"

    def unknown(self, asked, made):
        """The first class that each unknown fact can stand for, and the facts that can stand for more than one. What a
        missing state stands for depends on the other fact that says which state decides."""
        facts = self.law.names.facts
        first = [made[code].classes[0] if code in made else 0 for code in range(max(one.code for one in facts.values()) + 1)]
        several = sum(1 << code for code, one in made.items()
                      if len(one.classes) > 1 and code in asked and code != facts["last_day"].code)
        return self.pool.add("uint8_t", "unknown", first), several

    def question(self, question):
        compiled = self.law.compiled[question.name]
        blocks = "NULL"
        if compiled.blocks:
            blocks = self.add("statusrules_table_block", self.name(question.name, "blocks"),
                              [self.block(question, at + 1, block) for at, block in enumerate(compiled.blocks)])
        facts = self.pool.add("uint8_t", "facts", [*compiled.facts, 0])
        others = self.pool.add("uint8_t", "facts", [*runs(compiled.other_facts), 0])
        unknown, open_facts = self.unknown(compiled.facts, compiled.completions)
        strict_unknown, strict_open = self.unknown(compiled.facts, compiled.strict)
        return (f"[{constant('question', question.name)}] = {{.blocks = {blocks}, .n_blocks = {len(compiled.blocks)},\n"
                f"     .facts = {facts}, .other_facts = {others},\n"
                f"     .unknown_classes = {unknown}, .open = {open_facts:#x},\n"
                f"     .strict_unknown_classes = {strict_unknown}, .strict_open = {strict_open:#x},\n"
                f"     .asked_if_known = {compiled.asked_if_known:#x}, "
                f".uses_last_day = {int(compiled.uses_last_day)}, .uses_state = {int(compiled.uses_state)},\n"
                f"{self.completions('completions', compiled.completions)}"
                f"{self.completions('strict_completions', compiled.strict)}    }}")

    def write_questions(self):
        questions = sorted(self.law.names.questions.values(), key=lambda one: one.code)
        return self.add("statusrules_table_question", self.name("questions"), list(map(self.question, questions)))

    def write(self):
        """The C text of the law; its own name in it is that of `name()`."""
        acts = self.write_acts()
        conditions = self.by_provision("statusrules_condition", "conditions",
                                       [[self.condition(one) for one in row.conditions] for row in self.rows])
        sides = self.by_provision("statusrules_side", "sides",
                                  [[self.side(one) for one in row.effect.sides] for row in self.rows])
        provisions = self.add("statusrules_provision", self.name("provisions"), [self.provision(row) for row in self.rows])
        axes, questions = self.write_axes(), self.write_questions()
        digests = self.add("char *const", self.name("digests"), list(map(text, self.digests)))
        members = {"name": text(self.law.name), "label_en": text(self.law.label[0]), "label_ru": text(self.law.label[1]),
                   "digests": digests, "edition": self.law.edition, "acts": acts, "n_acts": len(self.acts),
                   "provisions": provisions, "conditions": conditions, "sides": sides,
                   "n_provisions": len(self.rows), "axes": axes, "questions": questions}
        self.parts.append(f"static const statusrules_law {self.name()} = {{\n"
                          + "".join(f"    .{member} = {value},\n" for member, value in members.items()) + "};\n")
        return "\n".join(self.parts)
