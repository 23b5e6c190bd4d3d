"""The worklist: which cases, in which order, how many, for whom."""

import csv
import io
from datetime import timedelta

import pytest
from django.utils import timezone

from korpu.foundations.accounts.api import Actor, acting, system_actor
from korpu.foundations.accounts.testing import make_actor, make_compartment, make_office
from korpu.foundations.casework.models import Assignment, Case, Deadline, SavedList
from korpu.foundations.casework.selectors import worklist as module
from korpu.foundations.casework.selectors.rows import Urgency, due_words, rows_of, urgency
from korpu.foundations.casework.selectors.worklist import Filters, Place, Sort, View, worklist
from korpu.foundations.casework.services.desk import choose_desk
from korpu.foundations.casework.services.handing_over import assign_cases, undo_handover
from korpu.foundations.casework.services.people import assign_case
from korpu.foundations.casework.services.reminders import near_deadlines
from korpu.foundations.casework.testing import act, make_case, make_counterpart
from korpu.foundations.casework.tests.test_pages import log_in
from korpu.foundations.persons.testing import make_person
from korpu.kernel.errors import InvalidInput, NotPermitted, NotPossibleNow
from korpu.kernel.texts import speaking

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()


@pytest.fixture
def officer() -> Actor:
    return make_actor("readmission_officer")


@pytest.fixture
def cases(officer) -> list[Case]:
    """Three cases received 200, 3 and 0 days ago; the second from Germany, under examination."""
    place, germany = make_compartment("readmission"), make_counterpart()
    made = []
    with acting(officer):
        for days, other in ((200, None), (3, germany), (0, None)):
            at = timezone.now() - timedelta(days=days)
            made.append(make_case(actor=officer, compartment=place, counterpart=other, at=at))
        act(made[1], "begin_examination", officer)
        assign_case(case=made[2], user=officer.user, actor=officer, at=timezone.now())
    return made


def listed(actor: Actor, **filters: object) -> list[str]:
    with acting(actor):
        found = worklist(for_actor=actor, filters=Filters(**filters))
    assert found.count == len(found.cases)
    return [case.number for case in found.cases]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"view": View.OFFICE}, [0, 1, 2]),
        ({"view": View.MINE}, [2]),
        ({"view": View.UNASSIGNED}, [0, 1]),
        ({"view": View.OVERDUE}, [0]),
        ({"view": View.CLOSED}, []),
        ({"view": View.SHARED}, []),
        ({"view": View.OFFICE, "status": "under_examination"}, [1]),
        ({"view": View.OFFICE, "status": "agreed"}, []),
        ({"view": View.OFFICE, "procedure": "az/readmission-own-national"}, [0, 1, 2]),
        ({"view": View.OFFICE, "procedure": "az/other"}, []),
        ({"view": View.OFFICE, "sort": Sort.NEWEST}, [2, 1, 0]),
        ({"view": View.OFFICE, "sort": Sort.NUMBER}, [0, 1, 2]),
        ({"view": View.OFFICE, "sort": Sort.DUE_LAST}, [2, 1, 0]),
        ({"view": View.OFFICE, "due_from": TODAY}, [1, 2]),
        ({"view": View.OFFICE, "due_until": TODAY - timedelta(days=1)}, [0]),
    ],
)
def test_a_list_holds_the_cases_it_says_in_the_order_it_says(
    cases, officer, filters, expected
) -> None:
    assert listed(officer, **filters) == [cases[place].number for place in expected]


def test_the_requesting_state_narrows_the_list(cases, officer) -> None:
    germany = make_counterpart()
    assert listed(officer, view=View.OFFICE, sender_ids=(germany.pk,)) == [cases[1].number]


