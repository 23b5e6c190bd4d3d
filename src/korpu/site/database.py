"""The database as its operators see it: who connects, and whether the schema is up to date."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

from django.core.management import call_command
from django.db import connection, connections
from django.db.backends.postgresql.base import DatabaseWrapper
from django.db.migrations.executor import MigrationExecutor

from korpu.site.environment import Environment
from korpu.site.postgres import APP


@contextmanager
def connected_as_owner() -> Iterator[None]:
    """Have Django's connection be the owner's (``DATABASE_OWNER_URL``) inside the block."""
    before = dict(connections.settings["default"])
    _reconnect(Environment().database("owner"))
    try:
        yield
    finally:
        _reconnect(before)


def _reconnect(settings: dict[str, object]) -> None:
    connection.close()
    if connection.settings_dict.get("OPTIONS", {}).get("pool"):
        cast("DatabaseWrapper", connections["default"]).close_pool()
    connections.settings["default"].update(settings)


def pending_migrations() -> list[str]:
    """Names of the migrations the database has not had yet, such as ``persons.0002_x``."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _ in plan]


def applied_migrations() -> list[str]:
    """Names of the migrations the database has, sorted."""
    applied = MigrationExecutor(connection).loader.applied_migrations
    return sorted(f"{app}.{name}" for app, name in applied)


def known_migrations() -> set[str]:
    """Names of the migrations this code has."""
    nodes = MigrationExecutor(connection).loader.disk_migrations
    return {f"{app}.{name}" for app, name in nodes}


def migrate(*, verbosity: int = 1) -> None:
    """Bring the schema up to date, as the owner. The application may only read which ones ran."""
    with connected_as_owner():
        call_command("migrate", verbosity=verbosity, interactive=False)
        with connection.cursor() as cursor:
            cursor.execute(f"revoke insert, update, delete on django_migrations from {APP}")


def server_version() -> str:
    """The version of the PostgreSQL server, such as ``18.6``."""
    with connection.cursor() as cursor:
        cursor.execute("show server_version")
        row = cursor.fetchone()
    return str(row[0]).split(" ", maxsplit=1)[0] if row else "unknown"
