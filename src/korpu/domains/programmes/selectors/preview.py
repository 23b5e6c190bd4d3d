"""What a counter counts for a project, before an indicator is bound to it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from korpu.domains.programmes.counting import Counted, CountQuery, counters
from korpu.domains.programmes.models import Activity, Indicator, Period, Project
from korpu.domains.programmes.selectors.accounts import project_days
from korpu.domains.programmes.selectors.projects import ref_of
from korpu.foundations.accounts.api import Actor
from korpu.kernel.texts import Text

AT_MOST = 50


@dataclass(frozen=True)
class Preview:
    """What would be counted from ``first`` to ``last``; ``whole``: all days of the project."""

    first: date
    last: date
    counted: Counted
    unit: Text
    whole: bool


def preview(
    project: Project, values: Mapping[str, Any], *, indicator: Indicator | None, for_actor: Actor
) -> Sequence[Preview]:
    """Counts over the whole project and over each counted period; empty: no counter is chosen.

    ``values``: columns of an indicator as a form gives them; ``indicator``: the one being changed.
    """
    del for_actor  # the counting rooms show the actor what there is
    counter = counters().get(values["counter"])
    if counter is None:
        return ()
    activity = Activity.objects.filter(pk=values["counted_activity_id"], project=project).first()
    since: date | None = values["counted_from"]
    counted = [one for one in _periods(indicator) if since is None or one.last >= since]
    spans = [
        (*_whole(project, since), True),
        *((max(one.first, since or one.first), one.last, False) for one in counted),
    ]
    asked = activity.uuid if activity else None
    return [
        Preview(
            first,
            last,
            counter.count(CountQuery(ref_of(project), asked, first, last)),
            counter.unit,
            whole,
        )
        for first, last, whole in spans
        if first <= last
    ]


def _whole(project: Project, since: date | None) -> tuple[date, date]:
    today = timezone.localdate()
    first, last = project_days(project)
    begin = first or since or today
    return max(begin, since or begin), max(last or today, today)


def _periods(indicator: Indicator | None) -> Sequence[Period]:
    if indicator is None:
        return ()
    return list(Period.objects.filter(indicator=indicator, removed_at__isnull=True)[:AT_MOST])
