"""Reads names.toml: facts, their values, questions, other lists of names, countries."""

from dataclasses import replace

from model import EXTENDED, FIRST_DAY, INCOMING_DAY, LAST_DAY, LAST_FACT, STATE, STATE_FACTS, Fact, NameList, Names, Question
from source import Place, Table, is_a, near, read_file

KINDS = ("day", "number", "name", "country", "yes_no")
MAX_CODE = 250  # values become indexes of small tables
CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
LOWER = str.maketrans(CAPITALS, CAPITALS.lower())
YES_NO = {0: ("no", "no", "нет"), 1: ("yes", "yes", "да")}


def country_code(letters):
    """As STATUSRULES_COUNTRY."""
    return (ord(letters[0]) - ord("A")) * 26 + ord(letters[1]) - ord("A") + 1


def folded(text):
    """A text as statusrules_code compares it: Latin and Russian letters match in either case, no others do."""
    return text.translate(LOWER).encode()


class Unique:
    """Refuses a code that stands twice in one list, and a name or label that stands for two values of it."""

    def __init__(self):
        self.codes, self.owners = set(), {}

    def code(self, table):
        code = table.number("code", first=0, last=MAX_CODE)
        if code is not None and code in self.codes:
            table.refuse(f"`code` {code} is used twice, expected a new one", "code")
        self.codes.add(code)
        return code

    def text(self, table, key):
        text = table.text(key)
        if text is not None and self.owners.setdefault(folded(text), table) is not table:
            table.refuse(f'`{key}` "{text}" stands for another value too, expected a new one', key)
        return text


def read_named(table, unique):
    """The code, name and labels that everything in names.toml has."""
    return unique.code(table), unique.text(table, "name"), unique.text(table, "en"), unique.text(table, "ru")


def read_none(table, fact):
    """The labels of none, which are no labels of a value either."""
    if not table.has("none"):
        return None
    none, unique = table.table("none", expected="`none.en` and `none.ru`"), Unique()
    if none is None:
        return None
    unique.owners = {folded(text): None for label in fact.labels.values() for text in label}
    if folded("none") in unique.owners:
        table.refuse('"none" stands for a value too, expected one of the two', "none")
    labels = unique.text(none, "en"), unique.text(none, "ru")
    table.sound &= none.done()
    return labels


def read_values(table):
    unique, values = Unique(), []
    for value in table.tables("value", "value"):
        named = read_named(value, unique)
        if value.done():
            values.append(named)
        else:
            table.sound = False
    return values


def set_range(fact, table, countries):
    """The range and the named values that a kind of fact has."""
    if fact.kind == "number":
        fact.first, fact.last = table.number("first"), table.number("last")
        if fact.first is not None and fact.last is not None and fact.first > fact.last:
            table.refuse(f"`last` {fact.last} is below `first` {fact.first}", "last")
        return
    if fact.kind == "day":
        fact.first, fact.last = FIRST_DAY, LAST_DAY
        return
    if fact.kind == "name":
        fact.labels = {code: (name, en, ru) for code, name, en, ru in read_values(table)}
    elif fact.kind == "country":
        fact.labels = {code: (letters, en, ru) for letters, (code, en, ru) in countries.items()}
    elif fact.kind == "yes_no":
        fact.labels = dict(YES_NO)
    fact.values = {label[0]: code for code, label in fact.labels.items()}
    if not fact.values:
        if table.sound:  # its values are not refused already
            table.refuse(f'a fact of kind "{fact.kind}" has no values')
        return
    fact.first, fact.last = min(fact.labels), max(fact.labels)


def read_fact(table, unique, countries):
    code, name, en, ru = read_named(table, unique)
    kind = table.text("kind")
    if kind is not None and kind not in KINDS:
        table.refuse(f'`kind` "{kind}" is unknown, expected one of: {", ".join(KINDS)}', "kind")
    if code is not None and not 1 <= code <= LAST_FACT:
        table.refuse(f"`code` {code} is outside 1 to {LAST_FACT}", "code")
    fact = Fact(code, name, kind, en, ru, 0, 0, None)
    if kind in KINDS:
        set_range(fact, table, countries)
    fact.none = read_none(table, fact)
    others = {key: table.text(key, None) for key in ("not_before", "days_from", "days_to")}
    return (fact, others) if table.done() else None


