"""What a law is made of, once it has been read and checked."""

from dataclasses import dataclass, field

FIRST_DAY, LAST_DAY = -719162, 2932896
NOT_A_DAY, UNKNOWN, NONE = -2147483647, -2147483648, 2147483647

# Axes besides the facts; the numbers of lib/engine/tables.h.
INCOMING_DAY, EXTENDED, STATE, READING, KNOWN_ON, EDITION = 61, 62, 63, 64, 65, 66
AXIS_NAMES = {INCOMING_DAY: "incoming_day", EXTENDED: "extended", STATE: "state", READING: "reading", KNOWN_ON: "known_on",
              EDITION: "edition"}
LAST_FACT = 60
STAGE_NOTES = 255
# The facts that say which state decides.
STATE_FACTS = ("citizenship", "residence_state")

ORDERED = ("day", "number")
MARKS = {"unless known": "UNLESS_KNOWN", "if known": "IF_KNOWN"}


@dataclass
class Fact:
    code: int
    name: str
    kind: str
    en: str
    ru: str
    first: int
    last: int
    none: tuple | None  # what none means, in English and Russian, where none is a value
    not_before: int = 0
    days_from: int = 0  # the two days between which a number of days lies
    days_to: int = 0
    values: dict = field(default_factory=dict)  # name -> code, for names, countries and yes/no
    labels: dict = field(default_factory=dict)  # code -> (name, en, ru)

    @property
    def ordered(self):
        return self.kind in ORDERED

    @property
    def has_none(self):
        return self.none is not None


@dataclass
class Question:
    code: int
    name: str
    en: str
    ru: str
    facts: list


@dataclass
class NameList:
    code: int
    name: str
    values: list  # (code, name, en, ru)


@dataclass
class Names:
    """names.toml."""

    facts: dict = field(default_factory=dict)
    questions: dict = field(default_factory=dict)
    lists: dict = field(default_factory=dict)
    countries: dict = field(default_factory=dict)  # two letters -> (code, en, ru)
    state: Fact | None = None  # the state that decides, which the facts of STATE_FACTS share; None without them

    def codes(self, list_name):
        return {name: code for code, name, _, _ in self.lists[list_name].values}


@dataclass
class Act:
    key: str
    issuer: tuple
    number: str
    date: int
    title: tuple
    address: str
    text: str | None  # the whole text with its white space normalised, where it was given
    text_name: str | None
    where: object


@dataclass
class Condition:
    fact: Fact
    form: str  # WINDOW, IN, NOT_IN
    mark: str  # NONE, UNLESS_KNOWN, IF_KNOWN
    first: int
    last: int
    values: tuple
    open_from: bool
    open_to: bool
    groups: tuple  # the names of the groups of states in the set
    where: object

    @property
    def is_window(self):
        return self.form == "WINDOW"


@dataclass
class Side:
    outcome: str
    day: int
    source: tuple


@dataclass
class Effect:
    kind: str  # YES, THROUGH, PLUS, OPEN, NO, DISCRETION, SILENT, CONFLICT, NOTE
    day: int = NOT_A_DAY
    latest: int = NOT_A_DAY
    days: int = 0
    suspended: bool = False
    sides: list = field(default_factory=list)

    @property
    def outcome(self):
        return {"THROUGH": "YES", "PLUS": "YES", "OPEN": "YES", "NOTE": None}.get(self.kind, self.kind)

    @property
    def has_day(self):
        return self.kind in ("THROUGH", "PLUS")

    @property
    def days_given(self):
        """The fixed days that the effect or one of its sides gives."""
        own = [self.day, self.latest] if self.kind == "THROUGH" else [side.day for side in self.sides]
        return [day for day in own if day not in (NOT_A_DAY, NONE)]


@dataclass
class Row:
    number: int
    id: str
    question: Question
    list: str
    act: Act
    place: tuple
    quoted: bool
    passage: tuple  # a quote stands twice: it stays in the language of the source
    certainty: str
    remark: tuple
    readings: tuple
    known_from: int
    known_until: int | None
    edition_from: int
    edition_until: int | None
    says: tuple
    effect: Effect
    conditions: list
    before: str | None
    where: object


@dataclass
class LawList:
    question: Question
    name: str
    stage: int
    number: int  # its place among the lists of the question
    where: object
    rows: list = field(default_factory=list)


@dataclass
class Law:
    name: str
    label: tuple
    edition: int
    where: object
    names: Names
    files: list = field(default_factory=list)
    left_out_file: str | None = None
    left_out: list = field(default_factory=list)  # (what, why), each in English and Russian
    groups: dict = field(default_factory=dict)  # name -> (countries, source)
    lists: list = field(default_factory=list)
    rows: list = field(default_factory=list)  # the rows that could be read, in the order of the files
    named: list = field(default_factory=list)  # (number, id, list, place) of every row, sound or not
    compiled: dict = field(default_factory=dict)  # question -> its blocks and completions

    def acts(self):
        """The acts in the order of their first use by number of row."""
        used = []
        for row in sorted(self.rows, key=lambda row: row.number):
            if row.act not in used:
                used.append(row.act)
        return used

    def lists_of(self, question):
        """By stage, then in the order of their declaration; the notes last."""
        return sorted((one for one in self.lists if one.question is question), key=lambda one: (one.stage, one.number))
