"""Every table is protected by the database itself, or stands in a list that says why not."""

import pytest
from django.apps import apps
from django.db import connection

pytestmark = pytest.mark.django_db

OPEN = {
    "django_migrations": "which migrations ran; no person",
    "django_content_type": "names of models; no person",
    "django_session": "found by an unguessable key only; the content is signed",
    "auth_permission": "Django's own, unused: permissions are declared by roles",
    "auth_group": "unused",
    "auth_group_permissions": "unused",
    "account_emailconfirmation": "unused: invitations carry a signed key",
    "axes_accessattempt": "failed log-ins, needed before anybody is known",
    "axes_accessattemptexpiration": "when a lock ends, needed before anybody is known",
    "axes_accessfailurelog": "failed log-ins, needed before anybody is known",
    "axes_accesslog": "log-ins, needed before anybody is known",
}
# Read by everybody, written by few.
PUBLIC = {
    "accounts_compartment": "names of businesses of offices",
    "organisations_organisation": "names of public bodies",
    "organisations_office": "names of offices",
    "codelists_codelist": "names of lists",
    "codelists_code": "codes and their names",
}
QUEUE = "procrastinate_"


def tables() -> dict[str, tuple[bool, bool]]:
    """Every table of the schema: row-level security enabled, forced."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select relname, relrowsecurity, relforcerowsecurity from pg_class"
            " where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace"
        )
        return {name: (enabled, forced) for name, enabled, forced in cursor.fetchall()}


def test_every_table_is_protected_or_says_why_not() -> None:
    bare = {
        name
        for name, state in tables().items()
        if state != (True, True) and name not in OPEN and not name.startswith(QUEUE)
    }
    assert not bare


def test_no_table_of_a_room_of_ours_is_in_the_open_list() -> None:
    ours = {
        model._meta.db_table
        for config in apps.get_app_configs()
        if config.name.startswith("korpu.")
        for model in config.get_models()
    }
    assert not ours & OPEN.keys()


def test_the_open_list_names_no_table_that_is_gone_or_protected() -> None:
    state = tables()
    assert {name for name in OPEN if state.get(name) != (False, False)} == set()


def test_nobody_sees_a_row_of_a_protected_table_without_an_actor(cast, as_owner) -> None:
    assert cast["administrator"] != cast["mentor"]
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("select count(*) from accounts_rolegrant")
        assert cursor.fetchone()[0] >= 2
    for name, state in tables().items():
        if state == (True, True) and name not in PUBLIC:
            with connection.cursor() as cursor:
                cursor.execute(f'select count(*) from "{name}"')
                assert cursor.fetchone()[0] == 0, name
