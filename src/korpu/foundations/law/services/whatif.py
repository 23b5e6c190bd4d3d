"""What if: the cases of a period, computed under a change that is not in use."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from korpu.engines.procedure.api import Amendment, DueDay, Library, LogEntry, amended, due_days
from korpu.foundations.accounts.api import Actor
from korpu.foundations.casework.api import Case, declared_library
from korpu.foundations.casework.projection import entry, logs_of
from korpu.foundations.law import sentences
from korpu.foundations.law.enums import WorkKind
from korpu.foundations.law.library import as_amendment, published_changes, with_changes
from korpu.foundations.law.models import Change, Work
from korpu.foundations.law.services.works import request_work
from korpu.foundations.law.staff_time import staff_time
from korpu.kernel.errors import InvalidInput
from korpu.kernel.texts import Text

BATCH = 500
COUNTERS = ("earlier", "later", "unchanged", "late_before", "late_after", "newly_late", "kept")


@dataclass(frozen=True, slots=True)
class Laws:
    """The law in use without the change, and with it as if it had been in use all along."""

    without: Library
    under: Library
    number: str
    touches: frozenset[str]


@transaction.atomic
def request_what_if(*, change: Change, first: date, last: date, actor: Actor, at: datetime) -> Work:
    """Ask what the cases opened from ``first`` to ``last``, both included, would come to.

    Raises:
        NotPermitted: the actor may not see changes of the law.
        InvalidInput: the period ends before it begins, or has not begun.
    """
    actor.check("law.change.draft" if actor.may("law.change.draft") else "law.change.publish")
    if last < first:
        raise InvalidInput(sentences.REFUSED, fields={"last": PERIOD})
    if first > timezone.localdate(at):
        raise InvalidInput(sentences.REFUSED, fields={"first": NOT_BEGUN})
    asked = {"first": first.isoformat(), "last": last.isoformat()}
    return request_work(kind=WorkKind.WHAT_IF, change=change, asked=asked, actor=actor, at=at)


def what_if_batch(work: Work, actor: Actor, at: datetime) -> bool:  # noqa: ARG001  the shape of a batch
    """Compare the next cases; false when there are none left. Only sums are kept."""
    laws = _laws(work, on=timezone.localdate(at))
    waiting = _cases(work, laws)
    if work.cursor == 0:
        work.total_count = waiting.count()
        work.result = {"rows": {}, "cases": 0, "acts": 0, "act_minutes": 0}
    cases = list(waiting.filter(pk__gt=work.cursor).order_by("pk")[:BATCH])
    if not cases:
        return False
    logs = logs_of(cases)
    for case in cases:
        _add(work, case, [entry(act) for act in logs[case.pk]], laws, on=timezone.localdate(at))
    work.cursor, work.done_count = cases[-1].pk, work.done_count + len(cases)
    return True


def _cases(work: Work, laws: Laws) -> QuerySet[Case]:
    first, last = work.asked["first"], work.asked["last"]
    return Case.objects.filter(
        opened_on__gte=first, opened_on__lte=last, procedure__in=sorted(laws.touches)
    )


def _laws(work: Work, *, on: date) -> Laws:
    change = work.change
    assert change is not None
    base = declared_library()
    others = [each for each in published_changes() if each.pk != change.pk]
    without = with_changes(base, others)
    if change.is_of_calendar:
        under = with_changes(base, [*others, change], drafts_on=on)
        touches = frozenset(
            each.id
            for each in base.procedures
            if any(rule.calendar == change.subject for rule in each.deadlines.values())
        )
        return Laws(without, under, "", touches)
    draft = _as_if_always(as_amendment(change), date.fromisoformat(work.asked["first"]))
    laid = amended(replace(base, calendars=without.calendars), [*without.amendments, draft])
    touches = frozenset(each.id for each in base.procedures if draft.touches(each))
    return Laws(without, laid, "" if draft.is_source else draft.number, touches)


def _as_if_always(draft: Amendment, first: date) -> Amendment:
    if draft.is_source:
        return draft
    return replace(draft, valid_from=min(draft.valid_from, first), withdrawn_from=None)


def _add(work: Work, case: Case, log: Sequence[LogEntry], laws: Laws, *, on: date) -> None:
    name = case.procedure_version
    under = name if not laws.number else f"{name}+{laws.number}"
    before = _days(laws.without, case.procedure, name, log, on)
    after = _days(laws.under, case.procedure, under, log, on)
    times = staff_time()
    result = work.result
    result["cases"] += 1
    result["acts"] += len(log)
    result["act_minutes"] += sum(times.of_act(each.act) for each in log)
    for deadline in before.keys() & after.keys():
        key = f"{case.procedure}|{deadline}|{case.compartment_id}"
        row = result["rows"].setdefault(key, dict.fromkeys(COUNTERS, 0))
        _count(row, before[deadline], after[deadline])


def _days(
    law: Library, procedure: str, version: str, log: Sequence[LogEntry], on: date
) -> Mapping[str, DueDay]:
    return due_days(law.version(procedure, version), log, law.calendars, on=on)


def _count(row: dict[str, int], before: DueDay, after: DueDay) -> None:
    row["late_before"] += before.late_on is not None
    row["late_after"] += after.late_on is not None
    row["newly_late"] += before.late_on is None and after.late_on is not None
    row["kept"] += after.shorter is not None and before.shorter is None
    if before.due_on == after.due_on:
        row["unchanged"] += 1
    elif before.due_on is not None and after.due_on is not None:
        row["earlier" if after.due_on < before.due_on else "later"] += 1
    else:
        row["later" if before.due_on is None else "earlier"] += 1


PERIOD = Text(
    az="Son gün birinci gündən əvvəl ola bilməz.",
    en="The last day cannot be before the first day.",
    ru="Последний день не может быть раньше первого.",
)
NOT_BEGUN = Text(
    az="Dövr hələ başlamayıb.",
    en="The period has not begun.",
    ru="Период ещё не начался.",
)
