"""Writes a document as Markdown."""

import re

from document import Bullets, Code, Facts, Heading, Link, Paragraph, Quote, Section, Strong, Table, Tag

# Signs that would begin something; an underscore within a word does not.
SIGNS = re.compile(r"[\\`*\[\]<>|~]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)")
BREAKS_A_LINK = re.compile(r"[\s()]")
BEGINS_A_BLOCK = re.compile(r"^(\s*)([#+\-=]|\d+[.)](?=\s|$))")


def plain(text):
    return SIGNS.sub(lambda sign: "\\" + sign[0], text)


def begun(line):
    """A line whose first sign would make it a heading or an item."""
    return BEGINS_A_BLOCK.sub(lambda match: f"{match[1]}{match[2][:-1]}\\{match[2][-1]}", line)


def link(one):
    address = one.address.replace("<", "%3C").replace(">", "%3E")
    if BREAKS_A_LINK.search(address):
        address = f"<{address}>"
    return f"[{plain(one.text)}]({address})"


def piece(one):
    match one:
        case str():
            return plain(one)
        case Link():
            return link(one)
        case Strong():
            return f"**{plain(one.text)}**"
        case Code():
            return f"`{one.text}`"
        case Tag():
            return f"({plain(one.text)})"
    raise TypeError(one)


def inline(content):
    return " ".join("".join(map(piece, content)).split())


def bullets(block, indent=""):
    return [f"{indent}- {inline(item)}" for item in block.items]


def facts(block):
    for label, value in block.entries:
        if isinstance(value, Bullets):
            yield f"- **{plain(label)}:**"
            yield from bullets(value, "  ")
        else:
            yield f"- **{plain(label)}:** {inline(value)}"


def quoted(lines_of_text):
    """Two spaces at the end of a line keep the break."""
    written = [f"> {begun(plain(line.strip()))}".rstrip() for line in lines_of_text]
    return [*(f"{line}  " for line in written[:-1]), written[-1]]


def table(block):
    rows = [[plain(name) for name in block.head], ["---"] * len(block.head),
            *([inline(cell) for cell in row] for row in block.rows)]
    return [f"| {' | '.join(row)} |" for row in rows]


def lines(block):
    """The lines of a block; a block ends with an empty line."""
    match block:
        case Heading():
            return [f"{'#' * block.level} {inline(block.content)}", ""]
        case Paragraph():
            return [begun(inline(block.content)), ""]
        case Quote():
            return [*quoted(block.text.splitlines()), ""]
        case Bullets():
            return [*([inline(block.lead), ""] if block.lead else []), *bullets(block), ""]
        case Facts():
            return [*facts(block), ""]
        case Table():
            return [*table(block), ""]
        case Section():
            anchor = [f'<a id="{block.anchor}"></a>', ""] if block.anchor else []
            return anchor + [line for one in block.blocks for line in lines(one)]
    raise TypeError(block)


def markdown(document):
    others = [" · ".join(map(link, document.others)), ""] if document.others else []
    body = [line for block in document.blocks for line in lines(block)]
    return "\n".join([f"# {plain(document.title)}", "", *others, *body]).rstrip("\n") + "\n"
