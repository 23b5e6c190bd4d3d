"""Law that changes: files as the base, published amendments laid over them.

An amendment that changes the law makes new versions of every procedure it touches, from its first
day in force; a case keeps the version it was opened under. A version's name is its recipe:
``2026.1+A3+A7`` is the file's version 2026.1 with amendments A3 and A7, so it can be built again
as long as the rows are kept. An amendment that merely brings a source for what is in force already
changes no law and counts for every case.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Literal

from korpu.engines.procedure import declaring
from korpu.engines.procedure.amending_terms import (
    check_term,
    node_of,
    numbers_of,
    without_nulls,
    written,
)
from korpu.engines.procedure.digest import digest_of
from korpu.engines.procedure.library import Library, not_in_force
from korpu.engines.procedure.model import (
    Citation,
    Parameter,
    ParameterVersion,
    Procedure,
    Transition,
)
from korpu.engines.procedure.parts import parameters_of
from korpu.engines.procedure.wording import dated
from korpu.engines.procedure.yamlfile import Place, overlay
from korpu.kernel.errors import InvalidInput
from korpu.kernel.texts import Text

DAY = timedelta(days=1)
PLUS = "+"


@dataclass(frozen=True, slots=True)
class Amendment:
    """One act of law as it changes the declarations.

    Attributes:
        number: its name in the recipe of a version, such as ``A3``; no ``+`` in it.
        valid_from: first day new cases come under it; for a source, the first day in force of the
            number it is about.
        running: what it says of running cases.
        parameters: the new number by parameter; null: the number is not known.
        terms: by procedure and deadline, what it changes of the term (``amending_terms``).
        is_source: it changes no law: it names the source of numbers that are in force.
        withdrawn_from: first day new cases do not come under it any more; null: none.
    """

    number: str
    valid_from: date
    law: Citation
    running: Literal["keep", "move"] = "keep"
    parameters: Mapping[str, int | None] = field(default_factory=dict)
    terms: Mapping[str, Mapping[str, Mapping[str, str]]] = field(default_factory=dict)
    is_source: bool = False
    withdrawn_from: date | None = None

    def touches(self, procedure: Procedure) -> bool:
        """Whether the procedure names a number or has a term it changes."""
        return procedure.id in self.terms or bool(
            self.parameters.keys() & parameters_of(procedure).keys()
        )

    def in_force(self, on: date) -> bool:
        return self.valid_from <= on and (self.withdrawn_from is None or on < self.withdrawn_from)


@dataclass(frozen=True)
class Segment:
    """The days, both included, on which new cases open under one version."""

    procedure: Procedure
    first: date
    last: date | None

    def holds(self, on: date) -> bool:
        return self.first <= on and (self.last is None or on <= self.last)


@dataclass(frozen=True)
class AmendedLibrary(Library):
    """A library whose versions come from files and from amendments."""

    base: Library | None = None
    amendments: tuple[Amendment, ...] = ()
    segments: tuple[Segment, ...] = ()
    _built: dict[tuple[str, str], Procedure] = field(
        default_factory=dict, compare=False, repr=False
    )

    def procedure(self, procedure_id: str, *, on: date) -> Procedure:
        for segment in self.segments:
            if segment.procedure.id == procedure_id and segment.holds(on):
                return segment.procedure
        raise not_in_force(procedure_id, on)

    def current(self, on: date) -> tuple[Procedure, ...]:
        return tuple(each.procedure for each in self.segments if each.holds(on))

    def version(self, procedure_id: str, version: str) -> Procedure:
        """The version a case has pinned, built from its recipe when nothing opens under it now."""
        assert self.base is not None
        key = (procedure_id, version)
        if key not in self._built:
            name, *numbers = version.split(PLUS)
            known = {each.number: each for each in self.amendments}
            if not set(numbers) <= known.keys():
                return super().version(procedure_id, version)
            declared = self.base.version(procedure_id, name)
            used = [known[number] for number in numbers]
            self._built[key] = _version(self, self.base, declared, used)
        return self._built[key]


def amended(base: Library, amendments: Sequence[Amendment]) -> AmendedLibrary:
    """The library with amendments laid over it, in the order they were published.

    Raises:
        InvalidInput: an amendment names something the library does not have, or a source a number
            other than the one in force.
        DeclarationError: a changed declaration cannot be right.
    """
    for place, amendment in enumerate(amendments):
        _check(base, amendments[:place], amendment)
    empty = replace_base(base, tuple(amendments))
    segments = tuple(
        segment for declared in base.procedures for segment in _segments(empty, base, declared)
    )
    versions = {(each.procedure.id, each.procedure.version): each.procedure for each in segments}
    shown = tuple(_with_end(one, segments) for one in versions.values())
    return replace(
        empty,
        procedures=shown,
        segments=tuple(replace(each, procedure=_with_end(each.procedure, segments))
                       for each in segments),
        parameters=_parameters(base, [each for each in amendments if each.withdrawn_from is None]),
        _built={(one.id, one.version): one for one in shown},
    )  # fmt: skip


def replace_base(base: Library, amendments: tuple[Amendment, ...]) -> AmendedLibrary:
    """``base`` as an amended library in which nothing is built so far."""
    return AmendedLibrary(
        folder=base.folder,
        calendars=base.calendars,
        parameters=base.parameters,
        procedures=(),
        sources=base.sources,
        role_titles=base.role_titles,
        rights=base.rights,
        base=base,
        amendments=amendments,
    )


def _check(base: Library, earlier: Sequence[Amendment], amendment: Amendment) -> None:
    for name, quantity in amendment.parameters.items():
        if name not in base.parameters:
            raise InvalidInput(NO_PARAMETER.format(name=name), fields={"parameter": NO_SUCH})
        started = base.parameters[name].versions[-1].valid_from
        if not amendment.is_source and started and amendment.valid_from < started:
            told = LATER_NUMBER.format(day=dated(started))
            raise InvalidInput(told, fields={"valid_from": told})
        if amendment.is_source:
            _check_source(_parameters(base, earlier)[name], quantity, amendment)
    for procedure, deadlines in amendment.terms.items():
        declared = [each for each in base.procedures if each.id == procedure]
        known = {name for each in declared for name in each.deadlines}
        for name, changed in deadlines.items():
            if name not in known:
                raise InvalidInput(NO_PARAMETER.format(name=name), fields={"term": NO_SUCH})
            for each in declared:
                if name in each.deadlines:
                    check_term(each.deadlines[name], changed)


def _check_source(parameter: Parameter, quantity: int | None, amendment: Amendment) -> None:
    version = next((each for each in parameter.versions if _is_about(amendment, each)), None)
    if version is None:
        raise InvalidInput(NONE_THEN, fields={"valid_from": NONE_THEN})
    if version.quantity is not None and version.quantity != quantity:
        told = OTHER_NUMBER.format(quantity=version.quantity)
        raise InvalidInput(told, fields={"quantity": told})


def _segments(empty: AmendedLibrary, base: Library, declared: Procedure) -> Iterator[Segment]:
    changing = [
        each
        for each in empty.amendments
        if not each.is_source and each.touches(declared) and not _never_began(each)
    ]
    end = declared.valid_until or date.max
    starts = {declared.valid_from}
    starts |= {each.valid_from for each in changing}
    starts |= {each.withdrawn_from for each in changing if each.withdrawn_from}
    days = sorted(day for day in starts if declared.valid_from <= day <= end)
    for first, following in zip(days, [*days[1:], None], strict=True):
        active = [each for each in changing if each.in_force(first)]
        active.sort(key=lambda each: (each.valid_from, empty.amendments.index(each)))
        last = declared.valid_until if following is None else following - DAY
        yield Segment(_version(empty, base, declared, active), first, last)


def _never_began(amendment: Amendment) -> bool:
    return amendment.withdrawn_from is not None and (
        amendment.withdrawn_from <= amendment.valid_from
    )


def _with_end(procedure: Procedure, segments: Sequence[Segment]) -> Procedure:
    """Its last day: that of the last days on which cases open under it."""
    own = [each.last for each in segments if _same(each.procedure, procedure)]
    ends = [day for day in own if day is not None]
    return replace(procedure, valid_until=max(ends) if len(ends) == len(own) else None)


def _same(one: Procedure, other: Procedure) -> bool:
    return (one.id, one.version) == (other.id, other.version)


def _version(
    library: AmendedLibrary, base: Library, declared: Procedure, used: Sequence[Amendment]
) -> Procedure:
    """One version from its recipe."""
    sources = [each for each in library.amendments if each.is_source and not _never_began(each)]
    if not used and not any(each.touches(declared) for each in sources):
        return declared
    place = base.sources[declared.id, declared.version]
    for amendment in used:
        place = _overlaid(place, declared, amendment)
    order = {each.number: place for place, each in enumerate(library.amendments)}
    ordered = sorted([*sources, *used], key=lambda each: (each.is_source, order[each.number]))
    parameters = _parameters(base, ordered)
    for amendment in used:
        own = (_own(declared, amendment, name) for name in amendment.terms.get(declared.id, ()))
        parameters |= {each.id: each for numbers in own for each in numbers}
    found = declaring.procedure(place, parameters, frozenset(base.calendars))
    found = replace(found, role_titles=declared.role_titles, valid_until=declared.valid_until)
    for amendment in used:
        found = replace(
            found,
            version=f"{found.version}{PLUS}{amendment.number}",
            valid_from=max(found.valid_from, amendment.valid_from),
            law=(*found.law, amendment.law),
            transition=Transition(amendment.running, amendment.law),
        )
    return replace(found, digest=digest_of(found))


def _overlaid(place: Place, base: Procedure, amendment: Amendment) -> Place:
    terms = amendment.terms.get(base.id)
    if not terms:
        return place
    law = {key: value for key, value in _words(amendment.law).items() if value}
    numbers = {
        name: {each.id.rpartition(".")[2]: each.id for each in _own(base, amendment, name)}
        for name in terms
    }
    changed = {
        "deadlines": {
            name: {**written(keys, numbers[name]), "law": [law]} for name, keys in terms.items()
        }
    }
    return Place(without_nulls(overlay(place.node, node_of(changed, amendment.number))))


def _own(base: Procedure, amendment: Amendment, name: str) -> list[Parameter]:
    """The numbers an amendment gives one term of its own."""
    rule, changed = base.deadlines.get(name), amendment.terms[base.id][name]
    if rule is None:
        return []
    called = f"{base.id}#{name}{PLUS}{amendment.number}"
    return list(numbers_of(rule, changed, amendment.law, called))


def _words(citation: Citation) -> dict[str, str]:
    return {
        "instrument": citation.instrument,
        "article": citation.article,
        "confidence": citation.confidence,
        "note": citation.note,
        "source": citation.source,
    }


def _parameters(base: Library, used: Sequence[Amendment]) -> dict[str, Parameter]:
    found = dict(base.parameters)
    for amendment in used:
        for name, quantity in amendment.parameters.items():
            change = _sourced if amendment.is_source else _changed
            found[name] = change(found[name], quantity, amendment)
    return found


def _sourced(parameter: Parameter, quantity: int | None, amendment: Amendment) -> Parameter:
    def read(version: ParameterVersion) -> ParameterVersion:
        if not _is_about(amendment, version):
            return version
        return replace(version, quantity=quantity, citation=amendment.law)

    return replace(parameter, versions=tuple(map(read, parameter.versions)))


def _is_about(source: Amendment, version: ParameterVersion) -> bool:
    if version.valid_from is None:
        return version.in_force(source.valid_from)
    return version.valid_from == source.valid_from


def _changed(parameter: Parameter, quantity: int | None, amendment: Amendment) -> Parameter:
    day = amendment.valid_from
    kept = [each for each in parameter.versions if each.valid_from is None or each.valid_from < day]
    later = [each for each in parameter.versions if each not in kept and each.valid_from != day]
    until = min((each.valid_from - DAY for each in later if each.valid_from), default=None)
    new = ParameterVersion(quantity, amendment.law, day, until)
    ended = [
        replace(each, valid_until=min(each.valid_until or date.max, day - DAY)) for each in kept
    ]
    return replace(parameter, versions=(*ended, new, *later))


NO_PARAMETER = Text(az="“{name}” tapılmadı.", en="There is no “{name}”.", ru="«{name}» не найдено.")
NO_SUCH = Text(
    az="Siyahıdan seçin.", en="Choose one of the list.", ru="Выберите значение из списка."
)
LATER_NUMBER = Text(
    az="Qüvvədə olan rəqəm {day} tarixindən qüvvədədir. Həmin gündən əvvəlki gün seçilə bilməz.",
    en="The number in force came into force on {day}. Give that day or a later one.",
    ru="Действующее число вступило в силу {day}. Укажите этот или более поздний день.",
)
NONE_THEN = Text(
    az="Həmin gündən qüvvədə olan belə rəqəm yoxdur. Rəqəmin qüvvəyə mindiyi günü göstərin.",
    en="No number came into force on that day. Give the first day of the number in force.",
    ru="В этот день никакое число не вступало в силу. Укажите первый день действия числа.",
)
OTHER_NUMBER = Text(
    az="Qüvvədə olan rəqəm {quantity}-dir. Başqa rəqəm qanunun dəyişməsidir: onu dəyişiklik kimi "
    "daxil edin.",
    en="The number in force is {quantity}. Another number is a change of the law: enter it as an "
    "amendment.",
    ru="Действует число {quantity}. Другое число — это изменение закона: внесите его как "
    "изменение.",
)
