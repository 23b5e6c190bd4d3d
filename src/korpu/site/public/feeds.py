"""Atom feeds of what was published last."""

from dataclasses import dataclass
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

from django.http import HttpRequest
from django.utils.translation import gettext

from korpu.foundations.accounts.api import NOBODY
from korpu.foundations.ui.public import Found, public_matters
from korpu.kernel.texts import active_language
from korpu.site.public.news import news

ATOM = "http://www.w3.org/2005/Atom"
EVERYTHING = "all"
ENTRY_LIMIT = 30
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed's bytes and when its newest entry changed; None: it has no entry."""

    content: bytes
    changed_at: datetime | None


def atom(request: HttpRequest, name: str) -> Feed | None:
    """The feed of a room, or of all rooms. None: there is no such feed. Standard: RFC 4287."""
    matters = {matter.id: matter for matter in public_matters()}
    if name == EVERYTHING:
        title, found = gettext("Newly published"), news(for_actor=NOBODY, limit=ENTRY_LIMIT)
    elif name in matters:
        title, found = str(matters[name].title), list(matters[name].newest(ENTRY_LIMIT))
    else:
        return None
    changed_at = max((one.at for one in found if one.at), default=None)
    return Feed(_written(request, title, found, changed_at), changed_at)


def _written(
    request: HttpRequest, title: str, found: list[Found], changed_at: datetime | None
) -> bytes:
    language = active_language()
    own = request.build_absolute_uri(f"{request.path}?lang={language}")
    root = ET.Element("feed", {"xmlns": ATOM, "xml:lang": language})
    _add(root, "id", own)
    _add(root, "title", f"{title} – {gettext('Körpü')}")
    _add(root, "updated", (changed_at or _LONG_AGO).isoformat())
    _add(ET.SubElement(root, "author"), "name", gettext("Körpü"))
    ET.SubElement(root, "link", {"rel": "self", "href": own})
    ET.SubElement(root, "link", {"rel": "alternate", "href": request.build_absolute_uri("/")})
    for one in found:
        _entry(ET.SubElement(root, "entry"), one, request)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _entry(entry: ET.Element, one: Found, request: HttpRequest) -> None:
    href = request.build_absolute_uri(one.href)
    _add(entry, "id", href)
    _add(entry, "title", str(one.title))
    _add(entry, "updated", (one.at or _LONG_AGO).isoformat())
    ET.SubElement(entry, "link", {"rel": "alternate", "href": href})
    ET.SubElement(entry, "category", {"term": str(one.kind)})
    if str(one.summary):
        _add(entry, "summary", str(one.summary))


def _add(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = text
