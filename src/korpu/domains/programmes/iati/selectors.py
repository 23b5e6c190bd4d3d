"""The only readers of IATI reporting: bounded here, filtered by row security below."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace as replaced
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery

from korpu.domains.programmes.enums import ApprovalState
from korpu.domains.programmes.iati.documents import IatiDocument, documents_of
from korpu.domains.programmes.iati.mapping.activity import Told, activity_of, reporting_org
from korpu.domains.programmes.iati.mapping.words import texts
from korpu.domains.programmes.iati.merging import merged
from korpu.domains.programmes.iati.models import (
    ImportedFile,
    Profile,
    PublishedRecord,
    ReporterIdentifier,
)
from korpu.domains.programmes.iati.parsing import parse_activity
from korpu.domains.programmes.iati.reporting import reporting
from korpu.domains.programmes.models import (
    Budget,
    BudgetLine,
    Indicator,
    Part,
    Party,
    Period,
    Project,
    ProjectDate,
    Result,
    Transaction,
)
from korpu.domains.programmes.selectors import (
    LIST_LIMIT,
    ProjectFile,
    get_project,
    projects_for_staff,
)
from korpu.engines.iati.model.activity import Activity
from korpu.engines.iati.model.organisation import Organisation
from korpu.foundations.accounts.api import Actor
from korpu.foundations.accounts.models import Compartment
from korpu.foundations.organisations.models import Organisation as OurOrganisation
from korpu.kernel.errors import NotFound
from korpu.kernel.texts import Text

NO_IMPORT = Text(az="Belə fayl tapılmadı.", en="There is no such file.", ru="Такой файл не найден.")
NOT_PUBLISHED = Text(
    az="IATI faylı hələ dərc edilməyib.",
    en="No IATI file has been published yet.",
    ru="Файл IATI ещё не опубликован.",
)
RECORDS = PARTS = 5_000
P = TypeVar("P", bound=Part)


def profile_of(project: Project) -> Profile:
    """The project's details for IATI; an unsaved one where nobody wrote any."""
    return Profile.objects.filter(project=project).first() or Profile(project=project)


def project_activity(code: str, *, for_actor: Actor, base_url: str, at: datetime) -> Activity:
    """A project as it would be published now.

    Raises:
        NotFound: none that this actor may know of.
    """
    file = get_project(code, for_actor=for_actor)
    return activity_to_write(file, for_actor=for_actor, base_url=base_url, at=at)


def activity_to_write(
    file: ProjectFile, *, for_actor: Actor, base_url: str, at: datetime | None
) -> Activity:
    """What the project tells of itself, with what an import said beyond it."""
    profile = profile_of(file.project)
    now = activity_of(told_of(file, profile, for_actor, base_url), reporting(), at=at)
    if not profile.imported:
        return now
    then = replaced(parse_activity(profile.told_then), document_link=())
    return merged(now, then, parse_activity(profile.imported))


def told_of(file: ProjectFile, profile: Profile, for_actor: Actor, base_url: str) -> Told:
    """Everything of a project that goes into its file."""
    project = file.project
    return Told(
        file=replaced(file, budgets=_counting(file.budgets)),
        lines=list(_parts(BudgetLine, project).filter(state=ApprovalState.APPROVED)),
        moved=list(
            _parts(Transaction, project).select_related(
                "provider__organisation", "receiver__organisation"
            )
        ),
        results=list(_parts(Result, project)),
        indicators=list(_parts(Indicator, project)),
        periods=list(_parts(Period, project).select_related("indicator__counted_activity")),
        documents=_whole_addresses(documents_of(file.ref, for_actor=for_actor), base_url),
        reporter=reporter_name(),
        identifier=profile.identifier,
        sector=profile.sector,
        country=profile.country,
        predecessor=_predecessor(project),
    )


def organisation_record(*, at: datetime | None) -> Organisation:
    """The reporting organisation as it would be published now."""
    who, name = reporting(), reporter_name()
    return Organisation(
        last_updated_datetime=at,
        lang=who.language,
        organisation_identifier=who.ref,
        name=texts(name),
        reporting_org=replaced(reporting_org(who, name), secondary_reporter=None),
    )


def reporter_name() -> Text:
    """The name of the reporting organisation."""
    return OurOrganisation.objects.get(code=reporting().organisation).title


def projects_with_files(*, for_actor: Actor) -> QuerySet[Project]:
    """Projects of the actor's portfolio, each with its newest published version; for a list."""
    newest = PublishedRecord.objects.filter(project=OuterRef("pk")).order_by("-number")
    return projects_for_staff(for_actor=for_actor).annotate(
        iati_number=Subquery(newest.values("number")[:1]),
        iati_published_at=Subquery(newest.values("published_at")[:1]),
    )


def versions_of(project: Project | None) -> Sequence[PublishedRecord]:
    """Published versions, the newest first."""
    found = PublishedRecord.objects.filter(project=project).defer("content")
    return list(found.select_related("published_by").order_by("-number")[:LIST_LIMIT])


def find_version(uuid: UUID, *, for_actor: Actor) -> PublishedRecord:
    """A published version of a project of the actor's portfolio, or of the organisation.

    Raises:
        NotFound: none that this actor may know of.
    """
    found = PublishedRecord.objects.filter(uuid=uuid).select_related("project").first()
    if found is None:
        raise NotFound(NOT_PUBLISHED)
    if found.project is not None:
        get_project(found.project.code, for_actor=for_actor)
    return found


