"""What changes for whom."""

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest

from korpu.engines.procedure.amending import Amendment, amended
from korpu.engines.procedure.api import Citation, Library, Procedure, Remedy
from korpu.engines.procedure.diff import diff, markdown
from korpu.engines.procedure.model import Suspension
from korpu.engines.procedure.tests.test_fold import permit as permit  # noqa: PLC0414  a fixture
from korpu.kernel.texts import Text

LAW = Citation("Amending Act", "Art. 2", "seen")
FIRST = date(2026, 9, 1)


def test_a_shorter_term_is_told_to_those_who_answer_for_it_and_to_the_person(
    permits: Library, permit: Procedure
) -> None:
    shorter = Amendment("A1", FIRST, LAW, parameters={"decide": 5})
    found = diff(permit, amended(permits, [shorter]).version(permit.id, "1+A1"))
    term = next(each for each in found.changes if each.subject == "term")
    assert (
        term.sentence.en == "Before: 10 working days. Now: 5 working days (Amending Act, Art. 2)."
    )
    assert term.person
    assert any(each.subject == "act" and each.id == "deny" for each in found.changes)
    page = markdown(found, "ru")
    assert "Было: 10 рабочих дней. Стало: 5 рабочих дней" in page
    assert "Начатые дела остаются на прежней версии" in page


def test_nothing_changes_between_a_version_and_itself(library: Library) -> None:
    for procedure in library.procedures:
        assert diff(procedure, procedure).changes == ()
        assert "Nothing changes." in markdown(diff(procedure, procedure), "en")


@pytest.mark.parametrize("group", ["acts", "statuses", "deadlines"])
def test_no_difference_goes_untold(library: Library, group: str) -> None:
    """Each field of each object, changed alone, shows up; so does the object that comes or goes."""
    procedure = library.procedure("az/readmission-own-national", on=FIRST)
    things = getattr(procedure, group)
    for name, thing in things.items():
        for changed in _variants(thing):
            other = replace(procedure, **{group: things | {name: changed}})
            if changed == thing:
                continue
            assert [each.id for each in diff(procedure, other).changes][:1] == [name]
        without = replace(procedure, **{group: {k: v for k, v in things.items() if k != name}})
        assert [each.id for each in diff(procedure, without).changes] == [name]
        assert [each.id for each in diff(without, procedure).changes] == [name]


def _variants(thing: Any) -> Iterator[Any]:
    """``thing`` with one field turned, emptied or lengthened."""
    for each in fields(thing):
        value = getattr(thing, each.name)
        if isinstance(value, bool):
            yield replace(thing, **{each.name: not value})
        elif isinstance(value, frozenset):
            yield replace(thing, **{each.name: value | {"somebody"}})
        elif isinstance(value, Text):
            yield replace(thing, **{each.name: replace(value, en="Other")})
        elif isinstance(value, tuple | dict) and value:
            yield replace(thing, **{each.name: type(value)()})
        elif each.name in TURNED:
            yield replace(thing, **{each.name: TURNED[each.name]})


TURNED = {
    "kind": "planned",
    "effect": "none",
    "roll": "previous_working_day",
    "owner": "somebody",
    "to_status": "elsewhere",
    "letter": "another",
    "remedy": Remedy(Text(az="a", en="b", ru="c"), None, ()),
    "calendar": "another",
    "escalates_to": "somebody",
    "suspension": Suspension(frozenset({"x"}), frozenset({"y"}), LAW),
    "extension": None,
    "binds": "service",
}
