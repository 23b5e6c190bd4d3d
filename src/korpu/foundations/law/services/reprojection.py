"""After a change of a calendar, or a source found: the dates of running terms, computed anew."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from korpu.engines.procedure.api import (
    AmendedLibrary,
    DueDay,
    Folder,
    Library,
    Parameter,
    changed_days,
    parts_of,
)
from korpu.foundations.accounts.api import Actor
from korpu.foundations.casework.api import Case, Deadline, declared_library, hold_law
from korpu.foundations.casework.projection import entry, logs_of, project, store_many
from korpu.foundations.casework.services.raised import raise_tasks
from korpu.foundations.law.library import published_changes, with_changes
from korpu.foundations.law.models import Change, TermChange, Work

BATCH = 500
BACK, AHEAD = timedelta(days=3 * 366), timedelta(days=6 * 366)
"""How far around today days of a calendar are compared; no term is longer."""
ROLLS_AT_MOST = timedelta(days=31)
OPEN_STATES = ("running", "suspended")


@dataclass(frozen=True, slots=True)
class Laws:
    """The law without a change, and in use."""

    before: Library
    after: Library
    _folders: dict[tuple[str, str], tuple[Folder, Folder]] = field(default_factory=dict)

    def folders(self, case: Case) -> tuple[Folder, Folder]:
        """What folds the case's version without the change, and with it."""
        key = (case.procedure, case.procedure_version)
        if key not in self._folders:
            self._folders[key] = (_folder(self.before, *key), _folder(self.after, *key))
        return self._folders[key]


def _folder(law: Library, procedure: str, version: str) -> Folder:
    return Folder(law.version(procedure, version), law.calendars)


def reproject_batch(work: Work, actor: Actor, at: datetime) -> bool:
    """Compute the next cases anew; false when there are none left.

    Each case is locked while it is written, and no law is published meanwhile. What a case's log
    comes to without the change is computed beside it, so that the journal is right whatever
    happened to the case since.
    """
    on = timezone.localdate(at)
    waiting = _touched(work, on)
    if work.cursor == 0:
        work.total_count, work.changed_count, work.done_count = waiting.count(), 0, 0
    cases = list(
        waiting.filter(pk__gt=work.cursor).order_by("pk").select_for_update(of=("self",))[:BATCH]
    )
    if not cases:
        return False
    hold_law()
    _write(work, cases, _laws(work), actor=actor, at=at)
    work.cursor, work.done_count = cases[-1].pk, work.done_count + len(cases)
    return True


def _laws(work: Work) -> Laws:
    assert work.change is not None
    return Laws(_without(work.change, withdrawal=work.asked["withdrawal"]), hold_law())


def _without(change: Change, *, withdrawal: bool) -> AmendedLibrary:
    """The law in use but for one change, or for its withdrawal."""
    others = [_as_before(each, change, withdrawal) for each in published_changes()]
    return with_changes(declared_library(), [each for each in others if each is not None])


def _as_before(each: Change, change: Change, withdrawal: bool) -> Change | None:  # noqa: FBT001  one of two
    if each.pk != change.pk:
        return each
    if not withdrawal:
        return None
    each.withdrawn_from = None
    return each


def _touched(work: Work, on: date) -> QuerySet[Case]:
    """Running cases with a term the change may move: rather too many than too few."""
    change = work.change
    assert change is not None
    terms = _terms_of_calendar(work, on) if change.is_of_calendar else _terms_of_source(change)
    mine = Deadline.objects.filter(terms, case_id=OuterRef("pk"))
    return Case.objects.filter(Exists(mine), closed_at=None)


def _terms_of_calendar(work: Work, on: date) -> Q:
    assert work.change is not None
    laws = _laws(work)
    calendar = work.change.subject
    days = changed_days(
        laws.before.calendars[calendar], laws.after.calendars[calendar], on - BACK, on + AHEAD
    )
    if not days:
        return Q(pk__in=[])
    first, last = min(days) - ROLLS_AT_MOST, max(days) + ROLLS_AT_MOST
    after = Q(anchor_on__lte=last) & (Q(due_on=None) | Q(due_on__gte=first))
    backwards = Q(due_on__lte=last, anchor_on__gte=first)
    return Q(state__in=OPEN_STATES) & (after | backwards)


def _terms_of_source(change: Change) -> Q:
    names = {
        (procedure.id, rule.id)
        for procedure in declared_library().procedures
        for rule in procedure.deadlines.values()
        if change.subject in _numbers(rule)
    }
    found = Q(pk__in=[])
    for procedure, deadline in sorted(names):
        found |= Q(case__procedure=procedure, deadline=deadline)
    return found


def _numbers(rule: object) -> set[str]:
    return {each.id for each in parts_of(rule, Parameter)}


def _write(work: Work, cases: list[Case], laws: Laws, *, actor: Actor, at: datetime) -> None:
    on = timezone.localdate(at)
    logs = logs_of(cases)
    stored, journal = [], []
    for case in cases:
        before, after = laws.folders(case)
        log = tuple(map(entry, logs[case.pk]))
        state, days = after.both(log, on=on)
        stored.append((case, project(state, logs[case.pk])))
        journal += _journal(work, case, before.due_days(log, on=on), days, at=at)
        if any(each.state == "breached" for each in state.deadlines):
            raise_tasks(case, after.procedure, state, actor=actor, at=at)
    store_many(stored, on=on)
    written = TermChange.objects.bulk_create(journal, ignore_conflicts=True)
    work.changed_count += len(written)


def _journal(
    work: Work,
    case: Case,
    before: Mapping[str, DueDay],
    after: Mapping[str, DueDay],
    *,
    at: datetime,
) -> list[TermChange]:
    return [
        TermChange(
            work=work,
            change=work.change,
            case=case,
            deadline=name,
            anchor_on=new.anchor_on,
            old_due_on=before[name].due_on,
            new_due_on=new.due_on,
            kept=new.shorter is not None and new.due_on == before[name].due_on,
            at=at,
        )
        for name, new in after.items()
        if name in before and _moved(before[name], new) and _had_begun(work, new)
    ]


def _moved(old: DueDay, new: DueDay) -> bool:
    if not (old.live and new.live):
        return False
    return old.due_on != new.due_on or (new.shorter is not None and old.shorter != new.shorter)


def _had_begun(work: Work, new: DueDay) -> bool:
    """Whether the term ran when the change came: a later one never had another day."""
    assert work.change is not None
    came = work.change.withdrawn_from if work.asked["withdrawal"] else work.change.published_on
    return new.anchor_on is None or came is None or new.anchor_on <= came
