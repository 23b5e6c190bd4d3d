"""What stands above every tab of a case page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from korpu.foundations.accounts.api import Actor
from korpu.foundations.accounts.models import Compartment
from korpu.foundations.casework.engine import procedure_of
from korpu.foundations.casework.enums import Audience
from korpu.foundations.casework.models import Case
from korpu.foundations.casework.registry import further_tabs
from korpu.foundations.casework.selectors.rows import Row, Urgency, rows_of
from korpu.foundations.casework.sides import side_of
from korpu.foundations.ui.formats import long_date, short_date
from korpu.foundations.ui.navigation import Link
from korpu.kernel.texts import Message, Text

COLOURS = {Urgency.OVERDUE: "red", Urgency.SOON: "orange", Urgency.LATER: "blue"}


@dataclass(frozen=True, slots=True)
class Frame:
    """The identity bar and the tabs.

    Attributes:
        row: the case as a list shows it.
        side: where the reader stands; None: the service's own hand.
        facts: what the identity bar tells, as (label, value).
        further: titles of the pages of higher rooms, by the name of their address.
    """

    row: Row
    title: Text
    side: Audience | None
    facts: Sequence[tuple[str, str]]
    further: Mapping[str, Message]

    @property
    def heading(self) -> str:
        return f"{self.row.number} · {self.row.person}" if self.row.person else self.row.number

    @property
    def owns(self) -> bool:
        """Whether the case belongs to an office of the reader."""
        return self.side is Audience.OFFICE

    @property
    def tags(self) -> Sequence[tuple[str, str]]:
        """The status, and how near the next due day is, as (text, colour)."""
        status = (str(self.row.status), "grey" if self.row.closed else "")
        return (status, (self.row.due, COLOURS[self.row.urgency])) if self.row.due_on else (status,)

    def tabs(self, here: str) -> list[Link]:
        """The pages of the case for this reader; the other side reads no work and no readers."""
        titles = {"case": _("Overview"), "log": _("History"), "papers": _("Files and letters")}
        if self.side is not Audience.COUNTERPART:
            titles |= {"people": _("People"), "work": _("Work")}
        if self.owns:
            titles |= {"readers": _("Who looked")}
        found = [
            Link(title, reverse(f"casework:{name}", kwargs={"uuid": self.row.uuid}), name == here)
            for name, title in titles.items()
        ]
        if self.side is not Audience.COUNTERPART:
            found += [
                Link(title, reverse(name, kwargs={"uuid": self.row.uuid}), name == here)
                for name, title in self.further.items()
            ]
        return found


def frame_of(*, case: Case, for_actor: Actor, on: date) -> Frame:
    """The frame of a case page for one reader."""
    side = side_of(case, for_actor)
    (row,) = rows_of(cases=[case], for_actor=for_actor, on=on)
    further = further_tabs(case, for_actor)
    return Frame(row, procedure_of(case).title, side, _facts(case, row, side), further)


def _facts(case: Case, row: Row, side: Audience | None) -> list[tuple[str, str]]:
    facts = [(_("Opened"), long_date(case.opened_on)), (_("Office"), _office(case.compartment))]
    if case.counterpart:
        facts.append((_("Other side"), _office(case.counterpart)))
    if row.reference:
        facts.append((_("Their reference"), row.reference))
    if side is not Audience.COUNTERPART:
        facts.append((_("Assigned to"), row.assigned or _("Nobody")))
        if row.due_on:
            facts.append((_("Next due"), short_date(row.due_on)))
    return facts


def _office(compartment: Compartment) -> str:
    return str(compartment.office.title)
