"""What search engines are told: every public page in each language, and what is not theirs."""

from xml.etree import ElementTree as ET

from django.http import HttpRequest
from django.urls import reverse

from korpu.foundations.ui.public import Found, public_matters
from korpu.kernel.texts import LANGUAGES

SITE_MAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"
PAGE_LIMIT = 15_000  # times three languages stays below the 50,000 addresses of one file
OWN = ("home", "open_data", "help", "about", "accessibility")


def site_map(request: HttpRequest) -> bytes:
    """Every public page once per language, each naming the others."""
    root = ET.Element("urlset", {"xmlns": SITE_MAP, "xmlns:xhtml": XHTML})
    own = [Found("", reverse(name), "") for name in OWN]
    pages = own + [page for matter in public_matters() for page in matter.pages()]
    for page in pages[:PAGE_LIMIT]:
        address = request.build_absolute_uri(page.href)
        for language in LANGUAGES:
            _add(root, page, address, language)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _add(root: ET.Element, page: Found, address: str, language: str) -> None:
    entry = ET.SubElement(root, "url")
    ET.SubElement(entry, "loc").text = f"{address}?lang={language}"
    if page.at:
        ET.SubElement(entry, "lastmod").text = page.at.date().isoformat()
    for other in LANGUAGES:
        link = {"rel": "alternate", "hreflang": other, "href": f"{address}?lang={other}"}
        ET.SubElement(entry, "xhtml:link", link)


def robots_text(request: HttpRequest) -> str:
    """Public pages are open; searches and filtered lists are endless and therefore are not."""
    lines = (
        "User-agent: *",
        "Disallow: /accounts/",
        "Disallow: /language/",
        "Disallow: /search/",
        "Disallow: /*?*sort=",
        "Disallow: /*?*after=",
        "Disallow: /*?*before=",
        f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}",
    )
    return "\n".join(lines) + "\n"
