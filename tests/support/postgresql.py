"""A PostgreSQL server of one's own: made in a temporary folder, reached through a socket in it, stopped at the end."""

import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path

from tap import Failed, attempt

PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin"))


def programs():
    """The folder with initdb and pg_ctl: Debian keeps them apart from what users run."""
    if shutil.which("initdb"):
        return Path(shutil.which("initdb")).parent
    if not PROGRAMS:
        raise Failed("initdb: not found; is PostgreSQL installed?")
    return PROGRAMS[-1]


class Server:
    """Runs while its `with` does. Root may not run a server: the user postgres does then."""

    def __enter__(self):
        self.bin = programs()
        self.folder = Path(tempfile.mkdtemp(prefix="statusrules-pg-"))
        self.user = []
        if os.geteuid() == 0:
            account = pwd.getpwnam("postgres")
            os.chown(self.folder, account.pw_uid, account.pw_gid)
            self.user = ["runuser", "-u", "postgres", "--"]
        data = self.folder / "data"
        try:
            self.tool("initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
            self.tool("pg_ctl", "-D", data, "-w", "-l", self.folder / "log", "-o",
                      f"-k {self.folder} -c listen_addresses='' -c fsync=off -c jit=off", "start")
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        if (self.folder / "data" / "postmaster.pid").exists():
            attempt(*self.user, self.bin / "pg_ctl", "-D", self.folder / "data", "-m", "immediate", "-w", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)

    def tool(self, name, *arguments):
        # The server holds its standard output open for as long as it runs.
        with tempfile.TemporaryFile("w+") as said:
            done = subprocess.run([*self.user, str(self.bin / name), *map(str, arguments)], stdout=said, stderr=said,
                                  check=False, cwd=self.folder)
            if done.returncode:
                said.seek(0)
                raise Failed(f"{name}: exit code {done.returncode}\n{said.read()}")

    def query(self, statements):
        """Runs statements; gives the rows as lists of texts, NULL as None."""
        done = subprocess.run(["psql", "-X", "-q", "-A", "-t", "-F", "\t", "-P", "null=\\N", "-v", "ON_ERROR_STOP=1",
                               "-h", str(self.folder), "-U", "postgres", "-d", "postgres", "-f", "-"],
                              input=statements, capture_output=True, text=True, check=False)
        if done.returncode:
            raise Failed(f"psql: {done.stderr[:2000]}")
        return [[None if field == "\\N" else field for field in line.split("\t")] for line in done.stdout.splitlines()]
