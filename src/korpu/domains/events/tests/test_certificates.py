"""Certificates: by the declared rule, told from forged ones, revoked; and what is counted."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from korpu.domains.events import links
from korpu.domains.events.documents import certificate_pdf
from korpu.domains.events.figures import (
    count_certificates,
    count_events,
    count_hours,
    count_participants,
)
from korpu.domains.events.models import Batch, Certificate
from korpu.domains.events.numbers import ALPHABET, certificate_number, is_genuine, normalised
from korpu.domains.events.services.attendance import Mark, mark_attendance
from korpu.domains.events.services.certificates import (
    eligible,
    issue_some,
    request_certificates,
    revoke_certificate,
)
from korpu.domains.events.services.events import close_event
from korpu.domains.events.services.registration import PersonFacts, enter_participant
from korpu.domains.events.tasks import carry_out_batch
from korpu.domains.events.testing import load_shipped_projects, make_announced
from korpu.domains.events.tests.conftest import AFTER, AT, FIRST, ON_THE_DAY, SITE
from korpu.domains.programmes.api import CountQuery, Project, ProjectRef
from korpu.foundations.accounts.api import acting, system_actor
from korpu.kernel.errors import NotPermitted, NotPossibleNow


@given(st.integers(1, 10**7), st.integers(0, 5), st.sampled_from(ALPHABET))
def test_one_wrong_sign_is_found_out_without_a_list_of_numbers(serial, place, sign):
    number = certificate_number("DMX", 2026, serial)
    assert is_genuine(number)
    assert is_genuine(normalised(f" {number.lower().replace('-', '–')} "))
    forged = number[: -6 + place] + sign + number[len(number) - 5 + place :]
    assert is_genuine(forged) == (forged == number)
    assert not is_genuine(certificate_number("DMX", 2026, serial + 1)[:-6] + number[-6:])


def guest(number, sex="F", country="AZE"):
    return PersonFacts("Qonaq", f"N{number}", f"n{number}@example.org", "DSX", country, sex)


def held(manager, **changes):
    """Two people were there all day (7 hours), one in the morning only (3 of 7 hours)."""
    event = make_announced(manager, first=FIRST, at=AT, **changes)
    with acting(manager):
        people = [
            enter_participant(event=event, facts=facts, actor=manager, at=AT, site=SITE)
            for facts in (guest(1), guest(2, "M", "GEO"), guest(3, "", ""))
        ]
        for place, half in enumerate(event.half_days.select_related("event")):
            there = people if place == 0 else people[:2]
            marks = [Mark(one.pk, "present", "") for one in there]
            mark_attendance(half_day=half, marks=marks, actor=manager, at=ON_THE_DAY)
        return close_event(event=event, actor=manager, at=AFTER), people


def issued(manager, event):
    with acting(manager):
        batch = request_certificates(event=event, actor=manager, at=AFTER, site=SITE)
    carry_out_batch(batch.pk)
    carry_out_batch(batch.pk)
    with acting(manager):
        found = Batch.objects.get(pk=batch.pk)
        assert (found.status, found.added) == ("finished", 2)
        return list(Certificate.objects.filter(event=event))


@pytest.mark.django_db(transaction=True)
def test_who_attended_enough_gets_one_certificate_that_anybody_can_check(manager, director, client):
    event, people = held(manager)
    with acting(manager):
        assert {person.pk for person, _ in eligible(event)} == {people[0].pk, people[1].pk}
    first, second = issued(manager, event)
    assert (first.hours, first.attended_share) == (Decimal("7.0"), Decimal("1.000"))
    check = reverse("events:check", args=(first.number,))
    english = {"accept-language": "en"}
    valid = client.get(check, headers=english).content.decode()
    assert "This certificate is valid" in valid
    assert first.holder in valid
    assert "example.org" not in valid
    with acting(director):
        revoke_certificate(certificate=first, reason="Səhv", actor=director, at=AFTER)
    revoked = client.get(check, headers=english).content.decode()
    assert "was revoked" in revoked
    assert first.holder not in revoked
    never = certificate_number("DMX", 2026, 999_999)
    unknown = client.get(reverse("events:check", args=(never,)), headers=english)
    assert "is unknown" in unknown.content.decode()
    typed = client.get(reverse("events:check_any"), {"number": f" {first.number.lower()} / "})
    assert typed.status_code == 302
    made_up = reverse("events:check", args=(second.number[:-1] + "?",))
    with CaptureQueriesContext(connection) as asked:
        forged = client.get(made_up, headers=english).content.decode()
    assert "not one of ours" in forged
    assert not [q for q in asked.captured_queries if "events_certificate" in q["sql"]]
    with acting(manager), pytest.raises(NotPermitted):
        revoke_certificate(certificate=second, reason="x", actor=manager, at=AFTER)


def test_the_document_is_tagged_names_its_language_and_leads_to_the_check(manager):
    event, _ = held(manager)
    with acting(manager):
        batch = request_certificates(event=event, actor=manager, at=AFTER, site=SITE)
        issue_some(batch=batch, actor=manager, at=AFTER)
        paper = Certificate.objects.select_related("event").filter(event=event).first()
        made = certificate_pdf(paper, site=SITE)
        assert made == certificate_pdf(paper, site=SITE)
    read = PdfReader(BytesIO(made))
    root = read.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "az"
    text = read.pages[0].extract_text()
    assert paper.number in text
    assert "Sənədlərin təhlükəsizliyi" in text


def test_no_certificate_before_the_event_or_for_a_kind_without_a_rule(manager):
    announced = make_announced(manager, first=FIRST, at=AT)
    with acting(manager), pytest.raises(NotPossibleNow):
        request_certificates(event=announced, actor=manager, at=AT, site=SITE)
    meeting, _ = held(manager, kind="meeting")
    with acting(manager), pytest.raises(NotPossibleNow):
        request_certificates(event=meeting, actor=manager, at=AFTER, site=SITE)


def test_a_holder_reads_the_certificate_by_the_secret_link_and_no_other_one(manager, client):
    event, people = held(manager)
    with acting(manager):
        batch = request_certificates(event=event, actor=manager, at=AFTER, site=SITE)
        issue_some(batch=batch, actor=manager, at=AFTER)
        papers = {p.participant_id: p.number for p in Certificate.objects.filter(event=event)}
    token = links.participant_token(people[0].uuid)
    own = reverse("events:my_certificate", args=(token, papers[people[0].pk]))
    other = reverse("events:my_certificate", args=(token, papers[people[1].pk]))
    assert client.get(own)["Content-Type"] == "application/pdf"
    assert client.get(other).status_code == 404


def test_figures_are_counted_from_attendance_and_what_is_unknown_stays_unknown(manager):
    load_shipped_projects()
    with acting(system_actor()):
        project = Project.objects.get(code="mobilaze-2")
        ref = ProjectRef(project.uuid, project.code, project.title)
    event, _ = held(manager)
    with acting(system_actor()):
        event.project = project
        event.save()
    query = CountQuery(ref, None, date(2026, 11, 1), date(2026, 11, 30))
    people = count_participants(query)
    assert people.total == 3
    assert people.splits["sex"] == {"female": 1, "male": 1}
    assert people.unknown == {"sex": 1, "country": 1, "institution": 0}
    assert count_hours(query).total == 7 + 7 + 3
    assert count_certificates(query).total == 0
    assert count_events(query).splits["kind"] == {"training": 1}
    earlier = CountQuery(ref, None, date(2025, 1, 1), date(2025, 12, 31))
    assert count_participants(earlier).total == 0
    assert "{" not in str(count_events(query).query)
