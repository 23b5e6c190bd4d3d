"""Money and figures of projects that wait for the director."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from django.db.models import Count, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from korpu.domains.programmes.enums import ApprovalState, FigureState
from korpu.domains.programmes.models import Budget, BudgetLine, FigureProposal, Period, Project
from korpu.foundations.accounts.api import Actor
from korpu.foundations.ui.waiting import Waiting

DECIDE = "programmes.approval.decide"


def waiting(actor: Actor) -> Iterator[Waiting]:
    """One list per project that has something to decide on; else one, empty."""
    if not actor.may(DECIDE):
        return
    counts = _to_decide(actor)
    projects = Project.objects.filter(pk__in=counts).order_by("code")
    for project in projects:
        href = reverse("programmes:approvals", args=[project.code])
        title = _("%(project)s: to approve") % {"project": project.acronym}
        yield Waiting(title, href, counts[project.pk])
    if not counts:
        none = _("Money and figures of projects to approve")
        yield Waiting(none, reverse("programmes:portfolio"), 0)


def _to_decide(actor: Actor) -> Counter[int]:
    ours = {"project__compartment__in": actor.compartments_with(DECIDE)}
    kept = {**ours, "removed_at__isnull": True}
    proposed: list[QuerySet[Any]] = [
        Budget.objects.filter(state=ApprovalState.PROPOSED, **kept),
        BudgetLine.objects.filter(state=ApprovalState.PROPOSED, **kept),
        Period.objects.filter(actual__isnull=False, approved_at__isnull=True, **kept),
        FigureProposal.objects.filter(
            state=FigureState.PROPOSED, period__removed_at__isnull=True, **ours
        ),
    ]
    found: Counter[int] = Counter()
    for rows in proposed:
        counted = rows.order_by().values_list("project_id").annotate(n=Count("pk"))
        found.update(dict(counted))
    return found
