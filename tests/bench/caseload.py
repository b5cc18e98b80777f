"""caseload beside a bare read-and-write loop over the same CSV library (copy_csv.c).

    python3 caseload.py CASELOAD COPY_CSV [--rows N | --register FILE] [--rounds N]

Checks first that both write the columns of the register alike, row by row. Then both read the register from a file
and write to /dev/null in turn; processor time counts, since machines are shared. Prints medians: quote the ratio.
Peak memory is what the kernel says (VmHWM) of a run that is fed through a pipe, after a tenth of the register and
just before its end: getrusage would count what the child was before it became the program.
"""

import argparse
import csv
import io
import itertools
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time

GENERATOR = pathlib.Path(__file__).resolve().parents[2] / "examples/data/make_register.py"
PIECE = 1 << 20
EXPECTED = 0.5
MOST_MIB = 64


def start(program, **streams):
    return subprocess.Popen([program], **{"stderr": subprocess.DEVNULL, **streams})


def start_reading(program, register):
    """The program, started on a register, and the rows that it writes."""
    with open(register, "rb") as file:
        process = start(program, stdin=file, stdout=subprocess.PIPE)
    return process, csv.reader(io.TextIOWrapper(process.stdout, encoding="utf-8", newline=""))


def check_equal(register, caseload, copy):
    """Every row in both, with the same values in the columns of the register. Returns how many rows."""
    copying, copied = start_reading(copy, register)
    answering, answered = start_reading(caseload, register)
    header, answered_header = next(copied), next(answered)
    width = len(header)
    if answered_header[:width] != header:
        sys.exit(f"{header} became {answered_header}")
    n = 0
    for n, (before, after) in enumerate(itertools.zip_longest(copied, answered), start=1):
        if before is None or after is None:
            sys.exit(f"row {n}: only one of both has it")
        if len(after) != len(answered_header) or after[:width] != (before + [""] * width)[:width]:
            sys.exit(f"row {n}: {before} became {after}")
        if bool(after[width]) == bool(after[-1]):
            sys.exit(f"row {n}: neither answered nor reported, or both: {after}")
    if copying.wait() != 0 or answering.wait() not in (0, 1):
        sys.exit("a program failed")
    return n


def run(program, register):
    """Seconds of the processor, and of the clock."""
    with open(register, "rb") as file:
        began = time.monotonic()
        process = start(program, stdin=file, stdout=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        return used.ru_utime + used.ru_stime, time.monotonic() - began


def peak_memory(program, register):
    """MiB after a tenth of the register, and before its end."""
    def most(process):
        return int(re.search(r"VmHWM:\s+(\d+) kB", pathlib.Path(f"/proc/{process.pid}/status").read_text()).group(1)) / 1024

    size = register.stat().st_size
    early, fed = None, 0
    with open(register, "rb") as file, start(program, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL) as process:
        while piece := file.read(PIECE):
            process.stdin.write(piece)
            fed += len(piece)
            if early is None and fed * 10 >= size:
                early = most(process)
        late = most(process)
        process.stdin.close()
    return early, late


def measure(register, arguments):
    n = check_equal(register, arguments.caseload, arguments.copy)
    print(f"{n:,} rows, {register.stat().st_size / 2**20:,.0f} MiB: the columns carried through are equal")
    programs = {"copy_csv": arguments.copy, "caseload": arguments.caseload}
    rounds = [{name: run(program, register) for name, program in programs.items()} for _ in range(arguments.rounds)]
    for name in programs:
        used, clock = (statistics.median(times[name][i] for times in rounds) for i in (0, 1))
        print(f"{name}  {n / used:12,.0f} rows/s  {used / n * 1e9:6.0f} ns a row  {used:7.2f} s of the processor, {clock:.2f} s")
    ratio = statistics.median(times["copy_csv"][0] / times["caseload"][0] for times in rounds)
    early, late = peak_memory(arguments.caseload, register)
    print(f"ratio     {ratio:.2f} (at least {EXPECTED})")
    print(f"memory    {late:.1f} MiB at most; {early:.1f} after a tenth (below {MOST_MIB})")
    return 0 if ratio >= EXPECTED and late < MOST_MIB and late - early < 1 else 1


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("caseload", type=os.path.abspath)
    parser.add_argument("copy", type=os.path.abspath, metavar="copy_csv")
    parser.add_argument("--rows", type=int, default=1_000_000, help="rows to generate (default: 1,000,000)")
    parser.add_argument("--register", type=pathlib.Path, help="instead: a register that is there")
    parser.add_argument("--rounds", type=int, default=9)
    arguments = parser.parse_args()
    if arguments.register:
        return measure(arguments.register, arguments)
    with tempfile.TemporaryDirectory() as folder:
        register = pathlib.Path(folder) / "register.csv"
        with open(register, "wb") as file:
            subprocess.run([sys.executable, GENERATOR, "--rows", str(arguments.rows)], stdout=file, check=True)
        return measure(register, arguments)


if __name__ == "__main__":
    sys.exit(main())
