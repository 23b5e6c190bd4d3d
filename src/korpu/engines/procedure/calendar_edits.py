"""Decrees that change a calendar, laid over the calendar of the files, edition by edition."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NoReturn

from korpu.engines.procedure.calendars import Calendar, Closure, Exchange
from korpu.engines.procedure.wording import dated
from korpu.kernel.errors import InvalidInput
from korpu.kernel.texts import Text


@dataclass(frozen=True, slots=True)
class CalendarEdit:
    """What one decree changes in one calendar.

    Attributes:
        number: its name, such as ``C2``.
        published_on: the day it was entered into force here; terms begun later simply use it.
        decreed: further days by holiday whose days a decree names.
        decreed_until: every decree up to this day is on record now; null: unchanged.
        withdrawn_on: the day it was taken back; null: it stands.
    """

    number: str
    calendar: str
    published_on: date
    closures: tuple[Closure, ...] = ()
    exchanges: tuple[Exchange, ...] = ()
    decreed: Mapping[str, tuple[date, ...]] = field(default_factory=dict)
    decreed_until: date | None = None
    withdrawn_on: date | None = None


def edited(calendar: Calendar, edits: Sequence[CalendarEdit]) -> Calendar:
    """The calendar with its edits, each change of them an edition on top of the one before.

    Args:
        calendar: as the files declare it.
        edits: of this calendar, in the order published.
    """
    newest = calendar
    for day, active in _moments(edits):
        laid = calendar
        for edit in active:
            laid = lay(laid, edit)
        newest = replace(laid, published_on=day, before=newest)
    return newest


def lay(calendar: Calendar, edit: CalendarEdit) -> Calendar:
    """One edit over a calendar."""
    holidays = tuple(
        replace(each, decreed=tuple(sorted({*each.decreed, *edit.decreed[each.id]})))
        if each.id in edit.decreed
        else each
        for each in calendar.holidays
    )
    return replace(
        calendar,
        holidays=holidays,
        closures=calendar.closures + edit.closures,
        exchanges=calendar.exchanges + edit.exchanges,
        decreed_until=max(calendar.decreed_until, edit.decreed_until or date.min),
    )


def check_edit(calendar: Calendar, edit: CalendarEdit) -> None:
    """Refuse what the calendar says already, or what cannot be.

    Raises:
        InvalidInput: a day is free already, an exchange does not exchange a working day for a free
            one, a holiday is not one that decrees name, or nothing would change.
    """
    for closure in edit.closures:
        _refuse_free("on", calendar, closure.on)
    for exchange in edit.exchanges:
        _refuse_free("on", calendar, exchange.closed)
        if calendar.is_working(exchange.worked):
            _refuse("worked_on", WORKED_ALREADY.format(day=dated(exchange.worked)))
    for name, days in edit.decreed.items():
        holiday = next((each for each in calendar.holidays if each.id == name), None)
        if holiday is None or holiday.days:
            _refuse("holiday", NOT_DECREED)
        for day in days:
            if day in holiday.decreed:
                _refuse("on", FREE_ALREADY.format(day=dated(day), reason=holiday.title))
    if edit.decreed_until and edit.decreed_until <= calendar.decreed_until:
        _refuse("decreed_until", DECREED_ALREADY.format(day=dated(calendar.decreed_until)))
    if not (edit.closures or edit.exchanges or edit.decreed or edit.decreed_until):
        _refuse("on", NOTHING)


def changed_days(old: Calendar, new: Calendar, first: date, last: date) -> frozenset[date]:
    """The days from ``first`` to ``last`` that are working in one and free in the other."""
    days = map(date.fromordinal, range(first.toordinal(), last.toordinal() + 1))
    return frozenset(day for day in days if old.is_working(day) != new.is_working(day))


def _moments(edits: Sequence[CalendarEdit]) -> Iterator[tuple[date, list[CalendarEdit]]]:
    """Each publication and each withdrawal, in that order within a day, and what stands after."""
    moments = [(each.published_on, 0, place) for place, each in enumerate(edits)]
    moments += [(each.withdrawn_on, 1, n) for n, each in enumerate(edits) if each.withdrawn_on]
    active: dict[int, CalendarEdit] = {}
    for day, ends, place in sorted(moments):
        if ends:
            active.pop(place)
        else:
            active[place] = edits[place]
        yield day, [active[each] for each in sorted(active)]


def _refuse_free(field_name: str, calendar: Calendar, day: date) -> None:
    off = calendar.off(day)
    if off is not None:
        _refuse(field_name, FREE_ALREADY.format(day=dated(day), reason=off.title))


def _refuse(field_name: str, sentence: Text) -> NoReturn:
    raise InvalidInput(sentence, fields={field_name: sentence})


FREE_ALREADY = Text(
    az="{day} onsuz da iş günü deyil: {reason}.",
    en="{day} is not a working day already: {reason}.",
    ru="{day} уже нерабочий день: {reason}.",
)
WORKED_ALREADY = Text(
    az="{day} onsuz da iş günüdür. İş gününə çevrilən istirahət gününü göstərin.",
    en="{day} is a working day already. Give the free day that becomes a working one.",
    ru="{day} уже рабочий день. Укажите выходной день, который становится рабочим.",
)
NOT_DECREED = Text(
    az="Bu bayramın günlərini qərar müəyyən etmir. Siyahıdan seçin.",
    en="The days of this holiday are not set by decree. Choose one of the list.",
    ru="Дни этого праздника не устанавливаются решением. Выберите праздник из списка.",
)
DECREED_ALREADY = Text(
    az="Təqvim artıq {day} tarixinədək müəyyən edilib. Daha gec gün göstərin.",
    en="The calendar is decreed up to {day} already. Give a later day.",
    ru="Календарь уже утверждён до {day}. Укажите более поздний день.",
)
NOTHING = Text(
    az="Heç nə dəyişmir. Ən azı bir gün göstərin.",
    en="Nothing would change. Give at least one day.",
    ru="Ничего не изменится. Укажите хотя бы один день.",
)
