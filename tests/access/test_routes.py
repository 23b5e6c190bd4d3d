"""Every route without an object: it breaks for nobody, and opens to nobody who holds nothing.

Who holds a role is tried on every route, with objects, by ``tests/architecture/access``.
"""

import re
from functools import cache
from uuid import UUID

import pytest
from django.urls import Resolver404, resolve

from korpu.foundations.accounts.checks import routes
from korpu.foundations.accounts.roles import roles
from korpu.kernel.access import Access, access_of
from tests.cast import PEOPLE, POWERLESS

pytestmark = pytest.mark.django_db

NOBODYS = UUID("01940000-0000-7000-8000-00000000ffff")
EXAMPLES = {"uuid": str(NOBODYS), "int": "999999999", "slug": "no-such", "str": "no-such"}
ELSEWHERE = re.compile(r"^(api|health|static)/")  # pages of machines are tried in their own rooms


def address(pattern: str) -> str | None:
    """An address that fits a declared route; None where one cannot be made up."""
    route = re.sub(r"<(?:(\w+):)?\w+>", lambda m: EXAMPLES.get(m[1] or "str", "no-such"), pattern)
    try:
        resolve(f"/{route}")
    except Resolver404:
        return None
    return f"/{route}"


def guarded() -> list[tuple[str, Access]]:
    """Every address that wants somebody logged in, with what its page says."""
    found = []
    for pattern, view in routes():
        access = access_of(view) or access_of(getattr(view, "view_class", None))
        where = address(pattern)
        if (
            where
            and access
            and access.kind in {"needs", "signed_in"}
            and not ELSEWHERE.match(where[1:])
        ):
            found.append((where, access))
    return found


def allowed(person: str, access: Access) -> bool:
    if access.kind == "signed_in":
        return person != "withdrawn"
    return person in roles() and access.permission in roles()[person].permissions


def test_there_are_routes_to_try() -> None:
    assert len(guarded()) > 40


@pytest.mark.parametrize("person", POWERLESS)
def test_a_page_opens_only_for_who_holds_what_it_needs(cast, person: str) -> None:
    client = cast.client(person)
    client.raise_request_exception = False
    for where, access in guarded():
        if allowed(person, access):
            continue
        status = client.get(where).status_code
        assert status == (302 if person == "withdrawn" else 403), (where, status)


def test_a_visitor_is_led_to_the_log_in_by_every_page_that_is_not_public(cast) -> None:
    client = cast.client("anonymous")
    for where, _ in guarded():
        answer = client.get(where)
        assert answer.status_code == 302, where
        assert answer.headers["Location"].startswith("/accounts/login/"), where


def test_no_page_breaks_on_a_thing_nobody_knows(cast) -> None:
    client_of = cache(cast.client)
    for where, access in guarded():
        person = next(one for one in PEOPLE if allowed(one, access))
        client_of(person).raise_request_exception = False
        assert client_of(person).get(where).status_code < 500, (person, where)
