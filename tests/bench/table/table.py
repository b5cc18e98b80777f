#!/usr/bin/env python3
"""One register, decided by every way that we offer and every way that one would take instead.

`run`, a folder up, prepares what this needs and calls it. Each way runs in a process of its own, and its time counts only
if its answers are those of single calls in C: all of them, or number and sum of the days by document where rows have no
order. Time is the least of the rounds, without reading the register (but Spark reads Parquet in each round); memory the
most that the process and those it started hold together, register included.

What was measured is kept: a way that is asked again replaces its figures, the others stay as they are. So the table can be
made in pieces, at quiet hours.
"""

import argparse
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
BUILT = ROOT / "build/table"
sys.path.insert(0, str(ROOT / "tests/support"))

from tap import Failed  # noqa: E402

MILLION = 1_000_000


@dataclass
class Way:
    """A line of the table."""

    key: str
    name: str
    kind: str  # ours, theirs or limit
    beside: str  # the way of ours that it stands beside
    besides: str  # what it gives that ours does not, in this run; of ours, what the others do not
    threads: tuple = (1, 2)
    most_rows: int = 100 * MILLION


WAYS = [
    Way("copy", "plain copy of the same bytes", "limit", "columns", ""),
    Way("columns", "C: `statusrules_columns`", "ours", "columns", "outcomes; unknown facts; rows that are wrong; any law and reading"),
    Way("calls", "C: a call for each row", "ours", "columns", "source, presumed facts and all readings of each row", (1,)),
    Way("ifs", "C: a loop of ifs", "theirs", "columns", "no library; any change is one line of C", (1, 2)),
    Way("java_columns", "Java: `Columns`", "ours", "java_columns", "as C"),
    Way("java_loop", "Java: a loop over arrays", "theirs", "java_columns", "no library; any other rule of one's own in the same loop"),
    Way("numbers", "Python: `columns.extension` over NumPy", "ours", "numbers", "as C"),
    Way("numpy", "NumPy: `select`", "theirs", "numbers", "any expression over arrays", (1,)),
    Way("python_loop", "Python: a loop over `date`", "theirs", "numbers", "nothing to install; any rule of one's own", (1,), MILLION),
    Way("arrow", "Python: `columns.extension` over Arrow", "ours", "arrow", "as C"),
    Way("pandas", "pandas: masks", "theirs", "arrow", "labels, groups and joins in the same frame", (1,)),
    Way("polars", "Polars: `when/then`", "theirs", "arrow", "joins, and plans that are optimised as a whole"),
    Way("duckdb", "DuckDB: `CASE`", "theirs", "arrow", "SQL: joins, files, data larger than memory"),
    Way("sqlite_scan", "SQLite: the scan alone", "limit", "sqlite_function", "", (1,), 10 * MILLION),
    Way("sqlite_function", "SQLite: `statusrules_extension`", "ours", "sqlite_function", "any law; rows that are wrong", (1,), 10 * MILLION),
    Way("sqlite_case", "SQLite: `CASE` on text dates", "theirs", "sqlite_function", "no extension to load", (1,), 10 * MILLION),
    Way("postgresql_scan", "PostgreSQL: the scan alone", "limit", "postgresql_function", "", (1, 2), 10 * MILLION),
    Way("postgresql_function", "PostgreSQL: `statusrules_extension`", "ours", "postgresql_function", "any law; rows that are wrong", (1, 2),
        10 * MILLION),
    Way("postgresql_text", "PostgreSQL: compiled SQL", "ours", "postgresql_text", "no extension on the server; unknown facts", (1, 2), 10 * MILLION),
    Way("postgresql_case", "PostgreSQL: `CASE`", "theirs", "postgresql_text", "an index over the expression is short to read", (1, 2), 10 * MILLION),
    Way("postgresql_plpgsql", "PostgreSQL: PL/pgSQL", "theirs", "postgresql_function", "the rule is changed from within the database", (1,), 10 * MILLION),
    Way("spark_scan", "Spark: reading alone", "limit", "spark_text", ""),
    Way("spark_text", "Spark: compiled SQL", "ours", "spark_text", "nothing on executors; unknown facts"),
    Way("spark_case", "Spark: `CASE`", "theirs", "spark_text", "no library where the job is started"),
    Way("spark_arrow", "Spark: `mapInArrow` over columns", "ours", "spark_arrow", "provisions, receipts, rows that are wrong"),
    Way("spark_pandas", "Spark: pandas UDF", "theirs", "spark_arrow", "any Python, any library for frames", (1, 2), 10 * MILLION),
]  # fmt: skip
BY_KEY = {way.key: way for way in WAYS}


