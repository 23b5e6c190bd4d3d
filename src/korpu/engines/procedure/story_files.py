"""The written cases of a jurisdiction, read from ``procedures/cases/``."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from korpu.engines.procedure.model import FactValue
from korpu.engines.procedure.stories import Step, Story
from korpu.engines.procedure.yamlfile import Fields, Place, open_yaml

KEYS = {"id", "after", "about", "procedure", "steps", "on", "expect"}
EXPECTABLE = {
    "anchor_on", "state", "due_on", "breached_on", "met_on", "remaining", "confidence",
    "provisional", "proposes",
}  # fmt: skip


def read_stories(folder: Path) -> tuple[Story, ...]:
    """Every story of ``procedures/cases/``.

    Raises:
        DeclarationError: a story cannot be read; file, line, what to do.
    """
    found: list[Story] = []
    for path in sorted((folder / "procedures" / "cases").glob("*.yaml")):
        known: dict[str, Story] = {}
        for place in open_yaml(path, str(path.relative_to(folder.parent))).sequence():
            found.append(_story(place, known))
            name = place.mapping().get("id")
            if name is not None:
                known[name.scalar()] = found[-1]
    return tuple(found)


def _story(place: Place, known: Mapping[str, Story]) -> Story:
    fields = Fields(place, KEYS)
    own = tuple(_step(each) for each in fields.need("steps").sequence())
    before = _before(fields, known)
    steps = (*before.steps, *own) if before else own
    expect = Fields(fields.need("expect"), {"status", "deadlines", "branches", "waits"})
    deadlines = list(expect.by_key["deadlines"].items()) if "deadlines" in expect else []
    return Story(
        about=fields.get("about", Place.scalar, ""),
        procedure=before.procedure if before else fields.need("procedure").scalar(),
        steps=steps,
        on=fields.get("on", Place.day, None) or steps[-1].on,
        status=expect.get("status", Place.scalar, None),
        deadlines={key.scalar(): _values(value, EXPECTABLE) for key, value in deadlines},
        place=f"{place.file}:{place.line}",
        branches=expect.get("branches", _values, {}),
        waits=expect.get("waits", _values, {}),
    )


def _before(fields: Fields, known: Mapping[str, Story]) -> Story | None:
    if "after" not in fields:
        return None
    if "procedure" in fields:
        fields.need("procedure").fail("a story that goes on has its procedure", "Delete the line.")
    return known[fields.need("after").choice(tuple(known))]


def _step(place: Place) -> Step:
    found = place.mapping()
    (day, act), *others = found.items()
    allowed = {"given", "states", "refused", "by", "allowed_by"}
    for name, value in others:
        if name not in allowed:
            value.fail(
                f"“{name}” is not known here", "Known: given, states, refused, by, allowed_by."
            )
    return Step(
        act=act.scalar(),
        on=_day(place, day),
        given=_values(found["given"]) if "given" in found else {},
        states=_values(found["states"]) if "states" in found else {},
        refused=found["refused"].scalar() if "refused" in found else None,
        by=found["by"].scalar() if "by" in found else "",
        allowed_by=found["allowed_by"].scalar() if "allowed_by" in found else "",
    )


def _day(place: Place, written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return place.fail(f"“{written}” is not a day", "Begin a step with its day: 2026-06-01.")


def _values(place: Place, known: set[str] | None = None) -> dict[str, FactValue]:
    return {key: value.value() for key, value in place.mapping(known).items()}
