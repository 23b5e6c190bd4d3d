"""What the joint committee's figures are counted from."""

from datetime import date

import pytest
from django.utils import timezone

from korpu.domains.readmission.api import collect_readmission_cases
from korpu.domains.readmission.testing import act, an_application, bring_to, link_new_person
from korpu.domains.readmission.tests.test_documents import SOUND
from korpu.foundations.accounts.api import acting, system_actor


def collected(last=None):
    with acting(system_actor()):
        return list(collect_readmission_cases(date(2020, 1, 1), last or timezone.localdate()))


def test_each_case_is_one_row_with_answer_ground_term_and_transfer(house, at):
    today = timezone.localdate(at)
    an_application(house, at=at)
    returned = an_application(house, at=at).case
    bring_to(house, returned, "arrived", at=at)
    refused = an_application(house, at=at).case
    bring_to(house, refused, "under_examination", at=at)
    link_new_person(house, refused, at=at)
    grounds = ["not_a_national", "evidence_insufficient"]
    act(refused, "refuse", house.officer, at=at, grounds=grounds)
    rows = collected()
    assert [row.outcome for row in rows] == ["pending", "agreed", "refused"]
    assert [row.transferred for row in rows] == ["no", "yes", "no"]
    assert [row.transferred_on for row in rows] == [None, today, None]
    assert [row.refusal_ground for row in rows] == ["none", "none", "not_a_national"]
    assert [row.in_term for row in rows] == ["pending", "in_term", "in_term"]
    assert [row.answer_days for row in rows] == [None, 0, 0]
    assert {row.requesting_state for row in rows} == {"DEU"}
    assert len({row.pseudonym for row in rows}) == 3
    assert not any("Məmmədov" in str(row) or returned.number in str(row) for row in rows)


@pytest.mark.parametrize("name", ["third_country", "documented", "transit"])
def test_the_other_procedures_are_counted_as_well(house, at, name):
    an_application(house, SOUND[name], at=at)
    (row,) = collected()
    assert (row.procedure, row.outcome) == (name, "pending")
    assert row.in_term == ("no_term" if name == "documented" else "pending")
