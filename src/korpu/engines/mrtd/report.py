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
from korpu.engines.mrtd.layouts import Format, Layout, layout_by_size
from korpu.engines.mrtd.reading import Zone, cut, read
from korpu.engines.mrtd.repairing import Repair, in_order, propose_repairs
from korpu.engines.mrtd.swift import conforms

_UNSTATED_SEX = "X"


class Report:
    """What a machine-readable zone says and what was found in it.

    ``conforms`` says that the lines keep Doc 9303. It never says that a document is genuine: see
    :func:`korpu.engines.mrtd.api.unprotected`.

    Attributes:
        layout: ``None`` when the lines have the shape of no format.
        conforms: neither a fault nor a deviation.
        on: the day of the check.
        issued_on: the day of issue, where the caller knows it.
    """

    def __init__(self, text: str, *, on: date, issued_on: date | None = None) -> None:
        self.on, self.issued_on = on, issued_on
        self._unread: tuple[Finding, ...] = ()
        self._text = text.strip()
        self.layout = layout_by_size(self._text)
        self.conforms = self.layout is not None and conforms(
            self._text, self.layout, on=on, issued_on=issued_on
        )
        if not self.conforms:
            self._look_closely(text)

    def _look_closely(self, text: str) -> None:
        """Lines that do not conform as they stand: parted with care, what is wrong named."""
        reading = read(text)
        self.lines, self.layout, self._unread = reading.lines, reading.layout, reading.findings
        self._text = "\n".join(self.lines)
        if self.layout is None:
            return
        self.conforms = conforms(self._text, self.layout, on=self.on, issued_on=self.issued_on)
        if not self.conforms and in_order(self.lines, on=self.on) is not None:
            self._unread = (finding_at("line_order", 0, (0, 0)), finding_at("not_read", 0, (0, 0)))

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines as given, never corrected."""
        return tuple(self._text.split("\n"))

    @cached_property
    def fields(self) -> Zone | None:
        """The raw fields; ``None`` when they could not be told apart."""
        if self._unread or self.layout is None:
            return None
        return cut(self._text.replace("\n", ""), self.layout)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Everything to be said, in the order of the rules."""
        if self.fields is None or self.layout is None:
            return self._unread
        zone = "".join(self.lines)
        return walk(zone, self.fields, self.layout, on=self.on, issued_on=self.issued_on)

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
