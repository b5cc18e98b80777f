#!/usr/bin/env python3
"""Is the surface of the library what it says, and does it stay so?

    python3 tests/surface/surface.py --build DIR [--source DIR] [--write]

Looks at a built tree (a release build, x86-64): exported symbols, constants, layout of the structs, headers, imports,
writable data. symbols.txt, constants.txt and layout.txt are frozen: programs in the world were compiled with these names
and numbers. editions.txt is frozen too: decisions were taken by what each edition of the law decides.

--write appends what the headers and the law have and the frozen lists lack. It never changes or drops a line: to do
that on purpose, which is a new binary interface (the SONAME rises, once a version is released), delete the line by hand
first, then run it. A line of editions.txt is never deleted.
Prints TAP.
"""

import argparse
import json
import platform
import re
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))

from headers import DECLARATION, header_files, public_functions, without_comments  # noqa: E402
from tap import Failed, Tap, run  # noqa: E402

UMBRELLA = "#include <statusrules/statusrules.h>\n"
# C23 under the name that older compilers have for it as well.
C_COMPILERS = [(compiler, standard) for compiler in ("gcc", "clang-19") for standard in ("c11", "c17", "c2x")]
CXX_COMPILERS = [(compiler, standard) for compiler in ("g++", "clang++-19") for standard in ("c++17", "c++20")]
WARNINGS = "-Wall -Wextra -Wconversion -Wshadow -Werror -pedantic".split()
# What a user writes with the macros must not warn either.
USES = """
int32_t use(void);
int32_t use(void)
{
    statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
    statusrules_options options = STATUSRULES_OPTIONS_DEFAULT;
    facts.citizenship = STATUSRULES_COUNTRY('U', 'Z');
    facts.last_day = STATUSRULES_DAY(2021, 12, 31);
    options.known_on = STATUSRULES_FIRST_DAY;
    return facts.last_day + options.known_on;
}
"""
PRINT_DIGESTS = UMBRELLA + """
#include <stdio.h>
int main(void)
{
    for (int32_t index = 0; index < statusrules_law_count(); index++) {
        const statusrules_law *law = statusrules_law_at(index);
        for (int32_t edition = 1; edition <= statusrules_law_edition(law); edition++) {
            printf("%s %d = %s\\n", statusrules_law_name(law), (int)edition, statusrules_law_digest(law, edition));
        }
    }
    return 0;
}
"""
IMPORTS = {"memcpy", "memset", "memmove"}
# What the compiler's own start files refer to, weakly.
START_FILES = {"__cxa_finalize", "__gmon_start__", "_ITM_deregisterTMCloneTable", "_ITM_registerTMCloneTable"}
NOT_WRITTEN = (".data.rel.ro", ".init_array", ".fini_array")