def rows_named(n):
    return f"{n // MILLION} M rows" if n >= MILLION else f"{n:,} rows"


# ---- The register, and what must come out ----


def register(n):
    """The folder that holds `n` random documents, made if it is not there."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.parquet as pq
    import ways

    folder = BUILT / f"register-{n}"
    if folder.exists():
        return folder
    making = BUILT / f"making-{n}"
    shutil.rmtree(making, ignore_errors=True)
    making.mkdir(parents=True)
    random = np.random.default_rng(20211129)
    codes = random.integers(0, len(ways.TERMS), n, dtype=np.int8)
    days = random.integers(ways.number("2020-06-01"), ways.number("2023-05-31"), n, dtype=np.int32)
    np.array([int(term) for term in ways.TERMS], np.int8)[codes].tofile(making / "terms.i8")
    days.tofile(making / "last_days.i32")
    names = pa.array([str(term) for term in ways.TERMS])
    with pq.ParquetWriter(making / "register.parquet", pa.schema([("term", pa.string()), ("last_day", pa.date32())])) as writer:
        for first in range(0, n, MILLION):
            part = slice(first, first + MILLION)
            texts = pa.DictionaryArray.from_arrays(codes[part], names).cast(pa.string())
            writer.write_table(pa.table({"term": texts, "last_day": pa.array(days[part]).cast(pa.date32())}), MILLION)
    making.rename(folder)
    return folder


class Check:
    """Holds the answers of a way against those of single calls in C."""

    def __init__(self, folder):
        import numpy as np

        self.np, self.folder = np, folder
        run_child(way_in_c("calls", folder, 1, 0))
        self.expected = np.fromfile(folder / "days.i32", np.int32)
        self.found_nothing()

    def found_nothing(self):
        for name in ("days.i32", "totals.json"):
            (self.folder / name).unlink(missing_ok=True)

    def __call__(self, way):
        days, totals = self.folder / "days.i32", self.folder / "totals.json"
        if days.exists():
            found = self.np.fromfile(days, self.np.int32)
            if len(found) != len(self.expected):
                raise Failed(f"{way.name}: {len(found)} answers, and not {len(self.expected)}")
            wrong = self.np.flatnonzero(found != self.expected)
            if len(wrong):
                row = wrong[0]
                raise Failed(f"{way.name}: {len(wrong)} rows are answered otherwise than by single calls in C, the first is "
                             f"row {row}: day {found[row]}, and not {self.expected[row]}")  # fmt: skip
        elif totals.exists():
            found, expected = json.loads(totals.read_text()), self.totals()
            if found != expected:
                raise Failed(f"{way.name}: number and sum of the days by document are {found}, and not {expected}")
        else:
            raise Failed(f"{way.name}: no answers")
        self.found_nothing()

    def totals(self):
        import ways

        terms, expected = self.np.fromfile(self.folder / "terms.i8", self.np.int8), {}
        for term in ways.TERMS:
            mine = self.expected[(terms == int(term)) & (self.expected != ways.NO_DAY)]
            if len(mine):
                expected[str(term)] = [len(mine), int(mine.sum(dtype=self.np.int64))]
        return expected


# ---- Running a way ----


def tree_memory(process):
    """What a process and those that it started hold, in bytes."""
    import psutil

    held = 0
    for one in (process, *process.children(recursive=True)):
        try:
            held += one.memory_info().rss
        except psutil.NoSuchProcess:
            pass
    return held


def run_child(command, text=""):
    """What a program printed, and the most memory that it held, in bytes."""
    import psutil

    with tempfile.TemporaryFile("w+") as given, tempfile.TemporaryFile("w+") as errors:
        given.write(text)
        given.seek(0)
        words = [str(word) for word in command]
        process = subprocess.Popen(words, stdin=given, stdout=subprocess.PIPE, stderr=errors, text=True)
        peak, ended = [0], threading.Event()

        def watch():
            while not ended.wait(0.02):
                try:
                    peak[0] = max(peak[0], tree_memory(psutil.Process(process.pid)))
                except psutil.NoSuchProcess:
                    return

        watcher = threading.Thread(target=watch)
        watcher.start()
        output = process.stdout.read()
        process.wait()
        ended.set()
        watcher.join()
        if process.returncode:
            errors.seek(0)
            raise Failed(f"{' '.join(words)}: exit code {process.returncode}\n{errors.read()[-2000:]}")
        return output, peak[0]


def way_in_c(name, folder, threads, seconds):
    return [BUILT / "release/tests/bench_table", name, folder, threads, seconds]


def jar():
    folder = BUILT / "release/bindings/java/maven"
    return next(path for path in folder.glob("statusrules-*.jar") if path.stem.count("-") == 1)


class Machine:
    """Where the ways run."""

    def __init__(self, folder, seconds):
        self.folder, self.seconds, self.database = folder, seconds, None

    def measure(self, way, threads):
        kind, _, rest = way.key.partition("_")
        if kind == "postgresql":
            return self.postgresql().measure(rest, threads, self.seconds)
        if kind == "sqlite":
            return sqlite(self.folder, rest, self.seconds)
        if way.key in ("copy", "columns", "calls", "ifs"):
            command = way_in_c(way.key, self.folder, threads, self.seconds)
        elif kind == "java":
            command = ["java", "-Xmx4g", "-XX:MaxDirectMemorySize=4g", "-cp", f"{jar()}:{BUILT / 'classes'}", "Ways", rest,
                       self.folder, threads, self.seconds]  # fmt: skip
        else:
            command = [sys.executable, HERE / "ways.py", way.key, self.folder, threads, self.seconds]
        output, memory = run_child(command)
        return min(map(int, output.split())), memory

    def postgresql(self):
        if self.database is None:
            self.database = PostgreSql(self.folder)
        return self.database

    def close(self):
        if self.database is not None:
            self.database.close()


def rows_of_text(folder):
    import pyarrow.parquet as pq

    for batch in pq.ParquetFile(folder / "register.parquet").iter_batches(MILLION):
        yield from zip(batch.column("term").to_pylist(), batch.column("last_day").cast("string").to_pylist())


def fill_sqlite(folder):
    import sqlite3

    path, making = folder / "register.sqlite", folder / "making.sqlite"
    if not path.exists():
        making.unlink(missing_ok=True)
        connection = sqlite3.connect(making)
        connection.execute("CREATE TABLE register (term text, last_day text)")
        connection.executemany("INSERT INTO register VALUES (?, ?)", rows_of_text(folder))
        connection.commit()
        connection.close()
        making.rename(path)
    return path


def sqlite(folder, what, seconds):
    """Asks the program of SQLite, by its own clock."""
    import ways

    path = fill_sqlite(folder)
    case = ways.CASE.replace("DATE ", "").replace(f"last_day + {ways.PLUS}", f"date(last_day, '+{ways.PLUS} days')")
    expression = {"scan": "last_day", "function": f"statusrules_extension(term, last_day, '{ways.FIXED_FACTS}')", "case": case}[what]
    extension = BUILT / "release/bindings/sqlite/libstatusrules_sqlite"
    rounds, peak, until = [], 0, time.monotonic() + seconds
    while len(rounds) < ways.MOST_ROUNDS and (not rounds or time.monotonic() < until):
        output, memory = run_child(["sqlite3", "-bail", "-batch", path], f""".load {extension}
