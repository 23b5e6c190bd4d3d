"""Which roles somebody holds on a day: their own, and those of absent colleagues."""

from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from korpu.foundations.accounts.api import acting, actor_of, system_actor
from korpu.foundations.accounts.models import Deputyship, RoleGrant, User
from korpu.foundations.accounts.services import (
    appoint_deputy,
    end_deputyship,
    end_grant,
    grant_role,
    withdraw_user,
)
from korpu.foundations.accounts.testing import (
    give_role,
    make_actor,
    make_compartment,
    make_office,
    make_user,
)
from korpu.kernel.errors import Conflict, InvalidInput, NotPermitted, NotPossibleNow

pytestmark = pytest.mark.django_db
FIRST, LAST = date(2026, 5, 1), date(2026, 5, 14)
PERMISSION = "casework.case.read"


def appoint(absent: User, deputy: User, first: date = FIRST, last: date = LAST) -> Deputyship:
    with acting(system_actor()) as system:
        return appoint_deputy(
            absent=absent,
            deputy=deputy,
            valid_from=first,
            valid_until=last,
            reason="leave",
            actor=system,
            at=timezone.now(),
        )


def visible(user: User, on: date) -> set[int]:
    with acting(actor_of(user, on=on)), connection.cursor() as cursor:
        cursor.execute("select korpu_compartments()")
        return set(cursor.fetchone()[0])


def test_a_stand_in_holds_the_roles_during_the_absence_and_not_a_day_longer() -> None:
    absent, deputy = make_user(role="readmission_officer"), make_user()
    appoint(absent, deputy)
    compartment = make_compartment("readmission").pk
    for day, held in (
        (date(2026, 4, 30), False),
        (FIRST, True),
        (LAST, True),
        (date(2026, 5, 15), False),
    ):
        actor = actor_of(deputy, on=day)
        assert actor.may(PERMISSION, compartment_id=compartment) is held, day
        assert visible(deputy, day) == ({compartment} if held else set()), day


def test_the_trail_says_on_whose_behalf_a_stand_in_acts() -> None:
    absent, deputy = make_user(role="administrator"), make_user()
    with acting(system_actor()):
        RoleGrant.objects.filter(user=absent).update(deputies_allowed=True)
    appoint(absent, deputy)
    actor = actor_of(deputy, on=FIRST)
    assert actor.stands_in_for == {absent.pk}
    assert actor.on_behalf_of("accounts.role.grant") == absent.pk
    with acting(actor), connection.cursor() as cursor:
        actor.check("accounts.role.grant")
        cursor.execute("select current_setting('korpu.on_behalf_of')")
        assert cursor.fetchone() == (str(absent.pk),)
    with connection.cursor() as cursor:
        cursor.execute("select current_setting('korpu.on_behalf_of')")
        assert cursor.fetchone() == ("",)


def test_ones_own_role_goes_before_the_absent_colleagues() -> None:
    absent, deputy = make_user(role="readmission_officer"), make_user(role="readmission_officer")
    appoint(absent, deputy)
    assert actor_of(deputy, on=FIRST).on_behalf_of(PERMISSION) is None


def test_chains_of_stand_ins_are_not_followed() -> None:
    first, second, third = make_user(role="readmission_officer"), make_user(), make_user()
    appoint(first, second)
    appoint(second, third)
    assert actor_of(second, on=FIRST).may(PERMISSION)
    assert not actor_of(third, on=FIRST).may(PERMISSION)
    assert visible(third, FIRST) == set()


def test_a_role_declared_without_deputies_does_not_pass_on() -> None:
    absent, deputy = make_user(role="protection_officer"), make_user()
    appoint(absent, deputy)
    assert actor_of(deputy, on=FIRST).held == ()
    assert visible(deputy, FIRST) == set()


