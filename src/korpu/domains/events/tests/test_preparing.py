from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.urls import reverse

from korpu.domains.events.enums import EventStatus, Precision
from korpu.domains.events.loading import load_events
from korpu.domains.events.models import Event
from korpu.domains.events.services.events import (
    announce_event,
    change_event,
    close_event,
    create_event,
)
from korpu.domains.events.testing import event_facts, load_shipped_projects, make_event
from korpu.domains.events.tests.conftest import AFTER, AT, FIRST, SITE
from korpu.foundations.accounts.api import acting, system_actor
from korpu.foundations.accounts.models import Compartment
from korpu.foundations.accounts.testing import log_in, make_actor
from korpu.kernel.errors import Conflict, InvalidInput, NotPermitted, NotPossibleNow


def test_a_draft_is_hidden_until_it_is_announced(manager, client):
    event = make_event(manager, first=FIRST, at=AT)
    page = reverse("events:public_event", args=(event.slug,))
    assert client.get(page).status_code == 404
    with acting(manager):
        announce_event(event=event, actor=manager, at=AT)
    shown = client.get(page, headers={"accept-language": "en"})
    assert "Document security" in shown.content.decode()
    assert "BEGIN:VEVENT" in client.get(f"{page}event.ics").content.decode()


def test_nothing_is_announced_without_days_place_and_organiser(manager):
    with acting(manager):
        home = Compartment.objects.get(business="programmes")
        bare = create_event(facts=event_facts(first=FIRST), compartment=home, actor=manager, at=AT)
        with pytest.raises(NotPossibleNow, match="təşkil"):
            announce_event(event=bare, actor=manager, at=AT)


def test_the_last_day_is_not_before_the_first(manager):
    wrong = event_facts(first=FIRST, ends_on=FIRST - timedelta(days=1))
    with acting(manager):
        home = Compartment.objects.get(business="programmes")
        with pytest.raises(InvalidInput) as refused:
            create_event(facts=wrong, compartment=home, actor=manager, at=AT)
    assert "ends_on" in refused.value.fields


def test_of_two_who_change_an_event_at_once_the_second_is_told(manager):
    event = make_event(manager, first=FIRST, at=AT)
    facts = event_facts(first=FIRST, capacity=20)
    seen = event.version
    change = {"event": event, "expected_version": seen, "actor": manager, "at": AT, "site": SITE}
    with acting(manager):
        change_event(facts=facts, **change)
    with acting(manager), pytest.raises(Conflict):
        change_event(facts=replace(facts, capacity=30), **change)
    with acting(manager):
        assert Event.objects.get(pk=event.pk).capacity == 20


def test_an_event_takes_place_once_it_has_begun_and_not_before(manager, announced):
    with acting(manager), pytest.raises(NotPossibleNow):
        close_event(event=announced, actor=manager, at=AT)
    with acting(manager):
        assert close_event(event=announced, actor=manager, at=AFTER).status == EventStatus.HELD


def test_a_stranger_to_the_office_neither_reads_nor_writes_it(announced, client):
    stranger = make_actor("analyst")
    with acting(stranger), pytest.raises(NotPermitted):
        close_event(event=announced, actor=stranger, at=AFTER)
    log_in(client, stranger.user)
    assert client.get(reverse("events:event", args=(announced.uuid,))).status_code == 403


def test_the_events_the_source_tells_of_are_loaded_as_vague_as_it_is(lists, client):
    load_shipped_projects()
    with acting(system_actor()) as system:
        count = load_events(actor=system, at=AT)
        assert load_events(actor=system, at=AT) == count == Event.objects.count()
        told = {one: event for event in Event.objects.all() for one in event.statements}
    assert {"C15", "C29", "C30", "C31", "C32", "C33", "C34", "B7"} <= told.keys()
    vienna, schools = told["C31"], told["C30"]
    assert (vienna.precision, vienna.starts_on) == (Precision.MONTH, date(2016, 11, 1))
    assert schools.starts_on is None
    listed = client.get(reverse("events:public_listing"), headers={"accept-language": "en"})
    words = listed.content.decode()
    assert "November 2016" in words
    assert "Not stated by the source" in words


def test_what_people_changed_in_a_loaded_event_stays(lists):
    load_shipped_projects()
    with acting(system_actor()) as system:
        load_events(actor=system, at=AT)
        event = Event.objects.filter(statements__contains=["C31"]).get()
        event.title_en, event.version = "Corrected", 2
        event.save()
        load_events(actor=system, at=AT)
        event.refresh_from_db()
    assert event.title_en == "Corrected"


def test_the_form_keeps_what_was_typed_and_says_what_is_wrong(manager, client):
    log_in(client, manager.user)
    sent = {
        "kind": "training", "mode": "online", "title_az": "Təlim", "title_en": "Training",
        "title_ru": "Тренинг", "starts_on": "2026-12-05", "ends_on": "2026-12-01",
    }  # fmt: skip
    answer = client.post(reverse("events:new"), sent)
    assert answer.status_code == 422
    assert "The last day is before the first." in answer.content.decode()
    assert 'value="Тренинг"' in answer.content.decode()
    made = client.post(reverse("events:new"), sent | {"ends_on": "2026-12-06"})
    assert made.status_code == 302
    assert client.get(made["Location"]).status_code == 200


def test_the_file_of_events_holds_every_page_of_the_list(manager, client):
    with acting(manager):
        home = Compartment.objects.get(business="programmes")
        for _ in range(52):
            create_event(facts=event_facts(first=FIRST), compartment=home, actor=manager, at=AT)
    log_in(client, manager.user)
    answer = client.get(reverse("events:listing_csv"))
    assert len(b"".join(answer.streaming_content).decode().splitlines()) == 53