.timer on
SELECT count(term), count(last_day), count({expression}) FROM register;
""")
        rounds.append(float(re.search(r"real ([0-9.]+)", output)[1]) * 1e9)
        peak = max(peak, memory)
    output, _ = run_child(["sqlite3", "-bail", "-batch", path], f""".load {extension}
SELECT term || ' ' || count(day) || ' ' || cast(coalesce(sum(julianday(day) - julianday('1970-01-01')), 0) AS integer)
    FROM (SELECT term, {expression} AS day FROM register) GROUP BY term;
""")
    ways.put_totals(folder, [line.split() for line in output.splitlines()])
    return min(rounds), peak


class PostgreSql:
    """The register in a server of its own. Statements are timed by the server's clock."""

    def __init__(self, register_folder):
        sys.path.insert(0, str(ROOT / "tests/sql"))
        import ways
        from server import Server

        self.ways, self.register_folder = ways, register_folder
        # In the temporary folder, which the server's user may enter.
        self.folder = Path(tempfile.mkdtemp(prefix="statusrules-"))
        home = self.folder / "home"
        home.mkdir()
        self.folder.chmod(0o755)
        self.server = Server(home, BUILT / "installed")
        try:
            self.server.__enter__()
            self.fill()
        except BaseException:
            self.close()
            raise

    def fill(self):
        path = self.folder / "register.csv"
        with path.open("w") as file:
            file.writelines(f"{term},{day}\n" for term, day in rows_of_text(self.register_folder))
        path.chmod(0o644)
        self.server.ask(f"""CREATE EXTENSION statusrules;
            CREATE FUNCTION by_hand(term text, last_day date) RETURNS date LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS
                $$BEGIN RETURN {self.ways.CASE}; END$$;
            CREATE UNLOGGED TABLE register (term text, last_day date);
            COPY register FROM '{path}' (FORMAT csv); VACUUM ANALYZE register;""")
        path.unlink()

    def measure(self, what, threads, seconds):
        expression = {
            "scan": "last_day",
            "function": f"statusrules_extension(term, last_day, '{self.ways.FIXED_FACTS}')",
            "text": self.ways.compiled_text("last_day"),
            "case": self.ways.CASE,
            "plpgsql": "by_hand(term, last_day)",
        }[what]
        settings = f"""SET max_parallel_workers_per_gather = {threads - 1}; SET parallel_setup_cost = 0;
            SET parallel_tuple_cost = 0; SET min_parallel_table_scan_size = 0; SET work_mem = '64MB';"""
        clock = "SELECT extract(epoch from clock_timestamp());"
        # Each round is a session; the memory is that of its own process, with the shared buffers that it touched.
        memory = r"SELECT substring(pg_read_file('/proc/self/status') from 'VmHWM:\s+(\d+)');"
        rounds, peak, until = [], 0, time.monotonic() + seconds
        while len(rounds) < self.ways.MOST_ROUNDS and (not rounds or time.monotonic() < until):
            lines = self.server.ask(f"""{settings} {clock}
                SELECT count(term), count(last_day), count({expression}) FROM register; {clock} {memory}""").split()
            rounds.append((float(lines[2]) - float(lines[0])) * 1e9)
            peak = max(peak, int(lines[3]) * 1024)
        lines = self.server.ask(f"""{settings} SELECT term || ' ' || count(day) || ' ' || coalesce(sum(day - date '1970-01-01'), 0)
            FROM (SELECT term, {expression} AS day FROM register) AS decided GROUP BY term""").splitlines()
        self.ways.put_totals(self.register_folder, [line.split() for line in lines])
        return min(rounds), peak

    def close(self):
        if self.server.bin:
            self.server.__exit__()
        shutil.rmtree(self.folder, ignore_errors=True)


