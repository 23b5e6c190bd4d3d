"""Handing a workbook in, trying it, and applying it whole or not at all."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from korpu.domains.programmes.enums import WorkbookMode
from korpu.domains.programmes.kinds import KINDS, Kind
from korpu.domains.programmes.models import Part, Project, Workbook
from korpu.domains.programmes.services.parts import add_part, change_part
from korpu.domains.programmes.workbooks.layout import (
    KEY,
    REVISION,
    Cells,
    form_data,
    offers_of,
    written,
)
from korpu.domains.programmes.workbooks.reading import read_workbook
from korpu.foundations.accounts.api import Actor
from korpu.kernel.errors import DomainError, InvalidInput, NotPossibleNow
from korpu.kernel.texts import Message, Text

USE = "programmes.workbook.use"
HAS_FAULTS = Text(
    az="İş kitabı tətbiq edilmədi: bəzi sətirlərdə səhv var. Heç nə dəyişdirilmədi.",
    en="The workbook was not applied: some rows are at fault. Nothing was changed.",
    ru="Книга не применена: в некоторых строках ошибки. Ничего не изменено.",
)
APPLIED = Text(
    az="Bu iş kitabı artıq tətbiq edilib.",
    en="This workbook has been applied already.",
    ru="Эта книга уже применена.",
)


@dataclass
class RowReport:
    """What a row would do: ``added``, ``updated``, ``unchanged`` or ``refused``.

    ``faults``: column (empty: the whole row) and why; ``changes``: column, before, after.
    """

    kind: Kind
    row: int
    title: str
    action: str = "unchanged"
    faults: list[tuple[str, Message]] = field(default_factory=list)
    changes: list[tuple[str, str, str]] = field(default_factory=list)


def hand_in(
    *, project: Project, name: str, content: bytes, mode: str, actor: Actor, at: datetime
) -> Workbook:
    """Read a workbook and keep what it asks for; nothing is changed yet.

    Raises:
        NotPermitted: the actor does not keep this project.
        InvalidInput: at the field ``file``, see :func:`read_workbook`.
    """
    actor.check(USE, compartment_id=project.compartment_id)
    rows = read_workbook(content)
    return Workbook.objects.create(
        project=project,
        mode=WorkbookMode(mode),
        name=name[:200],
        sha256=hashlib.sha256(content).hexdigest(),
        rows=[row.as_json() for row in rows],
        handed_in_by=actor.user,
        handed_in_at=at,
    )


def try_workbook(*, workbook: Workbook, actor: Actor, at: datetime) -> list[RowReport]:
    """What applying would do, row by row: carried out and taken back.

    Raises:
        NotPermitted: the actor does not keep this project.
    """
    actor.check(USE, compartment_id=workbook.project.compartment_id)
    with transaction.atomic():
        reports = _carry_out(workbook, actor, at)
        transaction.set_rollback(True)
    return reports


def apply_workbook(*, workbook: Workbook, actor: Actor, at: datetime) -> list[RowReport]:
    """Carry out every row, or none.

    Raises:
        NotPermitted: the actor does not keep this project.
        NotPossibleNow: it was applied before, or a row is at fault.
    """
    actor.check(USE, compartment_id=workbook.project.compartment_id)
    with transaction.atomic():
        locked = Workbook.objects.select_for_update(of=("self",)).get(pk=workbook.pk)
        if locked.applied_at is not None:
            raise NotPossibleNow(APPLIED)
        reports = _carry_out(locked, actor, at)
        if any(report.faults for report in reports):
            raise NotPossibleNow(HAS_FAULTS)
        locked.applied_at = at
        locked.save(update_fields=["applied_at"])
    return reports


def _carry_out(workbook: Workbook, actor: Actor, at: datetime) -> list[RowReport]:
    rows = sorted(workbook.rows, key=lambda row: list(KINDS).index(row["kind"]))
    return [_Row(workbook, row, actor, at).carry_out() for row in rows]


class _Row:
    """One row on its way into the project."""

    def __init__(
        self, workbook: Workbook, written_row: Mapping[str, Any], actor: Actor, at: datetime
    ) -> None:
        self.project, self.mode = workbook.project, workbook.mode
        self.actor, self.at = actor, at
        self.kind = KINDS[written_row["kind"]]
        self.cells: Cells = written_row["cells"]
        self.offers = offers_of(self.kind, self.project)
        named = self.cells.get("title_az") or self.cells.get(KEY) or ""
        self.report = RowReport(self.kind, written_row["row"], named)

    def carry_out(self) -> RowReport:
        part = self._existing()
        try:
            with transaction.atomic():
                if part is None:
                    self._add()
                else:
                    self._update(part)
        except InvalidInput as error:
            self._refuse(error.fields or {"": str(error)})
        except DomainError as error:
            self._refuse({"": str(error)})
        return self.report

    def _existing(self) -> Part | None:
        key = self.cells.get(KEY, "")
        rows = self.kind.model._default_manager.filter(project=self.project, key=key)  # noqa: SLF001  Django's public door to any model
        return rows.select_related("project").first() if key else None

    def _add(self) -> None:
        if self.mode == WorkbookMode.UPDATE:
            raise InvalidInput(_("No such row, and you chose only to update."))
        values = self._values(self.cells)
        add_part(
            model=self.kind.model,
            project=self.project,
            values=values,
            key=self.cells.get(KEY, ""),
            actor=self.actor,
            at=self.at,
        )
        self.report.action = "added"

    def _update(self, part: Part) -> None:
        now = written(self.kind, part, self.offers)
        kept = {name: self.cells.get(name) or text for name, text in now.items()}
        differ = [name for name in now if name not in (KEY, REVISION) and kept[name] != now[name]]
        if not differ:
            return
        if self.mode == WorkbookMode.ADD:
            raise InvalidInput(_("The row is there already, and you chose only to add."))
        revision = self.cells.get(REVISION, "")
        if not (revision.isdecimal() and len(revision) < 10):  # noqa: PLR2004  fits the column
            sentence = _("Keep the revision as the workbook came, or take it out anew.")
            raise InvalidInput(sentence, fields={REVISION: sentence})
        change_part(
            part=part,
            values=self._values(kept),
            revision=int(revision),
            actor=self.actor,
            at=self.at,
        )
        self.report.action = "updated"
        self.report.changes = [(name, now[name], kept[name]) for name in differ]

    def _values(self, cells: Mapping[str, str]) -> dict[str, Any]:
        data, unknown = form_data(self.kind, cells, self.offers)
        form = self.kind.form(data, project=self.project)
        faults: dict[str, Message] = {
            name: _("There is no such code: %(code)s.") % {"code": cells[name][:80]}
            for name in unknown
        }
        if not form.is_valid():
            for name, sentences in form.errors.items():
                faults.setdefault(name, " ".join(str(one) for one in sentences))
        if faults:
            raise InvalidInput(_("The row is at fault."), fields=faults)
        return form.values()

    def _refuse(self, faults: Mapping[str, Message]) -> None:
        self.report.action = "refused"
        self.report.faults = list(faults.items())


def counts(reports: Sequence[RowReport]) -> dict[str, int]:
    """How many rows would be added, updated, left and refused."""
    kinds = ("added", "updated", "unchanged", "refused")
    return {kind: sum(report.action == kind for report in reports) for kind in kinds}
