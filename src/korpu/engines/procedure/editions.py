"""Calendars that change while terms run: which edition gives the date, and what is never lost.

An edition published while a term runs counts for it. One published before the day it began is
simply the calendar; one published after it ended, by the awaited act or by its lapse, changes
nothing. A term that is a person's keeps the later of two dates.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from korpu.engines.procedure.calendars import Calendar
from korpu.engines.procedure.terms import Pause, Reckoning, Term


@dataclass(frozen=True, slots=True)
class Reckoned:
    """The end of a term under all editions that count for it.

    Attributes:
        term: with the edition that gave the date.
        shorter: the earlier date a later edition would have given a protected term; null: none.
    """

    term: Term
    reckoning: Reckoning
    shorter: date | None = None


def editions(calendar: Calendar) -> tuple[Calendar, ...]:
    """Every edition of a calendar, the first one first."""
    return (*editions(calendar.before), calendar) if calendar.before else (calendar,)


def reckoned(
    term: Term,
    anchor: date,
    pauses: Sequence[Pause],
    stopped_on: date | None,
    *,
    protected: bool,
) -> Reckoned:
    """The end of ``term`` counted from ``anchor``, edition after edition.

    Args:
        term: on the newest edition of its calendar.
        anchor: the day of the event.
        pauses: as for :meth:`Term.reckon`.
        stopped_on: the day the term was met or ceased to matter; null while it runs.
        protected: no edition may take a day away from it.
    """
    first, later = _known(term.calendar, anchor)
    found = _under(term, first, anchor, pauses)
    for edition in later:
        assert edition.published_on is not None
        if _is_over(found.reckoning, stopped_on, edition.published_on):
            break
        found = _next(found, _under(term, edition, anchor, pauses), protected=protected)
    return found


def _known(calendar: Calendar, anchor: date) -> tuple[Calendar, tuple[Calendar, ...]]:
    """The edition in force before the anchor's day, and those published on that day or later."""
    every = editions(calendar)
    later = tuple(each for each in every if each.published_on and each.published_on >= anchor)
    return every[len(every) - len(later) - 1], later


def _under(term: Term, edition: Calendar, anchor: date, pauses: Sequence[Pause]) -> Reckoned:
    own = term if edition is term.calendar else replace(term, calendar=edition)
    return Reckoned(own, own.reckon(anchor, pauses))


def _is_over(reckoning: Reckoning, stopped_on: date | None, published_on: date) -> bool:
    last = min(_ends(reckoning, stopped_on), default=None)
    return last is not None and last < published_on


def _ends(reckoning: Reckoning, stopped_on: date | None) -> Iterator[date]:
    if reckoning.due_on is not None:
        yield reckoning.due_on
    if stopped_on is not None:
        yield stopped_on


def _next(old: Reckoned, new: Reckoned, *, protected: bool) -> Reckoned:
    before, after = old.reckoning.due_on, new.reckoning.due_on
    if protected and before is not None and after is not None and after < before:
        return replace(old, shorter=after)
    return new
