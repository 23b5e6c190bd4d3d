"""Writing a zone: from what a document says to its lines, check digits computed.

Standard: ICAO Doc 9303-3, 4.6 to 4.9, and the data structures of parts 4 to 7.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from korpu.engines.mrtd.checking import walk
from korpu.engines.mrtd.codes import CARDS
from korpu.engines.mrtd.dates import UNKNOWN
from korpu.engines.mrtd.digits import ALPHABET, FILLER, check_digit
from korpu.engines.mrtd.holder import write_name
from korpu.engines.mrtd.layouts import LAYOUTS, FieldName, Format, Layout
from korpu.engines.mrtd.reading import cut
from korpu.engines.mrtd.transliteration import transliterate_components
from korpu.kernel.errors import InvalidInput
from korpu.kernel.texts import Message, Text

_SEXES = {"M": "M", "F": "F", "X": FILLER}
_SPECIAL = re.compile(r"[\s\-./]")
_NOT_WRITTEN = Text(
    az="Maşınla oxunan zona yazılmadı.",
    en="The machine-readable zone was not written.",
    ru="Машиносчитываемая зона не составлена.",
)
_TOO_LONG = Text(
    az="Ən çox {most} işarə yerləşir.",
    en="There is room for {most} characters at most.",
    ru="Помещается не более {most} знаков.",
)
_SIGNS = Text(
    az="Yalnız A–Z hərfləri və 0–9 rəqəmləri yazıla bilər.",
    en="Only the letters A–Z and the digits 0–9 can be written.",
    ru="Можно записать только буквы A–Z и цифры 0–9.",
)
_NO_NAME = Text(az="Ad boşdur.", en="The name is empty.", ru="Имя пусто.")
_NO_SEX = Text(
    az="M, F və ya göstərilmədikdə X yazın.",
    en="Give M, F or, where it is not stated, X.",
    ru="Укажите M, F или, если пол не указан, X.",
)
_NO_SUCH_FIELD = Text(
    az="Bu formatda belə sahə yoxdur.",
    en="This format has no such field.",
    ru="В этом формате нет такого поля.",
)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date of birth as far as the issuer knows it; ``None`` is unknown."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What a zone is written from.

    Attributes:
        document_code: one or two characters.
        issuer: code of the State or organisation.
        primary: surname in any script of the tables; components parted by spaces or hyphens.
        secondary: given names, likewise; empty where the name has one part.
        number: spaces and punctuation become fillers; longer than nine only on TD1 and TD2.
        sex: ``M``, ``F`` or ``X`` for not stated.
        optional: personal number (TD3) or other data.
        optional_2: second field of optional data (TD1 only).
        filler_digit: leave the digit of an empty personal number a filler instead of 0 (TD3).
        language: ISO 639-1 code that decides between spellings in the tables, such as ``de``.
    """

    format: Format
    document_code: str
    issuer: str
    primary: str
    secondary: str = ""
    number: str
    nationality: str
    birth: date | PartialDate
    sex: str
    expiry: date
    optional: str = ""
    optional_2: str = ""
    filler_digit: bool = False
    language: str = ""


def write(document: Document, *, on: date, issued_on: date | None = None) -> tuple[str, ...]:
    """The lines of the zone.

    Args:
        document: what it says.
        on: the day of writing.
        issued_on: the day of issue; decides which document codes may be written.

    Raises:
        InvalidInput: the zone would not conform; ``fields`` says which field and why.
    """
    layout = LAYOUTS[document.format]
    fields = _Writer(document, layout).fields()
    zone = _joined(fields, layout)
    wrong: dict[str, Message] = {
        each.field or "lines": each.message
        for each in walk(zone, cut(zone, layout), layout, on=on, issued_on=issued_on)
        if each.kind in {"fault", "deviation"}
    }
    if wrong:
        raise InvalidInput(_NOT_WRITTEN, fields=wrong)
    return layout.split(zone)


