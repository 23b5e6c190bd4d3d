"""What leaves readmission for statistics."""

import dataclasses
from datetime import date, timedelta

from django.utils import timezone

from korpu.domains.readmission.api import (
    ReadmissionApplicationRow,
    collect_readmission_applications,
)
from korpu.domains.readmission.testing import (
    a_statement,
    act,
    an_application,
    bring_to,
    link_new_person,
)
from korpu.foundations.accounts.api import acting, system_actor


def collected(first=date(2020, 1, 1), last=None):
    with acting(system_actor()):
        return list(collect_readmission_applications(first, last or timezone.localdate()))


def test_each_outcome_is_told_with_its_day(house, at):
    today = timezone.localdate(at)
    pending = an_application(house, at=at)
    agreed = an_application(house, at=at)
    bring_to(house, agreed.case, "agreed", at=at)
    refused = an_application(house, at=at)
    bring_to(house, refused.case, "under_examination", at=at)
    link_new_person(house, refused.case, at=at)
    act(refused.case, "refuse", house.officer, at=at, grounds=["not_a_national"])
    withdrawn = an_application(house, at=at)
    act(withdrawn.case, "withdraw_application", house.liaison, at=at)
    returned = an_application(house, at=at)
    act(returned.case, "quarantine_application", house.officer, at=at)
    act(returned.case, "return_to_sender", house.protection, at=at)
    assert [(row.outcome, row.decided_on) for row in collected()] == [
        ("pending", None),
        ("agreed", today),
        ("refused", today),
        ("withdrawn", today),
        ("returned_to_sender", today),
    ]
    assert pending.pk < returned.pk


def test_a_row_names_nobody(house, at):
    statement = a_statement(surname="Unmistakable", birth_date="1971", remarks="secret")
    application = an_application(house, statement, at=at)
    (row,) = collected()
    told = repr(dataclasses.astuple(row))
    for word in ("Unmistakable", "secret", statement.authority_reference, str(application.uuid)):
        assert word not in told
    assert (row.requesting_state, row.sex, row.birth_year) == ("DEU", "M", 1971)
    assert {field.name for field in dataclasses.fields(ReadmissionApplicationRow)} == {
        "pseudonym",
        "requesting_state",
        "received_on",
        "outcome",
        "decided_on",
        "track",
        "sex",
        "birth_year",
    }


def test_the_pseudonym_stays_and_depends_on_the_key(house, at, settings):
    an_application(house, at=at)
    (first,) = collected()
    (second,) = collected()
    assert first.pseudonym == second.pseudonym
    settings.KORPU_PSEUDONYM_KEY = "another"
    (third,) = collected()
    assert third.pseudonym != first.pseudonym


def test_only_applications_received_in_the_period_are_collected(house, at):
    an_application(house, at=at)
    yesterday = timezone.localdate(at) - timedelta(days=1)
    assert collected(last=yesterday) == []


def test_who_may_not_see_cases_collects_nothing(house, at):
    an_application(house, at=at)
    with acting(house.border):
        assert list(collect_readmission_applications(date(2020, 1, 1), date(2030, 1, 1))) == []
