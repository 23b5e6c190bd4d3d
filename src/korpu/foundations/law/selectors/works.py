"""What the pages of computations read."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from korpu.engines.procedure.wording import dated
from korpu.foundations.accounts.api import Actor
from korpu.foundations.accounts.models import Compartment
from korpu.foundations.casework.api import Case, library
from korpu.foundations.law import sentences
from korpu.foundations.law.enums import WorkKind
from korpu.foundations.law.models import TermChange, Work
from korpu.foundations.law.naming import named
from korpu.foundations.law.selectors.changes import READ
from korpu.foundations.law.staff_time import staff_time
from korpu.kernel.errors import NotFound
from korpu.kernel.texts import Message, Text


@dataclass(frozen=True, slots=True)
class WhatIfRow:
    """What a change would do to one term in one office.

    Attributes:
        counts: cases by what happens to the term: ``earlier``, ``later``, ``unchanged``,
            ``late_before``, ``late_after``, ``newly_late``, ``kept``.
    """

    term: Text
    office: Text
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The sums of a what-if.

    Attributes:
        act_hours: of work on the acts of these cases, as assumed.
        missed_before, missed_after: hours of following up missed terms, as assumed.
    """

    rows: Sequence[WhatIfRow]
    cases: int
    act_hours: float
    missed_before: float
    missed_after: float

    @property
    def newly_late(self) -> int:
        return sum(row.counts["newly_late"] for row in self.rows)


def find_work(*, uuid: UUID, for_actor: Actor) -> Work:
    """One computation.

    Raises:
        NotPermitted: the actor may not see changes of the law.
        NotFound: there is none.
    """
    for_actor.check(READ)
    found = Work.objects.select_related("change", "after").filter(uuid=uuid).first()
    if found is None:
        raise NotFound(sentences.NO_SUCH_CHANGE)
    return found


def moves(*, for_actor: Actor) -> Sequence[Work]:
    """Trials, moves and their undoing, the last fifty."""
    for_actor.check(READ)
    kinds = (WorkKind.TRIAL, WorkKind.MOVE, WorkKind.UNDO)
    return list(Work.objects.filter(kind__in=kinds).order_by("-pk")[:50])


def followers_of(*, work: Work, for_actor: Actor) -> Sequence[Work]:
    """What was asked for on the strength of a computation: the move of a trial, its undoing."""
    for_actor.check(READ)
    return list(Work.objects.filter(after=work).order_by("pk"))


def version_pairs(*, for_actor: Actor) -> list[tuple[str, str]]:
    """From which version to which running cases could be moved."""
    for_actor.check(READ)
    known: dict[str, list[str]] = {}
    for procedure in library().procedures:
        known.setdefault(procedure.id, []).append(procedure.version)
    titles = {each.id: each.title for each in library().procedures}
    return [
        (f"{name}|{one}|{other}", f"{titles[name]}: {one} → {other}")
        for name, versions in known.items()
        for one in versions
        for other in versions
        if one != other
    ]


def what_if_of(*, work: Work, for_actor: Actor) -> WhatIf:
    """The sums of a what-if, the terms most affected first."""
    for_actor.check(READ)
    found = work.result.get("rows", {})
    offices = {
        each.pk: each.office.title for each in Compartment.objects.select_related("office").all()
    }
    rows = [_row(key, counts, offices) for key, counts in found.items()]
    rows.sort(key=lambda row: (-row.counts["newly_late"], -_moved(row), str(row.term)))
    times = staff_time()
    return WhatIf(
        rows=rows,
        cases=work.result.get("cases", 0),
        act_hours=work.result.get("act_minutes", 0) / 60,
        missed_before=_missed(rows, "late_before") * times.missed_term_minutes / 60,
        missed_after=_missed(rows, "late_after") * times.missed_term_minutes / 60,
    )


def _row(key: str, counts: Mapping[str, int], offices: Mapping[int, Text]) -> WhatIfRow:
    procedure, deadline, compartment = key.split("|")
    unnamed = Text(az="–", en="–", ru="–")
    term = named(library(), f"{procedure}#{deadline}")
    return WhatIfRow(term, offices.get(int(compartment), unnamed), counts)


def _moved(row: WhatIfRow) -> int:
    return row.counts["earlier"] + row.counts["later"]


def _missed(rows: Iterable[WhatIfRow], name: str) -> int:
    return sum(row.counts[name] for row in rows)


def history(case: Case, actor: Actor) -> dict[str, list[Message]]:  # noqa: ARG001  readers name the actor
    """What changes of the law did to the terms of a case, by deadline, the first one first."""
    told: dict[str, list[Message]] = {}
    rows = TermChange.objects.filter(case=case).select_related("change").order_by("at", "id")
    for row in rows:
        told.setdefault(row.deadline, []).append(_told(row))
    return told


def _told(row: TermChange) -> Text:
    change = row.change
    why = sentences.WHY[change.kind].format(day=dated(change.valid_from))
    law = ", ".join(filter(None, (change.instrument, change.article)))
    sentence = sentences.KEPT if row.kept else sentences.MOVED
    return sentence.format(old=_day(row.old_due_on), new=_day(row.new_due_on), why=why, law=law)


def _day(day: date | None) -> Text:
    return dated(day) if day else sentences.NO_DAY
