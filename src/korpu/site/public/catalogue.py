"""The open data of all rooms, and the catalogue other portals harvest."""

import json
from datetime import date
from typing import Any

from django.http import HttpRequest

from korpu.foundations.ui.public import Dataset, Distribution, public_matters
from korpu.kernel.texts import LANGUAGES, Message, Text, speaking

TITLE = Text(
    az="Dövlət Miqrasiya Xidmətinin açıq məlumatları",
    en="Open data of the State Migration Service",
    ru="Открытые данные Государственной миграционной службы",
)
DESCRIPTION = Text(
    az="Layihələr, onların nəticələri və maliyyəsi, nəşrlər və rəsmi statistika.",
    en="Projects, their results and money, publications and official statistics.",
    ru="Проекты, их результаты и финансы, издания и официальная статистика.",
)
PUBLISHER = Text(
    az="Azərbaycan Respublikasının Dövlət Miqrasiya Xidməti",
    en="State Migration Service of the Republic of Azerbaijan",
    ru="Государственная миграционная служба Азербайджанской Республики",
)
CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_LANGUAGE = "http://publications.europa.eu/resource/authority/language/"
_LANGUAGES = {"az": "AZE", "en": "ENG", "ru": "RUS"}
_MEDIA = "https://www.iana.org/assignments/media-types/"


def datasets() -> list[Dataset]:
    """What every room offers as data, in the order of the rooms."""
    return [one for matter in public_matters() for one in matter.datasets()]


def as_json_ld(request: HttpRequest, *, on: date) -> bytes:
    """The catalogue. Standard: DCAT-AP 3.0 (a profile of W3C DCAT), written as JSON-LD 1.1.

    Args:
        request: gives the host of the addresses.
        on: the day of the catalogue.
    """
    offered = datasets()
    modified = max((one.changed_at.date() for one in offered if one.changed_at), default=on)
    home = request.build_absolute_uri("/")
    catalogue = {
        "@id": request.build_absolute_uri(request.path),
        "@type": "dcat:Catalog",
        "dct:title": _texts(TITLE),
        "dct:description": _texts(DESCRIPTION),
        "dct:publisher": {"@id": f"{home}#publisher"},
        "foaf:homepage": {"@id": home},
        "dct:language": [{"@id": f"{_LANGUAGE}{_LANGUAGES[one]}"} for one in LANGUAGES],
        "dct:modified": _day(modified),
        "dcat:dataset": [{"@id": _name(request, one)} for one in offered],
    }
    publisher = {
        "@id": f"{home}#publisher",
        "@type": "foaf:Agent",
        "foaf:name": _texts(PUBLISHER),
    }
    graph = [catalogue, publisher, *(_dataset(request, one) for one in offered)]
    written = {"@context": CONTEXT, "@graph": graph}
    return json.dumps(written, ensure_ascii=False, indent=1).encode()


def _dataset(request: HttpRequest, one: Dataset) -> dict[str, Any]:
    described: dict[str, Any] = {
        "@id": _name(request, one),
        "@type": "dcat:Dataset",
        "dct:title": _texts(one.title),
        "dct:description": _texts(one.description),
        "dct:publisher": {"@id": f"{request.build_absolute_uri('/')}#publisher"},
        "dcat:keyword": list(one.keywords),
        "dcat:distribution": [_distribution(request, one, part) for part in one.distributions],
    }
    if one.changed_at:
        described["dct:modified"] = _day(one.changed_at.date())
    return described


def _distribution(request: HttpRequest, dataset: Dataset, part: Distribution) -> dict[str, Any]:
    address = {"@id": request.build_absolute_uri(part.href)}
    described: dict[str, Any] = {
        "@type": "dcat:Distribution",
        "dct:title": str(part.title),
        "dcat:accessURL": address,
        "dcat:downloadURL": address,
        "dcat:mediaType": {"@id": f"{_MEDIA}{part.media_type}"},
    }
    if dataset.licence_url:
        described["dct:license"] = {"@id": dataset.licence_url}
    return described


def _name(request: HttpRequest, one: Dataset) -> str:
    return request.build_absolute_uri(f"/open-data/#{one.id}")


def _day(day: date) -> dict[str, str]:
    return {"@value": day.isoformat(), "@type": "xsd:date"}


def _texts(text: Message) -> list[dict[str, str]]:
    found = []
    for language in LANGUAGES:
        with speaking(language):
            found.append({"@value": str(text), "@language": language})
    return found
