"""Making a server's data directory and its configuration."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from korpu.kernel.errors import Unavailable
from korpu.site.postgres.account import Account
from korpu.site.postgres.binaries import Binaries
from korpu.site.postgres.layout import Layout
from korpu.site.postgres.roles import ADMIN

FIRST_WITH_BUILTIN_LOCALES = 17
CONFIGURATION = "korpu.conf"


def make(layout: Layout, binaries: Binaries, account: Account, password: str) -> None:
    """Make the data directory, whole or not at all.

    Raises:
        Unavailable: ``initdb`` failed; the sentence carries its words.
    """
    partial = layout.logs / f"new-{layout.data.name}"
    shutil.rmtree(partial, ignore_errors=True)
    word = layout.logs / "initial-password"
    _write_for(account, word, password)
    try:
        done = account.run(
            [
                binaries.program("initdb"),
                *("-D", str(partial), "--username", ADMIN, f"--pwfile={word}"),
                *("--auth=scram-sha-256", "--no-instructions", "--encoding=UTF8"),
                *locale_arguments(binaries.major),
            ]
        )
    finally:
        word.unlink()
    if done.returncode != 0:
        raise Unavailable("The database could not be made.", f"initdb said: {done.stderr.strip()}")
    with (partial / "postgresql.conf").open("a") as file:
        file.write(f"include '{CONFIGURATION}'\n")
    partial.rename(layout.data)


def locale_arguments(major: int) -> list[str]:
    """The arguments of ``initdb`` under which letters beyond ASCII are letters.

    With other values lower-casing works and trigrams of Cyrillic text are silently empty.
    """
    if major >= FIRST_WITH_BUILTIN_LOCALES:
        return [
            "--locale=C",
            "--lc-ctype=C.UTF-8",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
        ]
    return ["--locale=C.UTF-8", "--locale-provider=libc"]


def configure(layout: Layout, account: Account, extra: Mapping[str, str]) -> None:
    """Write our settings: no network, a socket for our eyes, no data of people in the log."""
    settings = {
        "listen_addresses": "",
        "port": "5432",
        "unix_socket_directories": str(layout.sockets),
        "unix_socket_permissions": "0700",
        "password_encryption": "scram-sha-256",
        "timezone": "UTC",
        "max_connections": "100",
        "shared_buffers": "128MB",
        # A statement and its values may name a person: neither is logged.
        "log_error_verbosity": "terse",
        "log_min_error_statement": "panic",
        "log_parameter_max_length_on_error": "0",
        **extra,
    }
    lines = [
        f"{name} = '{value.replace(chr(39), chr(39) * 2)}'\n" for name, value in settings.items()
    ]
    _write_for(account, layout.data / CONFIGURATION, "".join(lines))


def _write_for(account: Account, path: Path, text: str) -> None:
    path.unlink(missing_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w") as file:
        file.write(text)
    account.own(path)
