"""The pages of a call, as the people of the call use them."""

import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from korpu.domains.calls import testing
from korpu.domains.calls.models import Application, Call
from korpu.foundations.accounts.api import acting, system_actor
from korpu.foundations.accounts.testing import log_in
from korpu.foundations.mail.api import Message

pytestmark = pytest.mark.django_db
ENGLISH = {"accept-language": "en"}


def browser(actor=None):
    client = Client(headers=ENGLISH)
    if actor is not None:
        log_in(client, actor.user)
    return client


def sent_link(client, call, email="ngo@example.az"):
    """Ask for the link as a visitor and take it out of the outbox."""
    client.post(reverse("calls:start", args=[call.number]), {"email": email, "language": "en"})
    with acting(system_actor()):
        text = Message.objects.order_by("-pk").values_list("text", flat=True)[0]
    return re.search(r"/calls/application/[^\s]+/", text).group()


def ok(response, status=200):
    assert response.status_code == status, (response.status_code, response.content[:3000])
    return response.content.decode()


def csv_of(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return b"".join(response.streaming_content).decode()


@pytest.fixture
def team():
    return testing.make_committee()


@pytest.fixture
def call(team):
    """Open until tomorrow."""
    return testing.make_call(team, closes_at=timezone.now() + timedelta(days=1))


def test_a_visitor_reads_the_call_applies_by_link_and_only_the_link_opens_the_application(call):
    visitor = browser()
    assert "A call for mentors" in ok(visitor.get(reverse("calls:public_calls")))
    assert "Reintegration mentor: 2" in ok(
        visitor.get(reverse("calls:public_call", args=[call.number]))
    )
    assert call.number in ok(visitor.get(reverse("calls:feed")))
    link = sent_link(visitor, call)
    assert "Not sent yet" in ok(visitor.get(link))
    assert visitor.get(link.replace("application/", "application/x")).status_code == 404
    form = ok(visitor.get(f"{link}edit/"))
    version = re.search(r'name="version" value="(\d+)"', form).group(1)
    mentor = call.posts.get(kind="mentor").pk
    typed = {
        "version": version,
        "organisation_name": "Sınaq",
        "registration_number": "12x",
        f"name-{mentor}-0": "Aytən",
        f"email-{mentor}-0": "aytan@example.az",
    }
    assert "digits only" in ok(visitor.post(f"{link}edit/", typed), 422)
    typed |= {
        "registration_number": "1234567891",
        "address": "Bakı",
        "contact_name": "Aytən",
        "experience": "Ten years",
        "approach": "Visits",
        "has_conflict": "no",
        "signed_by": "Aytən",
    }
    ok(visitor.post(f"{link}edit/", typed), 302)
    stale = ok(visitor.post(f"{link}edit/", typed | {"approach": "Typed elsewhere"}), 422)
    assert "another window" in stale
    assert "Typed elsewhere" in stale
    assert f'name="version" value="{int(version) + 1}"' in stale
    assert "A document is missing" in ok(visitor.get(f"{link}submit/"))
    asked = call.asked_documents.get().pk
    hostile = SimpleUploadedFile("charter.pdf", b"<html><script>alert(1)</script>")
    assert "web page" in ok(visitor.post(f"{link}files/", {"asked": asked, "file": hostile}), 422)
    sound = SimpleUploadedFile("charter.pdf", testing.a_pdf())
    ok(visitor.post(f"{link}files/", {"asked": asked, "file": sound}), 302)
    ok(visitor.post(f"{link}submit/"), 302)
    page = ok(visitor.get(link))
    assert "Receipt" in page
    receipt = visitor.get(re.search(rf"{link}letters/[0-9a-f-]+/", page).group())
    assert b"".join(receipt.streaming_content).startswith(b"%PDF")
    assert "submitted already" in ok(visitor.post(f"{link}submit/"), 422)
    ok(visitor.post(f"{link}ask/", {"asked": "When does it begin?"}), 302)
    assert "not answered yet" in ok(visitor.get(link))


def test_a_question_from_a_draft_is_answered_for_all_and_nobody_reads_who_asked(call, team):
    visitor, manager = browser(), browser(team.manager)
    link = sent_link(visitor, call)
    ok(visitor.post(f"{link}ask/", {"asked": "We of Secret Union ask: when?"}), 302)
    page = ok(manager.get(reverse("calls:questions", args=[call.number])))
    answer = re.search(r"/programmes/calls/questions/[0-9a-f-]+/", page).group()
    typed = {f"question_{lang}": f"When? {lang}" for lang in ("az", "en", "ru")}
    typed |= {f"answer_{lang}": f"In June. {lang}" for lang in ("az", "en")}
    assert "Fill in this field" in ok(manager.post(answer, typed), 422)
    ok(manager.post(answer, typed | {"answer_ru": "In June. ru"}), 302)
    public = ok(browser().get(reverse("calls:public_call", args=[call.number])))
    assert "In June. en" in public
    assert "Secret Union" not in public
    assert "In June. en" in ok(visitor.get(link))
    with acting(system_actor()):
        assert "In June" in Message.objects.order_by("-pk")[0].text


def test_after_the_deadline_a_draft_is_readable_and_refused_with_the_reason(call):
    visitor = browser()
    link = sent_link(visitor, call)
    with acting(system_actor()):
        Call.objects.filter(pk=call.pk).update(closes_at=timezone.now() - timedelta(minutes=1))
    assert "was not submitted" in ok(visitor.get(link))
    assert "time to apply ended" in ok(visitor.post(f"{link}submit/"), 422)
    assert "time to apply ended" in ok(
        visitor.post(
            reverse("calls:start", args=[call.number]), {"email": "new@x.az", "language": "en"}
        ),
        422,
    )


def found_eligible(manager, call, applicants):
    """Every condition of each application is met."""
    condition = call.conditions.get().pk
    for one in applicants:
        page = reverse("calls:application", args=[one.application.uuid])
        assert "Sınaq" in ok(manager.get(page))
        check = reverse("calls:check", args=[one.application.uuid])
        assert "Choose one of the answers" in ok(manager.post(check, {"reasons": ""}), 422)
        ok(manager.post(check, {f"condition-{condition}": "yes"}), 302)


def declared(assessor, call, unseen):
    """The assessor declares that there is no conflict; before it nothing is shown."""
    ok(assessor.get(reverse("calls:assessing")))
    hidden = reverse("calls:sheet", args=[unseen.uuid])
    assert assessor.get(hidden).status_code == 404
    declare = reverse("calls:declare", args=[call.number])
    assert unseen.reference in ok(assessor.get(declare))
    ok(assessor.post(declare, {"is_complete": "on"}), 302)
    ok(assessor.get(reverse("calls:to_score", args=[call.number])))


def scored(assessor, call, application, points):
    """A sheet filled in wrong, then right, then from a stale window, then locked."""
    criteria = {one.weight: one.pk for one in call.criteria.all()}
    sheet = reverse("calls:sheet", args=[application.uuid])
    ok(assessor.get(sheet))
    wrong = {f"points-{criteria[60]}": "11", "version": 0, "comment": "Kept"}
    assert "Kept" in ok(assessor.post(sheet, wrong), 422)
    given = dict(zip((criteria[60], criteria[40]), points, strict=True))
    typed = {f"points-{key}": value for key, value in given.items()} | {"version": 0}
    ok(assessor.post(sheet, typed), 302)
    assert "another window" in ok(assessor.post(sheet, typed), 422)
    ok(assessor.post(reverse("calls:lock", args=[application.uuid])), 302)
    assert "locked" in ok(assessor.get(sheet))


def decided(manager, director, call, good, weak):
    """A proposal against the minimum is refused; a sound one is approved by another person."""
    propose = reverse("calls:propose", args=[call.number])
    post = call.posts.get(kind="mentor").pk
    ok(manager.get(propose))
    proposal = {
        f"outcome-{good.pk}": "award",
        f"post-{good.pk}": post,
        f"reasons-{good.pk}": "The best plan.",
        f"outcome-{weak.pk}": "award",
        f"post-{weak.pk}": post,
        f"reasons-{weak.pk}": "Weak.",
    }
    assert "below 60 points" in ok(manager.post(propose, proposal), 422)
    ok(manager.post(propose, proposal | {f"outcome-{weak.pk}": "reject"}), 302)
    ok(director.get(reverse("calls:decision", args=[call.number])))
    ok(director.post(reverse("calls:approve", args=[call.number])), 302)


def objected(director, call, applicant):
    """The refused applicant objects by the link, and the director dismisses it."""
    link = f"/calls/application/{applicant.secret}/"
    assert "Not selected" in ok(browser().get(link))
    ok(browser().post(f"{link}object/", {"grounds": "The points are wrong."}), 302)
    page = ok(director.get(reverse("calls:decision", args=[call.number])))
    rule = re.search(r"/programmes/calls/objections/[0-9a-f-]+/", page).group()
    ok(director.get(rule))
    ok(director.post(rule, {"ruling": "dismissed", "reasons": "They are right."}), 302)


def contracted(director, call, application, person):
    """The contract waits for the end of the term to object; it is signed and ended."""
    sign = reverse("calls:sign", args=[application.uuid])
    today = timezone.localdate()
    agreed = {
        "valid_from": today.isoformat(),
        "valid_until": (today + timedelta(days=30)).isoformat(),
        "deliverables": "Visits",
        "people": [person.pk],
    }
    assert "time to object runs" in ok(director.post(sign, agreed), 422)
    with acting(system_actor()):
        Application.objects.filter(call=call).update(objection_until=today - timedelta(days=30))
    ok(director.get(sign))
    ok(director.post(sign, agreed), 302)
    contracts = reverse("calls:contracts", args=[call.number])
    page = ok(director.get(contracts))
    assert "in force" in page
    end = re.search(r"/programmes/calls/contracts/[0-9a-f-]+/end/", page).group()
    ok(director.post(end, {"reason": "Funds ended"}), 302)
    assert "ended early" in ok(director.get(contracts))


def test_the_staff_and_the_assessors_walk_a_call_from_draft_to_contract(call, team):
    manager, director = browser(team.manager), browser(team.director)
    good, weak = testing.apply(call), testing.apply(call, "b@x.az", tax_number="2222222222")
    number = [call.number]
    with acting(system_actor()):
        Call.objects.filter(pk=call.pk).update(closes_at=timezone.now() - timedelta(seconds=1))
    ok(manager.post(reverse("calls:close", args=number)), 302)
    assert good.application.reference in ok(manager.get(reverse("calls:applications", args=number)))
    found_eligible(manager, call, (good, weak))
    listed = reverse("calls:applications_csv", args=number)
    assert "94.00" not in csv_of(manager, listed)
    for actor in team.assessors:
        ok(manager.post(reverse("calls:appoint", args=number), {"user": actor.user_id}), 302)
        declared(browser(actor), call, good.application)
        assert browser(actor).get(listed).status_code == 403
        for one, points in ((good, (9, 5)), (weak, (2, 1))):
            scored(browser(actor), call, one.application, points)
    assert "94.00" not in csv_of(manager, listed), "Hidden until every sheet is revealed."
    board = reverse("calls:board", args=number)
    assert "4 of 4 sheets" in ok(manager.get(board))
    ok(manager.post(reverse("calls:reveal", args=number)), 302)
    assert "94.00" in ok(manager.get(board))
    first = csv_of(manager, listed).splitlines()[1]
    assert first.startswith(f"{good.application.reference},Sınaq İctimai Birliyi,1234567891,")
    assert first.endswith(",94.00,1")
    assert len(csv_of(manager, f"{listed}?status=ineligible").splitlines()) == 1
    decided(manager, director, call, good.application, weak.application)
    objected(director, call, weak)
    with acting(team.director):
        person = Application.objects.get(pk=good.application.pk).candidates.get()
    contracted(director, call, good.application, person)
    assert "Sınaq İctimai Birliyi" in ok(browser().get(reverse("calls:public_call", args=number)))


def test_a_manager_drafts_a_call_part_by_part(team):
    manager = browser(team.manager)
    ok(manager.get(reverse("calls:calls")))
    ok(manager.get(reverse("calls:new")))
    draft = testing.make_draft(team, number="TST-2026-09")
    page = reverse("calls:call", args=[draft.number])
    for kind in ("posts", "conditions", "criteria", "documents"):
        ok(manager.get(reverse("calls:add_part", args=[draft.number, kind])))
    criterion = {"text_az": "a", "text_en": "b", "text_ru": "c", "weight": "10", "scale_max": "5"}
    add = reverse("calls:add_part", args=[draft.number, "criteria"])
    assert "add up to 110" in ok(manager.post(add, criterion), 422)
    ok(manager.get(reverse("calls:edit", args=[draft.number])))
    with acting(team.manager):
        first = draft.criteria.get(weight=60).pk
    remove = reverse("calls:remove_part", args=[draft.number, "criteria", first])
    ok(manager.post(remove), 302)
    assert "they add up to 40" in ok(manager.get(page))
    assert browser().get(reverse("calls:public_call", args=[draft.number])).status_code == 404
