"""The folders of a server: where its state lies, who may enter, and its socket."""

import hashlib
import os
import stat
import tempfile
from dataclasses import dataclass
from pathlib import Path

from korpu.kernel.errors import Unavailable
from korpu.site.postgres.account import Account
from korpu.site.postgres.locks import exclusive

LONGEST_SOCKET_PATH = 100  # Linux takes 107 bytes, PostgreSQL adds a suffix for its lock
SOCKET_NAME = ".s.PGSQL.5432.lock"


@dataclass(frozen=True, slots=True)
class Layout:
    """Paths below one state directory, for one major version of PostgreSQL."""

    state: Path
    major: int

    @property
    def data(self) -> Path:
        return self.state / f"postgresql-{self.major}"

    @property
    def logs(self) -> Path:
        return self.state / "log"

    @property
    def server_log(self) -> Path:
        return self.logs / "postgresql.log"

    @property
    def programs(self) -> Path:
        return self.state / "programs"

    @property
    def credentials(self) -> Path:
        return self.state / f"credentials-{self.major}.json"

    @property
    def sockets(self) -> Path:
        """The socket's directory: below the state directory, or elsewhere if that is too long."""
        own = self.state / f"run-{self.major}"
        if len(os.fsencode(own / SOCKET_NAME)) <= LONGEST_SOCKET_PATH:
            return own
        digest = hashlib.sha256(os.fsencode(own)).hexdigest()[:12]
        return Path(tempfile.gettempdir()) / f"korpu-{os.geteuid()}-{digest}"


def default_state_directory() -> Path:
    """``KORPU_STATE_DIR``, else ``/var/lib/korpu`` for root, else the user's XDG one."""
    named = os.environ.get("KORPU_STATE_DIR")
    if named:
        return Path(named).absolute()
    if os.geteuid() == 0:
        return Path("/var/lib/korpu")
    state_home = os.environ.get("XDG_STATE_HOME")
    return (Path(state_home) if state_home else Path.home() / ".local" / "state") / "korpu"


def make_folders(layout: Layout, account: Account) -> None:
    """Make the folders, closed to everybody but the server's account and us.

    Several processes may do so at once.

    Raises:
        Unavailable: the server's account cannot reach the state directory.
    """
    try:
        layout.state.mkdir(mode=0o711 if account.switch else 0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise Unavailable(
            f"The state directory {layout.state} cannot be made ({error.strerror}).",
            "Choose another one with --state-dir or KORPU_STATE_DIR.",
        ) from error
    if not account.can_enter(layout.state):
        raise Unavailable(
            f"The account {account.name!r}, which runs the database for root, cannot reach "
            f"{layout.state}.",
            "Choose a directory outside root's own with --state-dir or KORPU_STATE_DIR, such as "
            "/var/lib/korpu. No directory's mode is changed for you.",
        )
    with exclusive(layout.state):
        for folder in (layout.logs, layout.sockets):
            _private_folder(folder, account)


def _private_folder(folder: Path, account: Account) -> None:
    try:
        folder.mkdir(mode=0o700)
    except FileExistsError:
        pass
    else:
        account.own(folder)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != account.uid:
        raise Unavailable(
            f"{folder} is not a directory of the account {account.name!r}.",
            "Remove it, or choose another state directory with --state-dir or KORPU_STATE_DIR.",
        )
    if stat.S_IMODE(found.st_mode) != 0o700:  # noqa: PLR2004 - a mode is clearest as written
        folder.chmod(0o700)