@pytest.mark.parametrize("spelling", ["{number}", " {lower} ", "{spaced}", "{short}"])
def test_a_number_is_found_however_it_is_typed(cases, officer, spelling) -> None:
    number = cases[1].number
    prefix, year, digits = number.split("-")
    typed = spelling.format(
        number=number,
        lower=number.lower(),
        spaced=number.replace("-", " "),
        short=f"{prefix}{year}-{int(digits)}",
    )
    assert listed(officer, view=View.MINE, search=typed) == [number]


def test_a_search_finds_nothing_of_another_office(cases) -> None:
    outsider = make_actor("readmission_officer", office=make_office("elsewhere"))
    assert listed(outsider, view=View.OFFICE, search=cases[0].number) == []


def test_an_officer_of_two_offices_sees_both_in_one_order(cases) -> None:
    from korpu.foundations.accounts.api import actor_of
    from korpu.foundations.accounts.testing import give_role, make_user

    user = make_user(role="readmission_officer")
    elsewhere = give_role(user, "readmission_officer", office=make_office("elsewhere"))
    both = actor_of(user)
    with acting(both):
        at = timezone.now() - timedelta(days=30)
        made = make_case(actor=both, compartment=elsewhere, at=at)
    by_due_day = [cases[0].number, made.number, cases[1].number, cases[2].number]
    assert listed(both, view=View.OFFICE) == by_due_day


@pytest.mark.parametrize("sort", list(Sort))
def test_pages_follow_one_another_forth_and_back(cases, officer, monkeypatch, sort) -> None:
    monkeypatch.setattr(module, "PAGE_SIZE", 1)
    filters = Filters(view=View.OFFICE, sort=sort)
    with acting(officer):
        Case.objects.filter(pk=cases[1].pk).update(next_due_on=None)
    forth, back, place = [], [], Place()
    with acting(officer):
        for _ in cases:
            page = worklist(for_actor=officer, filters=filters, place=place)
            forth.append(page.cases[0].number)
            place = Place(after=page.cases[0].uuid)
        assert not page.has_next
        assert worklist(for_actor=officer, filters=filters, place=place).cases == []
        for _ in cases[1:]:
            page = worklist(
                for_actor=officer, filters=filters, place=Place(before=page.cases[0].uuid)
            )
            back.append(page.cases[0].number)
            assert page.has_next
        assert not page.has_previous
    assert sorted(forth) == sorted(case.number for case in cases)
    assert back == forth[-2::-1]


def test_counting_stops_at_the_bound(cases, officer, monkeypatch) -> None:
    monkeypatch.setattr(module, "MAX_ROWS", 2)
    with acting(officer):
        found = worklist(for_actor=officer, filters=Filters(view=View.OFFICE))
    assert (found.count, found.capped) == (2, True)


def test_a_row_names_the_person_and_whoever_works_on_it(cases, officer) -> None:
    from korpu.foundations.casework.services.people import add_party

    person = make_person("Məmmədov", "Rauf", compartment=make_compartment("readmission"))
    with acting(officer), speaking("en"):
        add_party(case=cases[2], person=person, part="subject", actor=officer, at=timezone.now())
        (row,) = rows_of(
            cases=list(Case.objects.filter(pk=cases[2].pk)), for_actor=officer, on=TODAY
        )
    assert row.person == "Məmmədov Rauf"
    assert row.assigned == officer.user.full_name


@pytest.mark.parametrize(
    ("days", "kind", "words"),
    [
        (None, Urgency.NONE, ""),
        (0, Urgency.SOON, "due today"),
        (1, Urgency.SOON, "in 1 day"),
        (7, Urgency.SOON, "in 7 days"),
        (8, Urgency.LATER, "in 8 days"),
        (-1, Urgency.OVERDUE, "1 day late"),
        (-30, Urgency.OVERDUE, "30 days late"),
    ],
)
def test_a_due_day_is_said_in_words(days, kind, words) -> None:
    from korpu.foundations.ui.languages import speak

    due = None if days is None else TODAY + timedelta(days=days)
    with speak("en"):
        assert (urgency(due, TODAY), due_words(due, TODAY)) == (kind, words)


