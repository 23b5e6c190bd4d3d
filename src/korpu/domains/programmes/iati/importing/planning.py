"""What a file would do, row by row, before anything is done."""

import hashlib
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any, Literal

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from korpu.domains.programmes.iati.importing.wanted import Wanted, project_values, wanted_parts
from korpu.domains.programmes.iati.models.imported import ImportMode
from korpu.domains.programmes.iati.selectors import identifiers_of, present_parts
from korpu.domains.programmes.models import Project
from korpu.domains.programmes.selectors import LIST_LIMIT
from korpu.engines.iati.api import Limits, NotUnderstood, Record, Report, check_file, read_record
from korpu.engines.iati.model.activity import Activity
from korpu.foundations.accounts.api import Actor
from korpu.kernel.texts import Message, Text

MOST_RECORDS = 200
Action = Literal["add", "update", "same", "left", "refused"]

ACTIONS: Mapping[str, Message] = {
    "add": _("New project"),
    "update": _("Changes to a project"),
    "same": _("Nothing to do"),
    "left": _("Left out, by your choice"),
    "refused": _("Cannot be taken in"),
}
BROKEN = Text(
    az="Qeydin quruluşu standarta uyğun deyil: {fault}",
    en="The record does not keep the structure of the standard: {fault}",
    ru="Структура записи не соответствует стандарту: {fault}",
)
NO_IDENTIFIER = Text(
    az="Qeydin identifikatoru yoxdur.",
    en="The record has no identifier.",
    ru="У записи нет идентификатора.",
)
TWICE = Text(
    az="Bu identifikator faylda bir dəfədən artıq var.",
    en="This identifier stands in the file more than once.",
    ru="Этот идентификатор встречается в файле более одного раза.",
)
TOO_MANY = Text(
    az="Faylda {count} qeyd var; bir dəfəyə ən çoxu {most} qeyd gətirilir. Faylı bölün.",
    en="The file holds {count} records; at most {most} are taken in at once. Split the file.",
    ru="В файле {count} записей; за один раз принимается не более {most}. Разделите файл.",
)


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that would become different: ``before`` empty is an addition."""

    path: str
    field: str
    before: str
    after: str


@dataclass(frozen=True)
class RowPlan:
    """What would become of one record."""

    number: int
    identifier: str
    title: str
    action: Action
    reason: Text | None
    changes: tuple[Change, ...]
    not_understood: tuple[NotUnderstood, ...]
    warnings: int
    project: Project | None = None
    activity: Activity | None = None
    values: Mapping[str, Any] = field(default_factory=dict)
    parts: tuple[Wanted, ...] = ()

    @property
    def does_something(self) -> bool:
        return self.action in {"add", "update"}


@dataclass(frozen=True, slots=True)
class UnitAsked:
    """An indicator that would be new, and whose unit its file does not say."""

    row: int
    path: str
    title: str


@dataclass(frozen=True)
class Plan:
    """What a file would do; ``refusal`` set: it cannot be taken in at all."""

    report: Report
    rows: tuple[RowPlan, ...]
    refusal: Text | None = None

    @property
    def fingerprint(self) -> str:
        """What was shown: SHA-256 of every row and change."""
        told = [
            (row.identifier, row.action, [asdict(change) for change in row.changes])
            for row in self.rows
        ]
        return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()

    @property
    def units_asked(self) -> tuple[UnitAsked, ...]:
        """Indicators somebody has to give a unit before the file can be applied, in its order."""
        return tuple(
            UnitAsked(row.number, part.path, part.words)
            for row in self.rows
            if row.does_something
            for part in row.parts
            if part.kind == "indicator" and not part.values["unit"]
        )

    @property
    def does_something(self) -> bool:
        return self.refusal is None and any(row.does_something for row in self.rows)


def plan_import(content: bytes, mode: ImportMode, *, for_actor: Actor, at: datetime) -> Plan:
    """What a file would do to the actor's projects.

    Args:
        content: the file as it was sent; hostile until read.
        mode: what it may do.
        for_actor: whose projects it may touch.
        at: now.
    """
    read: list[tuple[Record, Activity, tuple[NotUnderstood, ...]]] = []

    def keep(record: Record) -> None:
        if record.cls is Activity and len(read) < MOST_RECORDS:
            activity, reading = read_record(record.element, record.number, Activity)
            kept = Record(record.element, record.number, record.cls)
            read.append((kept, activity, reading.not_understood))

    limits = Limits(file_bytes=settings.KORPU_UPLOAD_MAX_BYTES)
    report = check_file(io.BytesIO(content), now=at, limits=limits, seen=keep)
    refusal = _refusal(report)
    if refusal is not None:
        return Plan(report, (), refusal)
    known = _known_projects(for_actor)
    rows = [
        _row(record.number, activity, lost, report, mode, known) for record, activity, lost in read
    ]
    return Plan(report, tuple(rows))


def _refusal(report: Report) -> Text | None:
    if not report.complete:
        return report.findings[-1].message
    if report.kind != "activities":
        return Text(
            az="Bu, təşkilat faylıdır; burada yalnız fəaliyyət faylı gətirilir.",
            en="This is an organisation file; only activity files are taken in here.",
            ru="Это файл организации; здесь принимаются только файлы деятельности.",
        )
    version = next((one for one in report.findings if one.family == "version"), None)
    if version is not None:
        return version.message
    if report.records > MOST_RECORDS:
        return TOO_MANY.format(count=report.records, most=MOST_RECORDS)
    return None


def _known_projects(actor: Actor) -> dict[str, Project]:
    kept = actor.compartments_with("programmes.project.edit")
    projects = Project.objects.filter(compartment__in=kept).select_related("iati_profile")
    return identifiers_of(projects[:LIST_LIMIT])


def _row(
    number: int,
    activity: Activity,
    lost: tuple[NotUnderstood, ...],
    report: Report,
    mode: ImportMode,
    known: Mapping[str, Project],
) -> RowPlan:
    identifier = ((activity.iati_identifier and activity.iati_identifier.text) or "").strip()
    prefix = f"iati-activity[{number}]"
    own = [one for one in report.findings if one.path.startswith(prefix)]
    reason = _reason(identifier, own)
    project = known.get(identifier)
    values = project_values(activity)
    parts: tuple[Wanted, ...] = ()
    changes: tuple[Change, ...] = ()
    if reason is None:
        present = present_parts(project) if project else {}
        parts = tuple(one for one in wanted_parts(activity) if _is_new(one, present))
        values = {key: new for key, new in values.items() if _differs(project, key, new)}
        changes = _changes(project, values, parts, present)
    return RowPlan(
        number=number,
        identifier=identifier,
        title=str(values.get("title_az", "")) or (str(project.title) if project else ""),
        action=_action(reason, project, changes, mode),
        reason=reason,
        changes=changes,
        not_understood=lost,
        warnings=sum(one.severity == "warning" for one in own),
        project=project,
        activity=activity,
        values=values,
        parts=parts,
    )


def _reason(identifier: str, findings: Sequence[Any]) -> Text | None:
    fault = next((one for one in findings if one.family == "structure"), None)
    if fault is not None:
        return BROKEN.format(fault=fault.message)
    if not identifier:
        return NO_IDENTIFIER
    return TWICE if any(one.rule == "repeated" for one in findings) else None


def _action(
    reason: Text | None, project: Project | None, changes: Sequence[Change], mode: ImportMode
) -> Action:
    if reason is not None:
        return "refused"
    if project is None:
        return "left" if mode == ImportMode.UPDATE else "add"
    if mode == ImportMode.ADD:
        return "left"
    return "update" if changes else "same"


def _is_new(wanted: Wanted, present: Mapping[str, Mapping[tuple[str, ...], Any]]) -> bool:
    there = present.get(wanted.kind, {}).get(wanted.identity)
    if there is None:
        return True
    return wanted.kind == "date" and there.day != wanted.values["day"]


def _differs(project: Project | None, key: str, new: Any) -> bool:
    return project is None or str(getattr(project, key)) != str(new)


def _changes(
    project: Project | None,
    values: Mapping[str, Any],
    parts: Sequence[Wanted],
    present: Mapping[str, Mapping[tuple[str, ...], Any]],
) -> tuple[Change, ...]:
    found = [
        Change(_PATHS[key.partition("_")[0]], key, str(getattr(project, key, "") or ""), str(new))
        for key, new in values.items()
    ]
    for one in parts:
        there = present.get(one.kind, {}).get(one.identity)
        before = str(there.day) if one.kind == "date" and there is not None else ""
        after = str(one.values["day"]) if one.kind == "date" else one.words
        found.append(Change(one.path, one.kind, before, after))
    return tuple(found)


_PATHS = {"title": "title", "summary": "description", "status": "activity-status"}
