"""Parts that several elements of both files share."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from korpu.engines.iati.declaring import Element, attribute, child, children, text


@dataclass(frozen=True, kw_only=True, slots=True)
class Narrative(Element):
    """A text in one language; without ``lang`` it is in the default language of the record."""

    lang: str | None = attribute(kind="language")
    text: str | None = text()


@dataclass(frozen=True, kw_only=True, slots=True)
class Texts(Element):
    """A text in one or several languages that may not be empty."""

    narrative: tuple[Narrative, ...] = children(required=True)


@dataclass(frozen=True, kw_only=True, slots=True)
class Code(Element):
    """An element that is nothing but a code of a list."""

    code: str | None = attribute(required=True)


@dataclass(frozen=True, kw_only=True, slots=True)
class Day(Element):
    """An element that is nothing but a date."""

    iso_date: date | None = attribute(required=True)


@dataclass(frozen=True, kw_only=True, slots=True)
class Line(Element):
    """An element that is nothing but a line of text."""

    text: str | None = text()


@dataclass(frozen=True, kw_only=True, slots=True)
class WebAddress(Element):
    """An element that is nothing but a web address."""

    text: str | None = text(kind="uri")


@dataclass(frozen=True, kw_only=True, slots=True)
class Value(Element):
    """An amount; ``currency`` may be left to the record's default, ``value_date`` may not.

    ``value_date`` is the day whose exchange rate applies when the amount is converted.
    """

    currency: str | None = attribute()
    value_date: date | None = attribute(required=True)
    text: Decimal | None = text()


@dataclass(frozen=True, kw_only=True, slots=True)
class ReportingOrg(Element):
    """Who publishes the record, by organisation identifier and kind of organisation."""

    ref: str | None = attribute(required=True)
    type: str | None = attribute(required=True)
    secondary_reporter: bool | None = attribute()
    narrative: tuple[Narrative, ...] = children(required=True)


@dataclass(frozen=True, kw_only=True, slots=True)
class Country(Element):
    """A country by its two-letter code, without a share."""

    code: str | None = attribute(required=True)
    narrative: tuple[Narrative, ...] = children()


@dataclass(frozen=True, kw_only=True, slots=True)
class DocumentLink(Element):
    """A document about the record: where it is, of which media type, and what it is about."""

    url: str | None = attribute(required=True, kind="uri")
    format: str | None = attribute(required=True)
    title: Texts | None = child(required=True)
    description: Texts | None = child()
    category: tuple[Code, ...] = children(required=True)
    language: tuple[Code, ...] = children()
    document_date: Day | None = child()