class _Writer:
    """Field by field; what is wrong is collected, so that all of it is said at once."""

    def __init__(self, document: Document, layout: Layout) -> None:
        self.document, self.layout = document, layout
        self.wrong: dict[str, Message] = {}

    def fields(self) -> dict[FieldName, str]:
        """Every field at its full width, the digits of single fields included.

        Raises:
            InvalidInput: something does not fit.
        """
        document = self.document
        number, digit, rest = self._number()
        found: dict[FieldName, str] = {
            "document_code": self._filled("document_code", document.document_code),
            "issuer": self._filled("issuer", document.issuer),
            "name": self._name(),
            "number": number,
            "number_digit": digit,
            "nationality": self._filled("nationality", document.nationality),
            "birth": _six(document.birth),
            "sex": self._sex(),
            "expiry": _six(document.expiry),
            "optional": self._filled("optional", rest + _plain(document.optional)),
            "optional_2": self._filled("optional_2", document.optional_2),
        }
        if self.wrong:
            raise InvalidInput(_NOT_WRITTEN, fields=self.wrong)
        return found | self._digits(found)

    def _digits(self, found: Mapping[FieldName, str]) -> dict[FieldName, str]:
        personal = found["optional"]
        left_out = self.document.filler_digit and not personal.strip(FILLER)
        return {
            "birth_digit": check_digit(found["birth"]),
            "expiry_digit": check_digit(found["expiry"]),
            "optional_digit": FILLER if left_out else check_digit(personal),
        }

    def _filled(self, name: FieldName, text: str) -> str:
        """The text with fillers to the width of its field."""
        field = self.layout.fields.get(name)
        plain = _plain(text)
        if field is None:
            if plain:
                self.wrong[name] = _NO_SUCH_FIELD
            return ""
        if len(plain) > field.width:
            self.wrong[name] = _TOO_LONG.format(most=field.width)
        elif not set(plain) <= set(ALPHABET):
            self.wrong[name] = _SIGNS
        return plain.ljust(field.width, FILLER)

    def _number(self) -> tuple[str, str, str]:
        """The number's field, its digit, and what of it goes before the optional data."""
        plain = _plain(self.document.number)
        width = self.layout.fields["number"].width
        if not set(plain) <= set(ALPHABET):
            self.wrong["number"] = _SIGNS
            return "", "", ""
        if len(plain) <= width:
            field = plain.ljust(width, FILLER)
            return field, check_digit(field), ""
        room = width + self.layout.fields["optional"].width - 2  # its digit and the filler behind
        most = room if self.document.format in CARDS else width
        if FILLER in plain[width:]:
            self.wrong["number"] = _SIGNS
        elif len(plain) > most:
            self.wrong["number"] = _TOO_LONG.format(most=most)
        return plain[:width], FILLER, plain[width:] + check_digit(plain) + FILLER

    def _name(self) -> str:
        width = self.layout.fields["name"].width
        try:
            primary = transliterate_components(self.document.primary, self.document.language)
            secondary = transliterate_components(self.document.secondary, self.document.language)
        except InvalidInput as refused:
            self.wrong["name"] = refused.title
            return ""
        if not primary:
            self.wrong["name"] = _NO_NAME
            return ""
        return write_name(primary, secondary, width)

    def _sex(self) -> str:
        if self.document.sex not in _SEXES:
            self.wrong["sex"] = _NO_SEX
        return _SEXES.get(self.document.sex, FILLER)


def _joined(fields: dict[FieldName, str], layout: Layout) -> str:
    ordered = sorted(layout.fields.values(), key=lambda each: (each.line, each.first))
    zone = "".join(fields.get(each.name, FILLER) for each in ordered)
    if not layout.composite:
        return zone
    digit = check_digit("".join(zone[each] for each in layout.composite_slices))
    place = layout.slices["composite_digit"].start
    return zone[:place] + digit + zone[place + 1 :]


def _plain(text: str) -> str:
    """Capital letters; spaces and special characters become fillers."""
    return _SPECIAL.sub(FILLER, text.strip()).upper()


def _six(day: date | PartialDate) -> str:
    year = UNKNOWN if day.year is None else f"{day.year % 100:02}"
    month = UNKNOWN if day.month is None else f"{day.month:02}"
    return year + month + (UNKNOWN if day.day is None else f"{day.day:02}")
