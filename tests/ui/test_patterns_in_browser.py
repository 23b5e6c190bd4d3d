"""Every component in a real browser: accessible, and never wider than a phone."""

from urllib.parse import urljoin

import pytest

from korpu.kernel.texts import LANGUAGES
from tests.browser import DESKTOP, PHONE, OpenPage, axe_violations, overflow, screenshot

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PAGES = {
    "components": "/patterns/",
    "form": "/patterns/form/",
    "list": "/patterns/list/?number=RDM",
    "empty-list": "/patterns/list/?number=none",
    "help": "/help/",
    "cookies": "/cookies/",
    "accessibility": "/accessibility/",
    "about": "/about/",
    "not-found": "/no-such-page/",
}


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_are_accessible_and_fit_the_screen(
    open_page: OpenPage, language: str, viewport: dict[str, int]
) -> None:
    size = "phone" if viewport is PHONE else "desktop"
    faults = []
    page = open_page("/help/", language=language, viewport=viewport)
    for name, path in PAGES.items():
        page.goto(urljoin(page.url, path))
        screenshot(page, f"{name}-{language}-{size}")
        faults += [f"{name}: {fault}" for fault in axe_violations(page)]
        if overflow(page):
            faults.append(f"{name}: {overflow(page)} px too wide")
    assert faults == []
