"""What may be recorded out of its place, and the leave that was asked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse

from korpu.engines.procedure.api import Deviating
from korpu.foundations.accounts.api import Actor
from korpu.foundations.audit.api import names_of
from korpu.foundations.casework import sentences, wording_deviations
from korpu.foundations.casework.engine import procedure_of
from korpu.foundations.casework.enums import Audience
from korpu.foundations.casework.judgement import deviations, leave_for, refusal_for
from korpu.foundations.casework.models import Case, Deviation
from korpu.foundations.casework.projection import whole_log
from korpu.foundations.casework.selectors.papers import MOST
from korpu.foundations.casework.sides import roles_held
from korpu.foundations.ui.items import ActionItem
from korpu.kernel.errors import NotFound
from korpu.kernel.texts import Text

ALLOW = "casework.deviation.allow"
COLOURS = {"asked": "yellow", "allowed": "blue", "refused": "red", "used": "green", "void": "grey"}


@dataclass(frozen=True, slots=True)
class Leave:
    """One request as a page shows it.

    Attributes:
        act: title of the act.
        skipped: titles of the steps left out.
        state: ``asked``, ``allowed``, ``refused``, ``used`` or ``void``.
        asked_by: name; ``decided_by`` likewise, empty while undecided.
        to_decide: the reader may decide it.
        to_record: the reader may record the act now.
    """

    row: Deviation
    act: Text
    skipped: Sequence[Text]
    state: str
    asked_by: str
    decided_by: str
    to_decide: bool
    to_record: bool

    @property
    def title(self) -> Text:
        return wording_deviations.STATES[self.state]

    @property
    def colour(self) -> str:
        return COLOURS[self.state]


def leaves_of(*, case: Case, for_actor: Actor) -> list[Leave]:
    """The requests of a case the actor may see, the latest first."""
    found = list(Deviation.objects.filter(case=case).select_related("document__file")[:MOST])
    names = names_of({key for one in found for key in (one.asked_by_id, one.decided_by_id) if key})
    return [_leave(one, case, names, for_actor) for one in found]


def get_leave(*, case: Case, uuid: UUID, for_actor: Actor) -> Leave:
    """One request of a case.

    Raises:
        NotFound: there is none the actor may see.
    """
    found = [one for one in leaves_of(case=case, for_actor=for_actor) if one.row.pk == uuid]
    if not found:
        raise NotFound(sentences.NOT_IN_THIS_CASE)
    return found[0]


def _leave(row: Deviation, case: Case, names: dict[int, str], actor: Actor) -> Leave:
    procedure, state = procedure_of(case), _state(row, case)
    decides = actor.may(ALLOW, compartment_id=case.compartment_id)
    mine = row.asked_by_id == actor.user_id
    return Leave(
        row=row,
        act=procedure.act(row.act).title,
        skipped=[procedure.act(name).title for name in row.skipped],
        state=state,
        asked_by=names.get(row.asked_by_id, ""),
        decided_by=names.get(row.decided_by_id or 0, ""),
        to_decide=state == "asked" and decides and not mine,
        to_record=state == "allowed" and mine,
    )


def _state(row: Deviation, case: Case) -> str:
    if row.entry_id is not None:
        return "used"
    if row.allowed is False:
        return "refused"
    if row.act_count != case.act_count:
        return "void"
    return "allowed" if row.allowed else "asked"


def what_may_deviate(*, case: Case, for_actor: Actor, on: date) -> list[ActionItem]:
    """The reader's acts that are out of place now: those leave can be asked for, then the rest.

    Empty for the other side, and for whoever holds no role in the case.
    """
    held = roles_held(case, for_actor)
    if not held or held[0].side is Audience.COUNTERPART:
        return []
    log, by = whole_log(case), str(for_actor.user_id)
    found = deviations(case, log, held=held, on=on, by=by)
    shown = [_item(case, each) for each in found if each.option.permitted]
    return sorted(shown, key=lambda item: not item.href)


def _item(case: Case, found: Deviating) -> ActionItem:
    act = found.option.act
    if not found.option.possible:
        refusal = refusal_for(found.option.refusals, Audience.OFFICE)
        return ActionItem(act.title, refusals=(refusal,))
    page = {"uuid": case.uuid, "act": act.id}
    hint = wording_deviations.left_out([step.title for step in found.skipped])
    return ActionItem(act.title, href=reverse("casework:deviation_ask", kwargs=page), hint=hint)


def my_leave(*, case: Case, act: str, for_actor: Actor) -> Deviation | None:
    """The leave by which the reader may record the act out of its place now."""
    return leave_for(case, act, act_count=case.act_count, actor=for_actor)


def my_leaves(*, case: Case, for_actor: Actor) -> list[ActionItem]:
    """What the reader may record by leave now, as actions of the case page."""
    mine = [each for each in leaves_of(case=case, for_actor=for_actor) if each.to_record]
    return [
        ActionItem(
            each.act,
            href=reverse("casework:act", kwargs={"uuid": case.uuid, "act": each.row.act}),
            hint=wording_deviations.BY_LEAVE.format(name=each.decided_by),
        )
        for each in mine
    ]
