"""What an activity brought about: results, indicators, periods."""

from dataclasses import dataclass
from datetime import date

from korpu.engines.iati.declaring import Element, attribute, child, children, shaped
from korpu.engines.iati.model.common import Day, DocumentLink, Texts


@dataclass(frozen=True, kw_only=True, slots=True)
class ResultLocation(Element):
    """A place of the activity, by the reference it has there."""

    ref: str | None = attribute()


@dataclass(frozen=True, kw_only=True, slots=True)
class Dimension(Element):
    """One category of a split, such as sex: female."""

    name: str | None = attribute()
    value: str | None = attribute()


@dataclass(frozen=True, kw_only=True, slots=True)
class ResultReference(Element):
    """The result in a framework of its own."""

    code: str | None = attribute(required=True)
    vocabulary: str | None = attribute(required=True)
    vocabulary_uri: str | None = attribute(kind="uri")


@dataclass(frozen=True, kw_only=True, slots=True)
class IndicatorReference(Element):
    """The indicator in a list of indicators."""

    vocabulary: str | None = attribute(required=True)
    code: str | None = attribute(required=True)
    indicator_uri: str | None = attribute(kind="uri")


@dataclass(frozen=True, kw_only=True, slots=True)
class Baseline(Element):
    """What was so before the activity began."""

    iso_date: date | None = attribute()
    year: int | None = attribute(required=True, kind="positive")
    value: str | None = attribute()
    location: tuple[ResultLocation, ...] = children()
    dimension: tuple[Dimension, ...] = children()
    document_link: tuple[DocumentLink, ...] = children()
    comment: Texts | None = child()


@shaped(sealed=True)
@dataclass(frozen=True, kw_only=True, slots=True)
class Measured(Element):
    """What was aimed at, or reached, in a period."""

    value: str | None = attribute()
    location: tuple[ResultLocation, ...] = children()
    dimension: tuple[Dimension, ...] = children()
    comment: Texts | None = child()
    document_link: tuple[DocumentLink, ...] = children()


@dataclass(frozen=True, kw_only=True, slots=True)
class Period(Element):
    """One period of an indicator: both days belong to it."""

    period_start: Day | None = child(required=True)
    period_end: Day | None = child(required=True)
    target: tuple[Measured, ...] = children()
    actual: tuple[Measured, ...] = children()


@dataclass(frozen=True, kw_only=True, slots=True)
class Indicator(Element):
    """What is counted or judged to see the result."""

    measure: str | None = attribute(required=True)
    ascending: bool | None = attribute()
    aggregation_status: bool | None = attribute()
    title: Texts | None = child(required=True)
    description: Texts | None = child()
    document_link: tuple[DocumentLink, ...] = children()
    reference: tuple[IndicatorReference, ...] = children()
    baseline: tuple[Baseline, ...] = children()
    period: tuple[Period, ...] = children()


@dataclass(frozen=True, kw_only=True, slots=True)
class Result(Element):
    """An output, an outcome or an impact."""

    type: str | None = attribute(required=True)
    aggregation_status: bool | None = attribute()
    title: Texts | None = child(required=True)
    description: Texts | None = child()
    document_link: tuple[DocumentLink, ...] = children()
    reference: tuple[ResultReference, ...] = children()
    indicator: tuple[Indicator, ...] = children(required=True)