# ---- What was measured ----


class Measured:
    """Figures by way, threads and rows, kept in a file."""

    def __init__(self, path):
        self.path = path
        self.figures = json.loads(path.read_text()) if path.exists() else {}

    def put(self, way, threads, n, nanoseconds, memory):
        self.figures[f"{way.key} {threads} {n}"] = {"ns": nanoseconds / n, "memory": memory, "day": time.strftime("%Y-%m-%d")}
        making = self.path.with_suffix(".making")
        making.write_text(json.dumps(self.figures, indent=1))
        making.replace(self.path)

    def get(self, way, threads, n, what="ns"):
        return self.figures.get(f"{way.key} {threads} {n}", {}).get(what)

    def rows(self):
        return sorted({int(key.split()[2]) for key in self.figures})

    def most(self, way):
        """The most rows that a way was measured with."""
        return max((n for n in self.rows() if self.get(way, 1, n)), default=None)

    def ways(self):
        return [way for way in WAYS if self.most(way)]

    def days(self):
        return sorted({figure["day"] for figure in self.figures.values()})


def measure_all(arguments, measured):
    """Measures what is asked, and gives how many measurements that were."""
    from tqdm import tqdm

    done = 0
    tasks = [(n, way, threads) for n in arguments.rows for way in WAYS if way.key in arguments.ways and n <= way.most_rows
             for threads in way.threads if threads in arguments.threads]  # fmt: skip
    with tqdm(total=len(tasks), disable=None, leave=False, unit="way") as progress:
        for n in arguments.rows:
            progress.set_description(f"making {rows_named(n)}")
            folder = register(n)
            check, machine = Check(folder), Machine(folder, arguments.seconds)
            try:
                for _, way, threads in (task for task in tasks if task[0] == n):
                    progress.set_description(f"{rows_named(n)}, {way.name}, threads: {threads}")
                    nanoseconds, memory = machine.measure(way, threads)
                    check.found_nothing() if way.kind == "limit" else check(way)
                    measured.put(way, threads, n, nanoseconds, memory)
                    done += 1
                    progress.write(f"{rows_named(n)}, {way.name}, threads: {threads}: {figure(nanoseconds / n)} ns, "
                                   f"{memory / 1e6:,.0f} MB", file=sys.stderr)  # fmt: skip
                    progress.update()
            finally:
                machine.close()
    return done