def test_a_role_that_has_ended_does_not_pass_on_either() -> None:
    absent, deputy = make_user(), make_user()
    give_role(absent, "readmission_officer", valid_until=date(2026, 5, 2))
    appoint(absent, deputy)
    assert actor_of(deputy, on=date(2026, 5, 2)).may(PERMISSION)
    assert not actor_of(deputy, on=date(2026, 5, 3)).may(PERMISSION)


def test_nothing_passes_on_from_or_to_a_withdrawn_account() -> None:
    absent, deputy = make_user(role="readmission_officer"), make_user()
    appoint(absent, deputy)
    with acting(system_actor()) as system:
        withdraw_user(user=absent, actor=system, at=timezone.now())
    assert visible(deputy, FIRST) == set()
    absent, deputy = make_user(role="readmission_officer"), make_user()
    appoint(absent, deputy)
    with acting(system_actor()) as system:
        withdraw_user(user=deputy, actor=system, at=timezone.now())
    assert visible(deputy, FIRST) == set()


def test_a_withdrawn_account_holds_nothing() -> None:
    user = make_user(role="readmission_officer")
    with acting(system_actor()) as system:
        withdraw_user(user=user, actor=system, at=timezone.now())
    assert actor_of(user).held == ()


def test_an_ended_arrangement_and_a_role_taken_back_end_at_once() -> None:
    absent, deputy = make_user(role="readmission_officer"), make_user()
    arranged = appoint(absent, deputy)
    with acting(system_actor()) as system:
        end_deputyship(deputyship=arranged, actor=system, at=timezone.now())
        assert actor_of(deputy, on=FIRST).held == ()
        grant = RoleGrant.objects.get(user=absent)
        end_grant(grant=grant, reason="moved", actor=system, at=timezone.now())
        with pytest.raises(NotPossibleNow):
            end_grant(grant=grant, reason="again", actor=system, at=timezone.now())
        with pytest.raises(NotPossibleNow):
            end_deputyship(deputyship=arranged, actor=system, at=timezone.now())
    assert actor_of(absent).held == ()


def test_somebody_of_another_organisation_does_not_stand_in() -> None:
    with pytest.raises(InvalidInput) as refusal:
        appoint(make_user(), make_user(office=make_office("elsewhere")))
    assert set(refusal.value.fields) == {"deputy"}


def test_arrangements_do_not_overlap_and_nobody_stands_in_for_themselves() -> None:
    absent, deputy = make_user(), make_user()
    appoint(absent, deputy)
    with pytest.raises(Conflict):
        appoint(absent, deputy, LAST, date(2026, 6, 1))
    with pytest.raises(InvalidInput):
        appoint(absent, absent)
    with pytest.raises(InvalidInput):
        appoint(absent, deputy, LAST, FIRST)


def test_acting_for_one_office_hides_the_others() -> None:
    user, elsewhere = make_user(role="readmission_officer"), make_office("elsewhere")
    here, there = (
        make_compartment("readmission"),
        give_role(user, "readmission_officer", office=elsewhere),
    )
    assert visible(user, FIRST) == {here.pk, there.pk}
    narrowed = actor_of(user, office_id=elsewhere.pk)
    assert narrowed.compartments_with(PERMISSION) == {there.pk}
    with acting(narrowed), connection.cursor() as cursor:
        cursor.execute("select korpu_compartments()")
        assert cursor.fetchone() == ([there.pk],)


def grant(user: User, role: str, business: str, **more: object) -> RoleGrant:
    compartment = make_compartment(business)
    given = {"valid_from": FIRST, "valid_until": None, "reason": "order 1", "at": timezone.now()}
    with acting(system_actor()) as system:
        return grant_role(
            user=user, role=role, compartment=compartment, actor=system, **(given | more)
        )


@pytest.mark.parametrize(
    ("role", "business", "more", "field"),
    [
        ("emperor", "audit", {}, "role"),
        ("auditor", "readmission", {}, "compartment"),
        ("auditor", "audit", {"valid_until": date(2026, 4, 1)}, "valid_until"),
        ("auditor", "audit", {"reason": "  "}, "reason"),
    ],
)
def test_a_wrong_grant_names_its_field(role, business, more, field) -> None:
    with pytest.raises(InvalidInput) as refusal:
        grant(make_user(), role, business, **more)
    assert set(refusal.value.fields) == {field}


