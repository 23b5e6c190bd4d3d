"""The rules, asked one after another; every answer that is not *yes* is a finding.

Standard: ICAO Doc 9303-3 to -8, eighth edition; the paragraph stands in each finding.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from korpu.engines.mrtd.codes import (
    CARDS,
    SPECIMEN,
    barred,
    code_rules,
    document_codes,
    known_codes,
    required_from,
)
from korpu.engines.mrtd.dates import UNKNOWN, is_possible, read_expiry
from korpu.engines.mrtd.deviations import as_deviation
from korpu.engines.mrtd.digits import FILLER, check_digit
from korpu.engines.mrtd.findings import Finding, finding
from korpu.engines.mrtd.holder import SEPARATOR
from korpu.engines.mrtd.layouts import FieldName, Format, Layout
from korpu.engines.mrtd.reading import Zone

_SEXES = frozenset("MF" + FILLER)


@dataclass(frozen=True, slots=True)
class Walk:
    """What is checked: the zone, its fields, its format and the days."""

    zone: str
    fields: Zone
    layout: Layout
    on: date
    issued_on: date | None

    @property
    def expiry(self) -> date | None:
        return read_expiry(self.fields.expiry, on=self.on).value

    def found(self, rule: str, **values: object) -> Finding:
        return finding(rule, self.layout, values=values)


def walk(
    zone: str, fields: Zone, layout: Layout, *, on: date, issued_on: date | None = None
) -> tuple[Finding, ...]:
    """Everything to be said about the fields, in the order of the rules.

    Args:
        zone: the lines one after another, of the right size and characters.
        fields: the same, cut.
        layout: its format.
        on: the day of the check.
        issued_on: the day of issue, where it is known from elsewhere.
    """
    at = Walk(zone, fields, layout, on, issued_on)
    every = (_document_code, _states, _name, _numbers, _birth, _sex, _expiry, _optional, _composite)
    return tuple(as_deviation(each, fields, layout) for check in every for each in check(at))


def _document_code(at: Walk) -> Iterator[Finding]:
    code, form, rules = at.fields.document_code, at.layout.format, document_codes()
    broken = code_rules(code, form, expiry=at.expiry, issued_on=at.issued_on)
    values = {
        "since": required_from(code[1]),
        "letters": " ".join(rules.letters),
        "before": rules.others_expire_before,
    }
    yield from (at.found(rule, **values) for rule in broken)
    if form in CARDS and code == rules.crew_certificate:
        yield at.found("crew_certificate")
    if code == rules.single_sheet:
        yield at.found("single_sheet")
    elif form is Format.TD3 and "document_code" not in broken:
        yield from _undated_code(at, code[1])


def _undated_code(at: Walk, letter: str) -> Iterator[Finding]:
    """What only the day of issue could tell."""
    rules = document_codes()
    since = rules.second_letter_since
    if letter in rules.letters:
        if at.issued_on is None or at.issued_on < since:
            yield at.found("code_meaning", since=since, meaning=rules.letters[letter])
    elif at.issued_on is None and at.on >= required_from(letter):
        yield at.found("code_undated", since=required_from(letter))


def _states(at: Walk) -> Iterator[Finding]:
    yield from _state(at, "issuer", at.fields.issuer)
    yield from _state(at, "nationality", at.fields.nationality)
    if SPECIMEN in {at.fields.issuer, at.fields.nationality}:
        yield at.found("specimen")


def _state(at: Walk, field: FieldName, raw: str) -> Iterator[Finding]:
    code = raw.rstrip(FILLER)
    if not (code and code.isalpha()):
        yield at.found(f"{field}_form")
        return
    known = known_codes().get(code)
    if known is None:
        yield at.found(f"{field}_unknown")
    elif raw in barred("issuer" if field == "issuer" else "nationality"):
        yield at.found(f"{field}_class", meaning=known.title)
    elif known.deprecated:
        yield finding("deprecated_code", at.layout, field=field)


def _name(at: Walk) -> Iterator[Finding]:
    name = at.fields.name
    if name[0] == FILLER:
        yield at.found("name_start")
    if any(sign.isdigit() for sign in name):
        yield at.found("name_characters")
    parts = name.strip(FILLER).split(SEPARATOR)
    if len(parts) > 2 or any(part[:1] == FILLER for part in parts):  # noqa: PLR2004  # primary, secondary
        yield at.found("name_separators")
    if name[-1] != FILLER:
        yield at.found("name_truncated")


def _numbers(at: Walk) -> Iterator[Finding]:
    fields = at.fields
    if fields.number[0] == FILLER:
        yield at.found("number_start")
    if fields.number_digit == FILLER and at.layout.format in CARDS:
        yield from _long_number(at)
    else:
        yield from _digit(at, "number_digit", fields.number, fields.number_digit)


def _long_number(at: Walk) -> Iterator[Finding]:
    rest, filler, _ = at.fields.optional.partition(FILLER)
    if not (filler and len(rest) > 1 and rest[-1].isdigit()):
        yield at.found("long_number_form")
        return
    computed = check_digit(at.fields.number + rest[:-1])
    if computed != rest[-1]:
        optional = at.layout.fields["optional"]
        place = optional.first + len(rest) - 1
        yield finding(
            "long_number_digit",
            at.layout,
            positions=(place, place),
            values={"printed": rest[-1], "computed": computed},
        )


def _birth(at: Walk) -> Iterator[Finding]:
    raw = at.fields.birth
    if not is_possible(raw, unknown_parts=True):
        yield at.found("birth_date")
    elif UNKNOWN in {raw[:2], raw[2:4], raw[4:]}:
        yield at.found("birth_unknown")
    yield from _digit(at, "birth_digit", raw, at.fields.birth_digit)


def _sex(at: Walk) -> Iterator[Finding]:
    if at.fields.sex not in _SEXES:
        yield at.found("sex_x" if at.fields.sex == "X" else "sex")


def _expiry(at: Walk) -> Iterator[Finding]:
    raw = at.fields.expiry
    if not is_possible(raw, unknown_parts=False):
        yield at.found("expiry_unknown" if is_possible(raw, unknown_parts=True) else "expiry_date")
    elif at.expiry is not None and at.expiry < at.on:
        yield at.found("expired")
    yield from _digit(at, "expiry_digit", raw, at.fields.expiry_digit)


def _optional(at: Walk) -> Iterator[Finding]:
    """The digit of the personal number; a filler may stand only behind an empty field."""
    printed = at.fields.optional_digit
    if printed and not (printed == FILLER and not at.fields.optional.strip(FILLER)):
        yield from _digit(at, "optional_digit", at.fields.optional, printed)


def _composite(at: Walk) -> Iterator[Finding]:
    if at.fields.composite_digit:
        covered = "".join(at.zone[each] for each in at.layout.composite_slices)
        yield from _digit(at, "composite_digit", covered, at.fields.composite_digit)


def _digit(at: Walk, rule: str, covered: str, printed: str) -> Iterator[Finding]:
    computed = check_digit(covered)
    if computed != printed:
        yield at.found(rule, printed=printed, computed=computed)
