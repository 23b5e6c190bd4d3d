"""Organisations come from the jurisdiction's file, and people's corrections stay."""

import pytest

from korpu.foundations.organisations.api import (
    Office,
    OfficeData,
    Organisation,
    OrganisationData,
    save_office,
    save_organisation,
)
from korpu.kernel.errors import InvalidInput


class Anybody:
    """An editor who may; who may not is tried with real people in tests/access."""

    def check(self, permission: str) -> None:
        assert permission == "organisations.office.edit"


def test_a_field_that_cannot_be_right_is_named(db) -> None:
    with pytest.raises(InvalidInput) as refusal:
        save_organisation(
            organisation=None,
            data=OrganisationData("x", "circus", "AZE", "", "B", "C"),
            actor=Anybody(),
        )
    assert set(refusal.value.fields) == {"kind", "title_az"}


def test_a_wrong_mailbox_is_named_at_its_field(db) -> None:
    with pytest.raises(InvalidInput) as refusal:
        save_office(
            office=None,
            organisation=Organisation(pk=1),
            data=OfficeData("o", "A", "B", "C", email="nowhere"),
            actor=Anybody(),
        )
    assert set(refusal.value.fields) == {"email"}
    assert Office.objects.count() == 0
