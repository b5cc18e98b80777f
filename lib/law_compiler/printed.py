"""The law printed for people, as a document: the provisions act by act, the lists in which they decide, the groups."""

import re
from urllib.parse import urlsplit

from digest import digests
from document import Bullets, Code, Document, Facts, Heading, Link, Paragraph, Quote, Section, Strong, Table, Tag, joined
from model import STAGE_NOTES
from words import Words, group_anchor, language_of

WEB = re.compile(r"(https?://[^\s;,]*[^\s;,.:)])")


def site(address):
    """A link to an address, called by its site; only an address of the web is one."""
    return Link(urlsplit(address).netloc, address) if WEB.match(address) else address


def linked(text):
    """A text with the addresses in it as links."""
    return [Link(part, part) if WEB.match(part) else part for part in WEB.split(text) if part]


def capital(text):
    return text[:1].upper() + text[1:]


# Names have no hyphens, and the spaces of a list's name become hyphens: no two of these anchors are alike.

def row_anchor(law, row):
    """The address by which others cite a provision; it must stay the same in every release."""
    return f"{law.name}-{row.id}"


def act_anchor(law, act):
    return f"{law.name}-act-{act.key}"


def question_anchor(law, question):
    return f"{law.name}-question-{question.name}"


def list_anchor(law, one):
    return f"{law.name}-list-{one.question.name}-{one.name.replace(' ', '-')}"


def left_out_anchor(law):
    return f"{law.name}-left-out"


