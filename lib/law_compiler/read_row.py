"""Reads the files of a law: its rows and its groups of states."""

from model import Row
from read_condition import Reader
from read_effect import read_effect
from read_variants import read_variants
from source import NAME, Place, Table, near, read_file


def read_group(name, table, law, names):
    if not NAME.fullmatch(name):
        table.refuse_name("the name", name, NAME)
    countries, source = table.texts("countries") or [], table.text("source")
    for letters in countries:
        if letters not in names.countries:
            table.refuse(f'"{letters}" is no country{near(letters, names.countries)}', "countries")
    if len(set(countries)) != len(countries):
        table.refuse("a country stands twice", "countries")
    if name in law.groups:
        table.refuse("the group is declared twice")
    table.done()
    law.groups[name] = ([letters for letters in dict.fromkeys(countries) if letters in names.countries], source)


def pick(table, key, known, kind, default=...):
    """The value of a key that must be one of the known names."""
    name = table.text(key, default)
    if name is not None and name not in known:
        table.refuse(f'"{name}" is no {kind}{near(name, known)}', key)
        return None
    return known[name] if name is not None else None


def read_list(table, law, question):
    """The declared list in which the row stands."""
    name = table.text("list")
    if name is None or question is None:
        return None
    lists = {one.name: one for one in law.lists if one.question is question}
    if name not in lists:
        table.refuse(f'the question "{question.name}" of the law "{law.name}" has no list "{name}"{near(name, lists)}',
                     "list")
    return lists.get(name)


def read_passage(table):
    """Whether it is a quote, and its text in English and Russian; a quote stays in the language of the source."""
    quote, summary = table.text("quote", None), table.both_languages("summary", required=False)
    quoted = table.has("quote")
    if not quoted and not table.has("summary"):
        table.refuse("a row needs its passage, expected `quote` or `summary`")
    elif quoted and table.has("summary"):
        table.refuse("both `quote` and `summary` stand here, expected one", "summary")
    elif quoted and quote is not None and not quote.strip():
        table.refuse("the passage is empty", "quote")
    return quoted, (quote, quote) if quoted else summary


def read_readings(table, names):
    """The codes of the readings in which the row stands; all where none is named."""
    known = names.codes("reading")
    readings = table.texts("readings", None)
    if readings is None:
        return tuple(sorted(known.values()))
    if not readings or len(set(readings)) != len(readings):
        table.refuse("`readings` is empty or names one twice, expected the readings, or no key for all", "readings")
    for name in readings:
        if name not in known:
            table.refuse(f'"{name}" is no reading{near(name, known)}', "readings")
    return tuple(sorted(known[name] for name in readings if name in known))


def read_conditions(table, question, law_list, law, names):
    when = table.table("when", default=None)
    if when is None or question is None:
        return []
    reader = Reader(table, question, law_list, law, names)
    conditions = [reader.condition(key, value) for key, value in when.data.items()]
    return sorted((one for one in conditions if one), key=lambda one: one.fact.code)


def read_row(table, law, acts, names):
    number, id_ = table.number("number"), table.name("id")
    if id_ is not None:
        table.what = f'row "{id_}"'
    question = pick(table, "question", names.questions, "question")
    law_list = read_list(table, law, question)
    law.named.append((number, id_, law_list, table.place))
    act, place = pick(table, "act", acts, "act of acts.toml"), table.both_languages("place")
    quoted, passage = read_passage(table)
    certainty = pick(table, "certainty", {name: name for name in names.codes("certainty")}, "certainty")
    remark = table.both_languages("remark", required=False)
    readings = read_readings(table, names)
    known = table.day("known_from"), table.day("known_until", None)
    edition = table.number("edition_from"), table.number("edition_until", None)
    says = table.both_languages("says", required=False)
    effect = read_effect(table)
    conditions = read_conditions(table, question, law_list, law, names)
    before = table.text("before", None)
    if not table.done():
        return None
    return Row(number, id_, question, law_list.name, act, place, quoted, passage, certainty, remark, readings, *known,
               *edition, says, effect, conditions, before, table.place)


def is_file(path):
    try:
        return path.is_file()
    except (OSError, ValueError):  # a name that no file can have
        return False


def read_top(law, key, name, folder, refusals):
    """The top table of a file that the law names, or None."""
    if not is_file(folder / name):
        refusals.add(law.where.at(key), f'law "{law.name}": there is no file "{name}" in {folder}')
        return None
    file = read_file(folder / name, refusals)
    return Table(file.data, Place(file), refusals, name) if file is not None else None


def read_left_out(law, folder, refusals):
    """What the law leaves out, and why."""
    top = read_top(law, "left_out", law.left_out_file, folder, refusals) if law.left_out_file else None
    if top is None:
        return
    for table in top.tables("left_out", "what is left out"):
        what, why = table.both_languages("what"), table.both_languages("why")
        if table.done():
            law.left_out.append((what, why))
    top.done()


def read_rows(law, folder, acts, names, refusals):
    """Fills the law from its files. Groups first, since a row may name a group of a later file."""
    tops = [top for name in law.files if (top := read_top(law, "files", name, folder, refusals))]
    for top in tops:
        groups = top.table("group", default=None)
        for name in groups.data if groups else ():
            table = groups.table(name, f'group "{name}"')
            if table is not None:
                read_group(name, table, law, names)
    for top in tops:
        rows = top.tables("row", "row", default=None)
        if not rows and not top.data.get("row"):
            top.refuse("no `[[row]]` stands in the file, expected at least one in each file of a law", "row")
        for table in (one for row in rows for one in read_variants(row)):
            row = read_row(table, law, acts, names)
            if row is not None:
                law.rows.append(row)
        top.done()
