"""The law printed for people, in Markdown: a section an act, a sub-section a row."""

from model import FIRST_DAY, LAST_DAY, NONE
from source import day_text

FORMS = {"IN": "", "NOT_IN": "known, and not "}
MARKS = {"NONE": "", "UNLESS_KNOWN": " (unless known)", "IF_KNOWN": " (if known)"}
PLAIN = {"YES": "yes", "NO": "no", "DISCRETION": "an official decides", "SILENT": "silent: the law says nothing here",
         "OPEN": "yes; the end is not fixed yet", "NOTE": "a note, without outcome"}


def window_in_words(one):
    day = one.fact.kind == "day"
    first, last = (day_text(one.first), day_text(one.last)) if day else (str(one.first), str(one.last))
    if one.first == one.last:
        return first
    if one.open_from:
        return f"to {last}"
    if one.open_to:
        return f"from {first}"
    return f"from {first} to {last}, both included"


def condition_in_words(one):
    if one.is_window:
        words = window_in_words(one)
    else:
        labels = [one.fact.labels[value][1] if value != NONE else one.fact.none[0] for value in one.values]
        words = FORMS[one.form] + " or ".join(labels)
    return f"{one.fact.en}: {words}{MARKS[one.mark]}"


def side_in_words(side):
    day = f" through {day_text(side.day)}" if FIRST_DAY <= side.day <= LAST_DAY else ""
    return f"{side.outcome.lower()}{day} ({side.source[0]})"


def effect_in_words(effect):
    if effect.kind == "THROUGH":
        latest = f"; other sources: {day_text(effect.latest)}" if effect.latest != effect.day else ""
        suspended = "; the clock stands still through that day" if effect.suspended else ""
        return f"yes, through {day_text(effect.day)}{latest}{suspended}"
    if effect.kind == "PLUS":
        return f"yes, through the incoming day plus {effect.days} days"
    if effect.kind == "CONFLICT":
        return "sources disagree: " + "; ".join(side_in_words(side) for side in effect.sides)
    return PLAIN[effect.kind]


def times_in_words(row):
    until = f" to {day_text(row.known_until)}" if row.known_until is not None else ""
    edition = f"from {row.edition_from}" + (f" to {row.edition_until}" if row.edition_until is not None else "")
    return f"known from {day_text(row.known_from)}{until}, edition {edition}"


def printed_row(law, row):
    readings = {code: name for name, code in law.names.codes("reading").items()}
    passage = row.passage[0] if row.quoted else "Summary: {}\n\nИзложение: {}".format(*row.passage)
    lines = [f'<a id="{law.name}-{row.id}"></a>', f"### {row.number}. {row.id}", "",
             *(f"> {line}".rstrip() for line in passage.strip().splitlines()), "", f"- Place: {row.place[0]} ({row.place[1]})",
             f"- Question: {row.question.en}; list: {row.list}"]
    lines += [f"- If {condition_in_words(one)}" for one in row.conditions]
    lines += [f"- Then: {effect_in_words(row.effect)}"]
    lines += [f"- {language}: {says}" for language, says in zip(("English", "Russian"), row.says) if says]
    lines += [f"- Readings: {', '.join(readings[code] for code in row.readings)}",
              f"- Certainty: {row.certainty}", f"- Times: {times_in_words(row)}"]
    lines += [f"- Remark: {remark}" for remark in row.remark if remark]
    return "\n".join(lines) + "\n"


def printed_act(law, act):
    number = f" No. {act.number}" if act.number else ""
    parts = [f"## {act.title[0]}\n\n{act.issuer[0]}{number}, {day_text(act.date)}. <{act.address}>\n"]
    rows = sorted(law.rows, key=lambda row: row.number)
    return "\n".join(parts + [printed_row(law, row) for row in rows if row.act is act])


def printed(laws):
    return "\n".join(f"# Law `{law.name}`: {law.label[0]}\n\nEdition {law.edition}.\n\n"
                     + "\n".join(printed_act(law, act) for act in law.acts()) for law in laws)