# ---- The table ----


def figure(value):
    return "–" if value is None else f"{value:.2f}" if value < 10 else f"{value:,.0f}"


def times_ours(measured, way):
    """How many times the time of the way of ours beside it, with the most rows of both; and those rows."""
    ours = BY_KEY[way.beside]
    n = max((n for n in measured.rows() if measured.get(way, 1, n) and measured.get(ours, 1, n)), default=None)
    return (None, None) if n is None else (measured.get(way, 1, n) / measured.get(ours, 1, n), n)


def table(measured):
    rows = measured.rows()
    yield "| way | " + " | ".join(f"{rows_named(n)}, ns" for n in rows) + " | two threads, ns | x | memory, MB | gives besides |"
    yield "|---" * (len(rows) + 5) + "|"
    for way in measured.ways():
        most = measured.most(way)
        cells = [figure(measured.get(way, 1, n)) for n in rows]
        memory = measured.get(way, 1, most, "memory")
        cells += [figure(measured.get(way, 2, most)), figure(times_ours(measured, way)[0]), f"{memory / 1e6:,.0f}" if memory else "–", way.besides]
        name = f"**{way.name}**" if way.kind == "ours" else f"*{way.name}*" if way.kind == "limit" else way.name
        yield f"| {name} | " + " | ".join(cells) + " |"


def lost(measured):
    """Where a way of theirs is faster than ours beside it, by threads and rows."""
    for way in measured.ways():
        ours = BY_KEY[way.beside]
        for n in measured.rows() if way.kind == "theirs" else ():
            for threads in way.threads:
                theirs, mine = measured.get(way, threads, n), measured.get(ours, threads, n)
                if theirs and mine and theirs < mine:
                    yield (f"- {way.name} is faster than {ours.name}, {rows_named(n)}, threads: {threads}: "
                           f"{figure(theirs)} ns, and not {figure(mine)} ns")  # fmt: skip


COLOURS = {"ours": "#0072b2", "theirs": "#e69f00", "limit": "#bbbbbb"}
HATCHES = {"ours": "", "theirs": "///", "limit": ""}


