"""The folder a demonstration keeps everything in, and the variables that point the system at it."""

import json
import os
import secrets
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from psycopg.conninfo import make_conninfo

from korpu.kernel.errors import Conflict
from korpu.site.postgres import (
    ADMIN,
    APP,
    BACKUP,
    OWNER,
    Cluster,
    create_database,
    prepare_database,
)
from korpu.site.postgres.locks import take_or_none

DATABASE = "korpu"


@dataclass(frozen=True, slots=True)
class DemoState:
    """Paths below one state directory."""

    folder: Path

    @property
    def web(self) -> Path:
        return self.folder / "web"

    @property
    def address_file(self) -> Path:
        return self.web / "running.json"

    @property
    def exists(self) -> bool:
        return (self.folder / "secret-key").exists()

    def variables(self, cluster: Cluster) -> dict[str, str]:
        """The environment of every process of the demonstration."""

        def url(role: str) -> str:
            return make_conninfo(**cluster.parameters(role, DATABASE))

        return {
            "KORPU_MODE": "demo",
            "KORPU_STATE_DIR": str(self.folder),
            "KORPU_SECRET_KEY": self._secret_key(),
            "KORPU_FILES_DIR": str(self.folder / "files"),
            "KORPU_STATIC_DIR": str(self.folder / "static"),
            "KORPU_MAIL_DIR": str(self.folder / "mail"),
            "DATABASE_URL": url(APP),
            "DATABASE_OWNER_URL": url(OWNER),
            "DATABASE_BACKUP_URL": url(BACKUP),
        }

    def _secret_key(self) -> str:
        path = self.folder / "secret-key"
        with suppress(FileExistsError):
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "w") as file:
                file.write(secrets.token_urlsafe(50))
        return path.read_text()

    def running(self) -> Mapping[str, object] | None:
        """Address and process of the demonstration that runs here now, or None."""
        if not self.web.is_dir():
            return None
        with take_or_none(self.web) as taken:
            if taken:
                return None
        with suppress(FileNotFoundError, ValueError):
            found: Mapping[str, object] = json.loads(self.address_file.read_text())
            return found
        return {}

    @contextmanager
    def claimed(self) -> Iterator[None]:
        """Be the one demonstration of this folder inside the block.

        Raises:
            Conflict: another one runs here.
        """
        self.web.mkdir(parents=True, exist_ok=True, mode=0o700)
        with take_or_none(self.web) as taken:
            if not taken:
                raise Conflict(f"A demonstration is already running in {self.folder}.")
            try:
                yield
            finally:
                self.address_file.unlink(missing_ok=True)

    def announce(self, url: str) -> None:
        """Tell a later ``korpu demo`` where this one answers."""
        self.address_file.write_text(json.dumps({"url": url, "process": os.getpid()}))

    def forget(self) -> None:
        """Remove what was kept beside the database; called while the folder is claimed."""
        for name in ("files", "static", "mail"):
            shutil.rmtree(self.folder / name, ignore_errors=True)
        (self.folder / "secret-key").unlink(missing_ok=True)


def ensure_database(cluster: Cluster) -> None:
    """Create the database and its rights where they are missing."""
    with cluster.connect() as admin:
        known = admin.execute("select 1 from pg_database where datname = %s", [DATABASE])
        if known.fetchone() is None:
            create_database(admin, DATABASE)
    with cluster.connect(ADMIN, DATABASE) as inside:
        prepare_database(inside)
