"""The world is made once for all tests of this folder, in a transaction that is rolled back."""

from collections.abc import Iterator

import pytest
from django.test import TestCase
from pytest_django import DjangoDbBlocker

from tests.architecture.access.world import World, make_world


@pytest.fixture(scope="package")
def made_world(django_db_setup: object, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    with django_db_blocker.unblock():
        atomics = TestCase._enter_atomics()
        try:
            yield make_world()
        finally:
            TestCase._rollback_atomics(atomics)


@pytest.fixture
def world(made_world: World, db: None) -> World:
    """One of everything; what a test changes is forgotten after it."""
    return made_world
