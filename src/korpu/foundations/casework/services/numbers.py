"""Running numbers of a year."""

from django.db import connection


def next_number(prefix: str, year: int) -> str:
    """The next case number of a year, such as ``RDM-2026-000123``.

    Openings under one prefix wait for one another until their transactions end.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "insert into casework_casecounter (prefix, year, last_number) values (%s, %s, 1)"
            " on conflict (prefix, year) do update"
            " set last_number = casework_casecounter.last_number + 1 returning last_number",
            [prefix, year],
        )
        (number,) = cursor.fetchone()
    return f"{prefix}-{year}-{number:06d}"
