"""Writes the C tables of names.toml, and the assertions that hold them to the public headers."""

from functools import reduce

from c_text import array, bits, number, struct, text
from model import NONE
from names import folded

FACT_LIST, QUESTION_LIST = 201, 202


def constant(*words):
    return "STATUSRULES_" + "_".join(word.upper() for word in words)


def asserted(left, right):
    return f'_Static_assert({left} == {right}, "names.toml and the headers differ: {left}");'


def assertions(names):
    """Every code of names.toml that the headers name too."""
    lines = []
    for fact in names.facts.values():
        lines.append(asserted(constant("fact", fact.name), fact.code))
        lines.append(asserted(f"offsetof(statusrules_facts, {fact.name})", f"4 * {constant('fact', fact.name)}"))
        if fact.kind == "name":
            lines += [asserted(constant(fact.name, name), code) for name, code in fact.values.items()]
    lines += [asserted(constant("question", one.name), one.code) for one in names.questions.values()]
    lines += [asserted("STATUSRULES_NAMES_FACT", FACT_LIST), asserted("STATUSRULES_NAMES_QUESTION", QUESTION_LIST)]
    for one in names.lists.values():
        lines.append(asserted(constant("names", one.name), one.code))
        for code, name, _, _ in one.values:
            lines.append(asserted("STATUSRULES_OK" if name == "ok" else constant(one.name, name), code))
    lines += [asserted(f"STATUSRULES_COUNTRY('{letters[0]}', '{letters[1]}')", code)
              for letters, (code, _, _) in names.countries.items()]
    lines += [asserted("STATUSRULES_NO", 0), asserted("STATUSRULES_YES", 1)]
    return "\n".join(lines) + "\n"


def facts(names, pool):
    """By number; a number without a fact is left empty."""
    items = []
    for fact in sorted(names.facts.values(), key=lambda fact: fact.code):
        is_value = "NULL"
        if fact.labels and len(fact.labels) < fact.last - fact.first + 1:
            is_value = pool.add("uint8_t", "is_value",
                                [int(value in fact.labels) for value in range(fact.first, fact.last + 1)])
        info = struct({"kind": constant("kind", fact.kind), "first": fact.first, "last": fact.last,
                       "none": int(fact.has_none)})
        entry = struct({"info": info, "not_before": fact.not_before,
                        "days_from": fact.days_from, "days_to": fact.days_to, "is_value": is_value})
        items.append(f"[{constant('fact', fact.name)}] = {entry},")
    last = max(fact.code for fact in names.facts.values())
    return (f"const statusrules_table_fact statusrules_table_facts[] = {{\n    " + "\n    ".join(items) + "\n};\n"
            f"const int32_t statusrules_table_n_facts = {last};\n"
            f"const int64_t statusrules_table_counted = {bits(one.code for one in names.facts.values() if one.days_to)};\n")


def question_facts(names):
    items = [f"    [{constant('question', one.name)}] = {bits(names.facts[fact].code for fact in one.facts)},"
             for one in sorted(names.questions.values(), key=lambda one: one.code)]
    last = max(one.code for one in names.questions.values())
    return ("const int64_t statusrules_table_question_facts[] = {\n" + "\n".join(items) + "\n};\n"
            f"const int32_t statusrules_table_n_questions = {last};\n")


def name_lists(names):
    """(code of the list, its entries, the entry of none), by code; entries by code too."""
    lists = {FACT_LIST: [(one.code, one.name, one.en, one.ru) for one in names.facts.values()],
             QUESTION_LIST: [(one.code, one.name, one.en, one.ru) for one in names.questions.values()]}
    nones = {fact.code: [(NONE, "none", *fact.none)] for fact in names.facts.values() if fact.has_none}
    for fact in names.facts.values():
        if fact.labels or fact.has_none:
            lists[fact.code] = [(code, *label) for code, label in fact.labels.items()]
    for one in names.lists.values():
        lists[one.code] = one.values
    return [(code, sorted(entries), nones.get(code, [])) for code, entries in sorted(lists.items())]


def mark(label):
    """The checksum of a label that lib/engine/tables.h describes."""
    return reduce(lambda sum_, byte: (31 * sum_ + byte) % 256, folded(label), 0)


def name_entry(code, *labels):
    marks = ", ".join(str(mark(label)) for label in labels)
    return f"{{{number(code)}, {{{marks}}}, {{{', '.join(map(text, labels))}}}}}"


def all_names(names):
    """Equal lists, as those of the countries, are written once; none, which differs, stands apart."""
    parts, tables, written = [], [], {(): "NULL"}

    def write(name, entries):
        items = tuple(name_entry(*entry) for entry in entries)
        if items not in written:
            written[items] = name
            parts.append(array("statusrules_table_name", name, items, one_a_line=True))
        return written[items]

    for code, entries, none in name_lists(names):
        tables.append(f"    {{{code}, {write(f'names_{code}', entries)}, {len(entries)}, "
                      f"{write(f'none_{code}', none)}}},")
    parts.append("const statusrules_table_names statusrules_table_all_names[] = {\n" + "\n".join(tables) + "\n};\n"
                 f"const int32_t statusrules_table_n_names = {len(tables)};\n")
    return "\n".join(parts)
