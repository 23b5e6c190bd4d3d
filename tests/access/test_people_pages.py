"""The administration of people: every page opens for administrators, and what they do is done."""

import pytest
from django.test import Client
from django.urls import reverse

from korpu.foundations.accounts.api import acting, system_actor
from korpu.foundations.accounts.models import Compartment, Deputyship, RoleGrant, User
from korpu.foundations.accounts.testing import PASSWORD, give_role, make_user
from korpu.foundations.mail.api import Message

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(cast) -> Client:
    client = cast.client("administrator")
    client.cookies["language"] = "en"
    with acting(system_actor()):
        User.objects.filter(pk=cast["administrator"].pk).update(language="en")
    return client


def fresh(user: User) -> User:
    with acting(system_actor()):
        return User.objects.get(pk=user.pk)


def compartment(business: str) -> Compartment:
    return Compartment.objects.filter(business=business).order_by("pk").first()


def test_the_list_finds_people_by_name_organisation_role_and_state(admin, cast) -> None:
    assert all(cast[name] for name in ("mentor", "auditor", "withdrawn"))
    assert "mentor" in admin.get("/people/?text=ment").text
    assert "auditor@" not in admin.get("/people/?text=ment").text
    by_role = admin.get("/people/?role=auditor").text
    assert cast["auditor"].email in by_role
    assert cast["mentor"].email not in by_role
    assert cast["mentor"].email in admin.get("/people/?organisation=ngo-addim").text
    withdrawn = admin.get("/people/?state=withdrawn").text
    assert cast["withdrawn"].email in withdrawn
    assert cast["auditor"].email not in withdrawn


def test_somebody_is_invited_and_gets_the_letter(admin) -> None:
    given = {
        "full_name": "Aynur Məmmədova",
        "email": "Aynur@example.az",
        "organisation": "sms",
        "language": "az",
    }
    answer = admin.post("/people/invite/", given)
    assert answer.headers["Location"] == "/people/"
    with acting(system_actor()):
        assert [one.to_address for one in Message.objects.all()] == ["aynur@example.az"]
    assert "Aynur Məmmədova" in admin.get("/people/").text
    again = admin.post("/people/invite/", given)
    assert "already exists" in again.text
    assert "Aynur Məmmədova" in again.text


def test_a_wrong_invitation_keeps_what_was_typed(admin) -> None:
    answer = admin.post("/people/invite/", {"full_name": "Rəna", "email": "nowhere"})
    assert answer.status_code == 200
    assert 'value="Rəna"' in answer.text
    assert 'value="nowhere"' in answer.text


def grant(admin, user, role, business, **more):
    given = {
        "role": role,
        "compartment": compartment(business).pk,
        "valid_from": "2026-01-01",
        "reason": "order 12",
    }
    return admin.post(f"/people/{user.uuid}/roles/grant/", given | more)


def test_a_role_is_granted_shown_and_taken_back(admin, cast) -> None:
    user = cast["newcomer"]
    assert grant(admin, user, "statistician", "statistics").status_code == 302
    assert cast.actor("newcomer").may("casework.case.read") is False
    assert "order 12" in admin.get(f"/people/{user.uuid}/").text
    with acting(system_actor()):
        held = RoleGrant.objects.get(user=user)
    address = f"/people/{user.uuid}/roles/{held.pk}/end/"
    assert "Fill in this field" in admin.post(address, {"reason": ""}).text
    assert admin.post(address, {"reason": "moved"}).status_code == 302
    assert cast.actor("newcomer").held == ()
    assert "moved" in admin.get(f"/people/{user.uuid}/").text


@pytest.mark.parametrize(
    ("role", "business", "more", "sentence"),
    [
        ("statistician", "audit", {}, "the business differs"),
        ("auditor", "audit", {"valid_until": "2025-01-01"}, "before the first day"),
        ("auditor", "audit", {"reason": ""}, "Fill in this field"),
    ],
)
def test_a_wrong_grant_is_refused_at_its_field(admin, cast, role, business, more, sentence) -> None:
    answer = grant(admin, cast["newcomer"], role, business, **more)
    assert answer.status_code == 200
    assert sentence in answer.text


def test_roles_that_cannot_stand_together_are_refused_with_a_sentence(admin, cast) -> None:
    answer = grant(admin, cast["readmission_officer"], "auditor", "audit")
    assert "Nobody may be Auditor and Readmission officer at the same time." in answer.text


