"""What really happened out of order: asked by one, allowed by another, recorded as it was."""

import io
from argparse import Namespace
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.utils import timezone
from PIL import Image

from korpu.foundations.accounts.api import Actor, acting
from korpu.foundations.accounts.testing import log_in, make_actor, make_office
from korpu.foundations.casework.command import name_deviations, verify_cases
from korpu.foundations.casework.models import Act, Case, Deviation
from korpu.foundations.casework.selectors.cases import log_of
from korpu.foundations.casework.selectors.overview import overview_of
from korpu.foundations.casework.services.deviations import (
    Happened,
    ask_deviation,
    decide_deviation,
)
from korpu.foundations.casework.testing import act, make_case
from korpu.foundations.notifications.models import Notification
from korpu.kernel.errors import InvalidInput, NotPermitted, NotPossibleNow
from korpu.kernel.ids import new_id
from korpu.kernel.texts import speaking

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate


@pytest.fixture
def officer() -> Actor:
    return make_actor("readmission_officer")


@pytest.fixture
def chief() -> Actor:
    return make_actor("readmission_supervisor")


@pytest.fixture
def agreed(officer: Actor, chief: Actor) -> Case:
    with acting(officer):
        case = make_case(actor=officer)
        for name in ("begin_examination", "confirm_identity"):
            act(case, name, officer)
    with acting(chief):
        act(case, "agree", chief)
        case.refresh_from_db()
    return case


def paper() -> SimpleUploadedFile:
    content = io.BytesIO()
    Image.new("RGB", (20, 20), "teal").save(content, "JPEG")
    return SimpleUploadedFile("note.jpg", content.getvalue(), "image/jpeg")


def ask(case: Case, actor: Actor, name: str = "close_returned", **changes: object) -> Deviation:
    given = {"act": name, "on": TODAY(), "reason": "The airline rang.", "document": paper()}
    happened = Happened(**(given | changes))  # type: ignore[arg-type]  # the test says what it changes
    with acting(actor):
        return ask_deviation(case=case, happened=happened, facts={}, actor=actor, at=timezone.now())


def decide(asked: Deviation, actor: Actor, *, allowed: bool = True) -> Deviation:
    with acting(actor):
        return decide_deviation(
            deviation=asked, allowed=allowed, answer="Seen.", actor=actor, at=timezone.now()
        )


def close(case: Case, actor: Actor) -> Act:
    with acting(actor):
        return act(case, "close_returned", actor)


def test_with_leave_the_act_is_recorded_as_it_was_and_everything_still_agrees(
    agreed, officer, chief, capsys
) -> None:
    asked = ask(agreed, officer)
    assert asked.skipped == ["issue_travel_document", "announce_transfer", "confirm_arrival"]
    with pytest.raises(NotPossibleNow):
        close(agreed, officer)
    decide(asked, chief)
    entry = close(agreed, officer)
    assert (entry.deviation, entry.allowed_by_id) == ("out_of_place", chief.user_id)
    with acting(chief):
        assert Deviation.objects.get(pk=asked.pk).entry_id == entry.pk
    assert verify_cases(Namespace()) == 0
    assert name_deviations(Namespace()) == 0
    assert "allowed: out_of_place" in capsys.readouterr().out
    with acting(officer), speaking("en"):
        agreed.refresh_from_db()
        assert agreed.status == "closed_returned"
        told = str(log_of(case=agreed, for_actor=officer)[0].text)
        drawing = str(overview_of(case=agreed, for_actor=officer, on=TODAY()).drawing)
    assert chief.user.full_name in told
    assert "Steps left out: Issue the travel document" in told
    assert "Out of order, by leave" in drawing


def test_two_people_stand_for_a_deviation_also_in_the_database(agreed, officer, chief) -> None:
    asked = ask(agreed, chief)
    with pytest.raises(NotPermitted):
        decide(asked, chief)
    with pytest.raises(NotPermitted):
        decide(asked, officer)
    with acting(chief), pytest.raises(IntegrityError), transaction.atomic():
        Deviation.objects.filter(pk=asked.pk).update(
            allowed=True, decided_by_id=chief.user_id, decided_at=timezone.now()
        )


