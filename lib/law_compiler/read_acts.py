"""Reads acts.toml: the published sources, and for each law its files, lists and edition."""

from model import STAGE_NOTES, Act, Law, LawList
from source import NAME, NAME_WITH_SPACES, Place, Table, near, read_file

MAX_EDITION = 999


def one_line(text):
    """A text with its white space made alike, so that a quotation is found across line ends."""
    return " ".join(text.split())


def read_text(table, folder):
    """The text of the act, in which quotations are looked up."""
    name = table.text("text", None)
    if name is None:
        return None, None
    try:
        return one_line((folder / name).read_text(encoding="utf-8")), name
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        table.refuse(f'the file "{name}" cannot be read: {reason}', "text")
        return None, name


def read_act(key, table, folder):
    if not NAME.fullmatch(key):
        table.refuse_name("the key", key, NAME)
    issuer, number, date = table.both_languages("issuer"), table.text("number", ""), table.day("date")
    title, address = table.both_languages("title"), table.text("address")
    text, text_name = read_text(table, folder)
    table.done()
    return Act(key, issuer, number or "", date, title, address, text, text_name, table.place)


def read_list(table, law, names):
    """A list of a question: either of a stage, or of notes."""
    question, name = table.text("question"), table.name("name", NAME_WITH_SPACES)
    notes, stage = table.value("notes", bool, False), table.number("stage", None)
    if question is not None and question not in names.questions:
        table.refuse(f'"{question}" is no question{near(question, names.questions)}', "question")
    if notes and stage is not None:
        table.refuse("a list of notes has no `stage`: notes are attached to the finished answer", "stage")
    if not notes and stage is None:
        table.refuse("`stage` is missing, expected 1, 2, ... or `notes = true`")
    if stage is not None and not 1 <= stage < STAGE_NOTES:
        table.refuse(f"`stage` is {stage}, expected 1 to {STAGE_NOTES - 1}", "stage")
    same = [one for one in law.lists if one.question.name == question]
    if any(one.name == name for one in same):
        table.refuse(f'the list "{name}" of the question "{question}" is declared twice', "name")
    elif question in names.questions and name is not None:  # a list with another slip is still one for its rows
        law.lists.append(LawList(names.questions[question], name, STAGE_NOTES if notes else stage or 1, len(same) + 1,
                                 table.place))
    table.done()


def read_law(name, table, names):
    if not NAME.fullmatch(name):
        table.refuse_name("the name", name, NAME)
    label, edition = table.both_languages("label"), table.number("edition", first=1, last=MAX_EDITION)
    files = table.texts("files")
    if files == []:
        table.refuse("`files` is empty, expected the files that hold its rows", "files")
    law = Law(name, label, edition, table.place, names, files or [], table.text("left_out", None))
    for one in table.tables("list", f'a list of the law "{name}"'):
        read_list(one, law, names)
    table.done()
    return law if edition is not None else None


def check_first(table, expected):
    """The first law of the library is the one that a function of its own names."""
    first = next(iter(table.data), None)
    if first is None:
        table.refuse("it is empty, expected at least one law")
    elif expected is not None and first != expected:
        table.refuse(f'the first law is "{first}", expected "{expected}"', first)


def read_acts(folder, names, refusals, first=None):
    """The acts by key, and the laws, of one folder; `first` is the name that the first law must have."""
    file = read_file(folder / "acts.toml", refusals)
    if file is None:
        return {}, []
    top = Table(file.data, Place(file), refusals, "acts.toml")
    acts, laws = {}, []
    act_table = top.table("act", default=None)
    for key in act_table.data if act_table else ():
        one = act_table.table(key, f'act "{key}"')
        if one is not None:
            acts[key] = read_act(key, one, folder)
    law_table = top.table("law")
    if law_table is not None:
        check_first(law_table, first)
    for name in law_table.data if law_table else ():
        one = law_table.table(name, f'law "{name}"')
        law = read_law(name, one, names) if one is not None else None
        if law is not None:
            laws.append(law)
    top.done()
    return acts, laws