def test_incompatible_roles_clash_only_where_their_periods_meet() -> None:
    user = make_user()
    give_role(user, "auditor", valid_until=date(2026, 4, 30))
    grant(user, "administrator", "administration", valid_from=FIRST, valid_until=LAST)
    with pytest.raises(Conflict, match="Auditor"):
        grant(user, "auditor", "audit", valid_from=LAST)
    assert grant(user, "auditor", "audit", valid_from=date(2026, 5, 15)).pk


def test_the_same_role_twice_is_a_conflict() -> None:
    user = make_user(role="statistician")
    with pytest.raises(Conflict):
        grant(user, "statistician", "statistics")


def test_a_withdrawn_account_gets_no_role() -> None:
    user = make_user()
    with acting(system_actor()) as system:
        withdraw_user(user=user, actor=system, at=timezone.now())
    with pytest.raises(NotPossibleNow):
        grant(user, "statistician", "statistics")


def test_nobody_but_an_administrator_grants() -> None:
    compartment = make_compartment("statistics")
    user = make_user()
    for role in ("auditor", "readmission_supervisor", "analyst"):
        with acting(make_actor(role)) as actor, pytest.raises(NotPermitted):
            grant_role(
                user=user,
                role="statistician",
                compartment=compartment,
                valid_from=FIRST,
                valid_until=None,
                reason="r",
                actor=actor,
                at=timezone.now(),
            )


def test_the_database_refuses_a_grant_whatever_the_page_says() -> None:
    officer = make_actor("readmission_officer")
    compartment = make_compartment("audit")
    with acting(officer), pytest.raises(DatabaseError, match="row-level"), transaction.atomic():
        RoleGrant.objects.create(
            user=officer.user,
            role="auditor",
            compartment=compartment,
            deputies_allowed=True,
            valid_from=FIRST,
            reason="mine",
            granted_by=officer.user,
            granted_at=timezone.now(),
        )


def test_nobody_makes_themselves_the_service_or_moves_their_account() -> None:
    officer = make_actor("readmission_officer")
    mine = User.objects.filter(pk=officer.user_id)
    for change in ({"is_system": True}, {"email": "other@example.az"}, {"organisation": None}):
        with acting(officer), pytest.raises(DatabaseError), transaction.atomic():
            mine.update(**change)
    with acting(officer):
        assert mine.update(full_name="Still me") == 1


def test_people_know_their_colleagues_and_the_service_and_nobody_else() -> None:
    service = make_user(role="readmission_officer")
    ours, theirs = make_office("ngo-one", kind="ngo"), make_office("ngo-two", kind="ngo")
    me, colleague, stranger = (
        make_user(office=ours),
        make_user(office=ours),
        make_user(office=theirs),
    )
    with acting(actor_of(me)):
        known = set(User.objects.values_list("pk", flat=True))
    assert {me.pk, colleague.pk, service.pk} <= known
    assert stranger.pk not in known
    with acting(actor_of(service)):
        assert User.objects.filter(pk__in=[me.pk, stranger.pk]).count() == 2


def test_the_name_under_a_signature_is_known_to_whoever_may_act_and_to_no_visitor() -> None:
    stranger = make_user(office=make_office("ngo-two", kind="ngo"), name="Signatory")
    me = actor_of(make_user(office=make_office("ngo-one", kind="ngo")))
    query = "select full_name from korpu_names(%s)"
    with acting(me), connection.cursor() as cursor:
        cursor.execute(query, [[stranger.pk]])
        assert cursor.fetchall() == [("Signatory",)]
    with connection.cursor() as cursor:
        cursor.execute(query, [[stranger.pk]])
        assert cursor.fetchall() == []
