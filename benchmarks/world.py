"""The database the benchmarks share: an own PostgreSQL in a folder of its own, never a service's.

Django is set up inside :func:`world`, as in a demonstration: ``korpu_app`` over a connection pool,
row-level security in force. :func:`connected` swaps the connection for one that passes it by.
"""

import argparse
import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from korpu.site.postgres import ADMIN, APP, OWNER, Cluster
from korpu.site.state import DATABASE, DemoState, ensure_database

WITHOUT = "korpu_bench_without"
"""A role with the rights of application and owner that row-level security does not bind."""
SERVING = {"shared_buffers": "1GB", "effective_cache_size": "8GB", "max_wal_size": "4GB"}
LOADING = SERVING | {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_wal_size": "16GB",
    "maintenance_work_mem": "512MB",
    "work_mem": "256MB",
    "jit": "off",
}


def parser(description: str | None) -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(description=(description or "").split("\n", maxsplit=1)[0])
    default = Path(tempfile.gettempdir()) / f"korpu-benchmarks-{os.geteuid()}"
    made.add_argument("--state", type=Path, default=default, help=f"folder (default: {default})")
    return made


@contextmanager
def world(state: Path, settings: Mapping[str, str] = SERVING) -> Iterator[Cluster]:
    """The server running with ``settings`` and Django connected to it as the application."""
    cluster = Cluster(state, settings)
    with cluster.running():
        ensure_database(cluster)
        os.environ.update(DemoState(state).variables(cluster))
        os.environ["DJANGO_SETTINGS_MODULE"] = "korpu.site.settings"
        import django

        django.setup()
        yield cluster


def collect_assets() -> None:
    """What pages link to, as every running system has it."""
    from django.conf import settings
    from django.core.management import call_command

    if not Path(settings.STATIC_ROOT).exists():
        call_command("collectstatic", verbosity=0, interactive=False)


def plain_readmission() -> None:
    """Run readmission cases as casework alone would, without the domain's facts and effects."""
    from korpu.foundations.casework.registry import register_case_type, unregister_case_type
    from korpu.foundations.casework.testing import READMISSION, readmission_type

    unregister_case_type(READMISSION)
    register_case_type(readmission_type())


@contextmanager
def connected(cluster: Cluster, role: str) -> Iterator[None]:
    """Django's connection as ``korpu_app`` or as ``WITHOUT`` inside the block."""
    from django.db import connection, connections

    before = dict(connections.settings["default"])
    given = cluster.parameters(APP if role == APP else ADMIN, DATABASE)
    options = dict(before["OPTIONS"])
    if role != APP:
        options["options"] = f"-c role={role}"
    _disconnect()
    connections.settings["default"].update(
        USER=given["user"], PASSWORD=given["password"], OPTIONS=options
    )
    try:
        with connection.cursor() as cursor:
            cursor.execute("select current_user, row_security_active('casework_case')")
            assert cursor.fetchone() == (role, role == APP)
        yield
    finally:
        _disconnect()
        connections.settings["default"].update(before)


def _disconnect() -> None:
    from django.db import connection, connections

    connection.close()
    connections["default"].close_pool()


def prepare_without(cluster: Cluster) -> None:
    """Make the role that row-level security does not bind."""
    with cluster.connect(ADMIN, DATABASE) as admin:
        known = admin.execute("select 1 from pg_roles where rolname = %s", [WITHOUT]).fetchone()
        if not known:
            admin.execute(f"create role {WITHOUT} nologin bypassrls")
            admin.execute(f"grant {OWNER}, {APP} to {WITHOUT}")
