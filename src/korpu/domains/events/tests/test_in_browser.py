"""From the invitation to the certificate in a real browser, as the people who walk that way."""

import re
from datetime import timedelta
from urllib.parse import urljoin, urlparse

import pytest
from django.urls import reverse
from django.utils import timezone
from tests.browser import DESKTOP, PHONE, OpenPage, axe_violations, overflow, screenshot

from korpu.domains.events.models import Batch
from korpu.domains.events.tasks import carry_out_batch
from korpu.domains.events.testing import make_announced
from korpu.foundations.accounts.api import acting, system_actor
from korpu.foundations.mail.api import Message

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def link_in_mail(to, what):
    """The path of the last link of a kind that was written to an address."""
    with acting(system_actor()):
        texts = Message.objects.filter(to_address=to).order_by("-pk").values_list("text", flat=True)
        found = next(m for text in texts if (m := re.search(rf"\S+/events/{what}/\S+", text)))
    return urlparse(found.group(0)).path


def faults(page, name):
    screenshot(page, f"events-{name}")
    found = [f"{name}: {fault}" for fault in axe_violations(page)]
    return found + ([f"{name}: {overflow(page)} px too wide"] if overflow(page) else [])


def test_a_training_runs_from_the_invitation_to_the_checked_certificate(  # noqa: PLR0915  one walk
    open_page: OpenPage, manager
):
    wrong = []
    event = make_announced(manager, first=timezone.localdate(), at=timezone.now())
    at = {name: reverse(f"events:{name}", args=(event.uuid,)) for name in
          ("invitations", "attendance", "certificates", "event", "outcome", "programme",
           "participants", "places", "edit")}  # fmt: skip
    office = open_page(at["invitations"], language="en", user=manager.user)
    wrong += faults(office, "invitations-en-desktop")
    office.get_by_label("Institution", exact=True).fill("State Border Service")
    office.get_by_label("Country").fill("Azerbaijan")
    office.get_by_role("option", name="Azerbaijan").first.click()
    office.get_by_label("E-mail address").fill("dsx@example.org")
    office.get_by_label("English").check()
    office.get_by_label("Places for this institution").fill("2")
    for part, value in zip(("Day", "Month", "Year"), today_in_parts(), strict=True):
        office.get_by_label(part, exact=True).fill(value)
    office.get_by_role("button", name="Send the invitation").click()
    assert office.get_by_text("The invitation is sent.").is_visible()

    body = open_page(link_in_mail("dsx@example.org", "invited"), language="en", scripts=False)
    body.get_by_label("Family name").fill("Əliyeva")
    body.get_by_label("Given names").fill("Aysel")
    body.get_by_label("E-mail address").fill("aysel@example.org")
    body.get_by_role("button", name="Name this person").click()
    assert body.get_by_text("The person is named").is_visible()

    mine = link_in_mail("aysel@example.org", "mine")
    person = open_page(mine, language="az", viewport=PHONE)
    wrong += faults(person, "mine-az-phone")
    code = person.locator("strong.korpu-unbroken").inner_text()

    office.goto(urljoin(office.url, at["attendance"]))
    office.get_by_role("link", name="Code for the room").first.click()
    wrong += faults(office, "room-code-en-desktop")
    room = urlparse(office.locator(".korpu-break").inner_text()).path
    door = open_page(room, language="en", viewport=PHONE)
    door.get_by_label("Your code").fill(code)
    door.get_by_role("button", name="I am here").click()
    assert door.get_by_text("You are marked present").is_visible()
    wrong += faults(door, "attend-en-phone")

    office.goto(urljoin(office.url, at["attendance"]))
    office.get_by_role("link", name="The list").last.click()
    wrong += faults(office, "roll-en-desktop")
    office.get_by_role("button", name="Mark the rest present").click()
    assert office.get_by_text("Saved: 1 changes.").is_visible()

    person.goto(urljoin(person.url, f"{mine}evaluation/"))
    wrong += faults(person, "evaluation-az-phone")
    person.locator("input[name=useful][value='5']").check(force=True)
    person.locator("main form button").click()
    assert person.url.endswith(mine)

    office.goto(urljoin(office.url, at["event"]))
    office.get_by_role("button", name="It took place").click()
    office.goto(urljoin(office.url, at["certificates"]))
    office.get_by_role("button", name="Issue them").click()
    assert office.get_by_text("Waiting for its turn").is_visible()
    with acting(system_actor()):
        batch = Batch.objects.get(event=event)
    carry_out_batch(batch.pk)
    office.get_by_role("link", name="Show the report").click()
    office.goto(urljoin(office.url, at["certificates"]))
    wrong += faults(office, "certificates-en-desktop")
    number = office.locator("tbody th").inner_text()

    person.goto(urljoin(person.url, mine))
    assert person.get_by_role("link", name=number).is_visible()
    anybody = open_page(f"/certificates/{number}/", language="ru", viewport=PHONE)
    assert anybody.get_by_role("heading", name="Этот сертификат действителен").is_visible()
    wrong += faults(anybody, "check-ru-phone")
    for name in ("outcome", "programme", "participants", "places", "edit"):
        office.goto(urljoin(office.url, at[name]))
        wrong += faults(office, f"{name}-en-desktop")
    assert wrong == []


def today_in_parts():
    today = timezone.localdate()
    return str(today.day), str(today.month), str(today.year)


@pytest.mark.parametrize(
    ("language", "viewport"), [("az", DESKTOP), ("ru", PHONE)], ids=["az-desktop", "ru-phone"]
)
def test_the_public_pages_are_accessible_and_fit_the_screen(
    open_page: OpenPage, manager, language, viewport
):
    coming = timezone.localdate() + timedelta(days=9)
    event = make_announced(manager, first=coming, at=timezone.now(), days=2)
    size = "phone" if viewport is PHONE else "desktop"
    page, wrong = open_page("/events/", language=language, viewport=viewport), []
    for name, path in {
        "list": "/events/",
        "event": f"/events/{event.slug}/",
        "register": f"/events/{event.slug}/register/",
        "check-any": "/certificates/",
        "forged": "/certificates/DMX-2026-000001-AAAAAA/",
    }.items():
        page.goto(urljoin(page.url, path))
        wrong += faults(page, f"{name}-{language}-{size}")
    assert wrong == []
