"""Azerbaijan's declarations load, are sound, and are found by date and by version."""

from datetime import date

import pytest

from korpu.engines.procedure.api import Library, load_library, prove
from korpu.engines.procedure.tests.conftest import AZ
from korpu.kernel.errors import NotFound

PROCEDURES = tuple(each.id for each in load_library(AZ).current(date(2026, 6, 1)))


@pytest.mark.parametrize("procedure_id", PROCEDURES)
def test_every_procedure_of_the_jurisdiction_is_sound(library: Library, procedure_id: str) -> None:
    procedure = library.procedure(procedure_id, on=date(2026, 6, 1))
    assert prove(procedure, rights=library.rights) == ()


def test_a_case_finds_the_version_it_has_pinned(library: Library) -> None:
    found = library.procedure("az/readmission-own-national", on=date(2026, 6, 1))
    assert library.version(found.id, found.version) is found


def test_no_version_is_in_force_before_the_agreement(library: Library) -> None:
    with pytest.raises(NotFound):
        library.procedure("az/readmission-own-national", on=date(2014, 8, 31))


def test_a_variant_keeps_what_it_does_not_change(library: Library) -> None:
    on = date(2026, 6, 1)
    normal = library.procedure("az/readmission-own-national", on=on)
    fast = library.procedure("az/readmission-own-national-accelerated", on=on)
    assert fast.acts == normal.acts
    assert fast.deadlines["reply"].met_by == normal.deadlines["reply"].met_by
    assert fast.deadlines["reply"].parameter.id == "rd.reply.accelerated"
    assert fast.digest != normal.digest
