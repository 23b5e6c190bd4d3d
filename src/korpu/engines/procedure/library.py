"""All procedures of one jurisdiction, read, proven and ready."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from korpu.engines.procedure import declaring, declaring_calendar, declaring_parts
from korpu.engines.procedure.calendars import Calendar
from korpu.engines.procedure.duties import Rights
from korpu.engines.procedure.model import Parameter, Procedure
from korpu.engines.procedure.proof import prove
from korpu.engines.procedure.yamlfile import Place, open_yaml, overlay
from korpu.kernel.errors import NotFound
from korpu.kernel.texts import Text, speaking

READING = {"casework.case.read", "casework.case.follow"}
"""Permissions that open the page of a case."""


@dataclass(frozen=True)
class Library:
    """What :func:`load_library` found.

    Attributes:
        folder: the jurisdiction's folder.
        procedures: every version, ordered by id and first day in force.
        sources: the declaration behind each version, complete, by id and version.
        role_titles: as the jurisdiction calls the roles.
        rights: what each role may do, for the proof.
    """

    folder: Path
    calendars: Mapping[str, Calendar]
    parameters: Mapping[str, Parameter]
    procedures: tuple[Procedure, ...]
    sources: Mapping[tuple[str, str], Place] = field(default_factory=dict)
    role_titles: Mapping[str, Text] = field(default_factory=dict)
    rights: Mapping[str, Rights] = field(default_factory=dict)

    def procedure(self, procedure_id: str, *, on: date) -> Procedure:
        """The version new cases open under on ``on``.

        Raises:
            NotFound: no such procedure, or none in force that day.
        """
        for found in self.procedures:
            if found.id == procedure_id and found.valid_from <= on <= (
                found.valid_until or date.max
            ):
                return found
        raise not_in_force(procedure_id, on)

    def version(self, procedure_id: str, version: str) -> Procedure:
        """The version a case has pinned.

        Raises:
            NotFound: no such version.
        """
        for found in self.procedures:
            if (found.id, found.version) == (procedure_id, version):
                return found
        raise NotFound(
            NO_PROCEDURE,
            NO_VERSION.format(id=procedure_id, version=version),
            {"procedure": procedure_id, "version": version},
        )

    def current(self, on: date) -> tuple[Procedure, ...]:
        """The procedures in force on ``on``, one version each."""
        return tuple(
            found
            for found in self.procedures
            if found.valid_from <= on <= (found.valid_until or date.max)
        )


def not_in_force(procedure_id: str, on: date) -> NotFound:
    """The error of a procedure under which no case opens on a day."""
    return NotFound(
        NO_PROCEDURE, NOT_IN_FORCE.format(id=procedure_id, day=on), {"procedure": procedure_id}
    )


def load_library(folder: Path) -> Library:
    """Read ``calendars/``, ``parameters/`` and ``procedures/`` of a jurisdiction's folder.

    Where the folder has a ``roles.yaml``, every role a procedure names must stand there.

    Args:
        folder: for example ``korpu/jurisdictions/az``.

    Raises:
        DeclarationError: a file cannot be read, or a procedure is unsound; file, line, what to do.
    """
    calendars = _calendars(folder)
    parameters = _parameters(folder)
    titles, rights = _role_titles(folder), _rights(folder)
    places = {path.stem: _open(path, folder) for path in _files(folder / "procedures")}
    found: list[Procedure] = []
    sources: dict[tuple[str, str], Place] = {}
    for place in places.values():
        whole = _whole(place, places, seen=())
        procedure = declaring.procedure(whole, parameters, frozenset(calendars))
        refuse_unsound(procedure, place, frozenset(titles) or None, rights or None)
        sources[procedure.id, procedure.version] = whole
        found.append(replace(procedure, role_titles=titles))
    found = _ended_by_successors(found, places)
    return Library(folder, calendars, parameters, tuple(found), sources, titles, rights)


def _ended_by_successors(
    found: Sequence[Procedure], places: Mapping[str, Place]
) -> list[Procedure]:
    """In order; a version that an amending one follows ends the day before it begins."""
    ordered = sorted(found, key=lambda each: (each.id, each.valid_from))
    amending = _amending(places)
    for place, (earlier, later) in enumerate(pairwise(ordered)):
        if earlier.id != later.id:
            continue
        if earlier.valid_until is None and (later.id, later.version) in amending:
            ordered[place] = replace(earlier, valid_until=later.valid_from - timedelta(days=1))
        _refuse_overlap(later, ordered[place], _place_of(later, places))
    return ordered


def _amending(places: Mapping[str, Place]) -> frozenset[tuple[str, str]]:
    written = {name: place.mapping() for name, place in places.items()}
    return frozenset(
        (_whole(places[name], places, ()).mapping()["id"].scalar(), fields["version"].scalar())
        for name, fields in written.items()
        if "amends" in fields and "version" in fields
    )


def _place_of(procedure: Procedure, places: Mapping[str, Place]) -> Place:
    for place in places.values():
        fields = _whole(place, places, ()).mapping()
        if (fields["id"].scalar(), fields["version"].scalar()) == (
            procedure.id,
            procedure.version,
        ):
            return place
    raise AssertionError(procedure.id)


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.yaml"))


def _open(path: Path, folder: Path) -> Place:
    return open_yaml(path, str(path.relative_to(folder.parent)))


def _calendars(folder: Path) -> dict[str, Calendar]:
    found = [
        declaring_calendar.calendar(_open(path, folder)) for path in _files(folder / "calendars")
    ]
    return {calendar.id: calendar for calendar in found}


def _parameters(folder: Path) -> dict[str, Parameter]:
    found: dict[str, Parameter] = {}
    for path in _files(folder / "parameters"):
        place = _open(path, folder)
        for name, where in place.mapping().items():
            if name in found:
                where.fail(f"the parameter “{name}” stands in two files", "Keep one of them.")
        found |= declaring_parts.parameters(place)
    return found


def _role_titles(folder: Path) -> dict[str, Text]:
    path = folder / "roles.yaml"
    if not path.exists():
        return {}
    roles = _open(path, folder).mapping()["roles"].mapping()
    return {role: place.mapping()["title"].text() for role, place in roles.items()}


def _rights(folder: Path) -> dict[str, Rights]:
    path = folder / "roles.yaml"
    if not path.exists():
        return {}
    places = _open(path, folder).mapping()["roles"].mapping()
    return {role: _rights_of(role, places) for role in places}


def _rights_of(role: str, places: Mapping[str, Place]) -> Rights:
    """Incompatibility counts in both directions."""
    barred = {
        other
        for other, place in places.items()
        if role in _words(place, "incompatible_with")
        or other in _words(places[role], "incompatible_with")
    }
    reaches = bool(READING & _words(places[role], "permissions"))
    return Rights(reaches, frozenset(barred - {role}))


def _words(place: Place, key: str) -> set[str]:
    found = place.mapping()
    return {each.scalar() for each in found[key].sequence()} if key in found else set()


def _whole(place: Place, places: Mapping[str, Place], seen: tuple[str, ...]) -> Place:
    """The declaration laid over what it extends, or over the version it amends."""
    fields = place.mapping()
    key = next((key for key in ("extends", "amends") if key in fields), None)
    if key is None:
        return place
    line = fields[key]
    name = line.scalar()
    if name in seen:
        line.fail(f"these declarations {key[:-1]} one another in a circle", "Break the circle.")
    base = places[line.choice(tuple(places))]
    if key == "amends":
        _refuse_half_an_amendment(place, fields)
    return Place(overlay(_whole(base, places, (*seen, name)).node, place.node))


def _refuse_half_an_amendment(place: Place, fields: Mapping[str, Place]) -> None:
    for key in ("version", "valid_from", "law"):
        if key not in fields:
            place.fail(
                f"an amendment says its own {key}",
                f"Add a line `{key}: …`: what the new version is, from when, by which law.",
            )
    if "id" in fields:
        fields["id"].fail("an amendment keeps the procedure's id", "Delete `id:`, or use extends.")


def refuse_unsound(
    procedure: Procedure,
    place: Place,
    roles: frozenset[str] | None,
    rights: Mapping[str, Rights] | None = None,
) -> None:
    """Fail at ``place`` when the proof finds a fault."""
    findings = prove(procedure, roles=roles, rights=rights)
    if findings:
        with speaking("en"):
            told = "\n".join(map(str, findings))
        place.fail(
            f"{procedure.id} is not sound:\n{told}",
            "Mend the declaration; `korpu procedures prove` shows the same.",
        )


def _refuse_overlap(later: Procedure, earlier: Procedure, place: Place) -> None:
    if earlier.version == later.version or later.valid_from <= (earlier.valid_until or date.max):
        place.fail(
            f"{later.id} {later.version} overlaps version {earlier.version}",
            "Give each version its own name and days in force.",
        )


NO_PROCEDURE = Text(
    az="Belə prosedur yoxdur.", en="There is no such procedure.", ru="Такой процедуры нет."
)
NOT_IN_FORCE = Text(
    az="{id} {day} tarixində qüvvədə deyil. Prosedurun adını və tarixi yoxlayın.",
    en="{id} is not in force on {day}. Check the procedure's name and the date.",
    ru="{id} не действует на {day}. Проверьте название процедуры и дату.",
)
NO_VERSION = Text(
    az="{id} prosedurunun {version} versiyası yoxdur.",
    en="{id} has no version {version}.",
    ru="У процедуры {id} нет версии {version}.",
)