def test_ticked_cases_are_assigned_together_and_the_history_is_kept(cases, officer) -> None:
    colleague = make_actor("readmission_officer")
    with acting(officer):
        handover = assign_cases(cases=cases, user=colleague.user, actor=officer, at=timezone.now())
        assert handover.lines.count() == 3
        assert Assignment.objects.filter(ended_at=None).count() == 3
        assert Assignment.objects.filter(case=cases[2]).count() == 2
    assert len(listed(colleague, view=View.MINE)) == 3
    assert listed(officer, view=View.MINE) == []


def test_a_case_is_not_given_to_somebody_who_cannot_see_it(cases, officer) -> None:
    outsider = make_actor("readmission_officer", office=make_office("elsewhere"))
    with acting(officer), pytest.raises(InvalidInput):
        assign_case(case=cases[0], user=outsider.user, actor=officer, at=timezone.now())


def test_who_may_not_assign_does_not(cases) -> None:
    border = make_actor("border_officer")
    with acting(border), pytest.raises(NotPermitted):
        assign_case(case=cases[0], user=None, actor=border, at=timezone.now())


def test_cases_are_assigned_from_the_page(client, cases, officer) -> None:
    log_in(client, officer.user)
    answer = client.post(
        "/work/assign/",
        {
            "case": [str(case.uuid) for case in cases],
            "user": officer.user_id,
            "back": "view=office",
        },
    )
    assert answer["location"] == "/work/?view=office"
    assert "3 cases are assigned" in client.get(answer["location"]).content.decode()
    assert len(listed(officer, view=View.MINE)) == 3


def test_the_file_holds_the_list_and_no_formula(client, cases, officer) -> None:
    with acting(system_actor()):
        Case.objects.filter(pk=cases[0].pk).update(reference="=cmd()")
    log_in(client, officer.user)
    answer = client.get("/work/export.csv?view=office")
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert [row[0] for row in rows[1:]] == [case.number for case in cases]
    assert rows[1][1] == "'=cmd()"


@pytest.mark.parametrize(
    "query",
    [
        "view=nonsense",
        "after=-1",
        "before=01940000-0000-7000-8000-00000000abcd",
        "columns=nonsense&columns=due",
        "sort=drop",
        "status=nonsense&procedure=x&sender=ZZZ&assigned=abc",
        "due_from=31.02.2026",
        "q=%00%F0%9F%98%80",
    ],
)
def test_a_query_string_nobody_meant_shows_a_page(client, cases, officer, query) -> None:
    log_in(client, officer.user)
    assert client.get(f"/work/?{query}").status_code == 200


def test_a_liaison_follows_what_their_side_filed_and_no_due_days(client, cases) -> None:
    make_counterpart()
    liaison = make_actor("liaison", office=make_office("deu-authority"))
    log_in(client, liaison.user)
    page = client.get("/work/").content.decode()
    assert cases[1].number in page
    assert cases[0].number not in page
    assert "Next due" not in page


def test_an_undone_hand_over_gives_back_what_nobody_touched_since(client, cases, officer) -> None:
    colleague, third = make_actor("readmission_officer"), make_actor("readmission_officer")
    now = timezone.now()
    with acting(officer):
        handover = assign_cases(cases=cases, user=colleague.user, actor=officer, at=now)
        assign_case(case=cases[1], user=third.user, actor=officer, at=timezone.now())
    log_in(client, officer.user)
    address = f"/work/hand-overs/{handover.uuid}/"
    assert cases[0].number in client.get(address).content.decode()
    assert client.post(f"{address}undo/").status_code == 302
    assert listed(officer, view=View.MINE) == [cases[2].number]
    assert listed(third, view=View.MINE) == [cases[1].number]
    assert listed(colleague, view=View.MINE) == []
    with acting(officer), pytest.raises(NotPossibleNow):
        undo_handover(handover=handover, actor=officer, at=timezone.now())


