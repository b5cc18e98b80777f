"""What the public headers declare, read from their text."""

import re

from tap import Failed

DECLARATION = re.compile(r"STATUSRULES_API\s+([^;{}]*?)\b(statusrules_\w+)\s*\([^;{}]*\)\s*;")
LEXEME = re.compile(r"""(?P<comment>/\*.*?\*/|//[^\n]*)|(?P<string>"(?:\\.|[^"\\\n])*")|(?P<char>'(?:\\.|[^'\\\n])*')""",
                    re.DOTALL)


def without_comments(text):
    """C text with every comment replaced by blanks; line numbers stay."""
    def blank(match):
        return re.sub(r"[^\n]", " ", match[0]) if match["comment"] else match[0]
    return LEXEME.sub(blank, text)


def without_strings(text):
    """C text without comments, and with empty strings and characters."""
    def blank(match):
        return '""' if match["string"] else "' '"
    return LEXEME.sub(blank, without_comments(text))


def header_files(source):
    """The public headers, `version.h.in` among them."""
    folder = source / "include/statusrules"
    found = sorted([*folder.glob("*.h"), *folder.glob("*.h.in")])
    if not found:
        raise Failed(f"{folder} holds no header")
    return found


def public_functions(source):
    """The names of the functions that are declared STATUSRULES_API, by header."""
    found = {}
    for path in header_files(source):
        for match in DECLARATION.finditer(without_comments(path.read_text(encoding="utf-8"))):
            found[match[2]] = path
    if not found:
        raise Failed("no function is declared STATUSRULES_API")
    return found
