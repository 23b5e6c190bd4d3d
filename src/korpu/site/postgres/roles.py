"""The roles of the database, and a database they can use.

``korpu_owner`` owns every table and runs migrations; ``korpu_app`` is the web application and the
worker, owns nothing and is bound by row-level security; ``korpu_analytics`` reads what statistics
grants it. None of the three is a superuser or passes row-level security by. ``korpu_backup`` may
read everything and write nothing: a backup that obeyed row-level security would be empty.
"""

from collections.abc import Mapping

import psycopg
from psycopg import sql

from korpu.kernel.errors import Unavailable

ADMIN = "postgres"
OWNER = "korpu_owner"
APP = "korpu_app"
ANALYTICS = "korpu_analytics"
BACKUP = "korpu_backup"
ROLES = (OWNER, APP, ANALYTICS, BACKUP)
EXTENSIONS = ("pg_trgm", "btree_gist", "unaccent")
ROLES_LOCK = 7_012_001  # one number for "roles of korpu are being changed" on a whole server
FIRST_WITH_BUILTIN_LOCALES = 170_000

Connection = psycopg.Connection[tuple[object, ...]]


def prepare_roles(connection: Connection, passwords: Mapping[str, str | None]) -> None:
    """Create or correct the roles. Repeating it is harmless.

    Args:
        connection: an administrator's, in autocommit mode.
        passwords: by role; a role without one keeps what it has.
    """
    connection.execute("select pg_advisory_lock(%s)", [ROLES_LOCK])
    try:
        for role in ROLES:
            _prepare_role(connection, role, passwords.get(role))
    finally:
        connection.execute("select pg_advisory_unlock(%s)", [ROLES_LOCK])


def _prepare_role(connection: Connection, role: str, password: str | None) -> None:
    name = sql.Identifier(role)
    known = connection.execute("select 1 from pg_roles where rolname = %s", [role]).fetchone()
    if known is None:
        connection.execute(sql.SQL("create role {}").format(name))
    passes_by = role == BACKUP
    as_it_should_be = connection.execute(
        "select rolcanlogin and rolbypassrls = %s"
        " and not (rolsuper or rolcreatedb or rolcreaterole) from pg_roles where rolname = %s",
        [passes_by, role],
    ).fetchone()
    if as_it_should_be != (True,):
        limits = "login nosuperuser nocreatedb nocreaterole "
        limits += "bypassrls" if passes_by else "nobypassrls"
        connection.execute(sql.SQL("alter role {} " + limits).format(name))
    if passes_by:
        connection.execute(sql.SQL("grant pg_read_all_data to {}").format(name))
    if password is not None:
        connection.execute(sql.SQL("alter role {} password {}").format(name, sql.Literal(password)))


def create_database(connection: Connection, name: str) -> None:
    """Create an empty UTF-8 database of the owner, whose letters are known beyond ASCII."""
    if connection.info.server_version >= FIRST_WITH_BUILTIN_LOCALES:
        locale = (
            "locale_provider builtin builtin_locale 'C.UTF-8' lc_collate 'C' lc_ctype 'C.UTF-8'"
        )
    else:
        locale = "locale_provider libc lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'"
    connection.execute(
        sql.SQL("create database {} owner {} template template0 encoding 'UTF8' " + locale).format(
            sql.Identifier(name), sql.Identifier(OWNER)
        )
    )


def prepare_database(connection: Connection) -> None:
    """Give the roles their rights in the connected database. Repeating it is harmless.

    Tables and sequences the owner makes later are usable by the application from the moment they
    exist; a migration that makes a table stricter takes the right away again in the same breath.

    Raises:
        Unavailable: the database cannot tell Cyrillic letters (wrong locale).
    """
    database = sql.Identifier(connection.info.dbname)
    for extension in EXTENSIONS:
        connection.execute(
            sql.SQL("create extension if not exists {}").format(sql.Identifier(extension))
        )
    for statement in _RIGHTS:
        connection.execute(sql.SQL(statement).format(database=database))
    check_locale(connection)


_BY_DEFAULT = f"alter default privileges for role {OWNER} in schema public"
_RIGHTS = (
    "revoke all on database {database} from public",
    f"grant connect on database {{database}} to {OWNER}, {APP}, {ANALYTICS}, {BACKUP}",
    f"grant create, temporary on database {{database}} to {OWNER}",
    "revoke all on schema public from public",
    f"grant usage, create on schema public to {OWNER}",
    f"grant usage on schema public to {APP}, {ANALYTICS}",
    _BY_DEFAULT + f" grant select, insert, update, delete on tables to {APP}",
    _BY_DEFAULT + f" grant usage, select on sequences to {APP}",
)


def rights_of_the_owner() -> tuple[str, ...]:
    """Statements by which the owner gives the rights in its schema again, once it was made anew."""
    return tuple(right for right in _RIGHTS if "{database}" not in right)


def check_locale(connection: Connection) -> None:
    """Refuse a database in which a search for a Cyrillic name silently finds nothing.

    Raises:
        Unavailable: trigrams or lower-casing stop at ASCII.
    """
    row = connection.execute(
        "select array_length(show_trgm('Иванов'), 1) = 7 and lower('ИВАНОВ ƏLİ') <> 'ИВАНОВ ƏLİ'"
    ).fetchone()
    if row != (True,):
        raise Unavailable(
            "The database was made with a locale that knows only ASCII letters: a search for a "
            "Cyrillic or Azerbaijani name would find nothing and say nothing.",
            "Create it anew with the character type C.UTF-8 (korpu database prepare does).",
        )
