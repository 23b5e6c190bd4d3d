"""Whether a zone conforms: the same answer as the walk of :mod:`.checking`, and nothing else.

One expression says whether every field can be what it is; the digits are summed by thirds. Border
volumes are mostly right, and what is right need not be walked.
"""

import re
from collections.abc import Mapping
from datetime import date

from korpu.engines.mrtd.codes import CARDS, barred, code_rules, document_codes
from korpu.engines.mrtd.dates import read_expiry, year_of_expiry
from korpu.engines.mrtd.digits import FILLER, MODULUS, weigh
from korpu.engines.mrtd.layouts import LAYOUTS, FieldName, Format, Layout
from korpu.engines.mrtd.reading import Zone

_DAY = (
    r"(?:(?:0[13578]|1[02])(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)(?:0[1-9]|[12]\d|30)"
    r"|02(?:0[1-9]|1\d|2[0-9]))"
)
_UNKNOWN_DAY = rf"(?:{_DAY}|<<(?:0[1-9]|[12]\d|3[01]|<<)|(?:0[1-9]|1[0-2])<<)"
_STATE = r"[A-Z](?:[A-Z][A-Z<]|<<)"
_NAME = r"[A-Z]+(?:<[A-Z]+)*(?:<<[A-Z]+(?:<[A-Z]+)*)?<*"
_FORMS: Mapping[FieldName, str] = {
    "issuer": _STATE,
    "name": _NAME,
    "number": r"[A-Z\d][A-Z\d<]{8}",
    "nationality": _STATE,
    "birth": rf"(?:\d\d|<<){_UNKNOWN_DAY}",
    "birth_digit": r"\d",
    "sex": "[MF<]",
    "expiry": rf"\d\d{_DAY}",
    "expiry_digit": r"\d",
    "optional_digit": r"[\d<]",
    "composite_digit": r"\d",
}
_ANY = r"[A-Z\d<]"
_LEAP_DAY = "0229"


def _document_codes(layout: Layout) -> str:
    rules = document_codes()
    first = rules.first_letters[layout.format]
    if layout.format is Format.TD3:
        return rf"[{first}][A-Z<]"
    if layout.format in CARDS:
        barred_codes = "|".join(sorted(rules.forbidden_on_cards))
        return rf"(?!{barred_codes})[{first}][A-Z\d<]"
    return rf"[{first}][A-Z\d<]"


def _expression(layout: Layout) -> re.Pattern[str]:
    ordered = sorted(layout.fields.values(), key=lambda each: (each.line, each.first))
    long_numbers = layout.format in CARDS
    forms = {
        **_FORMS,
        "document_code": _document_codes(layout),
        "number_digit": r"[\d<]" if long_numbers else r"\d",
    }
    return re.compile(
        "".join(forms.get(each.name, rf"{_ANY}{{{each.width}}}") for each in ordered), re.ASCII
    )


_EXPRESSIONS = {each.format: _expression(each) for each in LAYOUTS.values()}
_BARRED = {"issuer": barred("issuer"), "nationality": barred("nationality")}


def conforms(
    zone: str, fields: Zone, layout: Layout, *, on: date, issued_on: date | None = None
) -> bool:
    """Whether a zone of the right size has neither fault nor deviation.

    Args:
        zone: the lines one after another.
        fields: the same, cut.
        layout: its format.
        on: the day of the check.
        issued_on: the day of issue, where it is known from elsewhere.
    """
    return (
        _EXPRESSIONS[layout.format].fullmatch(zone) is not None
        and fields.issuer not in _BARRED["issuer"]
        and fields.nationality not in _BARRED["nationality"]
        and _leap_days(fields)
        and _digits(zone, fields, layout)
        and (layout.format is not Format.TD3 or _dated_code(fields, on, issued_on))
    )


def _leap_days(fields: Zone) -> bool:
    for day in (fields.birth, fields.expiry):
        if day[2:] == _LEAP_DAY and day[0] != FILLER and int(day[:2]) % 4:
            return False
    return True


def _digits(zone: str, fields: Zone, layout: Layout) -> bool:
    if fields.number_digit == FILLER:
        if not _long_number(fields):
            return False
    elif weigh(fields.number) % MODULUS != int(fields.number_digit):
        return False
    if weigh(fields.birth) % MODULUS != int(fields.birth_digit) or weigh(
        fields.expiry
    ) % MODULUS != int(fields.expiry_digit):
        return False
    if fields.optional_digit and not _optional(fields):
        return False
    if not fields.composite_digit:
        return True
    covered = "".join([zone[each] for each in layout.composite_slices])
    return weigh(covered) % MODULUS == int(fields.composite_digit)


def _long_number(fields: Zone) -> bool:
    rest, filler, _ = fields.optional.partition(FILLER)
    return (
        bool(filler)
        and len(rest) > 1
        and rest[-1].isdigit()
        and weigh(fields.number + rest[:-1]) % MODULUS == int(rest[-1])
    )


def _optional(fields: Zone) -> bool:
    if fields.optional_digit == FILLER:
        return not fields.optional.strip(FILLER)
    return weigh(fields.optional) % MODULUS == int(fields.optional_digit)


def _dated_code(fields: Zone, on: date, issued_on: date | None) -> bool:
    rules, code = document_codes(), fields.document_code
    if code[1] in rules.letters or code == rules.single_sheet:
        return True
    if issued_on is None:
        year = year_of_expiry(int(fields.expiry[:2]), on=on)
        if year < rules.others_expire_before.year:
            return True
    expiry = read_expiry(fields.expiry, on=on).value
    return not code_rules(code, Format.TD3, expiry=expiry, issued_on=issued_on)
