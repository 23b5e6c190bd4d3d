"""Logs of any procedure, with facts of the right kind."""

from datetime import UTC, date, datetime

from korpu.engines.procedure.api import LogEntry, Procedure


def opening(procedure: Procedure, on: date) -> list[LogEntry]:
    """The log of a case just opened."""
    first = procedure.opening_acts[0]
    return [entry(first.id, on, **carried(procedure, first.facts_required, on))]


def carried(procedure: Procedure, facts: tuple[str, ...], on: date) -> dict[str, object]:
    """A value of the right kind for each fact an act must carry."""
    values = {"date": on, "text": "Baku airport", "yes_no": True, "number": 1, "time": "14:05"}
    return {
        fact: next(iter(procedure.facts[fact].values), None) or values[procedure.facts[fact].kind]
        for fact in facts
    }


def entry(act: str, on: date, **facts: object) -> LogEntry:
    return LogEntry(act, datetime(on.year, on.month, on.day, 9, tzinfo=UTC), on, facts)