def plot(measured, path):
    """Nanoseconds a row of each way with the most rows that it was asked, one thread. Drawn to be read at 700 pixels."""
    import matplotlib

    matplotlib.use("svg")
    from matplotlib import pyplot

    matplotlib.rcParams.update({"svg.hashsalt": "table", "font.size": 10, "hatch.linewidth": 0.6})
    drawn = sorted(((measured.get(way, 1, measured.most(way)), way) for way in measured.ways()), key=lambda pair: -pair[0])
    figure_, axes = pyplot.subplots(figsize=(7.3, 0.27 * len(drawn) + 1.2), layout="constrained")
    for place, (value, way) in enumerate(drawn):
        axes.barh(place, value, color=COLOURS[way.kind], hatch=HATCHES[way.kind], edgecolor="white", linewidth=0)
        axes.text(value * 1.08, place, figure(value), va="center")
    axes.set_yticks(range(len(drawn)), [way.name.replace("`", "") for _, way in drawn])
    axes.set_ylim(-0.6, len(drawn) - 0.4)
    axes.set_xscale("log")
    axes.set_xlim(right=drawn[0][0] * 3)
    axes.set_xlabel("nanoseconds a row, one thread; each step is ten times")
    axes.spines[["top", "right"]].set_visible(False)
    names = {"ours": "statusrules", "theirs": "written by hand instead", "limit": "copy or scan alone"}
    axes.legend([pyplot.Rectangle((0, 0), 1, 1, facecolor=COLOURS[kind], hatch=HATCHES[kind], edgecolor="white") for kind in names],
                names.values(), frameon=False, loc="upper right")  # fmt: skip
    figure_.savefig(path, metadata={"Date": None})
    path.write_text("\n".join(line.rstrip() for line in path.read_text().splitlines()) + "\n")


START, END = "<!-- written by run -->", "<!-- end of what run wrote -->"


def processor():
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()


def versions():
    from importlib.metadata import version

    names = ("numpy", "pandas", "polars", "duckdb", "pyarrow", "pyspark")
    return ", ".join([f"Python {platform.python_version()}", *(f"{name} {version(name)}" for name in names)])


def report(measured):
    yield f"{' to '.join(sorted({measured.days()[0], measured.days()[-1]}))}, {processor()}, {os.cpu_count()} processors; {versions()}."
    yield ""
    yield from table(measured)
    yield ""
    losses = list(lost(measured))
    yield "Where we lose:" if losses else "We lose nowhere in this run."
    if losses:
        yield ""
        yield from losses


def write(measured):
    readme = HERE.parent / "README.md"
    before, start, rest = readme.read_text().partition(START)
    if not start:
        raise Failed(f"{readme} has no line {START}")
    text = "\n".join(report(measured))
    readme.write_text(f"{before}{START}\n{text}\n\n![nanoseconds a row](table/table.svg)\n{END}{rest.partition(END)[2]}")
    plot(measured, HERE / "table.svg")


def main():
    parser = argparse.ArgumentParser(prog="tests/bench/run", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter,
                                     epilog="ways: " + ", ".join(BY_KEY))  # fmt: skip
    parser.add_argument("--rows", type=int, nargs="+", default=[MILLION, 10 * MILLION, 100 * MILLION], help="how many rows")
    parser.add_argument("--ways", nargs="+", default=list(BY_KEY), choices=list(BY_KEY), metavar="WAY", help="which ways; all, if not given")
    parser.add_argument("--threads", type=int, nargs="+", default=[1, 2], choices=[1, 2], help="how many threads; one, and two")
    parser.add_argument("--seconds", type=int, default=8, help="for how long a way is repeated (8); 0 is one round")
    parser.add_argument("--results", type=Path, default=BUILT / "measured.json", help="where figures are kept (build/table/measured.json)")
    parser.add_argument("--write", action="store_true", help="write table and plot of all that was measured into README.md")
    arguments = parser.parse_args()
    try:
        measured = Measured(arguments.results)
        done = measure_all(arguments, measured)
        print("\n".join(report(measured)))
        if arguments.write:
            write(measured)
    except Failed as failed:
        sys.exit(f"run: {failed}")
    print(f"\n{done} measurements, all with equal answers")


if __name__ == "__main__":
    main()