def set_other(table, fact, key, name, facts):
    """A key that names another fact, which must be a day."""
    if name not in facts:
        table.refuse(f'`{key}` "{name}" is no fact{near(name, facts)}', key)
    elif facts[name].kind != "day":
        table.refuse(f'`{key}` "{name}" is no day', key)
    else:
        setattr(fact, key, facts[name].code)


def read_countries(top):
    countries, unique = {}, Unique()
    for table in top.tables("country", "country", default=None):
        letters, en, ru = unique.text(table, "code"), unique.text(table, "en"), unique.text(table, "ru")
        if letters is not None and not (len(letters) == 2 and letters.isascii() and letters.isupper()):
            table.refuse(f'`code` "{letters}" is no country code, expected two capital letters', "code")
        if table.done():
            countries[letters] = (country_code(letters), en, ru)
    return countries


def read_facts(top, names):
    unique, later = Unique(), []
    for table in top.tables("fact", "fact"):
        read = read_fact(table, unique, names.countries)
        if read:
            names.facts[read[0].name] = read[0]
            later.append((table, *read))
    for table, fact, others in later:
        for key, name in others.items():
            if name is not None:
                set_other(table, fact, key, name, names.facts)
        ends = [key for key in ("days_from", "days_to") if others[key] is not None]
        if ends and (len(ends) != 2 or fact.kind != "number"):
            table.refuse("`days_from` and `days_to` go together, on a fact of kind \"number\"", ends[0])


def list_of(top, key):
    value = top.data.get(key)
    return value if is_a(value, list) else []


def name_of(value):
    name = value.get("name") if is_a(value, dict) else None
    return name if is_a(name, str) else None


def read_questions(top, names):
    unique = Unique()
    known = {name for name in map(name_of, list_of(top, "fact")) if name}  # also those that were refused
    for table in top.tables("question", "question"):
        code, name, en, ru = read_named(table, unique)
        facts = table.texts("facts") or []
        for fact in facts:
            if fact not in known:
                table.refuse(f'"{fact}" is no fact{near(fact, names.facts)}', "facts")
        if table.done():
            names.questions[name] = Question(code, name, en, ru, facts)


def read_names(folder, refusals):
    names = Names()
    file = read_file(folder / "names.toml", refusals)
    if file is None:
        return None
    top = Table(file.data, Place(file), refusals, "names.toml")
    names.countries = read_countries(top)
    read_facts(top, names)
    read_questions(top, names)
    unique, declared = Unique(), set()
    for table in top.tables("list", "list"):
        code, name = unique.code(table), unique.text(table, "name")
        values = read_values(table)
        declared.add(name_of(table.data))
        if table.data.get("value") == []:
            table.refuse("`value` is empty, expected the values of the list", "value")
        if table.done():
            names.lists[name] = NameList(code, name, sorted(values))
    for needed in ("reading", "certainty", "outcome"):
        if needed not in declared:
            top.refuse(f'the list "{needed}" is missing')
    last_day = names.facts.get("last_day")
    if top.sound and not refusals.found and (last_day is None or last_day.kind != "day"):
        top.refuse('the fact "last_day" is missing, expected one of kind "day", which extensions start from')
    top.done()
    names.state = state_fact(names)
    return names if top.sound and not refusals.found else None


def stage_facts():
    """What a condition can ask besides facts: what a stage hands to the next."""
    incoming = Fact(INCOMING_DAY, "incoming_day", "day", "the incoming day", "входящий день", FIRST_DAY, LAST_DAY,
                    ("without end", "бессрочно"))
    extended = Fact(EXTENDED, "extended", "yes_no", "extended before", "продлено ранее", 0, 1, None,
                    values={"no": 0, "yes": 1}, labels=dict(YES_NO))
    return {fact.name: fact for fact in (incoming, extended)}


def state_fact(names):
    """The state that decides: that of citizenship, and that of permanent residence. None where a law has no such facts."""
    first, second = (names.facts.get(name) for name in STATE_FACTS)
    if first is None or second is None or (first.kind, second.kind) != ("country", "country"):
        return None
    return replace(first, code=STATE, name="state", en="state of citizenship or permanent residence",
                   ru="государство гражданства или постоянного проживания")
