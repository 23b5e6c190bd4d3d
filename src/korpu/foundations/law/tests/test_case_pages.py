"""The case pages when two people, two tabs or two laws meet: a sentence, and nothing typed lost."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from korpu.foundations.accounts.api import Actor, acting
from korpu.foundations.accounts.testing import log_in, make_actor
from korpu.foundations.casework.api import Case, replay
from korpu.foundations.casework.testing import act, make_case
from korpu.foundations.law.services.publishing import withdraw_change
from korpu.foundations.law.tests.conftest import enter, publish

pytestmark = pytest.mark.django_db
TYPED = "Sənədlər çatışmır, ünvan göstərilməyib."


@pytest.fixture
def officer() -> Actor:
    return make_actor("readmission_officer")


@pytest.fixture
def case(officer: Actor) -> Case:
    with acting(officer):
        return make_case(actor=officer, effective_on=timezone.localdate() - timedelta(days=3))


@pytest.fixture
def pages(officer: Actor) -> Client:
    found = Client(headers={"accept-language": "en"})
    log_in(found, officer.user)
    return found


def day(moved: int = 0) -> str:
    return (timezone.localdate() + timedelta(days=moved)).isoformat()


def form(pages: Client, address: str, **said: str) -> dict[str, str]:
    """The form as a tab opened it, filled in."""
    shown = pages.get(address).content.decode()
    hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]+)"', shown))
    return hidden | {"effective_on": day(), "note": TYPED} | said


def acts(case: Case, officer: Actor) -> list[str]:
    with acting(officer):
        return list(case.acts.order_by("seq").values_list("act", flat=True))


def test_one_form_sent_from_two_tabs_acts_once_and_both_tabs_see_the_case(
    pages, case, officer
) -> None:
    address = f"/cases/{case.uuid}/acts/return_as_incomplete/"
    sent = form(pages, address)
    for _ in range(2):
        answer = pages.post(address, sent)
        assert (answer.status_code, answer["Location"]) == (302, f"/cases/{case.uuid}/")
    assert acts(case, officer) == ["submit_application", "return_as_incomplete"]


def test_two_tabs_with_forms_of_their_own_do_not_act_past_each_other(pages, case, officer) -> None:
    address = f"/cases/{case.uuid}/acts/return_as_incomplete/"
    first, second = form(pages, address), form(pages, address)
    assert first["client_key"] != second["client_key"]
    assert pages.post(address, first).status_code == 302
    late = pages.post(address, second)
    said = late.content.decode()
    assert late.status_code == 409
    assert TYPED in said
    assert "Return as incomplete" in said
    assert len(acts(case, officer)) == 2


def test_who_comes_second_is_told_what_the_other_did_and_can_send_again(
    pages, case, officer
) -> None:
    address = f"/cases/{case.uuid}/acts/withdraw_application/"
    sent = form(pages, address, confirmed="on")
    colleague = make_actor("readmission_supervisor")
    with acting(colleague):
        act(case, "begin_examination", colleague)
    late = pages.post(address, sent)
    said = late.content.decode()
    assert late.status_code == 409
    assert "Somebody acted on this case while you were filling in the form." in said
    assert "Begin the examination" in said
    assert TYPED in said
    again = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]+)"', said))
    assert pages.post(address, sent | again).status_code == 302
    assert acts(case, officer)[-1] == "withdraw_application"


@pytest.mark.parametrize(
    ("moved", "sentence"),
    [
        (1, "cannot be in the future"),
        (-4, "The date cannot be before the last act of the case"),
    ],
)
def test_a_day_ahead_or_before_the_last_act_is_told_at_its_field(
    pages, case, officer, moved, sentence
) -> None:
    address = f"/cases/{case.uuid}/acts/return_as_incomplete/"
    answer = pages.post(address, form(pages, address, effective_on=day(moved)))
    said = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in said
    assert TYPED in said
    assert len(acts(case, officer)) == 1


def test_a_day_that_is_none_is_told_at_its_field(pages, case) -> None:
    address = f"/cases/{case.uuid}/acts/return_as_incomplete/"
    parts = {"effective_on-day": "29", "effective_on-month": "2", "effective_on-year": "2026"}
    answer = pages.post(address, form(pages, address, effective_on="", **parts))
    said = answer.content.decode()
    assert answer.status_code == 422
    assert re.search(r'name="effective_on-day"[^>]*value="29"', said)
    assert TYPED in said


def test_a_case_goes_on_under_a_version_that_was_withdrawn(pages, officer, drafter, lawyer) -> None:
    today = timezone.localdate()
    change = publish(enter(drafter, valid_from=today), lawyer)
    with acting(officer):
        case = make_case(actor=officer, effective_on=today)
        assert "+" in case.procedure_version
    with acting(lawyer):
        withdraw_change(
            change=change,
            from_on=today,
            reason="Published by mistake.",
            actor=lawyer,
            at=timezone.now(),
        )
    assert pages.get(f"/cases/{case.uuid}/").status_code == 200
    address = f"/cases/{case.uuid}/acts/return_as_incomplete/"
    assert pages.post(address, form(pages, address)).status_code == 302
    with acting(officer):
        case.refresh_from_db()
        assert (replay(case).status, case.status) == ("incomplete", "incomplete")
        newer = make_case(actor=officer, effective_on=today)
        assert newer.procedure_version != case.procedure_version
