"""Names of the people who work on cases."""

from django.db import connection


def colleagues_in(compartment_id: int) -> list[tuple[int, str]]:
    """Keys and names of those who hold a role in a compartment today, by name.

    Empty when the actor is not in it.
    """
    with connection.cursor() as cursor:
        cursor.execute("select id, full_name from korpu_colleagues(%s)", [compartment_id])
        return list(cursor.fetchall())