class Surface:
    """The source, the built tree, and what both say."""

    def __init__(self, source, build):
        self.source, self.build = source, build
        self.library = build / "libstatusrules.so"
        self.archive = build / "libstatusrules.a"
        self.include = [f"-I{source / 'include'}", f"-I{build / 'include'}"]

    # ---- Symbols ----

    def map_symbols(self):
        """The functions of the map, each with its node."""
        text = without_comments((self.source / "lib/statusrules.map").read_text(encoding="utf-8"))
        nodes = re.findall(r"([\w.]+)\s*\{\s*global:(.*?)(?:local:.*?)?\}", text, re.DOTALL)
        return {symbol: node for node, body in nodes for symbol in re.findall(r"[^\s;]+", body)}

    def exported(self):
        """The symbols that the library exports, each with its node."""
        found = {}
        for line in run("nm", "-D", "--defined-only", "--with-symbol-versions", self.library).splitlines():
            name = line.split()[-1]
            kind = line.split()[-2]
            symbol, _, node = name.partition("@@") if "@@" in name else name.partition("@")
            if not (kind == "A" and symbol in set(self.map_symbols().values())):
                found[symbol] = node
        return found

    def exports_the_map(self):
        return differences(self.exported(), "exported", self.map_symbols(), "in lib/statusrules.map")

    def exports_the_headers(self):
        return differences(dict.fromkeys(self.exported()), "exported", dict.fromkeys(public_functions(self.source)),
                           "declared STATUSRULES_API")

    def all_declared_public(self):
        declared = {node["name"] for node in self.declarations() if node["kind"] == "FunctionDecl"}
        return differences(dict.fromkeys(declared), "declared in the headers",
                           dict.fromkeys(public_functions(self.source)), "declared STATUSRULES_API")

    def archive_prefix(self):
        names = [line.split()[-1] for line in run("nm", "-g", "--defined-only", self.archive).splitlines()
                 if len(line.split()) == 3]
        return sorted(name for name in names if not name.startswith("statusrules_")) if names else ["no symbol at all"]

    def dynamic(self, tag):
        """The values of a tag of the dynamic section."""
        return re.findall(rf"\({tag}\).*\[(.*)\]", run("readelf", "-d", "-W", self.library))

    def soname(self):
        name = self.dynamic("SONAME")
        return [] if name == ["libstatusrules.so.0"] else [f"the SONAME is {name}, expected libstatusrules.so.0"]

    # ---- What comes in, and what can change ----

    def imports(self):
        wrong = []
        for line in run("nm", "-D", "--undefined-only", self.library).splitlines():
            kind, name = line.split()
            plain = name.partition("@")[0]
            if plain not in IMPORTS and not (kind == "w" and plain in START_FILES):
                wrong.append(f"{name} is imported")
        return wrong

    def needs(self):
        needed = self.dynamic("NEEDED")
        return [f"{name} is needed at run time" for name in needed if name != "libc.so.6"]

    def writable_data(self):
        """Sections of the objects that a program could write to, and symbols that the linker would make such."""
        sections = re.findall(r"^\s*\[\s*\d+\]\s+(\S+)\s+\S+\s+\S+\s+\S+\s+([0-9a-f]+)\s+\S+\s+(\S*W\S*)\s",
                              run("readelf", "-S", "-W", self.archive), re.MULTILINE)
        wrong = [f"{name} holds {int(size, 16)} bytes" for name, size, _ in sections
                 if int(size, 16) and not name.startswith(NOT_WRITTEN)]
        if not any(name == ".data" for name, _, _ in sections):
            raise Failed("no object of the archive has a .data section, not even an empty one: nothing was read")
        symbols = [line.split() for line in run("nm", self.archive).splitlines()]
        return wrong + [f"{words[-1]} is a variable" for words in symbols if len(words) == 3 and words[1] == "C"]

    # ---- What is frozen: symbols, constants, layout, editions ----

    def symbols(self):
        """The functions and their version nodes, in the order of the headers."""
        exported = self.exported()
        text = "".join(without_comments(path.read_text(encoding="utf-8")) for path in in_include_order(self.source))
        return {name: exported[name] for name in re.findall(r"\bstatusrules_\w+(?=\()", text) if name in exported}

    def declarations(self):
        """The declarations of the headers, as clang sees them."""
        tree = json.loads(run("clang-19", "-std=c11", "-fsyntax-only", "-Xclang", "-ast-dump=json", *self.include, "-x",
                              "c", "-", input=UMBRELLA))
        return [node for node in tree["inner"] if node.get("name", "").startswith("statusrules_")
                or node["kind"] == "EnumDecl"]

    def constant_names(self):
        """Enum constants and object-like macros with an integer value, in the order of the headers."""
        enums = {one["name"] for node in self.declarations() if node["kind"] == "EnumDecl" for one in node["inner"]
                 if one["kind"] == "EnumConstantDecl" and one["name"].startswith("STATUSRULES_")}
        macros = dict(re.findall(r"^#define (STATUSRULES_\w+)(?: (.*))?$",
                                 run("gcc", "-std=c11", "-E", "-dM", *self.include, "-x", "c", "-", input=UMBRELLA),
                                 re.MULTILINE))
        integers = {name for name, value in macros.items() if value and value[0] not in '{"_'}
        text = "".join(without_comments(path.read_text(encoding="utf-8")) for path in in_include_order(self.source))
        order = {name: place for place, name in reversed(list(enumerate(re.findall(r"\w+", text))))}
        return sorted(enums | integers, key=order.__getitem__)

    def constants(self):
        names = self.constant_names()
        lines = "".join(f'    printf("%s = %lld\\n", "{name}", (long long)({name}));\n' for name in names)
        return printed_by(f"{UMBRELLA}#include <stdio.h>\nint main(void)\n{{\n{lines}    return 0;\n}}\n", self.include)

    def layout(self):
        if platform.machine() != "x86_64":
            raise Failed(f"layout.txt is that of x86-64, and this machine is {platform.machine()}")
        lines = []
        for struct in self.declarations():
            if struct["kind"] != "RecordDecl" or not struct.get("completeDefinition"):
                continue
            name = struct["name"]
            lines.append(f'    printf("{name} = size %zu, alignment %zu\\n", sizeof({name}), _Alignof({name}));\n')
            # Members take the place of a reserve.
            members = [one["name"] for one in struct["inner"]
                       if one["kind"] == "FieldDecl" and one["name"] not in ("reserved", "more")]
            lines += [f'    printf("{name}.{member} = offset %zu, size %zu\\n", offsetof({name}, {member}), '
                      f"sizeof((({name} *)0)->{member}));\n" for member in members]
        return printed_by(f"{UMBRELLA}#include <stddef.h>\n#include <stdio.h>\nint main(void)\n{{\n{''.join(lines)}"
                          "    return 0;\n}\n", self.include)

    def editions(self):
        """The digest of each edition of each law, as the library gives them."""
        return printed_by(PRINT_DIGESTS, self.include, self.archive)

    # ---- Headers ----

    def header_names(self):
        return [path.name.removesuffix(".in") for path in header_files(self.source)]

    def headers_alone(self, compiler, standard):
        wrong = []
        language = "c++" if "++" in compiler else "c"
        for name in self.header_names():
            include = f"#include <statusrules/{name}>\n"
            text = include * 2 + (USES if name == "statusrules.h" else "typedef int32_t one_declaration;\n")
            try:
                run(compiler, f"-std={standard}", *WARNINGS, "-fsyntax-only", *self.include, "-x", language, "-",
                    input=text)
            except Failed as error:
                wrong.append(f"{name}: {error}")
        return wrong

    def umbrella(self):
        text = (self.source / "include/statusrules/statusrules.h").read_text(encoding="utf-8")
        return [f"statusrules.h does not include {name}" for name in self.header_names()
                if name != "statusrules.h" and f"#include <statusrules/{name}>" not in text]

    def documented(self):
        wrong, seen = [], set()
        for path in header_files(self.source):
            text = path.read_text(encoding="utf-8")
            for match in DECLARATION.finditer(text):
                before = text[:match.start()].rstrip()
                comment = before[before.rfind("/**"):] if before.endswith("*/") and "/**" in before else ""
                seen.add(match[2])
                wrong += [f"{path.name}: {match[2]}: its doc comment has no {command}"
                          for command in ("@brief", "@since") if not re.search(rf"{command}\s+\S", comment)]
        return wrong + [f"{name} was not looked at" for name in sorted(public_functions(self.source).keys() - seen)]

    # ---- Sources ----

    def sources(self, compiler, standard):
        """The sources of the library, and the law that was compiled into tables, each as a unit of its own."""
        files = [*sorted((self.source / "lib").glob("*/*.c")), self.build / "tables.c"]
        include = [*self.include, f"-I{self.source / 'lib'}"]
        run(compiler, f"-std={standard}", *WARNINGS, "-ffreestanding", "-fsyntax-only", *include, *files)
        return []


