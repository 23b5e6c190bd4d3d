"""Reading one case: the case itself, what can be done, its log, its deadlines."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.utils.html import format_html
from django.utils.translation import gettext as _
from markupsafe import Markup

from korpu.engines.procedure.api import Procedure
from korpu.foundations.accounts.api import Actor, roles
from korpu.foundations.audit.api import names_of, record_reading, record_refusal
from korpu.foundations.casework import sentences
from korpu.foundations.casework.engine import procedure_of
from korpu.foundations.casework.enums import Audience, Part
from korpu.foundations.casework.models import Act, Case, CaseParty, Deadline, Deviation
from korpu.foundations.casework.sides import roles_held, side_of
from korpu.foundations.casework.wording_deviations import BY_LEAVE, left_out
from korpu.foundations.ui.formats import long_date
from korpu.foundations.ui.items import TimelineItem
from korpu.kernel.errors import NotFound, NotPermitted
from korpu.kernel.texts import Text

READ = "casework.case.read"
FOLLOW = "casework.case.follow"


def get_case(*, uuid: UUID, for_actor: Actor, purpose: str = "") -> Case:
    """A case the actor may read; the reading is recorded with its purpose.

    Raises:
        NotFound: there is none, or the actor may not know of it.
        NotPermitted: the actor's role there does not read cases; the refusal is recorded.
    """
    case = find_case(uuid=uuid, for_actor=for_actor)
    record_reading(
        actor=for_actor,
        object_type="casework.case",
        object_uuid=case.uuid,
        person_uuids=_people_of(case),
        purpose=purpose,
        compartment_id=case.compartment_id,
    )
    return case


def find_case(*, uuid: UUID, for_actor: Actor) -> Case:
    """As ``get_case``, for an act on a case whose page is being read: nothing more is recorded."""
    case = (
        Case.objects.select_related("compartment__office", "counterpart__office")
        .filter(uuid=uuid)
        .first()
    )
    if case is None:
        raise NotFound(sentences.NO_SUCH_CASE, sentences.NO_SUCH_CASE_DETAIL)
    permission = FOLLOW if side_of(case, for_actor) is Audience.COUNTERPART else READ
    if not _may_read(case, for_actor):
        record_refusal(
            actor=for_actor,
            object_type="casework.case",
            object_uuid=case.uuid,
            permission=permission,
        )
        raise NotPermitted(sentences.CASE_NOT_PERMITTED, sentences.CASE_NOT_PERMITTED_DETAIL)
    return case


def _may_read(case: Case, actor: Actor) -> bool:
    """Whether a role on the actor's side of the case reads cases."""
    held = roles_held(case, actor)
    if actor.is_system or not held:
        return actor.is_system
    side = held[0].side
    permission = FOLLOW if side is Audience.COUNTERPART else READ
    declared = roles()
    return any(permission in declared[role.role].permissions for role in held if role.side is side)


def _people_of(case: Case) -> tuple[UUID, ...]:
    parties = CaseParty.objects.filter(case=case).exclude(part=Part.REPLACED)
    return tuple(parties.values_list("person__uuid", flat=True).distinct())


def log_of(*, case: Case, for_actor: Actor) -> list[TimelineItem]:  # noqa: ARG001  readers name the actor
    """The entries the actor may see, the latest first."""
    procedure = procedure_of(case)
    acts = list(Act.objects.filter(case=case).order_by("-seq"))
    people = {act.actor_id for act in acts} | {act.on_behalf_of_id or 0 for act in acts}
    names = names_of(people | {act.allowed_by_id or 0 for act in acts})
    skipped = _left_out(procedure, acts)
    return [
        TimelineItem(
            title=procedure.act(act.act).title,
            at=act.at,
            by=_signature(act, names),
            text=_sentence(act, procedure.statuses[act.status_after].title)
            + _departure(act, names, skipped),
        )
        for act in acts
    ]


def _signature(act: Act, names: Mapping[int, str]) -> str:
    name = names.get(act.actor_id, "")
    if act.on_behalf_of_id is None:
        return name
    return _("%(name)s for %(absent)s") % {
        "name": name,
        "absent": names.get(act.on_behalf_of_id, ""),
    }


def _sentence(act: Act, status: Text) -> Markup:
    told = _("In effect from %(date)s. Status: %(status)s.") % {
        "date": long_date(act.effective_on),
        "status": status,
    }
    note = format_html('<br><span class="korpu-pre">{}</span>', act.note) if act.note else ""
    return Markup("{}{}").format(told, note)


def _left_out(procedure: Procedure, acts: Sequence[Act]) -> dict[UUID, Text]:
    """What each entry recorded out of its place left out."""
    if not any(act.deviation for act in acts):
        return {}
    rows = Deviation.objects.filter(entry__in=[act.pk for act in acts if act.deviation])
    return {
        row.entry_id: left_out([procedure.act(name).title for name in row.skipped])
        for row in rows
        if row.entry_id is not None
    }


def _departure(act: Act, names: Mapping[int, str], skipped: Mapping[UUID, Text]) -> Markup:
    """How an entry departs from the procedure, and who allowed it."""
    if not act.deviation:
        return Markup()
    told = BY_LEAVE.format(name=names.get(act.allowed_by_id or 0, ""))
    return Markup("<br><strong>{}</strong> {}").format(told, skipped.get(act.pk, ""))


def departures_shown(*, case: Case, for_actor: Actor) -> list[tuple[str, str]]:
    """From which status to which the case was taken out of order, as far as the actor may see."""
    if side_of(case, for_actor) is Audience.COUNTERPART:
        return []
    found = Act.objects.filter(case=case).exclude(deviation="").order_by("seq")
    return list(found.values_list("status_before", "status_after"))


def deadlines_of(*, case: Case, for_actor: Actor) -> Sequence[Deadline]:  # noqa: ARG001
    """The deadlines of a case in the order of the procedure; none for the other side."""
    return list(Deadline.objects.filter(case=case).order_by("position"))


def status_shown(*, case: Case, for_actor: Actor) -> str:
    """The status as the actor's side knows it."""
    if side_of(case, for_actor) is Audience.COUNTERPART:
        return case.shown_status
    return case.status
