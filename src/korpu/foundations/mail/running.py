"""Acting as the service itself: the worker reads every message, whoever caused it."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def as_the_service() -> Iterator[None]:
    """One transaction as the account of the service itself."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("select set_config('korpu.actor', korpu_system_user()::text, true)")
        yield
        cursor.execute("select set_config('korpu.actor', '', true)")
