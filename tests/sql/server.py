"""A PostgreSQL server of one's own: a copy of the installed one in a folder, so that nothing of the machine is touched, with
the extension built and installed into it. It listens on a socket in that folder, and is stopped and removed at the end.
"""

import os
import shutil
import subprocess
from pathlib import Path

import cases  # noqa: F401  (puts the support of the tests into the path)
from tap import Failed, attempt, run

USER = "postgres"


def installed_version():
    """The newest server whose headers are there, as /usr/lib/postgresql/15."""
    found = [path.parents[1] for path in Path("/usr/lib/postgresql").glob("*/bin/postgres")
             if Path("/usr/include/postgresql", path.parents[1].name, "server/postgres.h").is_file()]
    if not found:
        raise Failed("no PostgreSQL server with headers is installed")
    return max(found, key=lambda path: int(path.name))


class Server:
    """The server; a context that stops and removes it."""

    def __init__(self, folder, prefix):
        """`folder` is empty and its user's to read; `prefix` is where the library is installed."""
        self.folder, self.prefix = folder, prefix
        self.home = folder / "server"
        self.data = folder / "data"
        self.build = folder / "bindings"
        self.bin = None

    def __enter__(self):
        self.copy()
        self.build_extension()
        self.start()
        return self

    def __exit__(self, *_):
        attempt("runuser", "-u", USER, "--", self.bin / "pg_ctl", "-D", self.data, "-m", "immediate", "-w", "stop")

    def copy(self):
        """The server finds its files beside its program, wherever that is."""
        source = installed_version()
        for part in ("lib", "share"):
            shutil.copytree(Path("/usr", part, "postgresql", source.name), self.home / part / "postgresql" / source.name,
                            symlinks=True)
        (self.home / "include").symlink_to("/usr/include")
        self.bin = self.home / "lib/postgresql" / source.name / "bin"

    def make(self, *words):
        environment = os.environ | {"PKG_CONFIG_PATH": str(self.prefix / "lib/pkgconfig"), "PGHOST": str(self.data),
                                    "PGUSER": USER}
        return attempt("make", "-C", self.build / "postgresql", f"PG_CONFIG={self.bin / 'pg_config'}",
                       "COPT=-Werror -Wextra -Wno-unused-parameter -Wno-sign-compare -Wno-suggest-attribute=format",
                       *words, env=environment)

    def build_extension(self):
        for part in ("sql", "postgresql"):
            shutil.copytree(cases.ROOT / "bindings" / part, self.build / part,
                            ignore=shutil.ignore_patterns("*.o", "*.so", "*.bc", "results"))
        shutil.copytree(cases.HERE / "regress", self.folder / "tests/sql/regress")
        for goal in ("all", "install"):
            done = self.make(goal)
            if done.returncode:
                raise Failed(f"make {goal}\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}")

    def start(self):
        self.data.mkdir()
        shutil.chown(self.data, USER)
        for folder in (self.folder, *self.folder.parents):
            if folder.is_relative_to(self.folder):
                folder.chmod(0o755)
        as_user = ("runuser", "-u", USER, "--")
        run(*as_user, self.bin / "initdb", "-D", self.data, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
        # pg_ctl leaves the server behind: its output must not be waited for.
        with open(self.folder / "pg_ctl.log", "wb") as log:
            done = subprocess.run([*as_user, self.bin / "pg_ctl", "-D", self.data, "-l", self.data / "log", "-w", "-o",
                                   f"-k {self.data} -c listen_addresses= -c fsync=off -c jit=off", "start"],
                                  stdout=log, stderr=log, check=False,
                                  # The library is the installed one, also after an upgrade.
                                  env={name: value for name, value in os.environ.items() if name != "LD_LIBRARY_PATH"})
        if done.returncode:
            raise Failed(f"the server did not start\n{(self.folder / 'pg_ctl.log').read_text()}")

    # ---- Asking ----

    def attempt(self, sql, database="postgres", *options):
        return attempt(self.bin / "psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-v", "VERBOSITY=verbose", *options,
                       "-h", self.data, "-U", USER, database, input=sql)

    def ask(self, sql, database="postgres"):
        """What psql printed; a statement that fails is a failure."""
        done = self.attempt(sql, database)
        if done.returncode or "ERROR" in done.stderr:
            raise Failed(f"{sql[:300]}\n{done.stderr[:2000]}")
        return done.stdout
