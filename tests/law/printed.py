#!/usr/bin/env python3
"""Is the law that is printed for people the law that decides?

    python3 tests/law/printed.py [--source DIR]

Prints the real law with the laws that never were (tests/data/good, tests/unit/laws), in Markdown and as pages, and holds
every provision against them: its address, passage, source. Then a provision is taken out, and the checks must see it. One
passage is made of signs that a page or Markdown would take for its own.
Prints TAP.
"""

import argparse
import re
import shutil
import sys
import tempfile
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.dont_write_bytecode = True
sys.path.insert(0, str(HERE.parent / "support"))

from tap import Tap, run  # noqa: E402

VOID = {"meta", "br", "wbr"}
FORMS = ("law.md", "law.en.html", "law.ru.html")
LANGUAGES = {"law.md": 0, "law.en.html": 0, "law.ru.html": 1}
LOADS = re.compile(r"<(?:script|link|img|iframe|object)\b|\ssrc=|@import|url\(|\son\w+=", re.IGNORECASE)
MD_ANCHOR = re.compile(r'^<a id="([^"]+)"></a>$', re.MULTILINE)
MD_LINK = re.compile(r"(?<!\\)\[((?:\\.|[^\]\\])*)\]\((?:<([^>]+)>|([^)]+))\)")


def words(text):
    return " ".join(text.split())


# ---- Reading what was printed ----


@dataclass
class Part:
    """What stands under one address: its words, and where its links lead."""

    text: str = ""
    links: list = field(default_factory=list)