def test_another_office_neither_sees_nor_undoes_a_hand_over(client, cases, officer) -> None:
    with acting(officer):
        handover = assign_cases(cases=cases, user=None, actor=officer, at=timezone.now())
    log_in(client, make_actor("readmission_officer", office=make_office("elsewhere")).user)
    assert client.get(f"/work/hand-overs/{handover.uuid}/").status_code == 404
    assert client.post(f"/work/hand-overs/{handover.uuid}/undo/").status_code == 404


def test_a_saved_list_opens_first_is_shared_and_is_its_owners_alone_to_change(
    client, cases, officer
) -> None:
    log_in(client, officer.user)
    place = cases[0].compartment_id
    sent = {"title": "Late ones", "office": place, "is_default": "on"}
    saving = "/work/lists/save/?view=overdue&columns=opened&nonsense=1&after=x"
    answer = client.post(saving, sent)
    assert answer["location"] == "/work/?view=overdue&columns=opened"
    assert client.get("/work/")["location"] == "/work/?view=overdue&columns=opened"
    page = client.get("/work/?view=overdue&columns=opened").content.decode()
    assert cases[0].number in page
    assert "Assigned to</th>" not in page
    assert client.post(saving, {"title": " "}).status_code == 422
    saved = SavedList.objects
    log_in(client, make_actor("readmission_officer").user)
    assert "Late ones" in client.get("/work/lists/").content.decode()
    assert client.get("/work/").status_code == 200
    with acting(officer):
        (uuid,) = saved.values_list("uuid", flat=True)
    assert client.post(f"/work/lists/{uuid}/remove/").status_code == 403
    assert client.post(f"/work/lists/{uuid}/first/").status_code == 403
    log_in(client, make_actor("readmission_officer", office=make_office("elsewhere")).user)
    assert "Late ones" not in client.get("/work/lists/").content.decode()
    assert client.post("/work/lists/save/?view=mine", sent).status_code == 422
    log_in(client, officer.user)
    assert client.post(f"/work/lists/{uuid}/first/").status_code == 302
    assert client.get("/work/").status_code == 200
    assert client.post(f"/work/lists/{uuid}/remove/").status_code == 302
    with acting(officer):
        assert not saved.exists()


def test_how_near_is_near_is_each_persons_own_choice(client) -> None:
    officer, colleague = make_actor("readmission_officer"), make_actor("readmission_officer")
    with acting(officer):
        case = make_case(actor=officer)
        Case.objects.filter(pk=case.pk).update(next_due_on=timezone.localdate() + timedelta(days=9))
    log_in(client, officer.user)
    assert client.post("/work/desk/", {"due_soon_days": "31"}).status_code == 422
    assert client.post("/work/desk/", {"due_soon_days": ""}).status_code == 422
    assert case.number not in client.get("/work/?view=due-soon").content.decode()
    assert client.post("/work/desk/", {"due_soon_days": "10"}).status_code == 302
    assert case.number in client.get("/work/?view=due-soon").content.decode()
    log_in(client, colleague.user)
    assert case.number not in client.get("/work/?view=due-soon").content.decode()


def test_reminders_go_by_the_officers_choice(client) -> None:
    officer = make_actor("readmission_officer")
    with acting(officer):
        case = make_case(actor=officer)
        assign_case(case=case, user=officer.user, actor=officer, at=timezone.now())
        due = Deadline.objects.filter(case=case, state="running").first().due_on

    def near(before: int) -> int:
        with acting(system_actor()) as system:
            on = due - timedelta(days=before)
            return len(near_deadlines(on=on, after=None, for_actor=system))

    assert (near(3), near(9)) == (1, 0)
    with acting(officer):
        choose_desk(due_soon_days=10, actor=officer)
    assert (near(9), near(11)) == (1, 0)
    with acting(officer):
        choose_desk(due_soon_days=1, actor=officer)
    assert (near(1), near(3)) == (1, 0)
