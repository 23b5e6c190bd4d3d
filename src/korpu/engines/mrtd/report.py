"""Everything about one zone: what it says, whether it conforms, and what is to be said about it."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from korpu.engines.mrtd.checking import walk
from korpu.engines.mrtd.codes import CARDS
from korpu.engines.mrtd.dates import ReadDate, read_birth, read_expiry
from korpu.engines.mrtd.digits import FILLER
from korpu.engines.mrtd.findings import Finding, finding_at
from korpu.engines.mrtd.holder import HolderName, read_name
from korpu.engines.mrtd.layouts import Format, Layout, layout_of
from korpu.engines.mrtd.reading import MOST_CHARACTERS, Zone, cut, read
from korpu.engines.mrtd.repairing import Repair, in_order, propose_repairs
from korpu.engines.mrtd.swift import conforms

_UNSTATED_SEX = "X"


class Report:
    """What a machine-readable zone says and what was found in it.

    ``conforms`` says that the lines keep Doc 9303. It never says that a document is genuine: see
    :func:`korpu.engines.mrtd.api.unprotected`.

    Attributes:
        lines: as given, never corrected.
        layout: ``None`` when the lines have the shape of no format.
        fields: the raw fields; ``None`` when they could not be told apart.
        conforms: neither a fault nor a deviation.
        on: the day of the check.
        issued_on: the day of issue, where the caller knows it.
    """

    def __init__(self, text: str, *, on: date, issued_on: date | None = None) -> None:
        self.on, self.issued_on = on, issued_on
        self.fields: Zone | None = None
        self.layout: Layout | None = None
        self.conforms = False
        lines = tuple(text.split()) if len(text) <= MOST_CHARACTERS else ()
        if not self._take(lines):
            self._take_slowly(text)

    def _take(self, lines: tuple[str, ...]) -> bool:
        """Lines that conform; false: they have to be looked at more closely."""
        if len({len(each) for each in lines}) != 1:
            return False
        layout = layout_of(len(lines), len(lines[0]), lines[0][0])
        if layout is None:
            return False
        zone = "".join(lines)
        fields = cut(zone, layout)
        if not conforms(zone, fields, layout, on=self.on, issued_on=self.issued_on):
            return False
        self.lines, self.layout, self.fields, self.conforms = lines, layout, fields, True
        return True

    def _take_slowly(self, text: str) -> None:
        reading = read(text)
        self.lines, self.layout = reading.lines, reading.layout
        self._unread = reading.findings
        if self.layout and in_order(self.lines, on=self.on) is not None:
            self._unread = (finding_at("line_order", 0, (0, 0)), finding_at("not_read", 0, (0, 0)))
        elif self.layout:
            zone = "".join(self.lines)
            self.fields = cut(zone, self.layout)
            self.conforms = conforms(
                zone, self.fields, self.layout, on=self.on, issued_on=self.issued_on
            )

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Everything to be said, in the order of the rules."""
        if self.fields is None or self.layout is None:
            return self._unread
        return walk(
            "".join(self.lines), self.fields, self.layout, on=self.on, issued_on=self.issued_on
        )

    @property
    def format(self) -> Format | None:
        return self.layout.format if self.layout else None

    @property
    def faults(self) -> tuple[Finding, ...]:
        """What breaks the standard."""
        return self._of_kind("fault")

    @property
    def deviations(self) -> tuple[Finding, ...]:
        """What breaks the standard in a way genuine documents are known for."""
        return self._of_kind("deviation")

    @property
    def uncheckable(self) -> tuple[Finding, ...]:
        """What the zone alone cannot tell."""
        return self._of_kind("uncheckable")

    @cached_property
    def repairs(self) -> tuple[Repair, ...]:
        """What the lines may have been meant to be; never applied here."""
        if self.conforms:
            return ()
        return propose_repairs(self.lines, on=self.on, issued_on=self.issued_on)

    def _of_kind(self, kind: str) -> tuple[Finding, ...]:
        return tuple(each for each in self.findings if each.kind == kind)

    @cached_property
    def content(self) -> "Content | None":
        """The fields understood; ``None`` when they could not be told apart."""
        return (
            understand(self.fields, self.layout, on=self.on)
            if self.fields and self.layout
            else None
        )


@dataclass(frozen=True, slots=True)
class Content:
    """What the fields mean.

    Attributes:
        document_code: without filler.
        issuer: code without fillers.
        number: the whole document number, without fillers at its end; a filler inside stays.
        name: components as printed.
        nationality: code without fillers.
        birth: with the century chosen by the stated rule.
        sex: ``M``, ``F``, ``X`` for not stated; any other character as it is.
        expiry: with the century chosen by the stated rule.
        optional: what is left of the first field of optional data.
        optional_2: the second one (TD1).
    """

    document_code: str
    issuer: str
    number: str
    name: HolderName
    nationality: str
    birth: ReadDate
    sex: str
    expiry: ReadDate
    optional: str
    optional_2: str


def understand(fields: Zone, layout: Layout, *, on: date) -> Content:
    """The fields without fillers, dates with their century, a long number put together."""
    number, optional = fields.number, fields.optional
    if fields.number_digit == FILLER and layout.format in CARDS:
        rest, _, optional = optional.partition(FILLER)
        number += rest[:-1]
    expiry = read_expiry(fields.expiry, on=on)
    return Content(
        fields.document_code.rstrip(FILLER),
        fields.issuer.rstrip(FILLER),
        number.rstrip(FILLER),
        read_name(fields.name),
        fields.nationality.rstrip(FILLER),
        read_birth(fields.birth, on=on, expiry=expiry.value),
        _UNSTATED_SEX if fields.sex == FILLER else fields.sex,
        expiry,
        optional.rstrip(FILLER),
        fields.optional_2.rstrip(FILLER),
    )


def check(text: str, *, on: date, issued_on: date | None = None) -> Report:
    """Read and check one zone.

    Args:
        text: the lines, or the one line a chip stores.
        on: the day of the check; the centuries of the dates depend on it.
        issued_on: the day of issue from the printed zone; without it some rules on document codes
            cannot be checked, and the report says so.
    """
    return Report(text, on=on, issued_on=issued_on)
