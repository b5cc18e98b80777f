"""The library for other platforms, with the C compiler of ziglang (pip install ziglang): what Python and Java share."""

import json
import subprocess
import sys
from pathlib import Path

KEPT = ("-I", "-D", "-std=", "-O", "-f", "-w")
LEFT = ("-fdiagnostics-color", "-fPIC", "-fvisibility")


def run(*command):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
    return done.stdout


def targets(build, is_wanted):
    """What Meson compiles into a module: for each target its name, its files, and the parameters that matter to another
    compiler. Of the library itself the shared one is taken."""
    for target in json.loads(run("meson", "introspect", "--targets", build)):
        name = target["name"]
        if not is_wanted(name) or target["type"] == "custom" or (name, target["type"]) == ("statusrules", "static library"):
            continue
        for group in target["target_sources"]:
            if group.get("language") == "c":
                flags = [flag for flag in group["parameters"] if flag.startswith(KEPT) and not flag.startswith(LEFT)]
                yield name, group["sources"] + group["generated_sources"], flags


def compile_module(target, units, module, folder, seen=None, *further):
    """Compiles files with their parameters, and links them; `seen` names what is seen from outside, where the linker takes that."""
    compiler = [sys.executable, "-m", "ziglang", "cc", "-target", target]
    common = ["-fvisibility=hidden", *([] if "windows" in target else ["-fPIC"]), *further]
    objects = []
    for source, flags in units:
        objects.append(Path(folder, f"{len(objects)}.o"))
        run(*compiler, *flags, *common, "-c", source, "-o", objects[-1])
    linking = ["-shared", "-s"]
    if seen:
        Path(folder, "seen").write_text(f"{{ global: {seen}; local: *; }};\n", encoding="ascii")
        linking.append(f"-Wl,--version-script={Path(folder, 'seen')}")
    run(*compiler, *linking, "-o", module, *objects)
