"""Which account of the machine the server runs under.

PostgreSQL refuses to run as root, and rightly. Root's server runs under an account that already
exists and may do little; no account is made and no directory's mode is changed on the way.
"""

import os
import pwd
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from korpu.kernel.errors import Unavailable

UNPRIVILEGED = ("postgres", "nobody")


@dataclass(frozen=True, slots=True)
class Account:
    """An account of the operating system; ``switch`` says that it is not the one we run under."""

    name: str
    uid: int
    gid: int
    switch: bool

    def run(
        self, argv: Sequence[str | Path], *, timeout_seconds: float = 330
    ) -> subprocess.CompletedProcess[str]:
        """Run a command as this account, from ``/``, with nothing of our own environment."""
        identity: dict[str, object] = (
            {"user": self.uid, "group": self.gid, "extra_groups": []} if self.switch else {}
        )
        return subprocess.run(  # type: ignore[call-overload,no-any-return]  # noqa: S603 - identity is a plain mapping; argv is ours
            [str(part) for part in argv],
            cwd="/",
            env={"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            timeout=timeout_seconds,
            **identity,
        )

    def can_enter(self, directory: Path) -> bool:
        """Whether the account can reach what lies in ``directory`` (every parent lets it pass)."""
        return self.run([shutil.which("test") or "/usr/bin/test", "-x", directory]).returncode == 0

    def own(self, path: Path) -> None:
        """Give ``path`` to the account, when it is not ours already."""
        if self.switch:
            os.chown(path, self.uid, self.gid, follow_symlinks=False)


def server_account() -> Account:
    """The account the server runs under: ours, or for root an unprivileged one.

    Raises:
        Unavailable: root, and the machine has none of the accounts we know.
    """
    if os.geteuid() != 0:
        return Account(str(os.geteuid()), os.geteuid(), os.getegid(), switch=False)
    for name in UNPRIVILEGED:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(name, entry.pw_uid, entry.pw_gid, switch=True)
    raise Unavailable(
        "PostgreSQL does not run as root, and no unprivileged account was found.",
        f"Run the command as an ordinary user, or create one of: {', '.join(UNPRIVILEGED)}.",
    )