def in_include_order(source):
    """The headers, each after those that it includes."""
    files = {path.name.removesuffix(".in"): path for path in header_files(source)}
    ordered = []

    def visit(name):
        if files[name] not in ordered:
            for included in re.findall(r"#include <statusrules/(\S+)>", files[name].read_text(encoding="utf-8")):
                visit(included)
            ordered.append(files[name])
    for name in files:
        visit(name)
    return ordered


def differences(left, left_word, right, right_word):
    """What one of two mappings has and the other has not, or has otherwise."""
    if not left or not right:
        return [f"nothing is {left_word if not left else right_word}"]
    wrong = [f"{name} is {left_word}, and not {right_word}" for name in sorted(left.keys() - right.keys())]
    wrong += [f"{name} is {right_word}, and not {left_word}" for name in sorted(right.keys() - left.keys())]
    return wrong + [f"{name}: {left[name]} {left_word}, {right[name]} {right_word}"
                    for name in sorted(left.keys() & right.keys()) if left[name] != right[name]]


def printed_by(program, include, *libraries):
    """What a C program prints: `name = value` lines."""
    with tempfile.TemporaryDirectory() as scratch:
        binary = Path(scratch) / "program"
        run("gcc", "-std=c11", *include, "-x", "c", "-", "-x", "none", *libraries, "-o", binary, input=program)
        return dict(line.split(" = ", 1) for line in run(binary).splitlines())


