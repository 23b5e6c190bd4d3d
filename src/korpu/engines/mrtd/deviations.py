"""Faults that genuine documents of an issuer are known for, told apart from all others.

Standard: ICAO Doc 9303-3, section 7.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from korpu.engines.mrtd.digits import FILLER, check_digit
from korpu.engines.mrtd.findings import Deviation, Finding, load, oids, text_of
from korpu.engines.mrtd.holder import SEPARATOR
from korpu.engines.mrtd.layouts import Format, Layout
from korpu.engines.mrtd.reading import Zone
from korpu.kernel.texts import Text


@dataclass(frozen=True, slots=True)
class KnownDeviation:
    """A deviation of one issuer, as declared in ``data/deviations.yaml``."""

    id: str
    issuer: str
    formats: frozenset[Format]
    condition: str
    deviation: Deviation
    message: Text


def _digit_counts_filler(fields: Zone) -> bool:
    """The digit of the long number was computed with the filler of the digit's position."""
    rest = fields.optional.partition(FILLER)[0]
    return check_digit(fields.number + FILLER + rest[:-1]) == rest[-1]


def _secondary_alone(fields: Zone) -> bool:
    """The name stands whole in the secondary identifier."""
    return fields.name.startswith(SEPARATOR) and fields.name[len(SEPARATOR)].isalpha()


_CONDITIONS: Mapping[str, Callable[[Zone], bool]] = {
    "digit_counts_filler": _digit_counts_filler,
    "secondary_alone": _secondary_alone,
}


@cache
def known_deviations() -> Mapping[str, tuple[KnownDeviation, ...]]:
    """The declared deviations by the rule they break."""
    found: dict[str, tuple[KnownDeviation, ...]] = {}
    for each in load("deviations.yaml")["known"]:
        known = KnownDeviation(
            each["id"],
            each["issuer"],
            frozenset(Format(name) for name in each["formats"]),
            each["only_when"],
            Deviation(each["type"], oids()[each["type"]], each["confidence"], each["source"]),
            text_of(each),
        )
        found[each["rule"]] = (*found.get(each["rule"], ()), known)
    return found


def as_deviation(found: Finding, fields: Zone, layout: Layout) -> Finding:
    """The finding as a deviation where the issuer is known for it, otherwise as it is."""
    for known in known_deviations().get(found.rule, ()):
        if (
            known.issuer == fields.issuer.rstrip(FILLER)
            and layout.format in known.formats
            and _CONDITIONS[known.condition](fields)
        ):
            return replace(
                found, kind="deviation", deviation=known.deviation, message=known.message
            )
    return found
