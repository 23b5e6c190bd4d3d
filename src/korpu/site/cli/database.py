"""``korpu database prepare``"""

import argparse
import os
from typing import Any

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from korpu.kernel.errors import InvalidInput, Unavailable
from korpu.site.cli.system import parser_of
from korpu.site.postgres import APP, BACKUP, OWNER, prepare_database, prepare_roles
from korpu.site.postgres.roles import Connection, create_database

URLS = {"DATABASE_URL": APP, "DATABASE_OWNER_URL": OWNER, "DATABASE_BACKUP_URL": BACKUP}
OLDEST_VERSION = 150_000

DESCRIPTION = f"""\
Makes a PostgreSQL server (15 or newer) ready for the service: the roles {OWNER} (owns the tables,
runs migrations), {APP} (the application; owns nothing, bound by row-level security),
korpu_analytics and {BACKUP}, the database, its extensions and rights. Names and passwords are read
from DATABASE_URL, DATABASE_OWNER_URL and DATABASE_BACKUP_URL. Repeating it is harmless.
"""


def add_parser(subparsers: Any) -> None:
    parser = parser_of(
        subparsers, "database", "make a PostgreSQL server ready for the service", DESCRIPTION
    )
    actions = parser.add_subparsers(required=True, metavar="action")
    prepare = parser_of(actions, "prepare", "create the roles and the database", DESCRIPTION)
    prepare.add_argument(
        "--admin-url",
        required=True,
        metavar="URL",
        help="connection of an administrator who may create roles and databases, "
        "such as postgresql://postgres:password@host/postgres",
    )
    prepare.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    wanted = _wanted()
    try:
        with psycopg.connect(arguments.admin_url, autocommit=True) as admin:
            _prepare_server(admin, wanted)
    except psycopg.OperationalError as error:
        raise Unavailable("The administrator's connection failed.", str(error).strip()) from error
    inside_url = make_conninfo(arguments.admin_url, dbname=wanted[APP]["dbname"])
    with psycopg.connect(inside_url, autocommit=True) as inside:
        prepare_database(inside)
    print(f"The database {wanted[APP]['dbname']!r} is ready. Next: korpu migrate.")
    return 0


def _wanted() -> dict[str, dict[str, str]]:
    """By role: the parts of its URL."""
    found: dict[str, dict[str, str]] = {}
    for variable, role in URLS.items():
        try:
            parts = conninfo_to_dict(os.environ.get(variable, ""))
        except psycopg.ProgrammingError:
            parts = {}
        if parts.get("user") != role or not parts.get("password") or not parts.get("dbname"):
            raise InvalidInput(
                f"{variable} must name the role {role}, its password and the database.",
                f"For example: postgresql://{role}:secret@host:5432/korpu",
            )
        found[role] = {key: str(value) for key, value in parts.items()}
    if len({parts["dbname"] for parts in found.values()}) > 1:
        raise InvalidInput(f"{', '.join(URLS)} must name the same database.")
    return found


def _prepare_server(admin: Connection, wanted: dict[str, dict[str, str]]) -> None:
    if admin.info.server_version < OLDEST_VERSION:
        raise Unavailable(
            f"This server is PostgreSQL {admin.info.server_version // 10_000}.",
            "Körpü needs PostgreSQL 15 or newer.",
        )
    prepare_roles(admin, {role: parts["password"] for role, parts in wanted.items()})
    name = wanted[APP]["dbname"]
    known = admin.execute("select 1 from pg_database where datname = %s", [name]).fetchone()
    if known is None:
        create_database(admin, name)
