"""Accounts, the trail and organisations in a real browser: accessible, whole on a phone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from korpu.foundations.accounts.api import acting, system_actor
from korpu.foundations.accounts.models import User
from korpu.foundations.accounts.testing import PASSWORD, make_office, make_user
from korpu.foundations.audit.api import record_reading, seal
from korpu.foundations.audit.models import Event
from korpu.foundations.audit.running import reading_all
from korpu.kernel.ids import new_id
from tests.browser import DESKTOP, PHONE, OpenPage, axe_violations, overflow, screenshot

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def enter(page: Page, user: User) -> None:
    page.locator("#id_login").fill(user.email)
    page.locator("#id_password").fill(PASSWORD)
    page.locator("form[action='/accounts/login/'] button").click()


def looks_right(page: Page, name: str) -> None:
    """At both widths: nothing axe objects to, nothing to push sideways."""
    for width, viewport in (("desktop", DESKTOP), ("phone", PHONE)):
        page.set_viewport_size(viewport)
        screenshot(page, f"{name}-{width}")
        assert axe_violations(page) == [], (name, width)
        assert overflow(page) == 0, (name, width)


@pytest.fixture
def person(cast) -> User:
    return make_user(
        role="readmission_officer",
        office=cast.office("readmission_officer"),
        password=PASSWORD,
        language="az",
        name="Nigar Əliyeva",
    )


def test_the_log_in_of_the_demonstration(open_page: OpenPage, cast, settings) -> None:
    settings.KORPU_DEMO_LOGINS = True
    for name in ("readmission_officer", "mentor", "auditor"):
        with acting(system_actor()):
            address = f"{name.replace('_', '-')}@demo.example"
            User.objects.filter(pk=cast[name].pk).update(email=address)
    page = open_page("/accounts/login/")
    looks_right(page, "login-demo")
    page.get_by_role("button", name="mentor").click()
    expect(page.locator(".korpu-account")).to_contain_text("mentor")


def test_pages_of_ones_own_account(open_page: OpenPage, person: User) -> None:
    page = open_page("/accounts/login/")
    enter(page, person)
    for address, name in (
        ("/account/", "account"),
        ("/account/profile/", "account-profile"),
        ("/account/sessions/", "account-sessions"),
        ("/accounts/password/change/", "account-password"),
        ("/accounts/2fa/", "second-factor"),
        ("/accounts/2fa/totp/activate/", "second-factor-app"),
        ("/accounts/2fa/webauthn/add/", "second-factor-passkey"),
    ):
        page.goto(address_in(page, address))
        looks_right(page, name)


def test_pages_of_the_administration(open_page: OpenPage, cast, person: User) -> None:
    page = open_page("/people/", user=cast["administrator"])
    looks_right(page, "people")
    for address, name in (
        (f"/people/{person.uuid}/", "person"),
        (f"/people/{person.uuid}/roles/grant/", "grant"),
        (f"/people/{person.uuid}/deputies/add/", "deputy"),
        (f"/people/{person.uuid}/withdraw/", "withdraw"),
        ("/people/invite/", "invite"),
        ("/organisations/", "organisations"),
        ("/organisations/add/", "organisation-add"),
        ("/compartments/", "compartments"),
    ):
        page.goto(address_in(page, address))
        looks_right(page, name)


def test_pages_of_auditors(open_page: OpenPage, cast) -> None:
    officer = cast.actor("readmission_officer")
    with acting(officer):
        record_reading(
            actor=officer,
            object_type="casework.case",
            object_uuid=new_id(),
            person_uuids=[new_id()],
            purpose="examination",
        )
    office = make_office("changed")
    with acting(system_actor()):
        type(office).objects.filter(pk=office.pk).update(title_en="After")
    seal()
    with reading_all():
        changed = Event.objects.filter(object_type="organisations_office").latest("pk").pk
        read = Event.objects.filter(kind="reading").latest("pk").pk
    page = open_page("/audit/", user=cast["auditor"])
    looks_right(page, "audit")
    for address, name in (
        (f"/audit/events/{changed}/", "audit-change"),
        (f"/audit/events/{read}/", "audit-reading"),
        ("/audit/chain/", "audit-chain"),
    ):
        page.goto(address_in(page, address))
        looks_right(page, name)


def test_a_passkey_is_added_and_opens_the_account_without_a_password(
    open_page: OpenPage, person: User
) -> None:
    page = open_page("/accounts/login/")
    with_authenticator(page)
    enter(page, person)
    page.goto(address_in(page, "/accounts/2fa/webauthn/add/"))
    page.locator("#id_name").fill("iş telefonu")
    page.get_by_label("Parolsuz").check()
    page.locator("#mfa_webauthn_add").click()
    expect(page.get_by_text("Giriş açarı əlavə edildi.")).to_be_visible()
    page.context.clear_cookies()
    page.goto(address_in(page, "/accounts/login/"))
    page.locator("#passkey_login").click()
    expect(page.locator(".korpu-account")).to_contain_text("Nigar Əliyeva")


def with_authenticator(page: Page) -> Callable[[], None]:
    """A passkey in the browser itself, whose owner is always there and says yes."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    return devtools.detach


def address_in(page: Page, path: str) -> str:
    origin = str(page.evaluate("location.origin"))
    return f"{origin}{path}"
