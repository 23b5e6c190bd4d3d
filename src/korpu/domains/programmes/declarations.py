"""The projects the jurisdiction declares, as typed data: what its files say, nothing added."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from korpu.domains.programmes.enums import Precision
from korpu.foundations.accounts.api import jurisdiction_folder
from korpu.kernel.texts import LANGUAGES, Text

FOLDER = "projects"
SOURCES = "sources.yaml"


class DeclaredProjectError(ValueError):
    """A file of projects is wrong; the message names the file, the entry and what to do."""


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day known to the day, the month (its first day) or the year (1 January)."""

    day: date
    precision: Precision


@dataclass(frozen=True, slots=True)
class DeclaredEvent:
    """An event, or a number of like events, a source tells of.

    Attributes:
        id: stable within the project.
        kind: ``training``, ``seminar``, ``study_visit``, ``meeting``, ``conference``,
            ``summer_school``, ``delegation`` or ``official_visit``.
        mode: ``in_person``, ``online`` or ``hybrid``; empty: not stated.
        official_title: exactly as printed; empty: the source only describes it.
        series: the entry stands for several events whose number may not be stated.
        count: how many events; None: not stated.
        places: where, as country (alpha-3) and city (None: not stated).
        starts, ends: None: not stated.
        inviter, guest: who invited whom; None: not stated.
        component: key of the component it belongs to; empty: not stated.
        statements: numbers of the source's statements.
        source: code in the register of sources.
        note: what a reader must know, such as a doubt about the reading.
    """

    id: str
    kind: str
    title: Text
    statements: tuple[str, ...]
    source: str
    mode: str = ""
    official_title: str = ""
    series: bool = False
    count: int | None = None
    places: tuple[tuple[str, Text | None], ...] = ()
    starts: PartialDate | None = None
    ends: PartialDate | None = None
    inviter: Text | None = None
    guest: Text | None = None
    component: str = ""
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class DeclaredPublication:
    """A study, guide, leaflet or the like a source tells of.

    Attributes:
        kind: ``study``, ``report``, ``guide``, ``leaflet``, ``booklet``, ``brochure``,
            ``curriculum``, ``bulletin``, ``glossary``, ``recommendations``, ``textbook`` or
            ``other``.
        official_title: exactly as printed; empty: the source only describes it.
        languages: of the published text, ISO 639-1; empty: not stated.
        issue_count: how many issues of the series there are; None: one, or not stated.
        is_distributed: the source says it was handed out; to whom stands in ``distributed_to``.
        published: None: not stated.
        author: authoring institution; None: not stated.
        component: key of the component it belongs to; empty: not stated.
    """

    id: str
    kind: str
    title: Text
    statements: tuple[str, ...]
    source: str
    official_title: str = ""
    languages: tuple[str, ...] = ()
    issue_count: int | None = None
    is_distributed: bool = False
    distributed_to: Text | None = None
    published: PartialDate | None = None
    author: Text | None = None
    component: str = ""
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class DeclaredCall:
    """A call to organisations a source tells of.

    Attributes:
        posts: role and number, such as ``("mentor", 2)``.
        outcome: what became of it, as stated.
    """

    id: str
    title: Text
    posts: tuple[tuple[str, int], ...]
    statements: tuple[str, ...]
    source: str
    outcome: Text | None = None
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class DeclaredProject:
    """One file: the project's own facts as written, and what other rooms load from it.

    Attributes:
        facts: everything but events, publications and calls, for the programmes room itself.
    """

    code: str
    title: Text
    facts: Mapping[str, Any]
    events: tuple[DeclaredEvent, ...]
    publications: tuple[DeclaredPublication, ...]
    calls: tuple[DeclaredCall, ...]


@cache
def declared_projects() -> tuple[DeclaredProject, ...]:
    """The projects of the running jurisdiction, predecessors first.

    Raises:
        DeclaredProjectError: a file is malformed.
    """
    return read_projects(jurisdiction_folder() / FOLDER)


def read_projects(folder: Path) -> tuple[DeclaredProject, ...]:
    """Read every project file of a folder, predecessors first.

    Raises:
        DeclaredProjectError: a key is missing or unknown, or a value cannot be read.
    """
    files = sorted(path for path in folder.glob("*.yaml") if path.name != SOURCES)
    found = {one.code: one for one in (_read(path) for path in files)}
    ordered: dict[str, DeclaredProject] = {}
    for project in found.values():
        _after_predecessor(project, found, ordered)
    return tuple(ordered.values())


def read_sources(folder: Path) -> tuple[Mapping[str, Any], ...]:
    """The register of sources of a folder, as written."""
    declared = yaml.safe_load((folder / SOURCES).read_text(encoding="utf-8"))
    return tuple(declared["sources"])


def partial_date(written: object) -> PartialDate:
    """``2016-01-15``, ``2016-11`` or ``2017`` as a day with its precision.

    Raises:
        ValueError: it is none of these.
    """
    if isinstance(written, date):
        return PartialDate(written, Precision.DAY)
    year, *rest = (int(part) for part in str(written).split("-"))
    precision = (Precision.YEAR, Precision.MONTH, Precision.DAY)[len(rest)]
    month, day = (*rest, 1, 1)[:2]
    return PartialDate(date(year, month, day), precision)


def _after_predecessor(
    project: DeclaredProject,
    found: Mapping[str, DeclaredProject],
    ordered: dict[str, DeclaredProject],
) -> None:
    before = str(project.facts.get("predecessor", ""))
    if before in found and before not in ordered:
        _after_predecessor(found[before], found, ordered)
    ordered[project.code] = project


def _read(path: Path) -> DeclaredProject:
    declared = yaml.safe_load(path.read_text(encoding="utf-8"))
    try:
        return DeclaredProject(
            code=declared["code"],
            title=_text(declared["title"]),
            events=tuple(_event(one) for one in declared.pop("events", ())),
            publications=tuple(_publication(one) for one in declared.pop("publications", ())),
            calls=tuple(_call(one) for one in declared.pop("calls", ())),
            facts=declared,
        )
    except (KeyError, TypeError, ValueError) as error:
        raise DeclaredProjectError(f"{path.name}: {error}. Correct the entry.") from error


def _text(written: Mapping[str, str]) -> Text:
    if set(written) != set(LANGUAGES):
        raise ValueError(f"a text needs exactly {list(LANGUAGES)}, this has {sorted(written)}")
    return Text(**written)


def _event(written: Mapping[str, Any]) -> DeclaredEvent:
    return DeclaredEvent(**_furnished(written) | {"places": _places(written.get("places", ()))})


def _publication(written: Mapping[str, Any]) -> DeclaredPublication:
    languages = tuple(written.get("languages", ()))
    return DeclaredPublication(**_furnished(written) | {"languages": languages})


def _call(written: Mapping[str, Any]) -> DeclaredCall:
    return DeclaredCall(**_furnished(written) | {"posts": tuple(written["posts"].items())})


_TEXTS = ("title", "note", "author", "inviter", "guest", "outcome", "distributed_to")
_DATES = ("starts", "ends", "published")


def _furnished(written: Mapping[str, Any]) -> dict[str, Any]:
    made = dict(written) | {"statements": tuple(written["statements"])}
    made |= {name: _text(written[name]) for name in _TEXTS if name in written}
    return made | {name: partial_date(written[name]) for name in _DATES if name in written}


def _places(written: Any) -> tuple[tuple[str, Text | None], ...]:
    return tuple((one["country"], _text(one["city"]) if "city" in one else None) for one in written)
