"""Fixtures for every test of the house. See ``tests/harness`` for what stands behind them."""

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections, transaction
from django.test import TransactionTestCase
from hypothesis import settings as hypothesis_settings
from pytest_django import DjangoDbBlocker
from tests.harness.databases import ARRANGER, Clone, clone_of_template
from tests.harness.server import test_server

pytest_plugins = ["tests.browser"]

hypothesis_settings.register_profile("korpu", deadline=None)
hypothesis_settings.load_profile("korpu")


MOST_WORKERS = 4


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """One process where only a part is asked for: starting more takes longer than the part."""
    whole = config.args_source == pytest.Config.ArgsSource.TESTPATHS and not config.option.keyword
    return min(os.cpu_count() or 1, MOST_WORKERS) if whole else 0


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[Clone]:
    """A clone of the migrated template for this process; the default connection points at it."""
    if settings.KORPU_MODE != "test":
        pytest.exit(f"Tests run with KORPU_MODE=test or unset, not {settings.KORPU_MODE!r}.", 2)
    with (
        django_db_blocker.unblock(),
        test_server() as server,
        clone_of_template(server, _migrate) as clone,
    ):
        _point_at(clone)
        put_back = TransactionTestCase._fixture_teardown
        TransactionTestCase._fixture_teardown = _recreate(clone)
        yield clone
        TransactionTestCase._fixture_teardown = put_back
        connections.close_all()


@pytest.fixture
def as_role(django_db_setup: Clone) -> Callable[[str], AbstractContextManager[None]]:
    """Do something as another role of the database: ``with as_role("korpu_owner"):``."""

    @contextmanager
    def switched(role: str) -> Iterator[None]:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute(f"set role {role}")
            yield
            with connection.cursor() as cursor:
                cursor.execute("reset role")

    return switched


@pytest.fixture
def as_owner(
    as_role: Callable[[str], AbstractContextManager[None]],
) -> Callable[[], AbstractContextManager[None]]:
    """Arrange or look past row-level security, as the owner: ``with as_owner():``."""
    return lambda: as_role(ARRANGER)


def _migrate(empty: Clone) -> None:
    _point_at(empty, role="korpu_owner")
    call_command("migrate", verbosity=0, interactive=False)
    connection.close()


def _point_at(clone: Clone, role: str = "korpu_app") -> None:
    connections.close_all()
    connections.settings["default"].update(clone.django_settings(role))


def _recreate(clone: Clone) -> Callable[[TransactionTestCase], None]:
    def teardown(_: TransactionTestCase) -> None:
        connections.close_all()
        clone.recreate()

    return teardown
