"""Projects with their parts: for the office, for donors, for the public."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Q, QuerySet

from korpu.domains.programmes.counting import ProjectRef
from korpu.domains.programmes.models import (
    Activity,
    Budget,
    Claim,
    Component,
    Objective,
    Part,
    Party,
    Project,
    ProjectDate,
    ProjectInstrument,
    ProjectOffice,
    Source,
)
from korpu.foundations.accounts.api import Actor
from korpu.kernel.errors import NotFound
from korpu.kernel.texts import Text

LIST_LIMIT = 500
P = TypeVar("P", bound=Part)

NO_PROJECT = Text(
    az="Belə layihə tapılmadı.", en="There is no such project.", ru="Такой проект не найден."
)


@dataclass(frozen=True)
class ProjectFile:
    """A project with its parts, in the order they are read."""

    project: Project
    parties: Sequence[Party]
    dates: Sequence[ProjectDate]
    offices: Sequence[ProjectOffice]
    instruments: Sequence[ProjectInstrument]
    objectives: Sequence[Objective]
    components: Sequence[Component]
    activities: Sequence[Activity]
    budgets: Sequence[Budget]
    claims: Sequence[Claim]

    @property
    def ref(self) -> ProjectRef:
        return ref_of(self.project)

    @property
    def points(self) -> Sequence[Sequence[Claim]]:
        """Claims on which sources disagree, one group per point."""
        return [list(group) for _point, group in groupby(self.claims, lambda one: one.point)]

    @property
    def cited(self) -> Sequence[tuple[Source, Sequence[Part]]]:
        """Every source with the parts known from it."""
        found: dict[Source, list[Part]] = {}
        plans: Iterable[Part] = (*self.objectives, *self.components, *self.activities)
        facts: Iterable[Part] = (*self.parties, *self.dates, *self.offices, *self.instruments)
        for row in (*plans, *facts, *self.budgets, *self.claims):
            if row.source is not None:
                found.setdefault(row.source, []).append(row)
        return sorted(found.items(), key=lambda one: one[0].code)


def projects_for_staff(*, for_actor: Actor, **filters: Any) -> QuerySet[Project]:
    """Projects of the actor's offices, and those a donor's organisation funds; for paging."""
    return _filtered(Project.objects.filter(_readable(for_actor)), **filters)


def published_projects(*, for_actor: Actor, **filters: Any) -> QuerySet[Project]:
    """What the public reads; the database shows a visitor nothing else."""
    del for_actor  # the public portfolio is the same for everybody
    return _filtered(Project.objects.filter(published_at__isnull=False), **filters)


def published_project(code: str, *, for_actor: Actor) -> ProjectFile:
    """A published project with its parts.

    Raises:
        NotFound: none that the public may know of.
    """
    return _file(published_projects(for_actor=for_actor).filter(code=code).first())


def get_project(code: str, *, for_actor: Actor) -> ProjectFile:
    """A project of the actor's portfolio with its parts.

    Raises:
        NotFound: none that this actor may know of.
    """
    return _file(projects_for_staff(for_actor=for_actor).filter(code=code).first())


def project_of(code: str, *, for_actor: Actor) -> Project:
    """A project of the actor's portfolio without its parts.

    Raises:
        NotFound: none that this actor may know of.
    """
    projects = projects_for_staff(for_actor=for_actor).select_related("compartment__office")
    found = projects.filter(code=code).first()
    if found is None:
        raise NotFound(NO_PROJECT)
    return found


def find_project(name: str | UUID) -> ProjectRef | None:
    """A project the running actor may see, by code or uuid; None: there is none."""
    named = Q(uuid=name) if isinstance(name, UUID) else Q(code=name)
    found = Project.objects.filter(named).first()
    return ref_of(found) if found else None


def project_choices(*, for_actor: Actor) -> list[tuple[str, str]]:
    """Uuid and title of the projects the actor keeps, for a field of a form."""
    kept = for_actor.compartments_with("programmes.project.edit")
    projects = Project.objects.filter(compartment__in=kept)[:LIST_LIMIT]
    return [(str(one.uuid), f"{one.acronym}: {one.title}") for one in projects]


def activity_choices(project: ProjectRef, *, for_actor: Actor) -> list[tuple[str, str]]:
    """Uuid and title of a project's activities, for a field of a form."""
    kept = for_actor.compartments_with("programmes.project.edit")
    activities = Activity.objects.filter(
        project__uuid=project.uuid, project__compartment__in=kept, removed_at__isnull=True
    )
    return [(str(one.uuid), str(one)) for one in activities[:LIST_LIMIT]]


def ref_of(project: Project) -> ProjectRef:
    """The project as other rooms know it."""
    return ProjectRef(uuid=project.uuid, code=project.code, title=project.title)


def _readable(actor: Actor) -> Q:
    """Row security decides what a donor is shown; the mark of the page that donors come at all."""
    kept = actor.compartments_with("programmes.project.read")
    funded = Q(party__role="donor", party__organisation__offices__in=_donor_offices(actor))
    ids = Project.objects.filter(Q(compartment__in=kept) | funded).values("pk")
    return Q(pk__in=ids)


def _donor_offices(actor: Actor) -> list[int]:
    return [held.office_id for held in actor.held if held.business == "donor"]


def _filtered(
    projects: QuerySet[Project], *, text: str = "", status: str = "", donor: str = ""
) -> QuerySet[Project]:
    if text:
        projects = projects.filter(
            Q(title_az__icontains=text)
            | Q(title_en__icontains=text)
            | Q(title_ru__icontains=text)
            | Q(spellings__icontains=text)
        )
    if status:
        projects = projects.filter(status=status)
    if donor:
        projects = projects.filter(
            pk__in=Party.objects.filter(role="donor", organisation__code=donor).values("project")
        )
    return projects.select_related("predecessor")


def _file(project: Project | None) -> ProjectFile:
    if project is None:
        raise NotFound(NO_PROJECT)
    return ProjectFile(
        project=project,
        parties=_of(project, Party, "organisation", "component"),
        dates=_of(project, ProjectDate),
        offices=_of(project, ProjectOffice),
        instruments=_of(project, ProjectInstrument, "instrument__approves"),
        objectives=_of(project, Objective),
        components=_of(project, Component),
        activities=_of(project, Activity, "component", "objective"),
        budgets=_of(project, Budget),
        claims=_of(project, Claim),
    )


def _of(project: Project, model: type[P], *joined: str) -> list[P]:
    rows = model._default_manager.filter(project=project, removed_at__isnull=True)  # noqa: SLF001  Django's public door to any model
    return list(rows.select_related("source", *joined)[:LIST_LIMIT])
