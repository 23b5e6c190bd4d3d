"""Reports on the way, for the office; editions, for the office and the donors."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from korpu.domains.programmes.documents import Document, document_of
from korpu.domains.programmes.enums import ReportSection
from korpu.domains.programmes.models import Edition, EditionFile, Narrative, Project, Report
from korpu.domains.programmes.selectors.report import donor_report
from korpu.foundations.accounts.api import Actor
from korpu.foundations.ui.languages import speak
from korpu.kernel.errors import NotFound
from korpu.kernel.texts import LANGUAGES, Language, Text

AT_MOST = 500
HISTORY = "programmes.history.read"
NO_REPORT = Text(
    az="Belə hesabat tapılmadı.", en="There is no such report.", ru="Такой отчёт не найден."
)


@dataclass(frozen=True)
class SectionWords:
    """What was written for a section, by language; None: nothing."""

    section: ReportSection
    texts: Mapping[Language, Narrative | None]


def reports_of(project: Project, *, for_actor: Actor) -> Sequence[Report]:
    """Reports of a project, newest first; empty but for the office."""
    kept = for_actor.compartments_with(HISTORY)
    rows = Report.objects.filter(project=project, project__compartment__in=kept)
    return list(rows.select_related("begun_by")[:AT_MOST])


def get_report(project: Project, uuid: UUID, *, for_actor: Actor) -> Report:
    """A report of the actor's office.

    Raises:
        NotFound: none that this actor may know of.
    """
    kept = for_actor.compartments_with(HISTORY)
    rows = Report.objects.filter(uuid=uuid, project=project, project__compartment__in=kept)
    joined = "project__compartment__office__organisation"
    if (found := rows.select_related(joined).first()) is None:
        raise NotFound(NO_REPORT)
    return found


def get_narrative(report: Report, uuid: UUID, *, for_actor: Actor) -> Narrative:
    """The words of a section in one language.

    Raises:
        NotFound: none that this actor may know of.
    """
    del for_actor  # the report was found for the actor
    rows = report.narratives.filter(uuid=uuid).select_related("project__compartment")
    if (found := rows.first()) is None:
        raise NotFound(NO_REPORT)
    return found


def words_of(report: Report, *, for_actor: Actor) -> Sequence[SectionWords]:
    """What was written for each section of a report."""
    del for_actor  # the same
    rows = report.narratives.select_related("written_by", "reviewed_by")
    found = {(one.section, one.language): one for one in rows}
    return [
        SectionWords(section, {one: found.get((section.value, one)) for one in LANGUAGES})
        for section in ReportSection
    ]


def documents_now(report: Report, *, on: date, for_actor: Actor) -> dict[str, Document]:
    """The report as it would be issued now, by language."""
    rows = list(report.narratives.all())
    made: dict[str, Document] = {}
    for language in LANGUAGES:
        words = {one.section: one.text for one in rows if one.language == language}
        with speak(language):
            shown = donor_report(
                report.project.code,
                first=report.first,
                last=report.last,
                on=on,
                for_actor=for_actor,
                narratives=words,
            )
            made[language] = document_of(shown)
    return made


def editions_of(project: Project, *, for_actor: Actor) -> Sequence[Edition]:
    """Issued reports, newest first: what the donors read."""
    del for_actor  # row security: the office and the donors of the project
    rows = Edition.objects.filter(project=project).defer("content")
    return list(rows.select_related("issued_by").prefetch_related("files__edition")[:AT_MOST])


def get_edition(project: Project, number: int, *, for_actor: Actor) -> Edition:
    """An issued report.

    Raises:
        NotFound: none that this actor may know of.
    """
    del for_actor  # row security: the office and the donors of the project
    rows = Edition.objects.filter(project=project, number=number).select_related("issued_by")
    if (found := rows.first()) is None:
        raise NotFound(NO_REPORT)
    return found


def file_of(edition: Edition, language: str, *, for_actor: Actor) -> EditionFile:
    """An edition's PDF in one language.

    Raises:
        NotFound: there is none.
    """
    del for_actor  # the edition was found for the actor
    if (found := edition.files.filter(language=language).first()) is None:
        raise NotFound(NO_REPORT)
    return found


def later_edition(edition: Edition, *, for_actor: Actor) -> Edition | None:
    """The newest edition of the same report, where there is a newer one."""
    del for_actor  # the same
    newer = Edition.objects.filter(report=edition.report_id, number__gt=edition.number)
    return newer.defer("content").first()
