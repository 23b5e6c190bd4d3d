"""Where a journey is played: a running site, and its cast, each at a browser of their own."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

import korpu
from tests.browser import DESKTOP, axe_violations, overflow

CAST_FILE = Path(korpu.__file__).parent / "site" / "demo" / "data" / "cast.yaml"
NAMES: dict[str, str] = {
    row["key"]: row["name"] for row in yaml.safe_load(CAST_FILE.read_text("utf-8"))["cast"]
}
Look = Callable[[Page, str], None]
"""What is done at every page worth looking at; the second argument names it."""


def nothing_to_do() -> None:
    """Where a worker runs beside the site, jobs need nobody."""


@dataclass
class Stage:
    """A site, a language, and who has entered.

    Attributes:
        url: address of the site, without a final slash.
        look: called at every page worth looking at.
        carry_out_jobs: makes waiting jobs happen.
    """

    browser: Browser
    url: str
    language: str
    look: Look
    carry_out_jobs: Callable[[], None] = nothing_to_do
    contexts: list[BrowserContext] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def enter(
        self, key: str, *, viewport: ViewportSize = DESKTOP, scripts: bool = True
    ) -> "Visitor":
        """Somebody of the cast opens a browser of their own and logs in with a click."""
        page = self.open(viewport=viewport, scripts=scripts)
        page.goto(f"{self.url}/accounts/login/")
        page.get_by_role("button", name=NAMES[key], exact=True).click()
        page.goto(f"{self.url}/language/{self.language}/?next=/")
        return Visitor(self, page)

    def open(self, *, viewport: ViewportSize = DESKTOP, scripts: bool = True) -> Page:
        """A browser in which nobody has logged in yet."""
        context = self.browser.new_context(viewport=viewport, java_script_enabled=scripts)
        self.contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        return page

    def close(self) -> None:
        for context in self.contexts:
            context.close()


@dataclass
class Visitor:
    """One person at their browser. Fields are named as the forms name them, in any language."""

    stage: Stage
    page: Page

    def go(self, path: str) -> None:
        answer = self.page.goto(self.stage.url + path)
        assert answer is not None
        assert answer.ok, f"{path} answered {answer.status}"

    def look(self, name: str) -> None:
        self.stage.look(self.page, name)

    def fill(self, **typed: Any) -> None:
        """Fill fields by their names: text, date, choice, tick or (a path) a file."""
        for name, value in typed.items():
            self._fill(name.replace("__", "-"), value)

    def press(self, field_name: str = "csrfmiddlewaretoken") -> None:
        """Send the form of the page that has this field, and see that it was taken."""
        form = self.page.locator(f"main form:has([name='{field_name}'])").last
        form.locator("button[type=submit]").first.click()
        self.must_be_taken()

    def must_be_taken(self) -> None:
        said = self.page.locator(".govuk-error-summary, .moj-alert--error")
        assert said.count() == 0, f"{self.page.url}: {said.all_inner_texts()}"

    def act(self, case: str, name: str, *, picture: str = "", **typed: Any) -> None:
        """Perform an act on a case's page of that act."""
        self.go(f"{case}acts/{name}/")
        self.fill(**typed)
        if self.page.locator("input[name=confirmed]").count():
            self.page.locator("input[name=confirmed]").check()
        if picture:
            self.look(picture)
        self.press("expected_act_count")
        assert self.path == case, f"{name}: {self.page.url}"

    @property
    def path(self) -> str:
        return self.page.url.removeprefix(self.stage.url).partition("?")[0]

    def _fill(self, name: str, value: Any) -> None:
        if isinstance(value, date):
            for part in ("day", "month", "year"):
                self.page.locator(f"[name='{name}-{part}']").fill(str(getattr(value, part)))
            return
        field_ = self.page.locator(f"[name='{name}']")
        kind = field_.first.evaluate("e => e.tagName === 'SELECT' ? 'select' : e.type")
        if kind == "radio":
            self.page.locator(f"[name='{name}'][value='{value}']").check()
        elif kind == "checkbox":
            self.page.locator(f"[name='{name}']").first.set_checked(bool(value))
        elif kind == "select":
            field_.select_option(str(value), force=True)
        elif kind == "file":
            field_.set_input_files(value)
        else:
            field_.fill(str(value))


def judge(page: Page, name: str) -> None:
    """No fault of accessibility, and never wider than the screen."""
    faults = axe_violations(page)
    assert faults == [], f"{name}, {page.url}: {faults}"
    fits(page, name)


def fits(page: Page, name: str) -> None:
    """The page is not wider than the screen."""
    assert overflow(page) == 0, f"{name}: {page.url} is {overflow(page)} px too wide"
