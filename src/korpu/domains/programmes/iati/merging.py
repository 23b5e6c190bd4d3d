"""Keeping what an imported file said beyond what our tables hold.

The imported record is kept as it came, beside what the project told of itself right afterwards.
When the file is written again, a part the project still tells as it did then is written as it was
imported, with everything it had; a part that changed here is written as it is told now.
"""

from dataclasses import fields, replace
from typing import Any

from korpu.engines.iati.model.activity import Activity

ALWAYS_OURS = frozenset({"reporting_org", "last_updated_datetime"})


def merged(now: Activity, then: Activity, imported: Activity) -> Activity:
    """The record to write.

    Args:
        now: what the project tells of itself.
        then: what it told right after the import.
        imported: the record that was imported.
    """
    taken: dict[str, Any] = {}
    for field in fields(now):
        if field.name not in ALWAYS_OURS:
            taken[field.name] = _merged(
                getattr(now, field.name), getattr(then, field.name), getattr(imported, field.name)
            )
    return replace(now, **taken)


def _merged(now: Any, then: Any, imported: Any) -> Any:
    if now == then:
        return imported
    if not isinstance(now, tuple):
        return now
    if not then:  # our tables told nothing of it then: what came stays beside what is told now
        return (*now, *imported)
    if len(then) != len(imported):
        return now
    rest = list(zip(then, imported, strict=True))
    return tuple(_as_imported(each, rest) for each in now)


def _as_imported(part: Any, rest: list[tuple[Any, Any]]) -> Any:
    for place, (before, came) in enumerate(rest):
        if before == part:
            del rest[place]
            return came
    return part
