"""Under which parameters a country releases its figures, each with the rule it rests on."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast, get_args

from korpu.engines.measures.declaration import Additivity, Basis, Protection
from korpu.engines.measures.loading import basis
from korpu.engines.measures.protection import check_rules
from korpu.engines.measures.reading import DeclarationError, Reading, file_digest
from korpu.kernel.errors import InvalidInput
from korpu.kernel.texts import Text

ParameterId = Literal[
    "threshold", "minimum_interval", "rounding_base", "additivity", "publish_after_months"
]


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of release, as a reader is told of it."""

    id: ParameterId
    title: Text
    value: int | str
    basis: Basis


@dataclass(frozen=True, slots=True)
class ReleaseRules:
    """The parameters in force.

    Attributes:
        agency: maintainer of our structures. Standard: SDMX identifier.
        area: the country the figures are about, ISO 3166-1 alpha-3.
        publish_after_months: months from the end of a period to its announced release.
        digest: SHA-256 of the declaring file.
    """

    version: str
    agency: str
    agency_title: Text
    area: str
    protection: Protection
    publish_after_months: int
    parameters: tuple[Parameter, ...]
    digest: str


def load_release_rules(path: Path) -> ReleaseRules:
    """Read the parameters of release. Raises DeclarationError."""
    data = Reading.of(path)
    found = {p.id: p for p in map(_parameter, data.items("parameters"))}
    missing = set(get_args(ParameterId)) - set(found)
    if missing:
        raise DeclarationError(path, f"parameters: missing: {', '.join(sorted(missing))}.")
    made = ReleaseRules(
        version=data.text("version"),
        agency=data.text("agency"),
        agency_title=data.titles("agency_title"),
        area=data.text("area"),
        protection=_protection(path, {name: p.value for name, p in found.items()}),
        publish_after_months=_whole(path, found["publish_after_months"]),
        parameters=tuple(found.values()),
        digest=file_digest(path),
    )
    data.end()
    return made


def _protection(path: Path, values: dict[ParameterId, int | str]) -> Protection:
    additivity = values["additivity"]
    numbers = {name: values[name] for name in ("threshold", "minimum_interval", "rounding_base")}
    whole = all(isinstance(value, int) for value in numbers.values())
    if additivity not in get_args(Additivity) or not whole:
        raise DeclarationError(path, "parameters: numbers are whole; additivity is a known policy.")
    made = Protection(
        **{name: int(value) for name, value in numbers.items()},
        additivity=cast("Additivity", additivity),
    )
    try:
        check_rules(made)
    except InvalidInput as error:
        raise DeclarationError(path, str(error)) from error
    return made


def _parameter(data: Reading) -> Parameter:
    made = Parameter(
        id=data.choice("id", get_args(ParameterId)),
        title=data.titles("title"),
        value=data.need("value"),
        basis=basis(data.inner("law")),
    )
    data.end()
    return made


def _whole(path: Path, parameter: Parameter) -> int:
    if not isinstance(parameter.value, int):
        raise DeclarationError(path, f"parameters: {parameter.id} must be a whole number.")
    return parameter.value
