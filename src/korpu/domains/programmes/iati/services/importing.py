"""Keeping a file somebody brings in, and doing what its preview showed."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from korpu.domains.programmes.iati.importing.planning import Plan, RowPlan, plan_import
from korpu.domains.programmes.iati.importing.wanted import Wanted
from korpu.domains.programmes.iati.models import ImportedFile, Profile
from korpu.domains.programmes.iati.models.imported import ImportMode
from korpu.domains.programmes.iati.selectors import KINDS_OF_PARTS, present_parts, told_now
from korpu.domains.programmes.models import Part, Project
from korpu.domains.programmes.services.parts import add_part, change_part
from korpu.domains.programmes.services.projects import change_project, open_project
from korpu.engines.azeri import slug
from korpu.engines.iati.api import write_record
from korpu.foundations.accounts.api import Actor
from korpu.foundations.codelists import api as codelists
from korpu.kernel.errors import Conflict, InvalidInput, NotPossibleNow
from korpu.kernel.texts import Message, Text

EDIT = "programmes.project.edit"
CODE_LENGTH, ACRONYM_LENGTH = 40, 50
SHOWN_OTHER = Text(
    az="Siz baxandan sonra layihələr dəyişib: fayl indi başqa iş görərdi.",
    en="The projects have changed since you looked: the file would do something else now.",
    ru="После просмотра проекты изменились: теперь файл сделал бы другое.",
)
LOOK_AGAIN = Text(
    az="Səhifəni yenidən açın, nə olacağına baxın və yenidən təsdiq edin.",
    en="Open the page again, see what would happen, and confirm again.",
    ru="Откройте страницу снова, посмотрите, что произойдёт, и подтвердите ещё раз.",
)
DONE = Text(
    az="Bu fayl artıq tətbiq edilib.",
    en="This file has been applied already.",
    ru="Этот файл уже применён.",
)
NOTHING = Text(
    az="Bu faylda görüləcək iş yoxdur.",
    en="There is nothing in this file to do.",
    ru="В этом файле нет ничего, что можно сделать.",
)
IN_RECORD = Text(
    az="{number} nömrəli qeyd ({identifier}), {path}: {fault} Heç nə dəyişdirilməyib.",
    en="Record {number} ({identifier}), {path}: {fault} Nothing has been changed.",
    ru="Запись {number} ({identifier}), {path}: {fault} Ничего не изменено.",
)


@transaction.atomic
def keep_import(
    *,
    content: bytes,
    name: str,
    mode: ImportMode,
    compartment_id: int,
    actor: Actor,
    at: datetime,
) -> ImportedFile:
    """Keep a file for its preview; nothing else is done.

    Raises:
        NotPermitted: the actor keeps no projects in this compartment.
        InvalidInput: the file cannot be taken in; at the field ``file``.
    """
    actor.check(EDIT, compartment_id=compartment_id)
    plan = plan_import(content, mode, for_actor=actor, at=at)
    if plan.refusal is not None:
        raise InvalidInput(plan.refusal, fields={"file": plan.refusal})
    return ImportedFile.objects.create(
        compartment_id=compartment_id,
        name=name[:200],
        content=content,
        sha256=hashlib.sha256(content).hexdigest(),
        mode=mode,
        uploaded_at=at,
        uploaded_by=actor.user,
    )


@transaction.atomic
def apply_import(
    *,
    imported: ImportedFile,
    seen: str,
    actor: Actor,
    at: datetime,
    units: Sequence[str] = (),
) -> Plan:
    """Do what the preview showed, all of it or nothing.

    Args:
        imported: the file.
        seen: the fingerprint of the preview somebody agreed to.
        actor: who agreed.
        at: when.
        units: code of the unit of each indicator of :attr:`Plan.units_asked`, in its order.

    Raises:
        NotPermitted: the actor keeps no projects there.
        NotPossibleNow: it was applied before, or there is nothing to do.
        InvalidInput: a unit is missing or none of the list; at the fields ``unit-0``, ``unit-1``, …
        Conflict: it would do something else by now.
        InvalidInput: a project cannot take a part in; the sentence names record and place.
    """
    actor.check(EDIT, compartment_id=imported.compartment_id)
    locked = ImportedFile.objects.select_for_update().get(pk=imported.pk)
    if locked.applied_at is not None:
        raise NotPossibleNow(DONE)
    plan = plan_import(bytes(locked.content), ImportMode(locked.mode), for_actor=actor, at=at)
    if plan.fingerprint != seen:
        raise Conflict(SHOWN_OTHER, LOOK_AGAIN)
    if not plan.does_something:
        raise NotPossibleNow(NOTHING)
    chosen = _units(plan, units)
    for row in plan.rows:
        if row.does_something:
            _Applying(row, chosen, locked.compartment_id, actor, at).apply()
    locked.applied_at = at
    locked.report = [_reported(row) for row in plan.rows]
    locked.save()
    return plan


def _units(plan: Plan, given: Sequence[str]) -> dict[tuple[int, str], str]:
    """The unit of each indicator asked for, by record and place."""
    faults: dict[str, Message] = {}
    chosen = {}
    for number, asked in enumerate(plan.units_asked):
        code = given[number] if number < len(given) else ""
        if not codelists.is_known("indicator-units", code):
            faults[f"unit-{number}"] = _("Choose the unit: the file does not say it.")
        chosen[asked.row, asked.path] = code
    if faults:
        raise InvalidInput(_("Some indicators have no unit yet."), fields=faults)
    return chosen


class _Applying:
    """One record into one project."""

    def __init__(
        self,
        row: RowPlan,
        units: Mapping[tuple[int, str], str],
        compartment_id: int,
        actor: Actor,
        at: datetime,
    ) -> None:
        self.row, self.units = row, units
        self.compartment_id, self.actor, self.at = compartment_id, actor, at

    def apply(self) -> None:
        project = self._project()
        present = {kind: dict(found) for kind, found in present_parts(project).items()}
        for wanted in self.row.parts:
            part = self._part(project, wanted, present)
            present.setdefault(wanted.kind, {})[wanted.identity] = part
        self._remember(project)

    def _project(self) -> Project:
        row = self.row
        if row.project is not None:
            return change_project(
                project=row.project,
                values=row.values,
                revision=row.project.revision,
                actor=self.actor,
                at=self.at,
            )
        stem = row.identifier.rpartition("-")[2]
        code = _free_code(slug(stem)[:CODE_LENGTH] or "iati")
        names = {"acronym": stem[:ACRONYM_LENGTH], "spellings": [stem[:ACRONYM_LENGTH]]}
        return open_project(
            code=code,
            compartment_id=self.compartment_id,
            values=names | dict(row.values),
            actor=self.actor,
            at=self.at,
        )

    def _part(
        self, project: Project, wanted: Wanted, present: Mapping[str, Mapping[tuple[str, ...], Any]]
    ) -> Part:
        values = dict(wanted.values)
        if (unit := self.units.get((self.row.number, wanted.path))) is not None:
            values["unit"] = unit
        if wanted.under:
            above = "result" if wanted.kind == "indicator" else "indicator"
            values[above] = present[above][wanted.under]
        there = present.get(wanted.kind, {}).get(wanted.identity)
        try:
            if there is not None:
                changed: Part = change_part(
                    part=there,
                    values=values,
                    revision=there.revision,
                    actor=self.actor,
                    at=self.at,
                )
                return changed
            return add_part(
                model=KINDS_OF_PARTS[wanted.kind],
                project=project,
                values=values,
                actor=self.actor,
                at=self.at,
            )
        except InvalidInput as refused:
            row = self.row
            raise InvalidInput(
                IN_RECORD.format(
                    number=row.number,
                    identifier=row.identifier,
                    path=wanted.path,
                    fault=str(refused),
                )
            ) from refused

    def _remember(self, project: Project) -> None:
        assert self.row.activity is not None
        profile, _made = Profile.objects.get_or_create(project=project)
        profile.identifier = self.row.identifier
        profile.imported = write_record(self.row.activity)
        profile.revision += 1
        profile.save()
        profile.told_then = write_record(told_now(project, for_actor=self.actor))
        profile.save()


def _free_code(stem: str) -> str:
    taken = set(Project.objects.filter(code__startswith=stem).values_list("code", flat=True))
    code, number = stem, 1
    while code in taken:
        number += 1
        code = f"{stem}-{number}"
    return code


def _reported(row: RowPlan) -> dict[str, Any]:
    return {
        "number": row.number,
        "identifier": row.identifier,
        "title": row.title,
        "action": row.action,
        "reason": row.reason.as_dict() if row.reason else None,
        "changes": [
            {"path": one.path, "field": one.field, "before": one.before, "after": one.after}
            for one in row.changes
        ],
        "not_understood": [
            {"path": one.path, "value": one.value, "why": one.why.as_dict()}
            for one in row.not_understood
        ],
    }
