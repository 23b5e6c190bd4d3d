"""The mentors who may be assigned, with the dates of their contracts."""

from dataclasses import dataclass
from datetime import date

from django.db import connection


@dataclass(frozen=True, slots=True)
class MentorContract:
    """One grant of the mentor's role; ``valid_until`` inclusive, None: open-ended."""

    user_id: int
    full_name: str
    valid_from: date
    valid_until: date | None

    def covers(self, first: date, last: date) -> bool:
        """Whether the contract runs on every day from ``first`` to ``last``."""
        return self.valid_from <= first and (self.valid_until is None or last <= self.valid_until)


def mentor_contracts() -> list[MentorContract]:
    """Contracts that run today or later, by name; empty for readers outside the assistance work."""
    with connection.cursor() as cursor:
        cursor.execute("select id, full_name, valid_from, valid_until from korpu_mentors()")
        return [MentorContract(*row) for row in cursor.fetchall()]
