"""What the office keeps about a project: risks, remarks, history, single parts."""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import QuerySet

from korpu.domains.programmes.enums import FigureState
from korpu.domains.programmes.kinds import Kind
from korpu.domains.programmes.models import (
    Change,
    Claim,
    Comment,
    FigureProposal,
    Part,
    Period,
    Project,
    Risk,
    Workbook,
)
from korpu.foundations.accounts.api import Actor
from korpu.kernel.errors import NotFound
from korpu.kernel.texts import Text

AT_MOST = 500
NO_PART = Text(
    az="Layihədə belə hissə tapılmadı.",
    en="There is no such part in the project.",
    ru="В проекте нет такой части.",
)


def get_part(kind: Kind, project: Project, uuid: UUID, *, for_actor: Actor) -> Part:
    """A part, taken out or not, for somebody who keeps the project.

    Raises:
        NotFound: none that this actor may change.
    """
    kept = for_actor.compartments_with("programmes.project.edit")
    part = (
        kind.model._default_manager.select_related("project__compartment", "source")  # noqa: SLF001  Django's public door to any model
        .filter(uuid=uuid, project=project, project__compartment__in=kept)
        .first()
    )
    if part is None:
        raise NotFound(NO_PART)
    return part


def get_proposal(kind: Kind, project: Project, uuid: UUID, *, for_actor: Actor) -> Part:
    """A part somebody else is to decide on.

    Raises:
        NotFound: none that this actor may decide on.
    """
    decided = for_actor.compartments_with("programmes.approval.decide")
    part = (
        kind.model._default_manager.select_related("project__compartment")  # noqa: SLF001  the same
        .filter(uuid=uuid, project=project, project__compartment__in=decided)
        .first()
    )
    if part is None:
        raise NotFound(NO_PART)
    return part


def removed_parts(kind: Kind, project: Project, *, for_actor: Actor) -> Sequence[Part]:
    """Parts of one kind that were taken out and can be put back."""
    kept = for_actor.compartments_with("programmes.project.edit")
    rows = kind.model._default_manager.filter(  # noqa: SLF001  the same
        project=project, project__compartment__in=kept, removed_at__isnull=False
    )
    return list(rows[:AT_MOST])


def risks_of(project: Project, *, for_actor: Actor) -> Sequence[Risk]:
    """The heaviest risk first."""
    del for_actor  # row security: the office and its donors
    rows = Risk.objects.filter(project=project, removed_at__isnull=True).select_related("owner")
    return sorted(rows[:AT_MOST], key=lambda risk: (-risk.weight, risk.review_on))


def comments_of(project: Project, *, for_actor: Actor) -> Sequence[Comment]:
    """Remarks of the office, newest first."""
    del for_actor  # row security: the office alone
    return list(Comment.objects.filter(project=project).select_related("author")[:AT_MOST])


def history_of(project: Project, *, for_actor: Actor) -> QuerySet[Change]:
    """What was done to the project; for paging."""
    allowed = for_actor.compartments_with("programmes.history.read")
    return Change.objects.filter(project=project, project__compartment__in=allowed)


def last_change(part: Part | Project) -> Change | None:
    """The latest act on a part: what a conflict shows beside the own version."""
    return Change.objects.filter(part_uuid=part.uuid).select_related("by").first()


def waiting_figures(project: Project, *, for_actor: Actor) -> Sequence[Period]:
    """Typed figures waiting for the director."""
    del for_actor  # row security: the office alone sees them
    rows = Period.objects.filter(
        project=project, removed_at__isnull=True, actual__isnull=False, approved_at__isnull=True
    )
    return list(rows.select_related("indicator", "entered_by", "source")[:AT_MOST])


def waiting_changes(project: Project, *, for_actor: Actor) -> Sequence[FigureProposal]:
    """Changes of approved figures waiting for the director; empty but for the office."""
    kept = for_actor.compartments_with("programmes.history.read")
    rows = FigureProposal.objects.filter(
        project=project,
        project__compartment__in=kept,
        state=FigureState.PROPOSED,
        period__removed_at__isnull=True,
    )
    joined = ("period__indicator", "period__source", "source", "proposed_by")
    return list(rows.select_related(*joined)[:AT_MOST])


def get_change(project: Project, uuid: UUID, *, for_actor: Actor) -> FigureProposal:
    """A change of an approved figure somebody else is to decide on.

    Raises:
        NotFound: none that this actor may decide on.
    """
    decided = for_actor.compartments_with("programmes.approval.decide")
    rows = FigureProposal.objects.select_related("project__compartment").filter(
        uuid=uuid, project=project, project__compartment__in=decided
    )
    if (found := rows.first()) is None:
        raise NotFound(NO_PART)
    return found


def get_claim(project: Project, uuid: UUID, *, for_actor: Actor) -> Claim:
    """A claim for somebody who keeps the project.

    Raises:
        NotFound: none that this actor may change.
    """
    kept = for_actor.compartments_with("programmes.project.edit")
    rows = Claim.objects.select_related("project__compartment", "source").filter(
        uuid=uuid, project=project, project__compartment__in=kept, removed_at__isnull=True
    )
    if (found := rows.first()) is None:
        raise NotFound(NO_PART)
    return found


def workbooks_of(project: Project, *, for_actor: Actor) -> Sequence[Workbook]:
    """The latest workbooks handed in, newest first."""
    kept = for_actor.compartments_with("programmes.workbook.use")
    rows = Workbook.objects.filter(project=project, project__compartment__in=kept)
    return list(rows.select_related("handed_in_by").defer("rows")[:20])


def get_workbook(project: Project, uuid: UUID, *, for_actor: Actor) -> Workbook:
    """A workbook handed in for the project.

    Raises:
        NotFound: none that this actor may know of.
    """
    kept = for_actor.compartments_with("programmes.workbook.use")
    rows = Workbook.objects.filter(uuid=uuid, project=project, project__compartment__in=kept)
    found = rows.select_related("handed_in_by", "project__compartment").first()
    if found is None:
        raise NotFound(NO_PART)
    return found
