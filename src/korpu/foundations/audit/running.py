"""Acting for the audit room's own errands: jobs and commands that must read the whole trail."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import connection, transaction

from korpu.kernel.errors import Unavailable
from korpu.kernel.texts import Text


@dataclass(frozen=True, slots=True)
class Errand:
    """Somebody on whose order the trail is read."""

    id_or_none: int | None
    office_id: int | None = None


@contextmanager
def reading_all(ordered_by: int | None = None) -> Iterator[Errand]:
    """One transaction that may read what the ordering person may; None: the service itself.

    Raises:
        Unavailable: the database has no account of the service itself.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("select coalesce(%s, korpu_system_user())", [ordered_by])
        (user,) = cursor.fetchone()
        if user is None:
            raise Unavailable(
                Text(
                    az="Baza hazır deyil: sistemin öz hesabı yoxdur.",
                    en="The database is not ready: the service's own account is missing.",
                    ru="База данных не готова: отсутствует собственная учётная запись системы.",
                ),
                "korpu migrate",
            )
        cursor.execute("select set_config('korpu.actor', %s, true)", [str(user)])
        yield Errand(user)
        cursor.execute("select set_config('korpu.actor', '', true)")
