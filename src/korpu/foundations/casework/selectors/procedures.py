"""The procedures as declared."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from markupsafe import Markup

from korpu.engines.procedure.api import Act, Deadline, Procedure, Section, draw, sections
from korpu.foundations.accounts.api import roles
from korpu.foundations.casework.engine import library
from korpu.kernel.texts import Text, active_language


@dataclass(frozen=True, slots=True)
class ProcedurePage:
    """One procedure with its drawing and sheet.

    Attributes:
        beside: branches, questions to other bodies and decision tables.
        role_titles: title of each role the declaration names.
    """

    procedure: Procedure
    drawing: Markup
    acts: Sequence[Act]
    deadlines: Sequence[Deadline]
    beside: Sequence[Section]
    role_titles: dict[str, Text]

    def unit(self, name: str) -> str:
        """The unit of a term as a reader says it."""
        return {
            "hours": _("hours"),
            "calendar_days": _("calendar days"),
            "working_days": _("working days"),
            "months": _("months"),
            "times": _("times"),
        }[name]


def procedures_in_force(*, on: date) -> Sequence[Procedure]:
    """The procedures new cases open under on a day, by identifier."""
    return library().current(on)


def procedure_page(*, identifier: str, on: date) -> ProcedurePage:
    """The page of the version in force on a day.

    Raises:
        NotFound: there is no such procedure.
    """
    procedure = library().procedure(identifier, on=on)
    drawing = draw(procedure, active_language())
    return ProcedurePage(
        procedure=procedure,
        drawing=Markup(drawing),  # noqa: S704  drawn from a declaration by the engine, which escapes
        acts=tuple(procedure.acts.values()),
        deadlines=tuple(procedure.deadlines.values()),
        beside=sections(procedure),
        role_titles={name: role.title for name, role in roles().items()},
    )
