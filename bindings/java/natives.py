#!/usr/bin/env python3
"""Builds the native library for platforms other than this one, with the C compiler of ziglang (pip install ziglang).

    natives.py --build DIR --output FOLDER [PLATFORM ...]

DIR is a folder that Meson built in, with -Djava=true; without a platform all of them are built. FOLDER is then what Maven
takes as -Dstatusrules.natives. What is built is looked at (its format, machine and symbols), not run.
"""

import argparse
import json
import os
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

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
JAVA_SYMBOL = b"Java_org_statusrules_Exchange_ask"
KEPT = ("-I", "-D", "-std=", "-O", "-f")
LEFT = ("-fdiagnostics-color", "-fPIC", "-fvisibility")


def targets(build):
    """What Meson compiles into the library, with the parameters that matter for another compiler."""
    wanted = {"engine", "statusrules", "flat_java"}
    found = json.loads(subprocess.run(["meson", "introspect", "--targets", build], check=True, capture_output=True,
                                      text=True).stdout)
    for target in found:
        name = target["name"]
        java = name.startswith("statusrules_java-")
        if not java and name not in wanted or target["type"] == "custom":
            continue
        for group in target["target_sources"]:
            if group.get("language") == "c" and (name != "statusrules" or target["type"] == "shared library"):
                parameters = [flag for flag in group["parameters"] if flag.startswith(KEPT) and not flag.startswith(LEFT)]
                yield name, group["sources"] + group["generated_sources"], parameters


def wrapper(folder):
    """The C of the flat layer where int64_t is not long."""
    here = Path(__file__).resolve().parent
    subprocess.run([sys.executable, here / "generate.py", "swig", here / "../swig/java.i", f"-I{here / '../swig'}",
                    f"-I{here / '../../include'}", f"{folder}/flat_java.c", f"{folder}/classes"], check=True)
    return f"{folder}/flat_java.c"


def build_one(platform, groups, name, folder):
    target, kind, _ = PLATFORMS[platform]
    compiler = [sys.executable, "-m", "ziglang", "cc", "-target", target]
    common = ["-fvisibility=hidden", *([] if kind == PE else ["-fPIC"])]
    library = folder / platform / FILE_NAMES[kind].format(name)
    library.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as objects:
        linked = []
        for group, sources, parameters in groups:
            for source in [wrapper(objects)] if group == "flat_java" and kind != ELF else sources:
                linked.append(f"{objects}/{len(linked)}.o")
                subprocess.run([*compiler, *parameters, *common, "-c", source, "-o", linked[-1]], check=True)
        linking = ["-shared", "-s"]
        if kind == ELF:
            # Only what Java calls is seen from outside.
            Path(objects, "seen").write_text("{ global: Java_*; local: *; };\n", encoding="ascii")
            linking.append(f"-Wl,--version-script={objects}/seen")
        subprocess.run([*compiler, *linking, "-o", library, *linked], check=True)
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


def look(platform, library):
    content = library.read_bytes()
    if machine(content) != PLATFORMS[platform][1:]:
        sys.exit(f"{library} is {machine(content)}, not {PLATFORMS[platform][1:]}")
    if JAVA_SYMBOL not in content:
        sys.exit(f"{library} does not have what Java calls")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", required=True, type=Path)
    parser.add_argument("--output", required=True, type=Path)
    parser.add_argument("platforms", nargs="*", metavar="PLATFORM", help=", ".join(PLATFORMS))
    arguments = parser.parse_args()
    unknown = [platform for platform in arguments.platforms if platform not in PLATFORMS]
    if unknown:
        parser.error(f"no such platform: {', '.join(unknown)}; there are {', '.join(PLATFORMS)}")
    groups = list(targets(arguments.build))
    names = [name for name, _, _ in groups if name.startswith("statusrules_java-")]
    if len(names) != 1:
        sys.exit(f"{arguments.build} was not built with -Djava=true")
    for platform in arguments.platforms or PLATFORMS:
        library = build_one(platform, groups, names[0], arguments.output)
        look(platform, library)
        print(f"{platform}: {os.path.getsize(library):,} bytes, built, not run", flush=True)


if __name__ == "__main__":
    main()
