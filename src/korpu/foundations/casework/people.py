"""Names of the people who work on cases."""

from django.db import connection


def colleagues_in(compartment_id: int) -> list[tuple[int, str]]:
    """Keys and names of those who hold a role in a compartment today, by name.

    Empty when the actor is not in it.
    """
    with connection.cursor() as cursor:
        cursor.execute("select id, full_name from korpu_colleagues(%s)", [compartment_id])
        return list(cursor.fetchall())


def may_cover(absent_id: int, deputy_id: int) -> bool:
    """Whether the actor, who heads their office, may let one stand in for the other.

    Not when the absent one holds a role outside the actor's offices, which would pass on too.
    """
    with connection.cursor() as cursor:
        cursor.execute("select korpu_may_cover(%s, %s)", [absent_id, deputy_id])
        row = cursor.fetchone()
    return bool(row and row[0])
