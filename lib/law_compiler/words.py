"""What a row asks and gives, in the words of a language. The words of the law itself stand in lib/law."""

import datetime

from check_row import MONTHS_EN, MONTHS_RU
from document import Link, joined
from model import FIRST_DAY, LAST_DAY, NONE
from source import day_text

# What a condition can ask besides facts, as an explanation calls it.
PSEUDO_FACTS = {"state": ("the state of citizenship or of permanent residence",
                          "государство гражданства или постоянного проживания"),
                "incoming_day": ("the day that came in", "исходный день"),
                "extended": ("extended before", "уже продлено")}


def language_of(text):
    """The language of a quotation, by its letters."""
    russian = sum("а" <= letter.lower() <= "я" for letter in text)
    latin = sum("a" <= letter.lower() <= "z" for letter in text)
    return "ru" if russian > latin else "en"


def group_anchor(law, name):
    return f"{law.name}-group-{name}"


class Words:
    """One of the two languages."""

    def __init__(self, language):
        self.language, self.place = language, ("en", "ru").index(language)

    def say(self, english, russian):
        return (english, russian)[self.place]

    def of(self, both):
        """A text that the law holds in both languages."""
        return both[self.place]

    def label(self, names):
        """Of something in names.toml with the members `en` and `ru`."""
        return self.say(names.en, names.ru)

    def named(self, law, list_name):
        """The labels of a list of names.toml, by name."""
        return {name: self.say(en, ru) for _, name, en, ru in law.names.lists[list_name].values}

    def readings(self, law):
        """The labels of the readings, by code."""
        names = self.named(law, "reading")
        return {code: names[name] for name, code in law.names.codes("reading").items()}

    def day(self, number):
        date = datetime.date.fromisoformat(day_text(number))
        return self.say(f"{date.day} {MONTHS_EN[date.month - 1]} {date.year}",
                        f"{date.day} {MONTHS_RU[date.month - 1]} {date.year} г.")

    def through(self, number):
        return self.say(f"up to and including {self.day(number)}", f"по {self.day(number)} включительно")

    # ---- Facts and their values ----

    def fact(self, fact):
        return self.of(PSEUDO_FACTS[fact.name]) if fact.name in PSEUDO_FACTS else self.label(fact)

    def value(self, fact, code):
        if code == NONE:
            return self.of(fact.none)
        if code in fact.labels:
            return fact.labels[code][1 + self.place]
        return self.day(code) if fact.kind == "day" else str(code)

    def window(self, fact, first, last, open_from, open_to):
        low, high = self.value(fact, first), self.value(fact, last)
        if first == last:
            return low
        if open_from and open_to:
            return self.say("any", "любое значение")
        if fact.kind == "day":
            if open_from:
                return self.through(last)
            if open_to:
                return self.say(f"from {low} on", f"начиная с {low}")
            return self.say(f"from {low} through {high}", f"с {low} по {high} включительно")
        if open_from:
            return self.say(f"{high} or less", f"{high} или меньше")
        if open_to:
            return self.say(f"{low} or more", f"{low} или больше")
        return self.say(f"{low} to {high}", f"от {low} до {high} включительно")

    def group(self, law, name):
        return Link(self.say(f"the states of group {name}", f"государства группы {name}"), f"#{group_anchor(law, name)}")

    def members(self, law, fact, values, groups):
        """The contents that name the values of a set, those of a group by its name."""
        grouped = {law.names.countries[letters][0] for name in groups for letters in law.groups[name][0]}
        return [[self.group(law, name)] for name in groups] + [
            [self.value(fact, value)] for value in values if value not in grouped]

    def condition(self, law, one):
        """The label of the fact, and what is asked of it."""
        if one.is_window:
            asked = [self.window(one.fact, one.first, one.last, one.open_from, one.open_to)]
        else:
            members = self.members(law, one.fact, one.values, one.groups)
            lead = ""
            if one.form == "NOT_IN":
                lead = self.say("known, and not ", "известно, и не ") if len(members) == 1 else self.say(
                    "known, and none of: ", "известно, и ни одно из: ")
            elif len(members) > 1:
                lead = self.say("one of: ", "одно из: ")
            asked = [lead, *joined(members, ", ")]
        mark = {"NONE": "", "UNLESS_KNOWN": self.say(" (unless known)", " (если не известно иное)"),
                "IF_KNOWN": self.say(" (if known)", " (если известно)")}
        return [self.fact(one.fact), ": ", *asked, mark[one.mark]]

    # ---- What a row gives ----

    def outcome(self, kind):
        return {"YES": self.say("yes", "да"), "NO": self.say("no", "нет"),
                "DISCRETION": self.say("at the discretion of an official", "на усмотрение должностного лица"),
                "SILENT": self.say("silent: the law says nothing here, which is not a no",
                                   "ответа нет: закон здесь ничего не говорит, и это не отказ"),
                "OPEN": self.say("yes; the end is not fixed yet", "да; последний день ещё не определён"),
                "NOTE": self.say("a note, which decides nothing", "примечание, которое ничего не решает")}[kind]

    def side(self, one):
        if one.day == NONE:
            outcome = self.outcome("OPEN")
        elif FIRST_DAY <= one.day <= LAST_DAY:
            outcome = f"{self.outcome('YES')}, {self.through(one.day)}"
        else:
            outcome = self.outcome(one.outcome)
        return f"{self.of(one.source)}: {outcome}"

    def effect(self, effect):
        if effect.kind == "THROUGH":
            latest = "" if effect.latest == effect.day else self.say(
                f"; other sources: {self.through(effect.latest)}", f"; по другим источникам — {self.through(effect.latest)}")
            suspended = self.say("; the clock stands still through that day", "; течение срока приостановлено по этот день")
            return f"{self.outcome('YES')}, {self.through(effect.day)}{latest}{suspended if effect.suspended else ''}"
        if effect.kind == "PLUS":
            return f"{self.outcome('YES')}, {self.counted(effect)}"
        if effect.kind == "CONFLICT":
            return self.say("sources disagree: ", "источники расходятся: ") + "; ".join(map(self.side, effect.sides))
        return self.outcome(effect.kind)

    def counted(self, effect):
        return self.say(f"the last day so far plus {effect.days} days",
                        f"прежний последний день плюс {days_in_russian(effect.days)}")

    def says(self, row):
        """The row's own words with the day filled in."""
        if row.effect.kind == "PLUS":
            day = self.say(f"up to and including {self.counted(row.effect)}", f"по {self.counted(row.effect)} включительно")
        else:
            day = self.through(row.effect.day) if row.effect.kind == "THROUGH" else ""
        return self.of(row.says).replace("{day}", day)


def days_in_russian(number):
    """A number of days; the noun follows the last digits."""
    if number % 100 in range(11, 15) or number % 10 not in (1, 2, 3, 4):
        return f"{number} дней"
    return f"{number} день" if number % 10 == 1 else f"{number} дня"
