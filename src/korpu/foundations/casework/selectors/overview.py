"""The first tab of a case: what can be done, what is due, where it stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from markupsafe import Markup

from korpu.engines.procedure.api import CaseState, Procedure, draw
from korpu.foundations.accounts.api import Actor, roles
from korpu.foundations.casework.engine import procedure_of
from korpu.foundations.casework.enums import Audience
from korpu.foundations.casework.models import Case, Deadline
from korpu.foundations.casework.projection import whole_log
from korpu.foundations.casework.registry import Panel, case_type, history_of_terms
from korpu.foundations.casework.selectors.cases import (
    deadlines_of,
    departures_shown,
    status_shown,
)
from korpu.foundations.casework.selectors.deviations import Leave, leaves_of, my_leaves
from korpu.foundations.casework.selectors.options import Option, options_of
from korpu.foundations.casework.sides import side_of
from korpu.foundations.casework.telling import state_of, terms_for_person
from korpu.foundations.ui.items import ActionItem
from korpu.kernel.texts import Message, Text, active_language

WAIT_STATES = {
    "open": _("awaited"),
    "answered": _("answered"),
    "silent": _("no answer within the time"),
}


@dataclass(frozen=True, slots=True)
class Waiting:
    """An act somebody else may do now."""

    title: Text
    roles: Sequence[Text]


@dataclass(frozen=True, slots=True)
class Beside:
    """What goes on beside the main way: a branch, or a question to another body.

    Attributes:
        due_on: the last day for the answer; null for a branch and where no day is computed.
    """

    title: Text
    state: str
    due_on: date | None


@dataclass(frozen=True, slots=True)
class Overview:
    """What the first tab shows.

    Attributes:
        actions: acts the reader's roles may do, the possible ones first, the rest with the reason.
        waiting: acts that are possible now, but for others.
        drawing: the procedure with the reader's status marked, as SVG.
        panels: of the domain, each with what its template is given.
        told: what happened to a deadline beside the log, by deadline.
        undecided: deviations somebody asked leave for.
        for_person: the terms that run, in plain words; empty for the other side.
    """

    actions: Sequence[ActionItem]
    waiting: Sequence[Waiting]
    deadlines: Sequence[Deadline]
    beside: Sequence[Beside]
    drawing: Markup
    panels: Sequence[tuple[Panel, Mapping[str, object]]]
    told: Mapping[str, Sequence[Message]]
    undecided: Sequence[Leave]
    for_person: Sequence[Text]


def overview_of(*, case: Case, for_actor: Actor, on: date) -> Overview:
    """The first tab for one reader."""
    options = options_of(case=case, for_actor=for_actor, on=on)
    here = status_shown(case=case, for_actor=for_actor)
    procedure, state = procedure_of(case), state_of(case, whole_log(case), on)
    departures = departures_shown(case=case, for_actor=for_actor)
    drawing = draw(procedure, active_language(), here=here, departures=departures)
    return Overview(
        actions=[
            *my_leaves(case=case, for_actor=for_actor),
            *(_action(case, option) for option in options if option.permitted),
        ],
        drawing=Markup(drawing),  # noqa: S704  drawn from a declaration by the engine, which escapes
        waiting=[_waiting(option) for option in options if _is_for_others(option)],
        deadlines=deadlines_of(case=case, for_actor=for_actor),
        beside=_beside(procedure, state),
        panels=[(panel, panel.context(case, for_actor)) for panel in _panels(case, for_actor)],
        told=history_of_terms(case, for_actor),
        undecided=_undecided(case, for_actor),
        for_person=terms_for_person(state) if _reads_terms(case, for_actor) else (),
    )


def _undecided(case: Case, actor: Actor) -> list[Leave]:
    return [each for each in leaves_of(case=case, for_actor=actor) if each.state == "asked"]


def _reads_terms(case: Case, actor: Actor) -> bool:
    return side_of(case, actor) is not Audience.COUNTERPART


def _beside(procedure: Procedure, state: CaseState) -> list[Beside]:
    return [
        *(
            Beside(each.title, str(procedure.statuses[each.status].title), None)
            for each in state.branches
        ),
        *(
            Beside(each.title, str(WAIT_STATES[each.state]), each.due_on)
            for each in state.waits
            if each.state != "not_asked"
        ),
    ]


def _action(case: Case, option: Option) -> ActionItem:
    if not option.possible:
        return ActionItem(option.act.title, refusals=(option.refusal,))
    page = {"uuid": case.uuid, "act": option.act.id}
    return ActionItem(option.act.title, href=reverse("casework:act", kwargs=page))


def _is_for_others(option: Option) -> bool:
    return option.possible and not option.permitted


def _waiting(option: Option) -> Waiting:
    declared = roles()
    titles = [declared[role].title for role in sorted(option.act.roles) if role in declared]
    return Waiting(option.act.title, titles)


def _panels(case: Case, actor: Actor) -> list[Panel]:
    return [panel for panel in case_type(case.procedure).panels if actor.may(panel.permission)]
