"""A text for people before it has a form: blocks of inline pieces. Made once, then written as Markdown or HTML.

A content is a list of inline pieces: plain texts, and the classes of the first part.
"""

from dataclasses import dataclass, field

# ---- Inline pieces ----


@dataclass(frozen=True)
class Link:
    text: str
    address: str


@dataclass(frozen=True)
class Strong:
    text: str


@dataclass(frozen=True)
class Code:
    text: str


@dataclass(frozen=True)
class Tag:
    """A word that marks the whole of what it stands beside."""

    text: str
    kind: str


def joined(contents, separator):
    """Contents one after the other, with a text between them."""
    out = []
    for at, content in enumerate(contents):
        out += [separator, *content] if at else content
    return out


# ---- Blocks ----


@dataclass
class Heading:
    level: int
    content: list


@dataclass
class Paragraph:
    content: list


@dataclass
class Quote:
    """A passage in its own language; its line ends are kept."""

    text: str
    language: str


@dataclass
class Bullets:
    items: list  # of contents
    lead: list = field(default_factory=list)


@dataclass
class Facts:
    """Labels, each with a content or with bullets."""

    entries: list


@dataclass
class Table:
    head: list
    rows: list  # of contents by column


@dataclass
class Section:
    """Blocks that belong together; the anchor is the address that others cite."""

    anchor: str | None
    kind: str
    blocks: list


@dataclass
class Document:
    language: str
    title: str
    others: list  # links to the same in another language or form
    blocks: list
