"""Names of the people who work on cases."""

from collections.abc import Collection

from django.db import connection


def names_of(user_ids: Collection[int]) -> dict[int, str]:
    """Names by key, also of people of other bodies: the signatures under acts."""
    if not user_ids:
        return {}
    with connection.cursor() as cursor:
        cursor.execute("select id, full_name from korpu_names(%s::bigint[])", [sorted(user_ids)])
        return dict(cursor.fetchall())


def colleagues_in(compartment_id: int) -> list[tuple[int, str]]:
    """Keys and names of those who hold a role in a compartment today, by name.

    Empty when the actor is not in it.
    """
    with connection.cursor() as cursor:
        cursor.execute("select id, full_name from korpu_colleagues(%s)", [compartment_id])
        return list(cursor.fetchall())
