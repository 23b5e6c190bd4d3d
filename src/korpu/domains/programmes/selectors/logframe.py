"""The chain from result to figure, on one screen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from korpu.domains.programmes.counting import ProjectRef
from korpu.domains.programmes.figures import Figure, figure_of
from korpu.domains.programmes.models import FigureProposal, Indicator, Period, Project, Result
from korpu.domains.programmes.selectors.keeping import waiting_changes
from korpu.domains.programmes.selectors.projects import ref_of
from korpu.foundations.accounts.api import Actor
from korpu.foundations.codelists import api as codelists
from korpu.kernel.texts import Text

AT_MOST = 1000


@dataclass(frozen=True)
class ShownPeriod:
    """A period with its figure; ``share_of_target``: 0 and up, None where it cannot be said.

    ``change``: what waits to take the place of the approved figure; for the office alone.
    """

    period: Period
    figure: Figure
    change: FigureProposal | None = None

    @property
    def share_of_target(self) -> float | None:
        target, value = self.period.target, self.figure.value
        if not target or value is None:
            return None
        return float(value / target)


@dataclass(frozen=True)
class ShownIndicator:
    """An indicator, its unit in words, its periods in time."""

    indicator: Indicator
    unit: Text
    periods: Sequence[ShownPeriod]


@dataclass(frozen=True)
class ShownResult:
    """A result with its indicators."""

    result: Result
    indicators: Sequence[ShownIndicator]


def logframe(project: Project, *, for_actor: Actor, public: bool = False) -> list[ShownResult]:
    """Every result with indicators and periods, figures counted now; five queries and the counts.

    ``public``: small numbers of people are withheld, as they are from donors; figures not approved
    are left out by the database.
    """
    keeps = for_actor.may("programmes.history.read", compartment_id=project.compartment_id)
    units = codelists.titles("indicator-units")
    kept = {"project": project, "removed_at__isnull": True}
    results = Result.objects.filter(**kept).select_related("source", "objective", "component")
    indicators = Indicator.objects.filter(**kept).select_related("source", "counted_activity")
    periods = Period.objects.filter(**kept).select_related(
        "source", "indicator__counted_activity", "approved_by", "entered_by"
    )
    changes = {one.period_id: one for one in waiting_changes(project, for_actor=for_actor)}
    by_indicator = _by_indicator(
        list(periods[:AT_MOST]), ref_of(project), changes, public=public or not keeps
    )
    shown: dict[int, list[ShownIndicator]] = {}
    for one in indicators[:AT_MOST]:
        unit = units.get(one.unit, Text(az=one.unit, en=one.unit, ru=one.unit))
        entry = ShownIndicator(one, unit, by_indicator.get(one.pk, []))
        shown.setdefault(one.result_id, []).append(entry)
    return [ShownResult(one, shown.get(one.pk, [])) for one in results[:AT_MOST]]


def _by_indicator(
    periods: Sequence[Period],
    project: ProjectRef,
    changes: Mapping[int, FigureProposal],
    *,
    public: bool,
) -> Mapping[int, list[ShownPeriod]]:
    found: dict[int, list[ShownPeriod]] = {}
    for period in periods:
        figure = figure_of(period, project, public=public)
        shown = ShownPeriod(period, figure, changes.get(period.pk))
        found.setdefault(period.indicator_id, []).append(shown)
    return found
