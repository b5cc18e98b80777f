"""Writes a document as one HTML page that needs nothing else: no script, no network."""

import re
from html import escape
from pathlib import Path

from document import Bullets, Code, Facts, Heading, Link, Paragraph, Quote, Section, Strong, Table, Tag
from words import language_of

STYLE = Path(__file__).with_name("printed.css")


def element(name, inner, **attributes):
    """An element; `class_` is written class, and an attribute of None is left out."""
    written = "".join(f' {key.rstrip("_")}="{escape(value)}"' for key, value in attributes.items() if value is not None)
    return f"<{name}{written}>{inner}</{name}>"


def breakable(text):
    """A name or an address, which may be broken after its signs."""
    return re.sub(r"(?<=[\w/])([._/])(?=\w)", r"\1<wbr>", escape(text, quote=False))


def piece(one):
    match one:
        case str():
            return escape(one, quote=False)
        case Link():
            return element("a", breakable(one.text), href=one.address)
        case Strong():
            return element("strong", escape(one.text, quote=False))
        case Code():
            return element("code", breakable(one.text))
        case Tag():
            return element("span", escape(one.text, quote=False), class_=f"tag {one.kind}")
    raise TypeError(one)


def inline(content):
    return "".join(map(piece, content))


def bullets(block):
    return element("ul", "".join(element("li", inline(item)) for item in block.items))


def facts(block):
    entries = [element("dt", escape(label)) + element("dd", bullets(value) if isinstance(value, Bullets) else inline(value))
               for label, value in block.entries]
    return element("dl", "\n".join(entries))


def row(cells, name, **attributes):
    return element("tr", "".join(element(name, cell, **attributes) for cell in cells))


def table(block):
    head = element("thead", row(map(escape, block.head), "th", scope="col"))
    body = element("tbody", "\n".join(row(map(inline, cells), "td") for cells in block.rows))
    return element("div", element("table", f"{head}\n{body}"), class_="wide", tabindex="0")


def written(block):
    match block:
        case Heading():
            return element(f"h{block.level}", inline(block.content))
        case Paragraph():
            return element("p", inline(block.content))
        case Quote():
            lines = "<br>\n".join(escape(line.strip(), quote=False) for line in block.text.splitlines())
            return element("blockquote", element("p", lines), lang=block.language)
        case Bullets():
            return (element("p", inline(block.lead)) if block.lead else "") + bullets(block)
        case Facts():
            return facts(block)
        case Table():
            return table(block)
        case Section():
            return element("section", "\n" + "\n".join(map(written, block.blocks)) + "\n", id=block.anchor,
                           class_=block.kind)
    raise TypeError(block)


def html(document):
    """The page; its policy lets it load nothing."""
    others = [element("p", element("a", escape(one.text), href=one.address, lang=language_of(one.text), rel="alternate"),
                      class_="other") for one in document.others]
    head = "\n".join(['<meta charset="utf-8">', '<meta name="viewport" content="width=device-width, initial-scale=1">',
                      '<meta name="color-scheme" content="light dark">',
                      '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'">',
                      element("title", escape(document.title)), element("style", "\n" + STYLE.read_text(encoding="utf-8"))])
    body = "\n".join([*others, element("h1", escape(document.title)), *map(written, document.blocks)])
    page = element("html", f"\n{element('head', f'{chr(10)}{head}{chr(10)}')}\n"
                           f"{element('body', element('main', f'{chr(10)}{body}{chr(10)}'))}\n", lang=document.language)
    return f"<!DOCTYPE html>\n{page}\n"
