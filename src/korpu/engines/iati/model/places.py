"""Where an activity takes place and who answers for it."""

from dataclasses import dataclass
from decimal import Decimal

from korpu.engines.iati.declaring import Element, attribute, child, children, leaf
from korpu.engines.iati.model.common import Code, Line, Narrative, Texts, WebAddress


@dataclass(frozen=True, kw_only=True, slots=True)
class ContactInfo(Element):
    """A desk one can write to; a name of a person only where that person agreed."""

    type: str | None = attribute()
    organisation: Texts | None = child()
    department: Texts | None = child()
    person_name: Texts | None = child()
    job_title: Texts | None = child()
    telephone: tuple[Line, ...] = children()
    email: tuple[Line, ...] = children()
    website: tuple[WebAddress, ...] = children()
    mailing_address: tuple[Texts, ...] = children()


@dataclass(frozen=True, kw_only=True, slots=True)
class RecipientCountry(Element):
    """A country that benefits; ``percentage`` of the whole, 0 to 100."""

    code: str | None = attribute(required=True)
    percentage: Decimal | None = attribute()
    narrative: tuple[Narrative, ...] = children()


@dataclass(frozen=True, kw_only=True, slots=True)
class RecipientRegion(Element):
    """A region above countries that benefits; ``percentage`` of the whole, 0 to 100."""

    code: str | None = attribute(required=True)
    vocabulary: str | None = attribute()
    vocabulary_uri: str | None = attribute(kind="uri")
    percentage: Decimal | None = attribute()
    narrative: tuple[Narrative, ...] = children()


@dataclass(frozen=True, kw_only=True, slots=True)
class LocationId(Element):
    """A place by its code in a gazetteer."""

    code: str | None = attribute(required=True)
    vocabulary: str | None = attribute(required=True)


@dataclass(frozen=True, kw_only=True, slots=True)
class Administrative(Element):
    """The administrative area a place lies in; ``level`` 1 is the highest below the state."""

    code: str | None = attribute(required=True)
    vocabulary: str | None = attribute(required=True)
    level: int | None = attribute(kind="natural")


@dataclass(frozen=True, kw_only=True, slots=True)
class Point(Element):
    """Coordinates: ``pos`` is latitude and longitude in degrees with a space between."""

    srs_name: str | None = attribute(required=True, name="srsName")
    pos: str | None = leaf(required=True)


@dataclass(frozen=True, kw_only=True, slots=True)
class Location(Element):
    """A place below the country, as exact as it may be told."""

    ref: str | None = attribute()
    location_reach: Code | None = child()
    location_id: tuple[LocationId, ...] = children()
    name: Texts | None = child()
    description: Texts | None = child()
    activity_description: Texts | None = child()
    administrative: tuple[Administrative, ...] = children()
    point: Point | None = child()
    exactness: Code | None = child()
    location_class: Code | None = child()
    feature_designation: Code | None = child()