def frozen(path):
    """A frozen list."""
    if not path.exists():
        raise Failed(f"{path.name} is missing: restore it; only a new list is made with --write")
    return dict(line.split(" = ", 1) for line in path.read_text(encoding="utf-8").splitlines())


def kept(path, current, advice):
    """What of a frozen list has changed or is gone."""
    old, new = frozen(path), current()
    wrong = [f"{name} was {value} and is {new.get(name, 'gone')}: {advice}"
             for name, value in old.items() if new.get(name) != value]
    if not old:
        wrong.append(f"{path.name} is empty")
    return wrong


def appended(path, current):
    """What is new and not in the frozen list yet."""
    old = frozen(path)
    return [f"{name} = {value} is new: append it with `surface.py --write`, and it is frozen"
            for name, value in current().items() if name not in old]


LISTS = {
    "symbols": (HERE / "symbols.txt", "programs were linked with this name and version node; give it back"),
    "constants": (HERE / "constants.txt", "a number in the world cannot change; give the old one back, and a new meaning a "
                                          "new constant at the end of its list"),
    "layout": (HERE / "layout.txt", "callers were compiled with this layout; put new members in the place of a reserve, or "
                                    "at the end of a struct that begins with its size (then delete its size line here and "
                                    "run --write)"),
    "editions": (HERE / "editions.txt", "what an edition decides cannot change: an encoded row is never edited (see "
                                        "SECURITY.md); give the row back, end its edition, and add a right row in the next"),
}


def write(surface):
    """Appends what is new to the frozen lists; refuses if anything frozen would change."""
    exit_code = 0
    for name, (path, advice) in LISTS.items():
        current = getattr(surface, name)()
        wrong = kept(path, lambda: current, advice) if path.exists() else []
        if wrong:
            print("\n".join([f"{path.name} is left alone:", *wrong]), file=sys.stderr)
            exit_code = 1
            continue
        path.write_text("".join(f"{key} = {value}\n" for key, value in current.items()), encoding="utf-8")
        print(f"{path.name}: {len(current)} lines")
    return exit_code


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", type=Path, required=True, help="a built tree")
    parser.add_argument("--source", type=Path, default=HERE.parent.parent, help="the repository")
    parser.add_argument("--write", action="store_true", help="append what is new to the frozen lists")
    options = parser.parse_args()
    surface = Surface(options.source.resolve(), options.build.resolve())
    if options.write:
        return write(surface)
    tap = Tap()
    tap.check("the shared library exports what lib/statusrules.map lists, in the same version nodes", surface.exports_the_map)
    tap.check("the shared library exports what the headers declare STATUSRULES_API", surface.exports_the_headers)
    tap.check("every function of the headers is declared STATUSRULES_API", surface.all_declared_public)
    tap.check("the static library defines no global symbol without the prefix statusrules_", surface.archive_prefix)
    tap.check("the SONAME is libstatusrules.so.0", surface.soname)
    for name, (path, advice) in LISTS.items():
        tap.check(f"{name}: nothing that is frozen has changed or gone", kept, path, getattr(surface, name), advice)
        tap.check(f"{name}: everything there is stands in {path.name}", appended, path, getattr(surface, name))
    for compiler, standard in C_COMPILERS + CXX_COMPILERS:
        tap.check(f"every header compiles alone with {compiler} as {standard}, without a warning", surface.headers_alone,
                  compiler, standard)
    for compiler, standard in C_COMPILERS:
        tap.check(f"every source of the library compiles with {compiler} as {standard}, without a warning", surface.sources,
                  compiler, standard)
    tap.check("statusrules.h includes every other header", surface.umbrella)
    tap.check("every public function has a doc comment with @brief and @since", surface.documented)
    tap.check("the library imports nothing but memcpy, memset, memmove: no heap, clock, locale, input or output",
              surface.imports)
    tap.check("the library needs no other library than the C library", surface.needs)
    tap.check("the objects hold no writable data", surface.writable_data)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
