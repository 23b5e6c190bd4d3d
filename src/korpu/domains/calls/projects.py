"""What the calls room needs to know of the project that pays."""

from datetime import date
from uuid import UUID

from korpu.domains.programmes.api import DateKind, Precision, Project
from korpu.kernel.periods import Month, Year


def project_of(uuid: UUID) -> Project | None:
    """The project, if the running actor may see it."""
    return Project.objects.select_related("compartment").filter(uuid=uuid).first()


def last_day_of(uuid: UUID) -> date | None:
    """The last day of the project as planned, or as it ended; None: not stated.

    A month or a year stands for its last day.
    """
    kinds = (DateKind.ACTUAL_END, DateKind.PLANNED_END)
    ends = Project.objects.filter(
        uuid=uuid, projectdate__kind__in=kinds, projectdate__removed_at__isnull=True
    ).values_list("projectdate__kind", "projectdate__day", "projectdate__precision")
    known = {kind: _last(day, precision) for kind, day, precision in ends}
    return next((known[kind] for kind in kinds if kind in known), None)


def _last(day: date, precision: str) -> date:
    if precision == Precision.YEAR:
        return Year.of(day).last
    return Month.of(day).last if precision == Precision.MONTH else day
