"""What the public pages say of projects, each fact with its source; the only readers for them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from korpu.domains.programmes.counting import ProjectRef
from korpu.domains.programmes.enums import ApprovalState, DateKind, ObjectiveLevel, PartyRole
from korpu.domains.programmes.figures import Figure, figure_of
from korpu.domains.programmes.models import (
    Budget,
    Claim,
    Indicator,
    Objective,
    Party,
    Period,
    Project,
    ProjectDate,
    Source,
    Sourced,
)
from korpu.domains.programmes.selectors import (
    ProjectFile,
    published_project,
    published_projects,
    ref_of,
)
from korpu.engines.azeri import holds_words, search_words
from korpu.foundations.accounts.api import Actor
from korpu.foundations.organisations.enums import OrganisationKind
from korpu.kernel.texts import Text

LIST_LIMIT = 500
BEGINNINGS = (DateKind.ACTUAL_START, DateKind.PLANNED_START)
ENDS = (DateKind.ACTUAL_END, DateKind.PLANNED_END)


@dataclass(frozen=True, slots=True)
class SourceRef:
    """Something published in which a fact can be looked up; ``url`` may be empty."""

    code: str
    title: Text
    publisher: str
    url: str


@dataclass(frozen=True)
class PublicIndicator:
    """An indicator with the figure of each of its periods, as the public reads them."""

    indicator: Indicator
    figures: Sequence[tuple[Period, Figure]]


@dataclass(frozen=True)
class Point:
    """A point on which sources disagree; the claim the record follows stands first."""

    title: Text
    claims: Sequence[Claim]


@dataclass(frozen=True)
class PublicProject:
    """Everything published of one project."""

    file: ProjectFile
    indicators: Sequence[PublicIndicator]
    successors: Sequence[Project]

    @property
    def project(self) -> Project:
        return self.file.project

    @property
    def ref(self) -> ProjectRef:
        return self.file.ref

    def parties(self, role: str) -> list[Party]:
        """The organisations of one role, in order."""
        return [party for party in self.file.parties if party.role == role]

    @property
    def budget(self) -> Budget | None:
        """The whole that was approved; None: not stated."""
        agreed = (one for one in self.file.budgets if one.state == ApprovalState.APPROVED)
        return next(agreed, None)

    def objectives(self, level: str) -> list[Objective]:
        """The objectives of one level, in order."""
        return [one for one in self.file.objectives if one.level == level]

    @property
    def levels(self) -> list[tuple[ObjectiveLevel, list[Objective]]]:
        """The levels that have an objective, the general first."""
        found = [(level, self.objectives(level)) for level in ObjectiveLevel]
        return [(level, objectives) for level, objectives in found if objectives]

    @cached_property
    def points(self) -> list[Point]:
        """What sources disagree on."""
        grouped: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.file.claims:
            grouped[claim.point].append(claim)
        return [
            Point(
                claims[0].point_title,
                sorted(claims, key=lambda claim: not claim.is_followed),
            )
            for claims in grouped.values()
        ]

    @cached_property
    def sources(self) -> list[Source]:
        """Every source a fact of the page is known from, numbered by its place from one."""
        found = {row.source.code: row.source for row in self._rows() if row.source}
        own = self.project.source
        first = {own.code: own} if own else {}
        return list((first | found).values())

    @property
    def numbers(self) -> Mapping[str, int]:
        """The number of each source on the page, by its code."""
        return {source.code: place for place, source in enumerate(self.sources, start=1)}

    def _rows(self) -> Iterable[Sourced]:
        file = self.file
        parts: tuple[Sequence[Sourced], ...] = (
            *(file.parties, file.dates, file.offices, file.instruments, file.objectives),
            *(file.components, file.activities, file.budgets, file.claims),
        )
        yield from (row for rows in parts for row in rows)
        for one in self.indicators:
            yield one.indicator
            yield from (period for period, _figure in one.figures)


@dataclass(frozen=True)
class Standing:
    """A project in the portfolio.

    Attributes:
        first, last: days of the work, the actual before the planned; None: not stated.
        last_is_planned: the end is known as planned only.
        countries: alpha-3 codes by role.
        budget: the whole that was approved; None: not stated.
    """

    project: Project
    dates: Sequence[ProjectDate]
    donors: Sequence[Party]
    countries: Mapping[str, frozenset[str]] = field(default_factory=dict)
    budget: Budget | None = None

    @property
    def first(self) -> date | None:
        return _first_of(self.dates, BEGINNINGS)

    @property
    def last(self) -> date | None:
        return _first_of(self.dates, ENDS)

    @property
    def last_is_planned(self) -> bool:
        return _first_of(self.dates, (DateKind.ACTUAL_END,)) is None and self.last is not None


def public_project(code: str, *, for_actor: Actor) -> PublicProject:
    """A published project with its results.

    Raises:
        NotFound: none that the public may know of.
    """
    file = published_project(code, for_actor=for_actor)
    successors = published_projects(for_actor=for_actor).filter(predecessor=file.project)
    return PublicProject(file, _indicators(file), list(successors[:LIST_LIMIT]))


def standings(projects: Iterable[Project]) -> list[Standing]:
    """What the portfolio shows of each project; three queries for all of them."""
    listed = list(projects)
    dates = _by_project(ProjectDate.objects.filter(project__in=listed, removed_at__isnull=True))
    parties = Party.objects.filter(project__in=listed, removed_at__isnull=True)
    by_project = _by_project(parties.select_related("organisation"))
    agreed = Budget.objects.filter(state=ApprovalState.APPROVED, removed_at__isnull=True)
    budgets = _by_project(agreed.filter(project__in=listed))
    return [
        Standing(
            one,
            dates[one.pk],
            [party for party in by_project[one.pk] if party.role == PartyRole.DONOR],
            _countries(by_project[one.pk]),
            next(iter(budgets[one.pk]), None),
        )
        for one in listed
    ]


def find_source(code: str) -> SourceRef | None:
    """A source of the register by its code; None: there is none."""
    found = Source.objects.filter(code=code).first() if code else None
    if found is None:
        return None
    return SourceRef(found.code, found.title, found.publisher, found.url)


def matching_projects(words: str, *, for_actor: Actor) -> list[Project]:
    """Published projects that hold every word in some form and spelling, in order of their code."""
    asked = search_words(words)
    if not asked:
        return []
    rows = published_projects(for_actor=for_actor)[:LIST_LIMIT]
    return [row for row in rows if _holds(row, asked)]


def newest_projects(*, for_actor: Actor, limit: int) -> list[Project]:
    """What was published last."""
    return list(published_projects(for_actor=for_actor).order_by("-published_at", "code")[:limit])


def reference(project: Project) -> ProjectRef:
    """The project as other rooms know it."""
    return ref_of(project)


def _holds(project: Project, asked: list[frozenset[str]]) -> bool:
    texts = [
        *(project.acronym, *project.spellings, *project.official_titles),
        *(project.title_az, project.title_en, project.title_ru),
        *(project.summary_az, project.summary_en, project.summary_ru),
    ]
    return holds_words(asked, *texts)


def _indicators(file: ProjectFile) -> list[PublicIndicator]:
    indicators = Indicator.objects.filter(project=file.project, removed_at__isnull=True)
    periods = Period.objects.filter(project=file.project, removed_at__isnull=True)
    by_indicator: dict[int, list[Period]] = defaultdict(list)
    for period in periods.select_related("source", "indicator__counted_activity")[:LIST_LIMIT]:
        by_indicator[period.indicator_id].append(period)
    return [
        PublicIndicator(one, _figures(by_indicator[one.pk], file.ref))
        for one in indicators.select_related("source", "result")[:LIST_LIMIT]
    ]


def _figures(periods: Iterable[Period], project: ProjectRef) -> list[tuple[Period, Figure]]:
    """Figures nobody has approved are not public."""
    found = [(period, figure_of(period, project, public=True)) for period in periods]
    return [(period, figure) for period, figure in found if not figure.is_waiting]


def _by_project(rows: Iterable[Any]) -> dict[int, list[Any]]:
    grouped: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        grouped[row.project_id].append(row)
    return grouped


def _first_of(dates: Sequence[ProjectDate], kinds: tuple[DateKind, ...]) -> date | None:
    by_kind = {one.kind: one.day for one in dates}
    return next((by_kind[kind] for kind in kinds if kind in by_kind), None)


def _countries(parties: Iterable[Party]) -> dict[str, frozenset[str]]:
    """A union of states is in no country: its seat says nothing about who takes part."""
    found: dict[str, set[str]] = defaultdict(set)
    for party in parties:
        found[party.role] |= set(party.countries)
        body = party.organisation
        if body and not party.countries and body.kind != OrganisationKind.INTERNATIONAL:
            found[party.role].add(body.country)
    return {role: frozenset(countries) for role, countries in found.items()}
