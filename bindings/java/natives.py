#!/usr/bin/env python3
"""Builds the native library for platforms other than this one, with the C compiler of ziglang (pip install ziglang).

    natives.py --build DIR --output FOLDER [PLATFORM ...]

DIR is a folder that Meson built in, with -Djava=true; without a platform all of them are built. FOLDER is then what Maven
takes as -Dstatusrules.natives. What is built is looked at (its format, machine and symbols), not run.
"""

import argparse
import os
import re
import struct
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from cross import compile_module, run, targets  # noqa: E402

# The C library of 2012 and every later one have what the library needs.
GLIBC = "2.17"
ELF, MACH, PE = "ELF", "Mach-O", "PE"
# Target of the compiler; format; machine in it.
PLATFORMS = {
    "linux-x86_64-musl": ("x86_64-linux-musl", ELF, 62),
    "linux-aarch64": (f"aarch64-linux-gnu.{GLIBC}", ELF, 183),
    "linux-aarch64-musl": ("aarch64-linux-musl", ELF, 183),
    "macos-x86_64": ("x86_64-macos", MACH, 0x1000007),
    "macos-aarch64": ("aarch64-macos", MACH, 0x100000C),
    "windows-x86_64": ("x86_64-windows-gnu", PE, 0x8664),
}
FILE_NAMES = {ELF: "lib{}.so", MACH: "lib{}.dylib", PE: "{}.dll"}
# jni.h is that of this machine, and does not say how Windows marks what is seen from outside.
FURTHER = {PE: ["-DJNIEXPORT=__declspec(dllexport)"]}
JAVA_SYMBOL = re.compile(r"\bJava_\w+")


def is_wanted(name):
    return name in ("engine", "statusrules", "flat_java") or name.startswith("statusrules_java-")


def wrapper(folder):
    """The C of the flat layer where int64_t is not long."""
    here = Path(__file__).resolve().parent
    run(sys.executable, here / "generate.py", "swig", here / "../swig/java.i", f"-I{here / '../swig'}",
        f"-I{here / '../../include'}", f"{folder}/flat_java.c", f"{folder}/classes")
    return f"{folder}/flat_java.c"


def build_one(platform, groups, name, folder):
    target, kind, _ = PLATFORMS[platform]
    library = folder / platform / FILE_NAMES[kind].format(name)
    library.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as objects:
        units = [(source, flags) for group, sources, flags in groups
                 for source in ([wrapper(objects)] if group == "flat_java" and kind != ELF else sources)]
        # Only what Java calls is seen from outside.
        compile_module(target, units, library, objects, "Java_*" if kind == ELF else None, *FURTHER.get(kind, ()))
    for other in library.parent.iterdir():
        if other != library and other.suffix in (".lib", ".pdb"):
            other.unlink()
    return library


def machine(head):
    """Format and machine of a library."""
    if head[:4] == b"\x7fELF":
        return ELF, struct.unpack_from("<H", head, 18)[0]
    if head[:4] == b"\xcf\xfa\xed\xfe":
        return MACH, struct.unpack_from("<I", head, 4)[0]
    if head[:2] == b"MZ":
        at = struct.unpack_from("<I", head, 0x3C)[0]
        return PE, struct.unpack_from("<H", head, at + 4)[0]
    return "no library", 0


def java_symbols(build, name):
    """What Java calls: all that the library of this machine shows."""
    listing = run("nm", "--dynamic", "--defined-only", build / "bindings/java" / FILE_NAMES[ELF].format(name))
    return sorted(set(JAVA_SYMBOL.findall(listing)))


def look(platform, library, symbols):
    content = library.read_bytes()
    if machine(content) != PLATFORMS[platform][1:]:
        sys.exit(f"{library} is {machine(content)}, not {PLATFORMS[platform][1:]}")
    missing = [symbol for symbol in symbols if symbol.encode() + b"\0" not in content]
    if not symbols or missing:
        sys.exit(f"{library} does not show what Java calls: {', '.join(missing) or 'nothing is known'}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", required=True, type=Path)
    parser.add_argument("--output", required=True, type=Path)
    parser.add_argument("platforms", nargs="*", metavar="PLATFORM", help=", ".join(PLATFORMS))
    arguments = parser.parse_args()
    unknown = [platform for platform in arguments.platforms if platform not in PLATFORMS]
    if unknown:
        parser.error(f"no such platform: {', '.join(unknown)}; there are {', '.join(PLATFORMS)}")
    groups = list(targets(arguments.build, is_wanted))
    names = [name for name, _, _ in groups if name.startswith("statusrules_java-")]
    if len(names) != 1:
        sys.exit(f"{arguments.build} was not built with -Djava=true")
    symbols = java_symbols(arguments.build, names[0])
    for platform in arguments.platforms or PLATFORMS:
        library = build_one(platform, groups, names[0], arguments.output)
        look(platform, library, symbols)
        print(f"{platform}: {os.path.getsize(library):,} bytes, built, not run", flush=True)


if __name__ == "__main__":
    main()
