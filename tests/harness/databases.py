"""One migrated template database, and a clone of it for whoever asks."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
from psycopg import sql

from korpu.site.postgres import APP, OWNER, prepare_database, prepare_roles
from korpu.site.postgres.roles import create_database
from tests.harness.fingerprint import migrations_digest
from tests.harness.server import CHECKOUT, Server

ARRANGER = "korpu_test_arranger"
TEMPLATE_LOCK = int(CHECKOUT, 16)


@dataclass(frozen=True)
class Clone:
    """A database of this process alone."""

    server: Server
    template: str
    name: str

    def recreate(self) -> None:
        """Put the database back to what the migrations made of it."""
        with self.server.connect() as admin:
            _drop(admin, self.name)
            _clone(admin, self.template, self.name)

    def django_settings(self, role: str = APP) -> dict[str, object]:
        given = self.server.parameters
        return {
            "NAME": self.name,
            "HOST": given.get("host", ""),
            "PORT": given.get("port", ""),
            "USER": given.get("user", ""),
            "PASSWORD": given.get("password", ""),
            "OPTIONS": {"options": f"-c role={role}"},
        }


@contextmanager
def clone_of_template(server: Server, migrate: Callable[[Clone], None]) -> Iterator[Clone]:
    template = f"korpu_template_{CHECKOUT}_{migrations_digest()}"
    with server.connect() as admin:
        admin.execute("select pg_advisory_lock(%s)", [TEMPLATE_LOCK])
        if not _exists(admin, template):
            _sweep(admin)
            _build(server, admin, template, migrate)
        admin.execute("select pg_advisory_unlock(%s)", [TEMPLATE_LOCK])
        clone = Clone(server, template, f"korpu_test_{CHECKOUT}_{os.getpid()}")
        _drop(admin, clone.name)
        _clone(admin, template, clone.name)
    try:
        yield clone
    finally:
        with server.connect() as admin:
            _drop(admin, clone.name)


def _build(
    server: Server, admin: psycopg.Connection, template: str, migrate: Callable[[Clone], None]
) -> None:
    partial = f"{template}_part"
    prepare_roles(admin, {})
    if not admin.execute("select 1 from pg_roles where rolname = %s", [ARRANGER]).fetchone():
        admin.execute(f"create role {ARRANGER} nologin bypassrls")
        admin.execute(f"grant {OWNER} to {ARRANGER}")
    create_database(admin, partial)
    with server.connect(partial) as inside:
        prepare_database(inside)
    migrate(Clone(server, template, partial))
    admin.execute(
        sql.SQL("alter database {} rename to {}").format(
            sql.Identifier(partial), sql.Identifier(template)
        )
    )


def _sweep(admin: psycopg.Connection) -> None:
    """Drop this checkout's older templates and the clones of processes that are gone."""
    rows = admin.execute("select datname from pg_database where not datistemplate").fetchall()
    for (name,) in rows:
        process = Path("/proc", name.rsplit("_", 1)[-1])
        abandoned = name.startswith(f"korpu_test_{CHECKOUT}_") and not process.exists()
        if abandoned or name.startswith(f"korpu_template_{CHECKOUT}_"):
            _drop(admin, name)


def _exists(admin: psycopg.Connection, name: str) -> bool:
    row = admin.execute("select 1 from pg_database where datname = %s", [name]).fetchone()
    return row is not None


def _drop(admin: psycopg.Connection, name: str) -> None:
    admin.execute(sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(name)))


def _clone(admin: psycopg.Connection, template: str, name: str) -> None:
    statement = sql.SQL("create database {} owner {} template {}").format(
        sql.Identifier(name), sql.Identifier(OWNER), sql.Identifier(template)
    )
    for _ in range(100):
        try:
            admin.execute(statement)
        except psycopg.errors.ObjectInUse:  # another worker's visit to the template is ending
            time.sleep(0.05)
        else:
            return
    admin.execute(statement)