class Page(HTMLParser):
    """A page, read strictly: every element is closed in its turn."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.open, self.wrong, self.ids, self.links, self.parts = [], [], [], [], {}
        self.language = None
        self.feed(text)
        self.close()
        self.wrong += [f"<{name}> is not closed" for name, _ in self.open]

    def around(self):
        return [self.parts[id_] for _, id_ in self.open if id_]

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if len(attributes) != len(attrs):
            self.wrong.append(f"<{tag}> has an attribute twice")
        if tag in VOID:
            return
        id_ = attributes.get("id")
        if id_:
            self.ids.append(id_)
            self.parts[id_] = Part()
        if tag == "html":
            self.language = attributes.get("lang")
        self.open.append((tag, id_))
        if "href" in attributes:
            self.links.append(attributes["href"])
            for part in self.around():
                part.links.append(attributes["href"])

    def handle_endtag(self, tag):
        if not self.open or self.open[-1][0] != tag:
            self.wrong.append(f"</{tag}> closes {self.open[-1:] or 'nothing'}")
        if any(name == tag for name, _ in self.open):
            while self.open.pop()[0] != tag:
                pass

    def handle_data(self, data):
        for part in self.around():
            part.text += data


class Markdown:
    """The same of the Markdown: a part goes to the next address."""

    def __init__(self, text):
        pieces = MD_ANCHOR.split(text)
        self.wrong, self.ids, self.links, self.parts = [], pieces[1::2], self.addresses(text), {}
        for id_, piece in zip(pieces[1::2], pieces[2::2]):
            plain = MD_LINK.sub(r"\1", re.sub(r"^> ?", "", piece, flags=re.MULTILINE))
            self.parts[id_] = Part(re.sub(r"\\(.)", r"\1", plain), self.addresses(piece))

    @staticmethod
    def addresses(text):
        return [match[2] or match[3] for match in MD_LINK.finditer(text)]


def read(name, text):
    return Markdown(text) if name.endswith(".md") else Page(text)


# ---- What must be in it ----


def anchors(read_one):
    """Each address stands once, and every link within leads to one."""
    twice = sorted({id_ for id_ in read_one.ids if read_one.ids.count(id_) > 1})
    missing = sorted({link for link in read_one.links if link.startswith("#") and link[1:] not in read_one.ids})
    return [f"the address {id_} stands twice" for id_ in twice] + [f"{link} leads nowhere" for link in missing]


def provisions(read_one, laws, place):
    """Each provision stands once under its address, with its passage, its place, its words, and a link to its source."""
    for law in laws:
        for row in law.rows:
            id_ = f"{law.name}-{row.id}"
            if read_one.ids.count(id_) != 1:
                yield f"{id_} stands {read_one.ids.count(id_)} times"
                continue
            part = read_one.parts[id_]
            text = words(part.text)
            for what in (row.passage[0 if row.quoted else place], row.place[place], row.remark[place],
                         row.says[place].split("{day}")[0], f"#{id_}"):
                if words(what) not in text:
                    yield f"{id_} does not say: {what}"
            if row.act.address not in part.links:
                yield f"{id_} has no link to its source"


def lists(read_one, laws):
    """The table of each list leads to its rows, in their order."""
    for law in laws:
        for one in law.lists:
            id_ = f"{law.name}-list-{one.question.name}-{one.name.replace(' ', '-')}"
            rows = [f"#{law.name}-{row.id}" for row in one.rows]
            found = [link for link in read_one.parts[id_].links if link in rows] if id_ in read_one.parts else None
            if rows and found != rows:
                yield f"{id_} leads to {found}, expected {rows}"


def groups(read_one, laws, place):
    """Each group names its states and its source."""
    for law in laws:
        for name, (letters, source) in law.groups.items():
            id_ = f"{law.name}-group-{name}"
            text = words(read_one.parts[id_].text) if id_ in read_one.parts else ""
            for what in (*(law.names.countries[one][1 + place] for one in letters), source):
                if what not in text:
                    yield f"{id_} does not name {what}"


def left_out(read_one, laws, place):
    """What a law leaves out is told with its reason."""
    for law in laws:
        id_ = f"{law.name}-left-out"
        if (id_ in read_one.parts) != bool(law.left_out):
            yield f"{id_} stands there, or not"
        text = words(read_one.parts[id_].text) if id_ in read_one.parts else ""
        for what in (texts[place] for one in law.left_out for texts in one):
            if words(what) not in text:
                yield f"{id_} does not say: {what}"


def whole(name, text, laws):
    """Everything that is wrong with what was printed."""
    one, place = read(name, text), LANGUAGES[name]
    return [*one.wrong, *anchors(one), *provisions(one, laws, place), *lists(one, laws), *groups(one, laws, place),
            *left_out(one, laws, place)]


def stands_alone(text):
    return [f"it would load something: {match}" for match in LOADS.findall(text)]


def languages(texts):
    found = {name: Page(texts[name]).language for name in FORMS[1:]}
    expected = {"law.en.html": "en", "law.ru.html": "ru"}
    return [] if found == expected else [f"{found}, expected {expected}"]


def same_addresses(texts):
    ids = {name: sorted(read(name, text).ids) for name, text in texts.items()}
    return [f"{name} has other addresses than {FORMS[0]}" for name in FORMS if ids[name] != ids[FORMS[0]]]


def superseded(texts):
    """The row of an edition that has ended is marked as such, and the one in its place is not."""
    marks = {"law.md": "superseded: not in the editions after 1", "law.en.html": "superseded: not in the editions after 1",
             "law.ru.html": "заменено: в редакциях после 1 отсутствует"}
    return [f"{name}: {id_}" for name, text in texts.items() for id_, ended in (("F1", False), ("F1.wrong", True))
            if (marks[name] in words(read(name, text).parts[f"fictitious-{id_}"].text)) != ended]


# ---- Without a provision ----


def without(name, text, id_):
    """What was printed, but for one provision."""
    start = text.index(f'<section id="{id_}"' if name.endswith(".html") else f'<a id="{id_}"></a>')
    end = text.index("</section>", start) + len("</section>") if name.endswith(".html") else text.index('<a id="', start + 1)
    return text[:start] + text[end:]


def without_text(text, laws):
    """What was printed, but for the first reason why something is left out."""
    measures = next(law for law in laws if law.name == "measures")
    return next(text.replace(why, "") for why in measures.left_out[0][1] if why in text)


def is_seen(name, doctored, laws, said):
    wrong = whole(name, doctored, laws)
    return [] if any(said in one for one in wrong) else [f"not seen; the checks say {wrong}"]


# A passage in which every sign means something to a page or to Markdown.
SIGNS = ('Visas are extended for 80 days.', r'# <b>Visas</b> & *cards*, _both_ &amp; | [one](two) `three` ~~four~~ \\ 5 < 6')


class Printed:
    """What the compiler prints, and the laws as it reads them."""

    def __init__(self, source, scratch):
        self.compiler, self.scratch = source / "lib/law_compiler", scratch
        good = shutil.copytree(source / "tests/data/good", scratch / "good")
        with_signs = (good / "extension.toml").read_text(encoding="utf-8").replace(*SIGNS)
        (good / "extension.toml").write_text(with_signs, encoding="utf-8")
        self.folders = ["--law", source / "lib/law", "--laws", good, "--laws", source / "tests/unit/laws"]

    def texts(self, run_number):
        folder = self.scratch / str(run_number)
        folder.mkdir()
        files = [folder / name for name in FORMS]
        run(sys.executable, self.compiler / "compile_law.py", *self.folders, "--printed", files[0], "--pages", *files[1:])
        return {path.name: path.read_text(encoding="utf-8") for path in files}

    def laws(self):
        sys.path.insert(0, str(self.compiler))
        from read_laws import add_folders, read_laws
        from source import Refusals
        parser, refusals = argparse.ArgumentParser(), Refusals()
        add_folders(parser)
        _, checked = read_laws(parser.parse_args(list(map(str, self.folders))), refusals)
        return [law for law, _ in checked]


def print_tests(tap, printed):
    laws, texts = printed.laws(), printed.texts(1)
    tap.ok(len(laws) >= 2 and all(law.rows for law in laws), "every law is printed with its provisions",
           [law.name for law in laws])
    for name in FORMS:
        tap.check(f"{name}: every provision stands once, with passage, place and source; every link leads somewhere",
                  whole, name, texts[name], laws)
        tap.check(f"{name}: a provision that is missing is seen", is_seen, name, without(name, texts[name], "fictitious-F4"),
                  laws, "fictitious-F4 stands 0 times")
        tap.check(f"{name}: a passage that is not the source's is seen", is_seen, name,
                  texts[name].replace("Vaccines are available to all", "Vaccines are offered to all"), laws,
                  "statement-S3 does not say")
        tap.check(f"{name}: a source that cannot be reached is seen", is_seen, name,
                  texts[name].replace(laws[0].rows[0].act.address, "https://example.org"), laws, "no link to its source")
        tap.check(f"{name}: what is left out and not told is seen", is_seen, name, without_text(texts[name], laws), laws,
                  "measures-left-out does not say")
    for name in FORMS[1:]:
        tap.check(f"{name}: it loads nothing", stands_alone, texts[name])
    tap.check("the pages name their language", languages, texts)
    tap.check("the addresses are the same in all forms", same_addresses, texts)
    tap.check("a row of an edition that has ended is shown as superseded", superseded, texts)
    tap.ok(texts == printed.texts(2), "two runs print the same bytes")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", type=Path, help="a built tree; not needed, this suite prints the law itself")
    parser.add_argument("--source", type=Path, default=HERE.parent.parent, help="the repository")
    options, tap = parser.parse_args(), Tap()
    with tempfile.TemporaryDirectory() as scratch:
        print_tests(tap, Printed(options.source.resolve(), Path(scratch)))
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
