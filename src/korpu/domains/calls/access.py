"""An applicant's secret link: the database opens the one application it belongs to."""

import hashlib
import secrets
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

_SETTING = "korpu.calls_key"


def new_secret() -> str:
    """A secret of 192 bits, fit for an address."""
    return secrets.token_urlsafe(24)


def fingerprint(secret: str) -> str:
    """What the database keeps of a secret."""
    return hashlib.sha256(secret.encode()).hexdigest()


@contextmanager
def holding(secret: str) -> Iterator[None]:
    """Let the running transaction see and write the application that ``secret`` opens.

    Nothing else becomes visible; a secret nobody was given opens nothing.
    """
    _set(fingerprint(secret))
    yield
    if not connection.needs_rollback:
        _set("")


def _set(value: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select set_config(%s, %s, true)", [_SETTING, value])
