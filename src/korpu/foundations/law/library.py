"""The law in use: the files of the jurisdiction with the published changes laid over them."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from django.db import connection

from korpu.engines.procedure.api import (
    AmendedLibrary,
    Amendment,
    CalendarEdit,
    Library,
    amended,
    edited,
    from_plain,
)
from korpu.foundations.law.models import Change


def edition() -> str:
    """The key of the law in use; empty: nothing was ever published."""
    return _asked("select korpu_law_edition()")


def hold() -> str:
    """As :func:`edition`; nothing can be published before the running transaction ends."""
    return _asked("select korpu_hold_law()")


def _asked(statement: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        row = cursor.fetchone()
    return str(row[0]) if row and row[0] else ""


def build(base: Library) -> Library:
    """The law in use, from the files and what is published."""
    return with_changes(base, published_changes())


def published_changes() -> list[Change]:
    """Everything that was ever published, in that order; also without anybody logged in."""
    return list(Change.objects.raw("select * from korpu_published_law()"))


def with_changes(
    base: Library, changes: Sequence[Change], *, drafts_on: date | None = None
) -> AmendedLibrary:
    """``base`` under ``changes``, in the order given; drafts as if published on a day."""
    edits = [as_edit(each, published_on=drafts_on) for each in changes if each.is_of_calendar]
    calendars = {
        name: edited(calendar, [each for each in edits if each.calendar == name])
        for name, calendar in base.calendars.items()
    }
    amendments = [as_amendment(each) for each in changes if not each.is_of_calendar]
    return amended(replace(base, calendars=calendars), amendments)


def as_amendment(change: Change) -> Amendment:
    """The engine's view of a change of the declarations."""
    plain = json.loads(change.content)
    return replace(
        from_plain(Amendment, plain), number=change.number, withdrawn_from=change.withdrawn_from
    )


def as_edit(change: Change, *, published_on: date | None = None) -> CalendarEdit:
    """The engine's view of a change of a calendar; a draft is as good as published on a day."""
    plain = json.loads(change.content)
    day = change.published_on or published_on
    assert day is not None
    return replace(
        from_plain(CalendarEdit, plain),
        number=change.number,
        published_on=day,
        withdrawn_on=change.withdrawn_from,
    )
