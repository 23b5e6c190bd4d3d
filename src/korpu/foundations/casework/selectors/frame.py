"""What stands above every tab of a case page."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from korpu.foundations.accounts.api import Actor
from korpu.foundations.casework.engine import procedure_of
from korpu.foundations.casework.enums import Audience
from korpu.foundations.casework.models import Case
from korpu.foundations.casework.selectors.rows import Row, rows_of
from korpu.foundations.casework.sides import side_of
from korpu.kernel.texts import Text


@dataclass(frozen=True, slots=True)
class Frame:
    """The identity bar and which tabs there are.

    Attributes:
        row: the case as a list shows it.
        follows: the reader is the other side: no tabs of people, work and readers.
        owns: the case belongs to an office of the reader.
        offices: whose case it is, and the other side; the latter empty when there is none.
        tabs: pages of the case for this reader, by name and title.
    """

    row: Row
    title: Text
    version: str
    opened_on: date
    follows: bool
    owns: bool
    offices: tuple[str, str]
    tabs: tuple[tuple[str, str], ...]


def frame_of(*, case: Case, for_actor: Actor, on: date) -> Frame:
    """The frame of a case page for one reader."""
    side = side_of(case, for_actor)
    (row,) = rows_of(cases=[case], for_actor=for_actor, on=on)
    return Frame(
        row=row,
        title=procedure_of(case).title,
        version=case.procedure_version,
        opened_on=case.opened_on,
        follows=side is Audience.COUNTERPART,
        owns=side is Audience.OFFICE,
        tabs=_tabs(side),
        offices=(_office(case.compartment), _office(case.counterpart)),
    )


def _tabs(side: Audience | None) -> tuple[tuple[str, str], ...]:
    """Names of pages and their titles; the other side reads the overview and the history only."""
    shared = (("case", _("Overview")), ("log", _("History")))
    if side is Audience.COUNTERPART:
        return shared
    return (*shared, ("work", _("Work")))


def _office(compartment: object) -> str:
    return str(compartment.office.title) if compartment else ""  # type: ignore[attr-defined]  # a Compartment
