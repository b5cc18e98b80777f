#!/usr/bin/env python3
"""Can somebody else use the library once it is installed?

    python3 tests/install/install.py [--source DIR]

Builds the library afresh, installs it into a temporary folder, and uses it from outside as examples/consumer does: through
pkg-config, shared and static, from C and C++. Without pkg-config's path the consumer must fail first: otherwise some other
statusrules on this machine would answer.
Prints TAP.
"""

import argparse
import os
import re
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))

from headers import header_files, public_functions  # noqa: E402
from tap import Tap, attempt, run  # noqa: E402

VARIABLES = ("PKG_CONFIG_PATH", "PKG_CONFIG_LIBDIR", "PKG_CONFIG_SYSROOT_DIR", "LD_LIBRARY_PATH", "LIBRARY_PATH", "CPATH",
             "C_INCLUDE_PATH", "CPLUS_INCLUDE_PATH", "DESTDIR", "CFLAGS", "LDFLAGS", "CC")
PRINTED = ("law.md", "law.en.html", "law.ru.html")
ANSWER = "valid through 2022-07-18"
STRICT = "-Wall -Wextra -Wconversion -Wshadow -Werror -pedantic".split()
CPP_PROGRAM = """
#include <cstdio>
#include <statusrules/statusrules.h>

int main()
{
    statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
    facts.term = STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT;
    facts.last_day = STATUSRULES_DAY(2021, 12, 31);
    statusrules_answer answer;
    char day[11];
    if (statusrules_extension(&answer, statusrules_law_statement(), &facts, nullptr, nullptr) != STATUSRULES_OK
        || statusrules_format_day(day, sizeof day, answer.day, nullptr) != STATUSRULES_OK) {
        return 1;
    }
    std::printf("valid through %s\\n", day);
    return 0;
}
"""


class Install:
    """A fresh build, installed into a folder, and programs that use it."""

    def __init__(self, source, scratch):
        self.source, self.scratch = source, scratch
        self.build, self.prefix, self.stage = scratch / "build", scratch / "prefix", scratch / "stage"
        self.consumer = source / "examples/consumer"
        self.plain = {name: value for name, value in os.environ.items() if name not in VARIABLES}
        self.found = self.plain | {"PKG_CONFIG_PATH": str(self.prefix / "lib/pkgconfig")}
        self.loaded = self.found | {"LD_LIBRARY_PATH": str(self.prefix / "lib")}

    def version(self):
        text = (self.source / "meson.build").read_text(encoding="utf-8")
        return re.search(r"^\s*version: '([^']+)'", text, re.MULTILINE)[1]

    def pkg_config(self, *options):
        return run("pkg-config", *options, "statusrules", env=self.found).split()

    # ---- Installing ----

    def installs(self):
        run("meson", "setup", self.build, self.source, f"--prefix={self.prefix}", "--libdir=lib",
            "--default-library=both", "-Dtests=false", "-Dexamples=false", env=self.plain)
        run("meson", "install", "-C", self.build, env=self.plain)
        return []

    def files(self, root):
        return {str(path.relative_to(root)) for path in root.rglob("*") if not path.is_dir() or path.is_symlink()}

    def staged(self):
        run("meson", "install", "-C", self.build, env=self.plain | {"DESTDIR": str(self.stage)})
        root = self.stage / self.prefix.relative_to("/")
        there, direct = self.files(root), self.files(self.prefix)
        outside = {name for name in self.files(self.stage) if not (self.stage / name).is_relative_to(root)}
        return [f"{name} was installed either way, not both" for name in sorted(there ^ direct)] + [
            f"{name} is outside of the prefix" for name in sorted(outside)] + ([] if there else ["nothing was installed"])

    def only_expected(self):
        version = f"libstatusrules.so.0.{self.version().partition('.')[2]}"
        expected = {f"include/statusrules/{path.name.removesuffix('.in')}" for path in header_files(self.source)}
        expected |= {"lib/libstatusrules.a", "lib/libstatusrules.so", "lib/libstatusrules.so.0", f"lib/{version}",
                     "lib/pkgconfig/statusrules.pc", "share/licenses/statusrules/LICENSE",
                     "share/licenses/statusrules/UNICODE-LICENSE.txt"}
        expected |= {f"share/doc/statusrules/{name}" for name in PRINTED}
        return differences(self.files(self.prefix), "installed", expected, "expected")

    def printed_law(self):
        """Each holds the first provision of the first law, under its address."""
        texts = {name: (self.prefix / "share/doc/statusrules" / name).read_text(encoding="utf-8") for name in PRINTED}
        return [f"{name} has no provision statement-S1" for name, text in texts.items() if 'id="statement-S1"' not in text]

    def headers_same(self):
        return [f"{path.name} differs from the header installed" for path in header_files(self.source)
                if path.suffix == ".h"
                and path.read_bytes() != (self.prefix / "include/statusrules" / path.name).read_bytes()]

    def version_header(self):
        text = (self.prefix / "include/statusrules/version.h").read_text(encoding="utf-8")
        return [] if f'#define STATUSRULES_VERSION "{self.version()}"\n' in text and "@" not in re.sub(
            r"@(?:file|brief|return|since)", "", text) else [text]

    def pc(self):
        wrong = []
        for option, expected in (("--modversion", self.version()), ("--variable=prefix", str(self.prefix)),
                                 ("--variable=libdir", str(self.prefix / "lib")),
                                 ("--variable=includedir", str(self.prefix / "include")), ("--print-requires", "")):
            given = " ".join(self.pkg_config(option))
            wrong += [] if given == expected else [f"pkg-config {option} says {given!r}, expected {expected!r}"]
        text = (self.prefix / "lib/pkgconfig/statusrules.pc").read_text(encoding="utf-8")
        return wrong + ([f"the file names a folder of the build: {text}"] if str(self.build) in text
                        or str(self.source) in text else [])

    # ---- The consumer ----

    def fails_without_path(self):
        done = attempt("sh", self.consumer / "build.sh", env=self.plain)
        if done.returncode == 0:
            return ["it was built: another statusrules is installed on this machine"]
        return [] if "statusrules" in done.stderr else [f"it failed for another reason: {done.stderr}"]

    def consumer_builds(self, environment, *options):
        said = run("sh", self.consumer / "build.sh", *options, env=environment)
        return [] if ANSWER in said and f"statusrules {self.version()}" in said else [f"it says {said!r}"]

    def compiled(self, name, linking, program=None, compiler=("gcc", "-std=c11")):
        """A program, linked through pkg-config."""
        if program is None:
            program = (self.consumer / "main.c").read_text(encoding="utf-8")
        binary = self.scratch / name
        text = self.scratch / f"{name}.{'cpp' if '++' in compiler[0] else 'c'}"
        text.write_text(program, encoding="utf-8")
        libs = self.pkg_config("--libs", *(["--static"] if linking == "static" else []))
        if linking == "static":
            libs = ["-Wl,-Bstatic", *libs, "-Wl,-Bdynamic"]
        run(*compiler, *STRICT, *self.pkg_config("--cflags"), text, *libs, "-o", binary, env=self.plain)
        return binary

    def shared_is_shared(self):
        binary = self.compiled("shared", "shared")
        wrong = [] if "libstatusrules.so.0" in run("ldd", binary, env=self.plain) else ["ldd does not show the library"]
        alone = attempt(binary, env=self.plain)
        if alone.returncode == 0 or "libstatusrules.so.0" not in alone.stderr:
            wrong.append("without LD_LIBRARY_PATH it should not have found the library")
        return wrong + ([] if ANSWER in run(binary, env=self.loaded) else ["the answer is another"])

    def static_is_static(self):
        binary = self.compiled("static", "static")
        wrong = ["ldd shows the library"] if "libstatusrules" in run("ldd", binary, env=self.plain) else []
        return wrong + ([] if ANSWER in run(binary, env=self.plain) else ["the answer is another"])

    # ---- Every function, and C++ ----

    def every_function(self, linking):
        names = sorted(public_functions(self.source))
        table = "".join(f"    (function)&{name},\n" for name in names)
        program = ("#include <statusrules/statusrules.h>\n#include <stdio.h>\n\ntypedef void (*function)(void);\n"
                   f"static const function functions[] = {{\n{table}}};\n\nint main(void)\n{{\n    size_t there = 0;\n"
                   "    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {\n"
                   '        there += functions[i] != 0;\n    }\n    printf("%zu\\n", there);\n    return 0;\n}\n')
        binary = self.compiled(f"every_{linking}", linking, program)
        there = int(run(binary, env=self.loaded if linking == "shared" else self.plain))
        return [] if there == len(names) > 0 else [f"{there} of {len(names)} functions are there"]

    def cpp(self, compiler, standard, linking):
        binary = self.compiled(f"cpp_{linking}", linking, CPP_PROGRAM, (compiler, f"-std={standard}"))
        said = run(binary, env=self.loaded if linking == "shared" else self.plain)
        return [] if ANSWER in said else [f"it says {said!r}"]


