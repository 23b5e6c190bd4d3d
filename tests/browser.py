"""A real Chromium for tests: pages opened as a person opens them, checked by axe, pictured.

``browser`` and ``open_page`` are fixtures (imported by ``conftest.py``); ``axe_violations(page)``
lists what axe-core finds; ``screenshot(page, name)`` keeps a picture where
``KORPU_SCREENSHOTS`` names a folder.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Browser, ConsoleMessage, Page, ViewportSize, sync_playwright

import korpu
from korpu.foundations.accounts.acting import acting, actor_of
from korpu.foundations.accounts.models import User

CANDIDATES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
AXE = Path(korpu.__file__).parent / "foundations/ui/assets/node_modules/axe-core/axe.min.js"
# Experimental in axe, and wrong about GOV.UK's file field: its name holds all its visible text, but
# with commas between for screen readers.
UNUSED_RULES = {"label-content-name-mismatch": {"enabled": False}}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
DESKTOP: ViewportSize = {"width": 1280, "height": 900}
PHONE: ViewportSize = {"width": 360, "height": 740}

OpenPage = Callable[..., Page]


def chromium_path() -> str | None:
    """Where a Chromium is: ``KORPU_CHROMIUM``, else the first of the usual names on the path."""
    chosen = os.environ.get("KORPU_CHROMIUM")
    return chosen or next((found for name in CANDIDATES if (found := shutil.which(name))), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for the session; each page gets a context of its own, without cookies."""
    path = chromium_path()
    if path is None:
        pytest.skip("no Chromium found: install one, or name it in KORPU_CHROMIUM")
    # playwright runs an event loop in this thread, and Django then refuses to touch the database
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield launched
        launched.close()


@pytest.fixture
def open_page(browser: Browser, live_server: Any) -> Iterator[OpenPage]:
    """``open_page("/help/", language="ru", viewport=PHONE)``: a page of the running site.

    Each call is a visitor of its own; with ``user`` it is that person, logged in, in the language
    of their account.

    Fails at the end of the test when the browser reported an error: a script that broke, a file
    that is missing, something the content security policy stopped.
    """
    contexts, complaints = [], []

    def opened(
        path: str,
        *,
        language: str = "az",
        viewport: ViewportSize = DESKTOP,
        scripts: bool = True,
        user: User | None = None,
    ) -> Page:
        context = browser.new_context(viewport=viewport, java_script_enabled=scripts)
        contexts.append(context)
        cookies = {"language": language, **(session_cookies(user) if user else {})}
        url = live_server.url
        context.add_cookies(
            [{"name": name, "value": value, "url": url} for name, value in cookies.items()]
        )
        page = context.new_page()
        page.on("console", lambda said: complaints.extend(_complaint(said, page)))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(live_server.url + path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []


def session_cookies(user: User) -> dict[str, str]:
    """The cookies of somebody who has logged in, without walking through the login."""
    client = Client()
    with acting(actor_of(user)):
        client.force_login(user)
    return {name: cookie.value for name, cookie in client.cookies.items()}


def _complaint(said: ConsoleMessage, page: Page) -> list[str]:
    """An error the browser reported; the status of the page itself is the test's own business."""
    is_own_status = said.location["url"] == page.url
    return [said.text] if said.type == "error" and not is_own_status else []


def axe_violations(page: Page) -> list[str]:
    """What axe-core finds wrong, one line each: rule, where, what to do. Empty is accessible."""
    assert AXE.exists(), "axe-core is missing: run `uv sync` again."
    # evaluated, not added as a script tag: the content security policy stays in force
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(
        "async ([tags, rules]) =>"
        " (await axe.run({runOnly: {type: 'tag', values: tags}, rules})).violations",
        [RULES, UNUSED_RULES],
    )
    return [
        f"{one['id']}: {node['target']}: {node['failureSummary']}"
        for one in found
        for node in one["nodes"]
    ]


def overflow(page: Page) -> int:
    """How many pixels the page can be pushed sideways; 0 is right."""
    page.wait_for_load_state()  # a click returns when the next page has begun, still without a body
    return int(
        page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    )


def screenshot(page: Page, name: str) -> None:
    """Keep a picture of the whole page in the folder ``KORPU_SCREENSHOTS`` names, if it is set."""
    folder = os.environ.get("KORPU_SCREENSHOTS")
    if folder:
        Path(folder).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)
