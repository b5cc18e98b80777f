#!/usr/bin/env python3
"""Do the tests see what they are there to see? Plants one defect at a time in a copy of the tree and expects red.

Each defect names the guards that must fail: suites, or the build itself. A guard that stays green is a failure here.
Prints TAP.

    planted.py --source DIR             all of them
    planted.py --source DIR --one-in N  every N-th
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))
from tap import Tap  # noqa: E402
from tree import copy_tree  # noqa: E402

LAW = "lib/law/statement.toml"
S1 = ('[row.when]\nterm       = "permanent_residence_permit"\nlast_day   = 2021-12-31\n'
      'location   = { in = "in_russia", mark = "unless known" }\n')
BUILD = "the build"

# What is planted; file; text that stands there; text that takes its place; the guards that must fail.
DEFECTS = [
    ("a wrong day in the law", LAW, "last_day   = { from = 2022-01-01 }", "last_day   = { from = 2022-01-02 }",
     ["vectors/vectors", "law/statement", "exhaustive/extension", "surface"]),
    ("a day that the quotation does not say", LAW,
     'gives      = { yes = { through = 2022-07-18 } }\n' + S1, 'gives      = { yes = { through = 2022-07-19 } }\n' + S1,
     [BUILD]),
    ("a window that begins a day late", LAW, "last_day   = { from = 2021-06-16, to = 2021-12-31 }",
     "last_day   = { from = 2021-06-17, to = 2021-12-31 }", ["vectors/vectors", "exhaustive/extension"]),
    ("a mark that was dropped", LAW, S1, S1.replace('{ in = "in_russia", mark = "unless known" }', '"in_russia"'),
     ["vectors/vectors", "law/statement"]),
    ("two overlapping rows in the other order", LAW, 'id         = "S1.suspension"\n',
     'id         = "S1.suspension"\nbefore     = "S1"\n', ["vectors/vectors"]),
    ("a number of days that its passage does not say", LAW, "gives      = { yes = { plus_days = 199 } }",
     "gives      = { yes = { plus_days = 198 } }", [BUILD]),
    ("a quotation that the source does not say", LAW, "Vaccines are available to all", "Vaccines are offered to all",
     [BUILD]),
    ("a state that left its list", "lib/law/order-1253.toml", '["BY", "KZ", "CN", "MN", "XA", "XO"]',
     '["BY", "KZ", "MN", "XA", "XO"]', ["vectors/vectors", "vectors/digests", "law/measures", "exhaustive/measures_extension"]),
    ("an age too low", "lib/law/vaccination.toml", "age        = { to = 17 }", "age        = { to = 16 }",
     ["vectors/vectors", "law/measures_eligibility", "exhaustive/measures"]),
    ("a notice that is long enough a day early", "lib/law/entry-protocol-18kv.toml", "notice_days = { to = 9 }",
     "notice_days = { to = 8 }",
     ["vectors/vectors", "law/measures_entry", "exhaustive/measures_entry"]),
    ("an oracle that is a year off", "tests/support/oracle_care.c", "f->age < 18", "f->age < 19",
     ["vectors/written", "exhaustive/measures"]),
    ("an erratum that reaches into the older edition", "tests/law/amended/never-was.toml",
     'edition_from = 2\nsays.en    = "only citizens', 'edition_from = 1\nsays.en    = "only citizens', ["law/amended"]),
    ("a remark that is not explained", "lib/answers/explain.c", "        statusrules_text_add(text, remark);\n", "",
     ["law/explanations"]),
    ("a gathered line whose row is not there", "lib/law/entry-eligibility-use.md", "| EDU-0: no study ground | B7.8;",
     "| EDU-0: no study ground | B7.88;", ["sources"]),
    ("a reason that is printed otherwise", "lib/law/measures-left-out.toml", '"It is not entry."', '"It is no entry."', ["sources"]),
    ("a provision that is not printed", "lib/law_compiler/printed.py", "if row.act is act)", "if row.act is act and row.number > 1)",
     ["printed"]),
    ("a difference that forgets what is not known", "lib/law_compiler/difference.py",
     'return ask.mark != "IF_KNOWN"', "return False", ["difference"]),
    ("a row without a source", LAW, 'place.en   = "paragraph 14, sentence 2"\n', "", [BUILD]),
    ("a value with another number", "include/statusrules/facts.h", "STATUSRULES_TERM_VISA = 2,",
     "STATUSRULES_TERM_VISA = 17,", [BUILD]),
    ("a constant with another number", "include/statusrules/answers.h", "STATUSRULES_STEP_NOTE = 7,",
     "STATUSRULES_STEP_NOTE = 19,", ["surface"]),
    ("a member in the wrong place", "include/statusrules/ask.h", "    int64_t missing;\n", "    int64_t more;\n    int64_t missing;\n",
     ["surface"]),
    ("a symbol that no header declares", "lib/statusrules.map", "        statusrules_version;\n",
     "        statusrules_version;\n        statusrules_decide;\n", ["surface"]),
    ("a header that C23 refuses", "include/statusrules/calendar.h", "statusrules_add_days(int32_t *sum, int32_t day, int32_t n,",
     "statusrules_add_days(int32_t *sum, int32_t day, int32_t typeof,", ["surface"]),
    ("a source with a conversion that nobody meant", "lib/calendar/calendar.c", "int32_t first = STATUSRULES_FIRST_DAY - day;",
     "int32_t first = STATUSRULES_FIRST_DAY - (uint32_t)day;", ["surface"]),
    ("a function that is not exported", "lib/statusrules.map", "        statusrules_steps;\n", "", ["surface"]),
    ("a state that changes", "lib/engine/ask.c", "int32_t statusrules_ask(",
     "int32_t statusrules_calls;\nint32_t statusrules_ask(", ["surface"]),
    ("a day in the engine", "lib/engine/decide.c", "#include \"engine/decide.h\"\n",
     "#include \"engine/decide.h\"\n\n/* 31 December 2021 */\n", ["separation"]),
    ("a kind of document in the engine", "lib/engine/decide.c", "#include \"engine/decide.h\"\n",
     "#include \"engine/decide.h\"\n\nenum { ONLY_THIS = STATUSRULES_TERM_VISA };\n", ["separation"]),
    ("a presumption that is not named", "lib/engine/decide.c", ".unless_known & unknown", ".unless_known & 0",
     ["unit/fictitious", "exhaustive/extension"]),
    ("a day counted one too far", "lib/engine/decide.c", "incoming + row->days;", "incoming + row->days + 1;",
     ["vectors/vectors", "exhaustive/extension"]),
    ("a missing fact taken for its first value", "lib/engine/missing.c", "i < statusrules_completions(c, fact)->n && !s->done; i++) {",
     "i < 1 && !s->done; i++) {", ["property/properties", "property/missing"]),
    ("an answer that stays the same a day longer than it says", "lib/engine/decide.c",
     "day <= answer->day ? answer->day : STATUSRULES_LAST_DAY", "day <= answer->day ? answer->day + 1 : STATUSRULES_LAST_DAY",
     ["property/span", "unit/ask"]),
    ("a number of days that does not move with its day", "lib/engine/line.c",
     "        line->moves |= (int64_t)1 << counted;\n", "        line->moves |= 0;\n", ["property/span", "property/inverse"]),
    ("the worst fact to ask next", "lib/engine/missing.c", "a->worst < b->worst", "a->worst > b->worst",
     ["property/missing"]),
    ("a change among steady days that is passed over", "lib/engine/span.c", "if (end == day || is_same_on(o, end, 0)) {", "if (1) {",
     ["property/span"]),
    ("an explanation in which an answer ends a day early", "lib/answers/explain.c", "answer->same_until + 1", "answer->same_until",
     ["unit/explain", "law/explanations"]),
    ("a fact that cannot be inverted, without those that can", "lib/answers/error_text.c",
     "if (statusrules_question_asks(question, fact) && is_day(fact)) {", "if (0) {", ["unit/explain"]),
    ("a yes that settles a stretch alone", "lib/engine/missing.c",
     "return g->differ || all->answer.outcome != STATUSRULES_OUTCOME_YES;", "return 1;", ["property/inverse"]),
    ("a last day passed over that a row still reaches", "lib/engine/line.c", "        if (rows) {\n", "        if (rows & (rows - 1)) {\n",
     ["property/inverse"]),
    ("a day of issue from which nothing is open, taken for one like those before", "lib/engine/tree.c",
     "        end = tree->issue_until < end ? tree->issue_until : end;\n", "", ["property/impact", "property/impact_of_made_up_laws"]),
    ("a box that says nothing of its cases", "lib/engine/impact.c", "    add_spans(out, at);\n", "", ["property/impact"]),
    ("an error that names another fact than the day that days are counted from", "lib/engine/classes.c",
     "statusrules_lowest_bit((uint64_t)(varies & ends))", "statusrules_lowest_bit((uint64_t)varies)", ["unit/impact"]),
    ("two days asked about taken for the first of them", "lib/engine/tree.c", "tree->last_issue = one_day && day", "tree->last_issue = day",
     ["unit/impact"]),
    ("a box with what was issued after the day asked about", "lib/engine/impact.c", "    add_issue(out, tree, at);\n", "",
     ["property/impact"]),
    ("an interval that begins a day late", "lib/engine/inverse.c", "v->through - answer.day), until",
     "v->through - answer.day) + 1, until", ["property/inverse", "unit/inverse"]),
    ("an interval written past its place", "lib/engine/inverse.c", "v->n <= v->capacity", "v->n <= v->capacity + 1",
     ["property/inverse"]),
    ("a change of the day alone that no box holds", "lib/engine/tree.c", "return a->first.day != b->first.day;", "return 0;",
     ["property/impact", "property/impact_of_made_up_laws"]),
    ("a box whose values end a day early", "lib/engine/tree.c", "        add_piece(fork, tree, day, until, &part);",
     "        add_piece(fork, tree, day, until - (until > day), &part);", ["property/impact"]),
    ("an expression in which a range ends a day early", "lib/answers/sql.c", 'add(&words->text, " <= ");',
     'add(&words->text, " < ");', ["sql/vectors"]),
    ("a name that is not quoted", "lib/answers/sql_words.c", "        if (*words == *quote) {", "        if (0) {", ["sql/index"]),
    ("half an expression that was too long", "lib/answers/sql.c", "        statusrules_text_clear(&words->text);\n", "",
     ["sql/index"]),
    ("a tree that takes more stack than it says", "lib/engine/tree.h", "STATUSRULES_MAX_PIECES = 320",
     "STATUSRULES_MAX_PIECES = 640", ["sql/stack"]),
    ("a window whose day is one too far", "lib/engine/windows.c", "verdict->answer.day - from", "verdict->answer.day - from + 1",
     ["columns"]),
    ("days that all lead out of the calendar, taken for none", "lib/engine/windows.c",
     "    return windows->last_day >= STATUSRULES_FIRST_DAY;\n", "    return 1;\n", ["columns/laws"]),
    ("outcomes written over last days that are read again", "lib/engine/documents.c",
     " && narrow->outcome->values != plan->last_day->values;", ";", ["columns/forms"]),
    ("a row decided by its neighbour's masks", "lib/engine/masks.c", "rows->classes[v][row];",
     "rows->classes[v][row ? row - 1 : 0];", ["columns", "columns/laws"]),
    ("a row that walks by its neighbour's masks", "lib/engine/walk.c", "[asked->numbers[j][i]];",
     "[asked->numbers[j][i ? i - 1 : 0]];", ["columns/laws"]),
    ("a stage that starts from the printed day", "lib/engine/standing.c",
     "const uint32_t day = is_day(standing[i]);", "const uint32_t day = 0;", ["columns/laws"]),
    ("a later row of a long list that decides as well", "lib/engine/walk.c", "set &= (uint64_t)decided[i] - 1;",
     "set &= ~(uint64_t)0;", ["columns/large_laws"]),
    ("readings that differ, taken for one", "lib/engine/standing.c", "(int32_t)statusrules_pick(same, (uint32_t)all[i]",
     "(int32_t)statusrules_pick(~0U, (uint32_t)all[i]", ["columns/laws"]),
    ("a row that is sure of what it misses", "lib/engine/walk_plan.c", "statusrules_must_fit(c, block, axis);",
     "statusrules_might_fit(c, block, axis);", ["columns/laws"]),
    ("a last day that is missing and comes in as none", "lib/engine/standing.c", "(uint32_t)STATUSRULES_ANY_DAY",
     "(uint32_t)STATUSRULES_NO_DAY", ["columns/laws"]),
    ("a step of a row that gives a day too much", "lib/law_compiler/write_law.py", 'return "{0, " + number(effect.day)',
     'return "{0, " + number(effect.day + 1)', ["columns/laws"]),
    ("blocks for which a thread may have too little stack", "lib/engine/row_classes.h", "STATUSRULES_MASK_ROWS = 128",
     "STATUSRULES_MASK_ROWS = 512", ["columns/laws"]),
    ("rows that wait and are not completed", "lib/engine/cases.c", "|| place == n", "|| place < 0", ["columns/laws"]),
    ("a completion that is kept for a row that misses something else", "lib/engine/missing_rows.c",
     "told->missing == row->missing", "told->missing", ["columns/laws"]),
    ("lists that stand in each other's place", "lib/engine/words.c", "words->shift[b] = (uint8_t)used[word];",
     "words->shift[b] = 0;", ["columns/laws"]),
    ("completions that are not compared", "lib/engine/missing_rows.c", "    } else if (tried->standing[i] != row->standing",
     "    } else if (0 && tried->standing[i] != row->standing", ["columns/laws"]),
    ("a completion before the day of issue", "lib/engine/branch.c", "made->first_day <= made->last_day", "1",
     ["columns/laws"]),
    ("two states that decide, taken for one", "lib/engine/row_classes.c", "((two | (one_missing & strict))",
     "((one_missing & strict)", ["columns/laws"]),
    ("a way out of the calendar that nobody sees", "lib/engine/walk_plan.c", "STATUSRULES_LAST_DAY - added;",
     "STATUSRULES_LAST_DAY;", ["columns/laws"]),
    ("a class taken one value late", "lib/engine/row_classes.c", "values[i] > after ? more : 0",
     "values[i] > after + 1 ? more : 0", ["columns/laws"]),
    ("a row whose bytes are read from its neighbour", "lib/engine/rows.c", "column->valid + (at >> 3)",
     "column->valid + ((at + 1) >> 3)", ["columns"]),
    ("a day that takes the bit of its neighbour", "lib/engine/rows.c", "bits >> i & 1", "bits >> (i ^ 1) & 1",
     ["columns", "columns/forms"]),
    ("a moment before the epoch, taken for the day after", "lib/engine/rows.c", "/ ticks_per_day) ^ before;",
     "/ ticks_per_day) * (before | 1);", ["columns/forms"]),
    ("a day too far away, written all the same", "lib/engine/cases.c", "found.marks[i] |=", "found.marks[i] &=", ["columns/forms"]),
    ("a receipt that forgets the parameters", "lib/engine/receipt.c", "statusrules_two(options->known_on, options->valid_on);",
     "statusrules_two(STATUSRULES_UNKNOWN, options->valid_on);", ["unit/receipt", "vectors/vectors"]),
    ("a fact that is not in the receipt", "lib/engine/receipt.c", "if (value != STATUSRULES_UNKNOWN) {",
     "if (value != STATUSRULES_UNKNOWN && fact != STATUSRULES_FACT_LOCATION) {", ["unit/receipt", "columns", "vectors/vectors"]),
    ("a receipt of its neighbour's facts", "lib/engine/receipt_rows.c", "statusrules_two(fact, values[i])",
     "statusrules_two(fact, values[i ? i - 1 : 0])", ["columns", "columns/laws"]),
    ("a check symbol that nobody checks", "lib/answers/receipt_text.c", "    if (remainder) {", "    if (0 && remainder) {",
     ["unit/receipt"]),
    ("an explanation without its source", "lib/answers/explain.c", "    add_source(text, law, provision);\n", "",
     ["unit/explain"]),
    ("a register that is answered from another's memory", "bindings/sqlite/statusrules_sqlite.c",
     "return same_value(&a->facts, &b->facts) && ", "return ", ["sql/sqlite"]),
    ("a stretch that begins a day late", "bindings/sql/documents.c", "+= span->firsts[i + j] <= last_day;",
     "+= span->firsts[i + j] < last_day;", ["sql/sqlite", "sql/postgresql"]),
    ("a short form that is said to be immutable", "bindings/postgresql/statusrules--1.0.sql",
     "'statusrules_pg_valid_on' LANGUAGE C STABLE", "'statusrules_pg_valid_on' LANGUAGE C IMMUTABLE", ["sql/postgresql"]),
    ("a label of another encoding, taken as it stands", "bindings/postgresql/statusrules.c", "all->utf8 ? value_bytes",
     "all ? value_bytes", ["sql/postgresql"]),
    ("a date that is taken for the one that has its place", "bindings/sqlite/days.c", "memcmp(known->text, text, LENGTH) == 0",
     "known->text[0]", ["sql/sqlite"]),
    ("memory that is not given back", "bindings/sqlite/values.c", "    json_decref(object);\n", "", ["sql/sqlite"]),
    ("a leap year too many", "lib/calendar/calendar.c", "year % 100 ", "year % 1000 ", ["unit/calendar", "exhaustive/dates"]),
]


class Tree:
    """A copy of what git holds, in which defects are planted."""

    def __init__(self, source, folder):
        self.root, self.build = folder / "copy", folder / "build"
        copy_tree(source, self.root)
        subprocess.run(["meson", "setup", str(self.build), str(self.root), "-Dexamples=false", "-Dsqlite=true"], check=True,
                       capture_output=True)

    def builds(self):
        return subprocess.run(["ninja", "-C", str(self.build)], capture_output=True).returncode == 0

    def passes(self, suite):
        return subprocess.run(["meson", "test", "-C", str(self.build), "--no-rebuild", suite],
                              capture_output=True).returncode == 0

    def survivors(self, guards):
        """The guards that do not see what is wrong with the tree as it stands."""
        if guards == [BUILD]:
            return guards if self.builds() else []
        if not self.builds():
            return ["all of them: with the defect the tree does not build, so they were not asked"]
        return [guard for guard in guards if self.passes(guard)]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--source", required=True, type=Path)
    parser.add_argument("--one-in", type=int, default=1, metavar="N")
    args = parser.parse_args()
    source = args.source.resolve()
    defects = DEFECTS[::args.one_in]
    print(f"# {len(defects)} of {len(DEFECTS)} defects")
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        tree = Tree(source, Path(folder))
        guards = sorted({guard for *_, named in defects for guard in named if guard != BUILD})
        red = [BUILD] if not tree.builds() else [guard for guard in guards if not tree.passes(guard)]
        tap.ok(not red, "without a defect every guard is green", f"red: {red}")
        for name, file, old, new, named in defects:
            path = tree.root / file
            sound = path.read_text(encoding="utf-8")
            if old not in sound:
                tap.ok(False, f"{name} is seen by {', '.join(named)}", f"{file} no longer holds what was to be replaced")
                continue
            path.write_text(sound.replace(old, new, 1), encoding="utf-8")
            survivors = tree.survivors(named)
            tap.ok(not survivors, f"{name} is seen by {', '.join(named)}", f"stayed green: {survivors}")
            path.write_text(sound, encoding="utf-8")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