def differences(left, left_word, right, right_word):
    return [f"{name} is {left_word} and not {right_word}" for name in sorted(left - right)] + [
        f"{name} is {right_word} and not {left_word}" for name in sorted(right - left)]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", type=Path, help="a built tree; not needed, this suite makes its own")
    parser.add_argument("--source", type=Path, default=HERE.parent.parent, help="the repository")
    options, tap = parser.parse_args(), Tap()
    with tempfile.TemporaryDirectory() as scratch:
        install = Install(options.source.resolve(), Path(scratch).resolve())
        tap.check("a fresh build is installed", install.installs)
        tap.check("DESTDIR holds the same files, below the prefix", install.staged)
        tap.check("the headers, both libraries, the .pc file, the licences and the printed law are installed, and nothing else",
                  install.only_expected)
        tap.check("the law installed for people holds the provisions, in Markdown and in both languages", install.printed_law)
        tap.check("the headers installed are those of include, byte for byte", install.headers_same)
        tap.check("version.h is filled in", install.version_header)
        tap.check("the .pc file has the version and the folders of the installation", install.pc)
        tap.check("without PKG_CONFIG_PATH the consumer cannot be built", install.fails_without_path)
        tap.check("with it the consumer is built, runs against the shared library, and answers", install.consumer_builds,
                  install.loaded)
        tap.check("with it the consumer is built with the static library, runs without a path, and answers",
                  install.consumer_builds, install.found, "--static")
        tap.check("the program linked shared loads libstatusrules.so.0, and does not run without it",
                  install.shared_is_shared)
        tap.check("the program linked static does not load libstatusrules", install.static_is_static)
        for linking in ("shared", "static"):
            tap.check(f"every public function can be linked, {linking}", install.every_function, linking)
        for compiler in ("g++", "clang++-19"):
            for standard, linking in (("c++17", "shared"), ("c++20", "static")):
                tap.check(f"a {standard} program is compiled by {compiler}, linked {linking}, and answers", install.cpp,
                          compiler, standard, linking)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