class Printer:
    """The provisions, acts, lists and groups of one law, in one language."""

    def __init__(self, law, words):
        self.law, self.words = law, words
        self.lists = {id(row): one for one in law.lists for row in one.rows}
        self.readings = words.readings(law)
        self.certainties = words.named(law, "certainty")

    def row_link(self, row):
        return Link(row.id, f"#{row_anchor(self.law, row)}")

    # ---- A provision ----

    def superseded(self, row):
        return row.edition_until is not None and row.edition_until < self.law.edition

    def limits(self, row):
        """What has ended: by a later edition, or by a later publication."""
        say = self.words.say
        if self.superseded(row):
            yield Tag(say(f"superseded: not in the editions after {row.edition_until}",
                          f"заменено: в редакциях после {row.edition_until} отсутствует"), "ended")
        if row.known_until is not None:
            day = self.words.day(row.known_until)
            yield Tag(say(f"replaced by a later publication after {day}", f"после {day} заменено более поздней публикацией"),
                      "ended")

    def tags(self, row):
        kind = row.certainty
        yield Tag(self.certainties[kind], kind)
        if len(row.readings) < len(self.readings):
            yield Tag(self.words.say("not in every reading", "не во всех прочтениях"), "reading")
        yield from self.limits(row)

    def times(self, row):
        first, last = self.words.day(row.known_from), row.known_until and self.words.day(row.known_until)
        if last is None:
            return self.words.say(f"from {first} on", f"с {first}")
        return self.words.say(f"from {first} through {last}", f"с {first} по {last} включительно")

    def editions(self, row):
        say = self.words.say
        if row.edition_until is None:
            return say(f"from {row.edition_from} on", f"начиная с {row.edition_from}")
        if row.edition_until == row.edition_from:
            return say(f"{row.edition_from} only", f"только {row.edition_from}")
        return say(f"{row.edition_from} to {row.edition_until}", f"с {row.edition_from} по {row.edition_until}")

    def act_name(self, act):
        """Its number and date, as it is called where its title would be too long."""
        date = self.words.day(act.date)
        if act.number:
            return self.words.say(f"No. {act.number} of {date}", f"№ {act.number} от {date}")
        return self.words.say(f"the source of {date}", f"источник от {date}")

    def source(self, row):
        """The place, the act, and where it can be read: one click leads there."""
        say = self.words.say
        what = say("Quotation, word for word: ", "Цитата, дословно: ") if row.quoted else say("Summary: ", "Изложение: ")
        return [what, *linked(self.words.of(row.place)), " — ",
                Link(self.act_name(row.act), f"#{act_anchor(self.law, row.act)}"), " — ", site(row.act.address)]

    def readings_of(self, row):
        if len(row.readings) == len(self.readings):
            return self.words.say("all", "все")
        return ", ".join(self.readings[code] for code in row.readings)

    def conditions(self, row):
        return [self.words.condition(self.law, one) for one in row.conditions]

    def every_case(self):
        return [[self.words.say("in every case", "в любом случае")]]

    def asked(self, row):
        """The conditions, and the readings where they are not all."""
        if len(row.readings) == len(self.readings):
            return self.conditions(row)
        return self.conditions(row) + [[self.words.say("reading: ", "прочтение: "), self.readings_of(row)]]

    def effect(self, row):
        return linked(self.words.effect(row.effect))

    def facts(self, row):
        say, own_list = self.words.say, self.lists[id(row)]
        at = own_list.rows.index(row) + 1
        yield say("Question", "Вопрос"), [self.words.label(row.question)]
        yield say("If", "Если"), Bullets(self.conditions(row) or self.every_case())
        yield say("Then", "То"), self.effect(row)
        yield say("In words", "Словами"), [self.words.says(row)]
        if row.remark[0]:
            yield say("Remark", "Замечание"), linked(self.words.of(row.remark))
        yield say("Readings", "Прочтения"), [self.readings_of(row)]
        yield say("Known", "Известно"), [self.times(row)]
        yield say("Editions", "Редакции"), [self.editions(row)]
        yield say("Decides in", "Решает в"), [
            Link(say(f"list “{own_list.name}”", f"списке «{own_list.name}»"), f"#{list_anchor(self.law, own_list)}"),
            say(f", place {at} of {len(own_list.rows)}", f", место {at} из {len(own_list.rows)}")]
        yield say("Cite as", "Адрес для ссылки"), [Code(f"#{row_anchor(self.law, row)}")]

    def row(self, row):
        passage = row.passage[0] if row.quoted else self.words.of(row.passage)
        language = language_of(passage) if row.quoted else self.words.language
        number = self.words.say(f"No. {row.number}", f"№ {row.number}")
        return Section(row_anchor(self.law, row), "provision ended" if self.superseded(row) else "provision", [
            Heading(4, [self.row_link(row), f" · {number} ", *joined([[tag] for tag in self.tags(row)], " ")]),
            Quote(passage.strip(), language), Paragraph(self.source(row)), Facts(list(self.facts(row)))])

    # ---- An act ----

    def act_line(self, act):
        number = self.words.say(f"No. {act.number}, ", f"№ {act.number}, ") if act.number else ""
        return f"{capital(self.words.of(act.issuer))}, {number}{self.words.day(act.date)}"

    def act(self, act):
        rows = sorted((row for row in self.law.rows if row.act is act), key=lambda row: row.number)
        return Section(act_anchor(self.law, act), "act", [
            Heading(3, [self.words.of(act.title)]), Paragraph([self.act_line(act)]),
            Paragraph(linked(act.address)), *map(self.row, rows)])

    # ---- How rows decide ----

    def list_words(self, one):
        if one.stage == STAGE_NOTES:
            return self.words.say(
                "Every row of this list is a note; the first that fits is attached to the answer, whatever decided.",
                "Каждая строка этого списка — примечание; первая подходящая прилагается к ответу, чем бы он ни был решён.")
        return self.words.say("In this list the first row that fits decides.",
                              "В этом списке решает первая подходящая строка.")

    def list_row(self, at, row):
        tags = [tag for tag in self.tags(row) if tag.kind in ("inferred", "ended")]
        return [[str(at)], joined([[self.row_link(row)], *([tag] for tag in tags)], " "), joined(self.asked(row) or self.every_case(), "; "),
                self.effect(row), [self.times(row)]]

    def list(self, one, level):
        head = self.words.say(["", "Provision", "If", "Then", "Known"], ["", "Положение", "Если", "То", "Известно"])
        title = self.words.say(f"List “{one.name}”", f"Список «{one.name}»")
        return Section(list_anchor(self.law, one), "list", [
            Heading(level, [title]), Paragraph([self.list_words(one)]),
            Table(head, [self.list_row(at, row) for at, row in enumerate(one.rows, 1)])])

    def stage_words(self, stage, lists):
        """How the stages of a question, and the lists of a stage, are put together."""
        say = self.words.say
        if stage == STAGE_NOTES:
            return say("Notes", "Примечания"), say(
                "They are looked up when the answer stands; its day is the day that came in.",
                "Их ищут, когда ответ уже есть; исходный день здесь — день ответа.")
        starts = say("It starts from the last day of the document or term, where the question has one.",
                     "Отсчёт — от последнего дня документа или срока, если вопрос его знает.") if stage == 1 else say(
            "It starts from the day that stands after the stage before, which is called the day that came in. A stage that "
            "gives nothing leaves the answer as it was.",
            "Отсчёт — от дня, который остался после предыдущего этапа: это исходный день. Этап, который ничего не даёт, "
            "оставляет ответ прежним.")
        if len(lists) > 1:
            starts += say(" All lists of the stage start from the same day, and the best of their outcomes stands: an open "
                          "end, then the later day, yes without a day, disagreeing sources, discretion, no; silence beats "
                          "only nothing.",
                          " Все списки этапа отсчитывают от одного дня, и остаётся лучший из ответов: открытый срок, затем "
                          "более поздний день, «да» без дня, расхождение источников, усмотрение, «нет»; молчание лучше "
                          "только отсутствия ответа.")
        return say(f"Stage {stage}", f"Этап {stage}"), starts

    def question(self, question):
        lists = [one for one in self.law.lists_of(question) if one.rows]
        blocks = [Heading(4, [capital(self.words.label(question))])]
        stages = sorted({one.stage for one in lists})
        for stage in stages:
            own = [one for one in lists if one.stage == stage]
            title, starts = self.stage_words(stage, own)
            if len(lists) > 1 or stage == STAGE_NOTES:
                blocks += [Paragraph([Strong(f"{title}."), f" {starts}"])]
            blocks += [self.list(one, 5) for one in own]
        return Section(question_anchor(self.law, question), "question", blocks)

    def questions(self):
        """Those that the law speaks of."""
        return [question for question in sorted(self.law.names.questions.values(), key=lambda one: one.code)
                if any(one.rows for one in self.law.lists_of(question))]

    # ---- Groups of states ----

    def group(self, name, level):
        letters, source = self.law.groups[name]
        states = ", ".join(f"{self.words.of(self.law.names.countries[one][1:])} ({one})" for one in letters)
        return Section(group_anchor(self.law, name), "group", [
            Heading(level, [self.words.say(f"Group {name}", f"Группа {name}")]), Paragraph([f"{len(letters)}: {states}."]),
            Paragraph([self.words.say("Source: ", "Источник: "), *linked(source)])])

    def groups(self, names, level=3):
        if not names:
            return []
        return [Section(None, "groups", [Heading(level, [self.words.say("Groups of states", "Группы государств")]),
                                         *(self.group(name, level + 1) for name in names)])]

    # ---- What is left out ----

    def left_out(self):
        law, say = self.law, self.words.say
        if not law.left_out:
            return []
        rows = [[linked(self.words.of(what)), linked(self.words.of(why))] for what, why in law.left_out]
        return [Section(left_out_anchor(law), "left-out", [
            Heading(3, [say("What is left out", "Что не вошло")]),
            Paragraph([say("What was found and became no provision of this law. The answers take no account of it.",
                           "Что найдено, но положением не стало. Ответы этого не учитывают.")]),
            Table([say("What", "Что"), say("Why", "Почему")], rows)])]

    # ---- The law ----

    def contents(self):
        law, say = self.law, self.words.say
        acts = [[Link(f"{self.words.of(act.title)}", f"#{act_anchor(law, act)}"), f" — {self.act_line(act)}"]
                for act in law.acts()]
        questions = joined([[Link(self.words.label(one), f"#{question_anchor(law, one)}")] for one in self.questions()], "; ")
        groups = joined([[Link(name, f"#{group_anchor(law, name)}")] for name in law.groups], ", ")
        left_out = Link(say("What is left out", "Что не вошло"), f"#{left_out_anchor(law)}")
        return [Bullets(acts, [Strong(say("Acts", "Акты"))]),
                Paragraph([Strong(say("How the rows decide:", "Как решают строки:")), " ", *questions]),
                *([Paragraph([Strong(say("Groups of states:", "Группы государств:")), " ", *groups])] if groups else []),
                *([Paragraph([left_out])] if law.left_out else [])]

    def whole(self):
        law, say = self.law, self.words.say
        ended = sum(map(self.superseded, law.rows))
        held = say(f"{len(law.rows)}, {ended} of them superseded" if ended else str(len(law.rows)),
                   f"{len(law.rows)}, из них заменено {ended}" if ended else str(len(law.rows)))
        facts = [(say("Name", "Имя"), [Code(law.name)]), (say("Edition", "Редакция"), [str(law.edition)]),
                 (say("Provisions", "Положений"), [held])]
        facts += [(say(f"Digest of edition {edition}", f"Отпечаток редакции {edition}"), [Code(one)])
                  for edition, one in enumerate(digests(law), 1)]
        return Section(law.name, "law", [
            Heading(2, [capital(self.words.of(law.label))]), Facts(facts), *self.contents(), *map(self.act, law.acts()),
            Section(None, "lists", [Heading(3, [say("How the rows decide", "Как решают строки")]),
                                                   *map(self.question, self.questions())]),
            *self.groups(law.groups), *self.left_out()])


