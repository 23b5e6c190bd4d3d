"""One server: made, started, asked whether it is well, stopped."""

import shutil
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
from psycopg.conninfo import make_conninfo

from korpu.kernel.errors import Conflict, Unavailable
from korpu.site.postgres import credentials, initialise
from korpu.site.postgres.account import Account, server_account
from korpu.site.postgres.binaries import Binaries, find_binaries, staged
from korpu.site.postgres.layout import Layout, make_folders
from korpu.site.postgres.locks import Usage, exclusive
from korpu.site.postgres.processes import living_in
from korpu.site.postgres.roles import ADMIN, Connection, prepare_roles

START_TIMEOUT_SECONDS = 300
RETRY_SECONDS = 60
LARGEST_LOG_BYTES = 5_000_000


@dataclass
class Cluster:
    """A PostgreSQL server of our own below a state directory.

    Args:
        state: the state directory; made when missing.
        settings: lines of ``postgresql.conf`` beyond ours, such as ``{"fsync": "off"}``.
        binaries: the server's programs; those of :func:`find_binaries` by default.
    """

    state: Path
    settings: Mapping[str, str] = field(default_factory=dict)
    binaries: Binaries = field(default_factory=find_binaries)
    account: Account = field(default_factory=server_account)

    def __post_init__(self) -> None:
        self.layout = Layout(self.state.absolute(), self.binaries.major)
        self.passwords: Mapping[str, str] = {}

    @contextmanager
    def running(self) -> Iterator["Cluster"]:
        """Have the server running inside the block; the last process to leave stops it.

        Raises:
            Unavailable: it cannot be made or started; the sentence ends with its own words.
        """
        self.make_folders()
        usage = Usage(self.layout.sockets)
        try:
            with exclusive(self.layout.state):
                self._start()
            yield self
        finally:
            # Also when starting was interrupted: what has come up by then goes down again.
            try:
                with exclusive(self.layout.state):
                    if usage.is_the_only_one():
                        self.stop()
            finally:
                usage.close()

    def make_folders(self) -> None:
        """Make the state directory and what lies in it, closed to strangers.

        Raises:
            Unavailable: the account that runs the server cannot reach it.
        """
        make_folders(self.layout, self.account)

    def erase(self) -> None:
        """Remove the server with all its data.

        Raises:
            Conflict: another process uses it.
        """
        self.make_folders()
        usage = Usage(self.layout.sockets)
        try:
            with exclusive(self.layout.state):
                if not usage.is_the_only_one():
                    raise Conflict(
                        f"Another process uses the database in {self.layout.state}.",
                        "End it (a running demo, backup or test), then try again.",
                    )
                self.stop()
                for folder in (self.layout.data, self.layout.logs, self.layout.sockets):
                    shutil.rmtree(folder, ignore_errors=True)
                self.layout.credentials.unlink(missing_ok=True)
        finally:
            usage.close()

    def connect(self, role: str = ADMIN, database: str = "postgres") -> Connection:
        """A connection in autocommit mode."""
        return psycopg.connect(make_conninfo(**self.parameters(role, database)), autocommit=True)

    def parameters(self, role: str, database: str) -> dict[str, str]:
        """What a client needs to connect: host (the socket's directory), user, password, dbname."""
        return {
            "host": str(self.layout.sockets),
            "user": role,
            "password": self.passwords[role],
            "dbname": database,
        }

    def is_healthy(self) -> bool:
        """Whether a server answers here and its data are ours. A process number proves nothing."""
        try:
            with self.connect() as connection:
                row = connection.execute("show data_directory").fetchone()
        except psycopg.OperationalError:
            return False
        return row is not None and Path(str(row[0])).resolve() == self.layout.data.resolve()

    def stop(self) -> None:
        """Stop the server and wait until none of its processes is left."""
        for mode in ("fast", "immediate"):
            if not living_in(self.layout.data):
                return
            self._pg_ctl("stop", "-m", mode, "-w", "-t", "60")
            deadline = time.monotonic() + 10
            while living_in(self.layout.data) and time.monotonic() < deadline:
                time.sleep(0.02)

    def _start(self) -> None:
        self.passwords = credentials.load_or_make(self.layout.credentials)
        if self.is_healthy():
            return
        programs = self._programs()
        if not (self.layout.data / "PG_VERSION").exists():
            initialise.make(self.layout, programs, self.account, self.passwords[ADMIN])
        initialise.configure(self.layout, self.account, self.settings)
        self._start_until_healthy()
        with self.connect() as connection:
            prepare_roles(connection, self.passwords)

    def _start_until_healthy(self) -> None:
        # Right after kill -9 the dead server's children may live on for a moment, and the server
        # refuses to start beside them: hence the retries.
        deadline = time.monotonic() + RETRY_SECONDS
        while True:
            self._forget_the_dead()
            said = self._pg_ctl("start", "-w", "-t", str(START_TIMEOUT_SECONDS))
            if self.is_healthy():
                return
            if time.monotonic() > deadline:
                raise Unavailable(
                    "The database server does not start.",
                    f"It said: {said.strip()[-300:]} {self._last_words()}",
                )
            time.sleep(0.5)

    def _forget_the_dead(self) -> None:
        """Remove the lock files of a server that no longer lives.

        Their process number may meanwhile belong to a zombie or to a stranger, and PostgreSQL
        would then refuse to start for ever.
        """
        if not living_in(self.layout.data):
            sockets = self.layout.sockets
            for path in (self.layout.data / "postmaster.pid", *sockets.glob(".s.PGSQL.*")):
                path.unlink(missing_ok=True)

    def _pg_ctl(self, *arguments: str) -> str:
        log = self.layout.server_log
        with suppress(FileNotFoundError):
            if log.stat().st_size > LARGEST_LOG_BYTES:
                log.replace(log.with_suffix(".old.log"))
        done = self.account.run(
            [self._programs().program("pg_ctl"), "-D", self.layout.data, "-l", log, *arguments]
        )
        return done.stdout + done.stderr

    def _programs(self) -> Binaries:
        return staged(self.binaries, self.account, self.layout.programs)

    def _last_words(self) -> str:
        with suppress(OSError):
            return " ".join(self.layout.server_log.read_text(errors="replace").split("\n")[-6:])
        return ""