def test_nobody_grants_a_role_to_themselves(admin, cast) -> None:
    answer = grant(admin, cast["administrator"], "statistician", "statistics")
    assert answer.status_code == 403


def test_a_stand_in_is_arranged_and_ended(admin, cast) -> None:
    absent, deputy = cast["readmission_officer"], cast["newcomer"]
    given = {
        "deputy": deputy.pk,
        "valid_from": "2026-01-01",
        "valid_until": "2099-01-01",
        "reason": "leave",
    }
    assert admin.post(f"/people/{absent.uuid}/deputies/add/", given).status_code == 302
    assert cast.actor("newcomer").stands_in_for == {absent.pk}
    with acting(system_actor()):
        arranged = Deputyship.objects.get(absent=absent)
    assert "newcomer stands in" in admin.get(f"/people/{absent.uuid}/").text
    admin.post(f"/people/{absent.uuid}/deputies/{arranged.pk}/end/")
    assert cast.actor("newcomer").held == ()


def test_an_account_is_withdrawn_and_restored(admin, cast) -> None:
    user = cast["newcomer"]
    assert "All sessions end" in admin.get(f"/people/{user.uuid}/withdraw/").text
    admin.post(f"/people/{user.uuid}/withdraw/")
    assert not fresh(user).is_active
    assert "already withdrawn" in admin.post(f"/people/{user.uuid}/withdraw/").text
    admin.post(f"/people/{user.uuid}/restore/")
    assert fresh(user).is_active


def test_an_administrator_does_not_withdraw_themselves(admin, cast) -> None:
    answer = admin.post(f"/people/{cast['administrator'].uuid}/withdraw/")
    assert "cannot withdraw" in answer.text
    assert fresh(cast["administrator"]).is_active


def test_all_sessions_of_somebody_are_ended(admin, cast) -> None:
    user, theirs = make_user(password=PASSWORD), Client()
    theirs.post("/accounts/login/", {"login": user.email, "password": PASSWORD})
    assert theirs.get("/account/").status_code == 200
    admin.post(f"/people/{user.uuid}/sessions/end/")
    assert theirs.get("/account/").status_code == 302


def test_a_name_is_corrected(admin, cast) -> None:
    user = cast["newcomer"]
    admin.post(f"/people/{user.uuid}/edit/", {"full_name": "New Name", "language": "ru"})
    assert fresh(user).full_name == "New Name"


def test_my_page_shows_my_roles_and_lets_me_act_for_one_office(cast) -> None:

    user = cast["readmission_officer"]
    give_role(user, "reintegration_coordinator", office=cast.office("reintegration_coordinator"))
    client = cast.client("readmission_officer")
    page = client.get("/account/").text
    assert "I act for" in page
    assert "Readmission officer" in page
    assert "Reintegration coordinator" in page
    office = cast.office("readmission_officer")
    client.post("/account/office/", {"office": office.pk})
    assert client.session["korpu_office"] == office.pk
    client.post("/account/office/", {"office": 999_999})
    assert client.session["korpu_office"] == office.pk


def test_i_change_my_name_and_language(cast) -> None:
    client = cast.client("mentor")
    client.post("/account/profile/", {"full_name": "Ülviyyə", "language": "ru"})
    assert fresh(cast["mentor"]).full_name == "Ülviyyə"
    assert '<html lang="ru"' in client.get("/account/").text


PAGES = (
    "accounts-people",
    "accounts-invite",
)
PAGES_OF_A_PERSON = (
    "accounts-person",
    "accounts-person-edit",
    "accounts-invite-again",
    "accounts-withdraw",
    "accounts-restore",
    "accounts-sessions-end",
    "accounts-grant",
    "accounts-appoint",
)


@pytest.mark.parametrize("name", [*PAGES, *PAGES_OF_A_PERSON])
def test_pages_of_people_open_for_administrators_and_for_nobody_else(cast, admin, name) -> None:
    somebody = make_user(office=cast.office("statistician"))
    address = reverse(name, args=[somebody.uuid] if name in PAGES_OF_A_PERSON else [])
    assert admin.get(address).status_code == 200
    for role in ("readmission_supervisor", "liaison", "mentor", "newcomer", "former"):
        assert cast.client(role).get(address).status_code == 403, role
    for visitor in ("anonymous", "withdrawn"):
        assert cast.client(visitor).get(address).status_code == 302
