"""Who acts decides what the database shows, for the length of a transaction."""

from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction

from korpu.foundations.accounts.api import acting, actor_of, signing_in, system_actor
from korpu.foundations.accounts.models import RoleGrant, User
from korpu.foundations.accounts.testing import make_actor, make_compartment, make_office, make_user
from korpu.kernel.errors import NotPermitted

pytestmark = pytest.mark.django_db


def compartments() -> set[int]:
    with connection.cursor() as cursor:
        cursor.execute("select korpu_compartments()")
        return set(cursor.fetchone()[0])


def test_without_an_actor_nothing_is_seen() -> None:
    make_user(role="administrator")
    assert not User.objects.exists()
    assert not RoleGrant.objects.exists()
    assert compartments() == set()


def test_a_person_sees_the_compartments_of_their_roles_and_no_other() -> None:
    officer = make_actor("readmission_officer")
    mine = make_compartment("readmission")
    make_compartment("readmission", office=make_office("elsewhere"))
    with acting(officer):
        assert compartments() == {mine.pk}
    assert officer.roles_in(mine.pk) == {"readmission_officer"}


def test_the_system_actor_sees_every_compartment() -> None:
    one, two = make_compartment("readmission"), make_compartment("statistics")
    with acting(system_actor()) as system:
        assert compartments() >= {one.pk, two.pk}
        assert system.compartments_with("anything.at.all") >= {one.pk, two.pk}


def test_the_outer_actor_returns_when_the_inner_one_is_done() -> None:
    officer, other = make_actor("readmission_officer"), make_actor("statistician")
    with acting(officer):
        before = compartments()
        with acting(other):
            assert compartments() != before
        assert compartments() == before
    assert compartments() == set()


def test_the_outer_actor_returns_when_the_inner_one_fails() -> None:
    officer = make_actor("readmission_officer")
    with acting(officer):
        before = compartments()
        with pytest.raises(DatabaseError), acting(system_actor()), connection.cursor() as cursor:
            cursor.execute("select 1/0")
        assert compartments() == before


def test_looking_up_who_somebody_is_shows_accounts_and_nothing_else() -> None:
    user = make_user(role="readmission_officer")
    with signing_in():
        assert User.objects.filter(pk=user.pk).exists()
        assert not RoleGrant.objects.exists()
        assert compartments() == set()


def test_acting_insists_on_a_transaction_of_its_own() -> None:
    actor = make_actor("readmission_officer")
    with pytest.raises(RuntimeError, match="durable"), transaction.atomic(), acting(actor):
        pass


def test_check_refuses_what_no_role_carries() -> None:
    officer = make_actor("statistician")
    with pytest.raises(NotPermitted) as refusal:
        officer.check("accounts.role.grant")
    assert refusal.value.facts == {"permission": "accounts.role.grant"}


def test_roles_are_judged_on_the_actors_day_in_the_page_and_in_the_database() -> None:
    user = make_user(
        role="administrator", valid_from=date(2026, 3, 1), valid_until=date(2026, 3, 31)
    )
    for day, held in (
        (date(2026, 2, 28), False),
        (date(2026, 3, 1), True),
        (date(2026, 3, 31), True),
        (date(2026, 4, 1), False),
    ):
        actor = actor_of(user, on=day)
        assert actor.may("accounts.user.read") is held, day
        with acting(actor):
            assert bool(compartments()) is held, day
