"""Running PostgreSQL's own client programs on the database in use."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO

from psycopg.conninfo import conninfo_to_dict

from korpu.kernel.errors import Unavailable
from korpu.site.postgres import find_binaries

_VARIABLES = {
    "host": "PGHOST",
    "port": "PGPORT",
    "user": "PGUSER",
    "password": "PGPASSWORD",
    "dbname": "PGDATABASE",
    "options": "PGOPTIONS",
    "sslmode": "PGSSLMODE",
    "sslrootcert": "PGSSLROOTCERT",
}


def parameters_of(url_variable: str) -> Mapping[str, str]:
    """The parts of a connection URL in the environment.

    Raises:
        Unavailable: the variable is not set.
    """
    url = os.environ.get(url_variable)
    if not url:
        raise Unavailable(
            f"{url_variable} is not set.", "See docs/how-to/run.md for the roles and their URLs."
        )
    return {name: str(value) for name, value in conninfo_to_dict(url).items()}


def run_program(
    name: str,
    arguments: Sequence[str | Path],
    *,
    connection: Mapping[str, str] | None = None,
    stdin: IO[bytes] | None = None,
    stdout: IO[bytes] | None = None,
) -> None:
    """Run ``pg_dump``, ``pg_restore`` or ``psql``; the password goes by the environment.

    Raises:
        Unavailable: it failed. Its words are given, without the lines that quote a row.
    """
    done = subprocess.run(  # noqa: S603 - programs of the server in use, arguments are ours
        [find_binaries().program(name), *arguments],
        env={"PATH": os.defpath, **environment_of(connection or {})},
        stdin=stdin or subprocess.DEVNULL,
        stdout=stdout or subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        check=False,
    )
    if done.returncode != 0:
        words = done.stderr.decode(errors="replace").splitlines()
        kept = [line for line in words if not line.startswith(("DETAIL", "CONTEXT"))]
        raise Unavailable(f"{name} failed.", " ".join(kept[-5:]))


def environment_of(connection: Mapping[str, str]) -> dict[str, str]:
    """Libpq's own variables for a connection."""
    return {_VARIABLES[key]: value for key, value in connection.items() if key in _VARIABLES}
