"""What a declaration says survives being written down."""

import json
from dataclasses import replace

import pytest

from korpu.engines.procedure.api import Calendar, Library, Procedure
from korpu.engines.procedure.digest import digest_of
from korpu.engines.procedure.exchange import canonical, fingerprint, from_plain, to_plain
from korpu.kernel.errors import InvalidInput


def test_every_procedure_and_calendar_comes_back_equal_with_the_same_fingerprint(
    library: Library,
) -> None:
    for procedure in library.procedures:
        again = from_plain(Procedure, json.loads(json.dumps(to_plain(procedure))))
        assert again == procedure
        assert list(again.deadlines) == list(procedure.deadlines)
        assert digest_of(again) == procedure.digest
    for calendar in library.calendars.values():
        again = from_plain(Calendar, json.loads(canonical(calendar)))
        assert fingerprint(again) == fingerprint(calendar)
        assert again == calendar


def test_the_end_of_a_version_does_not_change_what_it_said(library: Library) -> None:
    one = library.procedures[0]
    assert digest_of(replace(one, valid_until=one.valid_from)) == one.digest
    assert digest_of(replace(one, version="other")) != one.digest


@pytest.mark.parametrize("damage", [{"id": 3}, {"statuses": "none"}, {"valid_from": "today"}])
def test_a_damaged_declaration_is_refused(library: Library, damage: dict[str, object]) -> None:
    plain = to_plain(library.procedures[0])
    assert isinstance(plain, dict)
    with pytest.raises(InvalidInput):
        from_plain(Procedure, plain | damage)
