"""A project as an IATI activity.

What nobody states is left out; what the standard compels comes from the jurisdiction's data with
its reason. Components have neither days nor indicators of their own, so they are told in
descriptions and not as activities below this one.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from korpu.domains.programmes.enums import PartyRole, Precision
from korpu.domains.programmes.iati.documents import IatiDocument
from korpu.domains.programmes.iati.mapping import codes
from korpu.domains.programmes.iati.mapping.money import budgets, transactions, type_of
from korpu.domains.programmes.iati.mapping.results import results
from korpu.domains.programmes.iati.mapping.words import narratives, texts
from korpu.domains.programmes.iati.reporting import Reporting
from korpu.domains.programmes.models import (
    BudgetLine,
    Indicator,
    Party,
    Period,
    ProjectDate,
    Result,
    Transaction,
)
from korpu.domains.programmes.selectors import ProjectFile
from korpu.engines.iati.model.activity import (
    Activity,
    ActivityDate,
    Description,
    ParticipatingOrg,
    RelatedActivity,
    Sector,
)
from korpu.engines.iati.model.common import Code, Day, DocumentLink, Line, ReportingOrg
from korpu.engines.iati.model.places import RecipientCountry
from korpu.kernel.texts import Text


@dataclass(frozen=True)
class Told:
    """Everything of a project that goes into its file.

    Attributes:
        sector, country: chosen for the project; empty: those of the jurisdiction.
        identifier: given to the project; empty: made of the reporter's and the project's code.
        predecessor: identifier of the project whose results it builds on; empty: none.
        reporter: the name of the reporting organisation.
    """

    file: ProjectFile
    lines: Sequence[BudgetLine]
    moved: Sequence[Transaction]
    results: Sequence[Result]
    indicators: Sequence[Indicator]
    periods: Sequence[Period]
    documents: Sequence[IatiDocument]
    reporter: Text
    identifier: str = ""
    sector: str = ""
    country: str = ""
    predecessor: str = ""


def activity_of(told: Told, reporting: Reporting, *, at: datetime | None) -> Activity:
    """The project as an activity, complete as far as anybody states it.

    Args:
        told: the project with its parts.
        reporting: who reports, and what the standard compels.
        at: when the file is made; None: the moment is left out.
    """
    file, project = told.file, told.file.project
    types = reporting.organisation_types
    return Activity(
        last_updated_datetime=at,
        lang=reporting.language,
        hierarchy=1,
        iati_identifier=Line(text=told.identifier or reporting.identifier_of(project.code)),
        reporting_org=reporting_org(reporting, told.reporter),
        title=texts(project.title),
        description=tuple(_descriptions(file)),
        participating_org=tuple(_organisations(file.parties, types)),
        activity_status=Code(code=codes.STATUS[project.status]),
        activity_date=tuple(_dates(file.dates)),
        recipient_country=(RecipientCountry(code=told.country or reporting.country.code),),
        sector=(
            Sector(
                vocabulary=reporting.sector.vocabulary, code=told.sector or reporting.sector.code
            ),
        ),
        budget=budgets(file.budgets, told.lines, file.dates),
        transaction=transactions(told.moved, types),
        document_link=tuple(_document(one) for one in told.documents),
        related_activity=_related(told.predecessor),
        result=results(told.results, told.indicators, told.periods, file.ref),
    )


def reporting_org(reporting: Reporting, name: Text) -> ReportingOrg:
    """Who reports."""
    return ReportingOrg(
        ref=reporting.ref,
        type=reporting.type,
        secondary_reporter=reporting.secondary or None,
        narrative=narratives(name),
    )


COMPONENT = Text(
    az="Komponent {number}: {title}",
    en="Component {number}: {title}",
    ru="Компонент {number}: {title}",
)
BENEFICIARY = Text(
    az="Benefisiar qurum: {name}",
    en="Beneficiary institution: {name}",
    ru="Учреждение-бенефициар: {name}",
)


def _descriptions(file: ProjectFile) -> Iterator[Description]:
    yield Description(type=codes.GENERAL, narrative=narratives(file.project.summary))
    for objective in file.objectives:
        yield Description(type=codes.OBJECTIVES, narrative=narratives(objective.title))
    for party in file.parties:
        if party.role == PartyRole.BENEFICIARY:
            named = BENEFICIARY.format(name=party.name)
            yield Description(type=codes.TARGET_GROUPS, narrative=narratives(named))
    for component in file.components:
        told = COMPONENT.format(number=component.number, title=component.title)
        yield Description(type=codes.OTHER, narrative=narratives(told))


def _organisations(
    parties: Sequence[Party], types: Mapping[str, str]
) -> Iterator[ParticipatingOrg]:
    for party in organisations_told(parties):
        yield ParticipatingOrg(
            role=codes.ROLES[party.role],
            type=type_of(party, types),
            narrative=narratives(party.name),
        )


TO_THE_MONTH = Text(
    az="Tarix ay dəqiqliyi ilə məlumdur.",
    en="Known to the month.",
    ru="Дата известна с точностью до месяца.",
)
TO_THE_YEAR = Text(
    az="Tarix il dəqiqliyi ilə məlumdur.",
    en="Known to the year.",
    ru="Дата известна с точностью до года.",
)
_HOW_EXACT = {Precision.MONTH: TO_THE_MONTH, Precision.YEAR: TO_THE_YEAR}


def _dates(dates: Sequence[ProjectDate]) -> Iterator[ActivityDate]:
    for one in dates_told(dates):
        said = _HOW_EXACT.get(Precision(one.precision))
        yield ActivityDate(
            type=codes.DATES[one.kind],
            iso_date=one.day,
            narrative=narratives(said) if said else (),
        )


def dates_told(dates: Sequence[ProjectDate]) -> list[ProjectDate]:
    """The days the standard has a kind for, in the order of the file."""
    known = [one for one in dates if one.kind in codes.DATES]
    return sorted(known, key=lambda one: codes.DATES[one.kind])


def organisations_told(parties: Sequence[Party]) -> list[Party]:
    """The organisations the standard has a role for, in the order of the file."""
    return [one for one in parties if one.role in codes.ROLES and one.unnamed_count is None]


def _document(document: IatiDocument) -> DocumentLink:
    issued = Day(iso_date=document.issued_on) if document.issued_on else None
    return DocumentLink(
        url=document.url,
        format=document.media_type,
        title=texts(document.title),
        category=tuple(Code(code=code) for code in document.categories),
        language=tuple(Code(code=code) for code in document.languages),
        document_date=issued,
    )


def _related(predecessor: str) -> tuple[RelatedActivity, ...]:
    return (RelatedActivity(ref=predecessor, type=codes.SIBLING),) if predecessor else ()