def test_leave_counts_for_its_person_its_day_and_the_log_it_was_asked_at(
    agreed, officer, chief
) -> None:
    decide(ask(agreed, officer), chief)
    with pytest.raises(NotPossibleNow):
        close(agreed, chief)
    tomorrow = timezone.now() + timedelta(days=1)
    with acting(officer), pytest.raises(InvalidInput) as refused:
        act(agreed, "close_returned", officer, at=tomorrow, effective_on=TODAY(tomorrow))
    assert "effective_on" in refused.value.fields
    with acting(officer):
        act(agreed, "issue_travel_document", officer)
    with pytest.raises(NotPossibleNow):
        close(agreed, officer)


def test_what_fits_is_refused_leave_and_so_is_what_leaves_a_decision_out(officer, agreed) -> None:
    with pytest.raises(NotPossibleNow) as refused:
        ask(agreed, officer, "issue_travel_document")
    assert "fits the procedure" in refused.value.detail.en
    with acting(officer):
        fresh = make_case(actor=officer)
    with pytest.raises(NotPossibleNow) as refused:
        ask(fresh, officer)
    assert "a decision, or somebody else's part, is never left out" in refused.value.detail.en
    with pytest.raises(InvalidInput):
        ask(agreed, officer, reason=" ")
    with pytest.raises(InvalidInput):
        ask(agreed, officer, on=TODAY() + timedelta(days=1))
    ask(agreed, officer)
    with pytest.raises(NotPossibleNow):
        ask(agreed, officer)


def test_a_refused_request_leaves_everything_as_it_was(agreed, officer, chief) -> None:
    asked = decide(ask(agreed, officer), chief, allowed=False)
    with pytest.raises(NotPossibleNow):
        close(agreed, officer)
    with pytest.raises(NotPossibleNow):
        decide(asked, chief)
    ask(agreed, officer)


def test_other_offices_learn_nothing_of_it(agreed, officer) -> None:
    ask(agreed, officer)
    with acting(make_actor("readmission_supervisor", office=make_office("elsewhere"))):
        assert not Deviation.objects.exists()


def test_from_the_page_it_is_asked_for_allowed_and_recorded(client, agreed, officer, chief) -> None:
    log_in(client, officer.user)
    base = f"/cases/{agreed.uuid}/deviations/"
    offered = client.get(base).content.decode()
    assert f"{base}ask/close_returned/" in offered
    assert "comes before" in offered or "No way leads" in offered
    form = {"effective_on": TODAY().isoformat(), "reason": "He is at home already."}
    again = client.post(f"{base}ask/close_returned/", form)
    assert again.status_code == 422
    assert "He is at home already." in again.content.decode()
    fits = client.post(
        f"{base}ask/issue_travel_document/", form | {"document": paper()}, follow=False
    )
    assert fits.status_code == 409
    assert "record it in the ordinary way" in fits.content.decode()
    answer = client.post(f"{base}ask/close_returned/", form | {"document": paper()})
    assert answer.status_code == 302
    page = answer["Location"]
    assert "Somebody else who may allow" in client.get(page).content.decode()
    log_in(client, chief.user)
    assert "deviations" in client.get(f"/cases/{agreed.uuid}/").content.decode()
    with acting(chief):
        assert Notification.objects.filter(kind="casework.deviation").count() == 1
    assert client.post(page, {"allowed": "yes", "answer": ""}).status_code == 422
    assert client.post(page, {"allowed": "yes", "answer": "Checked."}).status_code == 302
    log_in(client, officer.user)
    record = f"/cases/{agreed.uuid}/acts/close_returned/"
    shown = client.get(record)
    assert "Deviation from the procedure" in shown.content.decode()
    with acting(officer):
        agreed.refresh_from_db()
    sent = {
        "effective_on": TODAY().isoformat(),
        "note": "He is at home.",
        "confirmed": "on",
        "expected_act_count": str(agreed.act_count),
        "client_key": str(new_id()),
    }
    assert client.post(record, sent).status_code == 302
    assert "Out of order, by leave" in client.get(f"/cases/{agreed.uuid}/").content.decode()
