"""What leaves the assistance room for statistics: no name, no number, no free text."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db.models import Count

from korpu.domains.assistance.enums import VersionState
from korpu.domains.assistance.models import PlanNeed, SupportPlan
from korpu.kernel.pseudonyms import pseudonym


@dataclass(frozen=True, slots=True)
class AssistancePlanRow:
    """One row per approved plan and need; ``birth_year`` None: not known."""

    pseudonym: str
    opened_on: date
    need: str
    sex: str
    birth_year: int | None
    programme: str
    vulnerable: str


def collect_plans(first: date, last: date) -> Iterator[AssistancePlanRow]:
    """Needs of plans in force opened from ``first`` to ``last``, both included."""
    needs = (
        PlanNeed.objects.filter(
            version__state=VersionState.APPROVED, version__plan__opened_on__range=(first, last)
        )
        .select_related("version__plan__programme", "version__plan__case__subject")
        .order_by("version__plan__opened_on", "version__plan_id", "need")
    )
    for need in needs.iterator(chunk_size=2000):
        plan = need.version.plan
        person = plan.case.subject
        birth = person.birth_date[:4] if person else ""
        yield AssistancePlanRow(
            pseudonym=pseudonym(str(plan.uuid), key=settings.KORPU_PSEUDONYM_KEY.encode()),
            opened_on=plan.opened_on,
            need=need.need,
            sex=person.sex if person else "X",
            birth_year=int(birth) if birth else None,
            programme=plan.programme.code,
            vulnerable={True: "yes", False: "no", None: "not_screened"}[plan.is_vulnerable],
        )


def count_supported(programme: str, first: date, last: date) -> dict[str, int]:
    """How many people with an approved plan opened from ``first`` to ``last``, by sex.

    Counts alone leave the room. ``programme``: its code; ``X``: sex not stated.
    """
    plans = SupportPlan.objects.filter(
        programme__code=programme,
        opened_on__range=(first, last),
        versions__state=VersionState.APPROVED,
    )
    rows = plans.values_list("case__subject__sex").annotate(number=Count("pk", distinct=True))
    counted: dict[str, int] = {}
    for sex, number in rows.order_by():
        counted[sex or "X"] = counted.get(sex or "X", 0) + number
    return counted
