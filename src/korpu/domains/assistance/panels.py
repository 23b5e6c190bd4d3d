"""What the assistance room shows on the page of a case of support."""

from collections.abc import Mapping

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from korpu.domains.assistance import selectors
from korpu.domains.assistance.models import PlanLine, PlanNeed, PlanVersion, SupportPlan
from korpu.domains.assistance.tariffs import ceilings
from korpu.foundations.accounts.api import Actor
from korpu.foundations.casework.api import Case, Panel
from korpu.foundations.codelists import api as codelists
from korpu.kernel.texts import Text


def _support(case: Case, actor: Actor) -> Mapping[str, object]:  # noqa: ARG001  row security filters
    plan = selectors.plan_of(case)
    today = timezone.localdate()
    return {
        "plan": plan,
        "mentor": selectors.current_assignment(plan, today),
        "assignments": selectors.assignments_of(plan),
        "closure_reason": _title("closure-reasons", plan.closure_reason),
    }


def _budget(case: Case, actor: Actor) -> Mapping[str, object]:  # noqa: ARG001  row security filters
    plan = selectors.plan_of(case)
    version = selectors.current_version(plan)
    titles = codelists.titles("reintegration-needs")
    return {
        "plan": plan,
        "version": version,
        "needs": [] if version is None else [_need(need, titles) for need in version.needs.all()],
        "lines": [] if version is None else [_line(line, titles) for line in version.lines.all()],
        "ceilings": _spending(plan, version),
    }


def _need(need: PlanNeed, titles: Mapping[str, Text]) -> Mapping[str, object]:
    return {"title": titles.get(need.need, need.need), "goal": need.goal}


def _line(line: PlanLine, titles: Mapping[str, Text]) -> Mapping[str, object]:
    return {"line": line, "need": titles.get(line.need, line.need)}


def _spending(plan: SupportPlan, version: PlanVersion | None) -> list[Mapping[str, object]]:
    lines = list(version.lines.all()) if version is not None else []
    return [
        {
            "ceiling": ceiling,
            "planned": sum(line.amount_eur for line in lines if line.phase == phase),
        }
        for phase, ceiling in ceilings(plan, version).items()
    ]


def _fieldwork(case: Case, actor: Actor) -> Mapping[str, object]:  # noqa: ARG001  row security filters
    plan = selectors.plan_of(case)
    return {
        "case": case,
        "visits": selectors.visits_of(plan),
        "deliveries": selectors.deliveries_of(plan),
    }


def _screenings(case: Case, actor: Actor) -> Mapping[str, object]:  # noqa: ARG001  row security filters
    plan = selectors.plan_of(case)
    titles = codelists.titles("vulnerability-signals")
    return {
        "screenings": [
            {
                "screening": screening,
                "signals": [
                    (titles.get(signal.signal, signal.signal), signal.get_polarity_display())
                    for signal in screening.signals.all()
                ],
            }
            for screening in selectors.screenings_of(plan)
        ]
    }


def _title(codelist: str, code: str) -> Text | str:
    return codelists.title(codelist, code) if code else ""


PANELS = (
    Panel(
        "support", _("Support"), "assistance.plan.read", "assistance/panels/support.html", _support
    ),
    Panel(
        "plan", _("Plan and budget"), "assistance.plan.read", "assistance/panels/plan.html", _budget
    ),
    Panel(
        "fieldwork",
        _("Visits and deliveries"),
        "assistance.plan.read",
        "assistance/panels/fieldwork.html",
        _fieldwork,
    ),
    Panel(
        "screening",
        _("Screening"),
        "assistance.screening.read",
        "assistance/panels/screening.html",
        _screenings,
    ),
)
