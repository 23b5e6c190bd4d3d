"""The pages on which the law is changed."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from korpu.foundations.accounts.api import Actor, acting, system_actor
from korpu.foundations.accounts.testing import log_in, make_actor
from korpu.foundations.casework.api import declared_library, verify_projection
from korpu.foundations.casework.testing import make_case
from korpu.foundations.law.enums import ChangeKind
from korpu.foundations.law.models import Change, Work
from korpu.foundations.law.tests.conftest import REPLY, enter
from korpu.foundations.law.tests.test_calendars import day_off, finish, last_work
from korpu.foundations.law.tests.test_calendars import publish as publish_change

pytestmark = pytest.mark.django_db


def browser(actor: Actor) -> Client:
    assert actor.account is not None
    client = Client(headers={"accept-language": "en"})
    client.cookies["language"] = "en"
    log_in(client, actor.account)
    return client


def typed(**said: object) -> dict[str, object]:
    day = timezone.localdate() + timedelta(days=1)
    return {
        "subject": REPLY,
        "quantity": "10",
        "valid_from": day.isoformat(),
        "running": "keep",
        "instrument": "Amending Act No. 7",
        "article": "Art. 2",
        "confidence": "seen",
        "note": "Shorter",
    } | said


def test_a_term_is_amended_read_computed_and_put_into_use_through_the_pages(
    drafter: Actor, lawyer: Actor
) -> None:
    officer = make_actor("readmission_officer")
    with acting(officer):
        case = make_case(actor=officer)
    desk = browser(drafter)
    answer = desk.post(reverse("law:choose"), {"kind": "number"})
    page = desk.post(answer.url, typed(valid_from=timezone.localdate().isoformat()), follow=True)
    text = page.content.decode()
    assert "Before: 15 calendar days. Now: 10 calendar days" in text
    assert "Every procedure is sound with this change" in text
    assert "A second person puts it into use." in text
    with acting(drafter):
        change = Change.objects.get()
    today = timezone.localdate().isoformat()
    asked = desk.post(reverse("law:what_if", args=[change.uuid]), {"first": today, "last": today})
    finish(last_work())
    what_if = desk.get(asked.url).content.decode()
    assert "Cases computed: 1. Terms that would be late in addition: 0." in what_if
    assert "not verified" in what_if
    rows = b"".join(desk.get(asked.url + "rows.csv").streaming_content).decode()
    assert rows.splitlines()[0].endswith("Newly late")
    signing = browser(lawyer)
    publish = reverse("law:publish", args=[change.uuid])
    assert signing.post(publish, {"digest": change.digest}).status_code == 422
    assert signing.post(publish, {"digest": "0", "read": "on"}).status_code == 409
    done = signing.post(publish, {"digest": change.digest, "read": "on"}, follow=True)
    assert "The change is in use." in done.content.decode()
    with acting(officer):
        assert case.procedure_version == "2026.1"
        new = make_case(actor=officer)
        assert new.procedure_version == f"2026.1+{change.number}"


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"quantity": "-1"}, "greater than or equal to 0"),
        ({"quantity": "15"}, ""),
        ({"valid_from": "31.02.2027"}, "no such date"),
        ({"subject": "nonsense"}, "Choose one of the answers."),
        ({"instrument": ""}, "Fill in this field."),
    ],
)
def test_what_is_typed_wrong_is_told_at_its_field_and_kept(
    drafter: Actor, wrong: dict[str, str], told: str
) -> None:
    answer = browser(drafter).post(reverse("law:add", args=["number"]), typed(**wrong))
    if not told:
        assert answer.status_code == 302
        return
    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert "Shorter" in answer.content.decode()


def test_a_case_says_at_its_deadline_which_decree_moved_it(drafter: Actor, lawyer: Actor) -> None:
    officer = make_actor("readmission_officer")
    with acting(officer):
        case = make_case(actor=officer)
        due = case.deadlines.get(deadline="reply").due_on
    publish_change(day_off(drafter, due), lawyer)
    finish(last_work())
    page = browser(officer).get(reverse("casework:case", args=[case.uuid])).content.decode()
    assert "The last day moved from" in page
    assert "was declared free (Amending Act No. 7, Art. 2)." in page


def test_running_cases_are_moved_by_two_signatures_and_put_back(
    drafter: Actor, lawyer: Actor
) -> None:
    officer = make_actor("readmission_officer")
    with acting(officer):
        case = make_case(actor=officer)
        before = case.deadlines.get(deadline="reply").due_on
    change = enter(drafter, valid_from=timezone.localdate(), quantity=20, running="move")
    publish_change(change, lawyer)
    desk, signing = browser(drafter), browser(lawyer)
    pair = f"{case.procedure}|2026.1|2026.1+{change.number}"
    trial = desk.post(reverse("law:moves"), {"versions": pair})
    finish(last_work())
    report = signing.get(trial.url).content.decode()
    assert "Sign and move the cases" in report
    assert "Sign and move the cases" not in desk.get(trial.url).content.decode()
    with acting(officer):
        case.refresh_from_db()
        assert case.procedure_version == "2026.1"
    move = signing.post(trial.url + "sign/")
    finish(last_work())
    assert signing.post(trial.url + "sign/").status_code == 409
    with acting(officer):
        case.refresh_from_db()
        assert case.procedure_version == f"2026.1+{change.number}"
        assert case.deadlines.get(deadline="reply").due_on > before
    signing.post(move.url + "undo/")
    finish(last_work())
    with acting(officer):
        case.refresh_from_db()
        assert case.procedure_version == "2026.1"
        assert case.deadlines.get(deadline="reply").due_on == before
    with acting(system_actor()):
        assert list(verify_projection()) == []
        assert Work.objects.filter(changed_count=1).count() == 2


def test_every_kind_of_change_has_a_form_that_drafts_it(drafter: Actor) -> None:
    desk = browser(drafter)
    working = (
        declared_library()
        .calendars["az"]
        .roll(timezone.localdate() + timedelta(days=20), "next_working_day")
    )
    saturday = working + timedelta(days=5 - working.weekday())
    day = working.isoformat()
    titles = {"title_az": "Yas günü", "title_en": "Day of mourning", "title_ru": "День траура"}
    forms = {
        ChangeKind.SOURCE: {"quantity": "15", "valid_from": "2014-09-01"},
        ChangeKind.TERM: {
            "subject": "az/readmission-own-national#reply",
            "roll": "none",
        },
        ChangeKind.DAY_OFF: {"subject": "az", "valid_from": day, **titles},
        ChangeKind.EXCHANGE: {
            "subject": "az",
            "valid_from": day,
            "worked_on": saturday.isoformat(),
        },
        ChangeKind.HOLIDAY: {
            "subject": "az",
            "holiday": "novruz",
            "valid_from": "2027-03-20",
            "last_on": "2027-03-24",
            "decreed_until": "2027-12-31",
        },
    }
    for kind, said in forms.items():
        address = reverse("law:add", args=[kind.value])
        assert desk.get(address).status_code == 200
        page = desk.post(address, typed(**said), follow=True)
        assert page.status_code == 200, (kind, page.content.decode()[:3000])
        assert "Draft" in page.content.decode()
    with acting(drafter):
        assert Change.objects.count() == len(forms)
    assert desk.get(reverse("law:changes")).status_code == 200


def test_a_term_is_chosen_first_and_each_rule_says_what_is_in_force(
    drafter: Actor, lawyer: Actor
) -> None:
    desk, address = browser(drafter), reverse("law:add", args=["term"])
    assert desk.post(address, {"term": "none/such"}).status_code == 422
    term = "az/readmission-own-national#reply"
    answer = desk.post(address, {"term": term})
    page = desk.get(answer.url).content.decode()
    assert "Now: 15 calendar days. Empty: as it is." in page
    assert "As it is: To the next working day" in page
    nothing = {"subject": term, "quantity": ""}
    refused = desk.post(answer.url, typed(**nothing))
    assert refused.status_code == 422
    assert "Choose what changes." in refused.content.decode()
    alone = desk.post(answer.url, typed(**nothing, unit="months"))
    assert alone.status_code == 422
    assert "the number is in the new unit" in alone.content.decode()
    said = typed(subject=term, quantity="7", unit="working_days", anchor="assign_officer")
    wrong = desk.post(answer.url, said)
    assert wrong.status_code == 422
    today = timezone.localdate()
    said = typed(subject=term, quantity="7", unit="working_days", valid_from=today.isoformat())
    text = desk.post(answer.url, said, follow=True).content.decode()
    assert "Before: 15 calendar days. Now: 7 working days" in text
    assert "Every procedure is sound with this change" in text
    with acting(drafter):
        change = Change.objects.get()
    publish_change(change, lawyer)
    officer = make_actor("readmission_officer")
    with acting(officer):
        case = make_case(actor=officer, effective_on=today)
        (reply,) = case.deadlines.filter(deadline="reply")
        assert reply.due_on == declared_library().calendars["az"].nth_after(today, 7)
        assert list(verify_projection()) == []


def test_a_rule_that_makes_a_procedure_unsound_is_shown_with_its_proof_and_not_published(
    drafter: Actor, lawyer: Actor
) -> None:
    address = reverse("law:add", args=["term"])
    term = "az/readmission-own-national#reply"
    said = typed(subject=term, quantity="", anchor="confirm_arrival")
    text = browser(drafter).post(address, said, follow=True).content.decode()
    assert "Draft" in text
    with acting(drafter):
        change = Change.objects.get()
    form = {"digest": change.digest, "read": "on"}
    refused = browser(lawyer).post(reverse("law:publish", args=[change.uuid]), form)
    assert refused.status_code == 409
    with acting(drafter):
        assert Change.objects.get().state == "draft"