def newest_records(*, for_actor: Actor, code: str = "") -> Sequence[PublishedRecord]:
    """The newest version of each public project's record, by identifier.

    Raises:
        NotFound: a code was given, and there is none.
    """
    del for_actor  # the public files are the same for everybody
    last = PublishedRecord.objects.filter(project=OuterRef("project")).order_by("-number")
    found = PublishedRecord.objects.filter(
        project__published_at__isnull=False, number=Subquery(last.values("number")[:1])
    )
    if code:
        found = found.filter(project__code=code)
    records = list(found.select_related("project").order_by("identifier")[:RECORDS])
    if code and not records:
        raise NotFound(NOT_PUBLISHED)
    return records


def newest_organisation(*, for_actor: Actor) -> PublishedRecord:
    """The newest version of the organisation's record.

    Raises:
        NotFound: it was never published.
    """
    del for_actor
    found = PublishedRecord.objects.filter(project=None).order_by("-number").first()
    if found is None:
        raise NotFound(NOT_PUBLISHED)
    return found


def find_import(uuid: UUID, *, for_actor: Actor) -> ImportedFile:
    """A file of the actor's office.

    Raises:
        NotFound: none that this actor may know of.
    """
    kept = for_actor.compartments_with("programmes.project.edit")
    found = ImportedFile.objects.filter(uuid=uuid, compartment__in=kept).first()
    if found is None:
        raise NotFound(NO_IMPORT)
    return found


def offices_with_projects(*, for_actor: Actor) -> list[tuple[str, str]]:
    """Compartments the actor keeps projects in, for a field of a form."""
    kept = for_actor.compartments_with("programmes.project.edit")
    found = Compartment.objects.filter(pk__in=kept).select_related("office")
    return [(str(one.pk), str(one.office.title)) for one in found[:LIST_LIMIT]]


def recent_imports(*, for_actor: Actor) -> Sequence[ImportedFile]:
    """Files brought in lately, the newest first."""
    kept = for_actor.compartments_with("programmes.project.edit")
    found = ImportedFile.objects.filter(compartment__in=kept).defer("content", "report")
    return list(found.select_related("uploaded_by")[:20])


KINDS_OF_PARTS: Mapping[str, type[Part]] = {
    "date": ProjectDate,
    "party": Party,
    "line": BudgetLine,
    "transaction": Transaction,
    "result": Result,
    "indicator": Indicator,
    "period": Period,
}
_IDENTITIES: Mapping[str, Callable[[Any], Sequence[tuple[str, ...]]]] = {
    "date": lambda one: [(one.kind,)],
    "party": lambda one: [(one.role, name) for name in _names(one.name)],
    "line": lambda one: [(str(one.first), str(one.last), f"{one.amount:.2f}", one.currency)],
    "transaction": lambda one: [
        (str(one.day), one.kind, f"{one.amount:.2f}", one.currency, one.reference)
    ],
    "result": lambda one: [(name,) for name in _names(one.title)],
    "indicator": lambda one: [(one.result.title_en, name) for name in _names(one.title)],
    "period": lambda one: [
        (one.indicator.result.title_en, one.indicator.title_en, str(one.first), str(one.last))
    ],
}
_JOINED = {
    "party": ("organisation",),
    "indicator": ("result",),
    "period": ("indicator__result",),
}


def present_parts(project: Project) -> dict[str, dict[tuple[str, ...], Any]]:
    """The parts a project has, by kind and by what tells them apart in a file."""
    found: dict[str, dict[tuple[str, ...], Any]] = {}
    for kind, model in KINDS_OF_PARTS.items():
        rows = _parts(model, project).select_related(*_JOINED.get(kind, ()))[:PARTS]
        found[kind] = {identity: row for row in rows for identity in _IDENTITIES[kind](row)}
    return found


def told_now(project: Project, *, for_actor: Actor) -> Activity:
    """What a project tells of itself, without documents and without what an import said."""
    file = get_project(project.code, for_actor=for_actor)
    told = told_of(file, profile_of(project), for_actor, "")
    return activity_of(replaced(told, documents=()), reporting(), at=None)


def _names(text: Text) -> set[str]:
    return {text.az, text.en, text.ru}


def _parts(model: type[P], project: Project) -> QuerySet[P]:
    return model._default_manager.filter(project=project, removed_at__isnull=True)  # noqa: SLF001  Django's public door to any model


def _counting(budgets: Sequence[Budget]) -> list[Budget]:
    return [one for one in budgets if one.state == ApprovalState.APPROVED]


def _predecessor(project: Project) -> str:
    if project.predecessor is None or not project.predecessor.is_published:
        return ""
    return identifier_of(project.predecessor)


def identifier_of(project: Project) -> str:
    """The identifier under which a project stands in the files."""
    return profile_of(project).identifier or reporting().identifier_of(project.code)


def identifiers_of(projects: Iterable[Project]) -> dict[str, Project]:
    """Projects by the identifier they stand under; their profiles are joined."""
    who, found = reporting(), {}
    for project in projects:
        profile: Profile | None = getattr(project, "iati_profile", None)
        own = profile.identifier if profile else ""
        found[own or who.identifier_of(project.code)] = project
    return found


def reporters(*, for_actor: Actor) -> Sequence[ReporterIdentifier]:
    """Identifiers the organisation was given here, newest first."""
    del for_actor  # it stands in public files
    return list(ReporterIdentifier.objects.select_related("set_by")[:20])


def published_count(*, for_actor: Actor) -> int:
    """How many records are published."""
    del for_actor  # the same
    return PublishedRecord.objects.values("project").distinct().count()


def _whole_addresses(documents: Sequence[IatiDocument], base_url: str) -> list[IatiDocument]:
    base = base_url.rstrip("/")
    return [
        replaced(one, url=f"{base}{one.url}") if one.url.startswith("/") else one
        for one in documents
    ]