def introduction(words, laws):
    say = words.say
    first = min(laws[0].rows, key=lambda row: row.number)
    return [
        Paragraph([say("Each provision stands here once, with its passage, its place in the source, and what it asks and "
                       "gives. It is cited by its address, for example ",
                       "Каждое положение приведено здесь один раз: отрывок, место в источнике, условия и результат. "
                       "Ссылаются на него по адресу, например "),
                   Link(f"#{row_anchor(laws[0], first)}", f"#{row_anchor(laws[0], first)}"),
                   say("; the address stays the same in every release.", "; адрес не меняется ни в одном выпуске.")]),
        Facts([
            (words.named(laws[0], "certainty")["stated"],
             [say("The source says it.", "Так сказано в источнике.")]),
            (words.named(laws[0], "certainty")["inferred"],
             [say("The source does not say it in so many words; the remark says why it follows.",
                  "Источник прямо этого не говорит; в замечании сказано, почему это следует.")]),
            (say("(unless known)", "(если не известно иное)"),
             [say("The condition counts as met unless the fact is known to break it.",
                  "Условие считается выполненным, пока не известно обратное.")]),
            (say("(if known)", "(если известно)"),
             [say("The condition is met only where the fact is known to meet it.",
                  "Условие выполнено, только если это известно.")]),
            (say("silent", "ответа нет"),
             [say("The law held here says nothing, which is not a no: the ordinary law applies.",
                  "Учтённые нормы ничего не говорят, и это не отказ: действует общее право.")])]),
        Paragraph([say("This is not legal advice.", "Это не юридическая консультация.")])]


def printed(laws, language, others=()):
    """The laws in a language; the others are links to the same elsewhere."""
    words = Words(language)
    return Document(language, words.say("The law, as statusrules holds it", "Нормы, учтённые в statusrules"), list(others),
                    [*introduction(words, laws), *(Printer(law, words).whole() for law in laws)])
