"""Fixtures for tests that look at several rooms."""

import pytest

from tests.cast import Cast


@pytest.fixture
def cast(db: None) -> Cast:
    """One person per role; see :mod:`tests.cast`."""
    return Cast()
