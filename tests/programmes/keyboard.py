"""A page walked with the keyboard alone, the focus looked at wherever it stops."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

MOST_STOPS = 120
_WHERE = """() => {
  const at = document.activeElement;
  if (!at || at === document.body || at === document.documentElement) return null;
  const box = at.getBoundingClientRect();
  const drawn = (style) => style.boxShadow !== "none"
    || (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0);
  const round = ["radio", "checkbox"].includes(at.type) && at.labels.length;
  const marked = drawn(getComputedStyle(at))
    || (round && drawn(getComputedStyle(at.labels[0], "::before")))
    || drawn(getComputedStyle(at.parentElement));
  const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  return {
    words: (at.labels?.length ? at.labels[0].innerText : at.innerText || at.value || "").trim(),
    href: at.getAttribute("href") || "",
    name: at.getAttribute("name") || "",
    id: at.id,
    tag: at.tagName,
    seen: marked && inside && box.width > 0 && box.height > 0,
  };
}"""


@dataclass(frozen=True)
class Stop:
    """Where the focus is.

    Attributes:
        seen: it is within the window and marked.
    """

    words: str
    href: str
    name: str
    id: str
    tag: str
    seen: bool


@dataclass
class Keyboard:
    """Somebody without a mouse."""

    page: Page

    def stop(self) -> Stop | None:
        """Where the focus is; None: on nothing one can use."""
        found: dict[str, Any] | None = self.page.evaluate(_WHERE)
        return Stop(**found) if found else None

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def go(self, wanted: Callable[[Stop], bool], *, key: str = "Tab") -> Stop:
        """Press Tab until the focus is where it is wanted; each stop on the way must be seen."""
        for _ in range(MOST_STOPS):
            self.press(key)
            here = self.stop()
            if here is None:
                continue
            assert here.seen, f"The focus cannot be seen at {here} of {self.page.url}."
            if wanted(here):
                return here
        raise AssertionError(f"The keyboard does not get there on {self.page.url}.")

    def follow(self, words: str) -> None:
        """Go to the link or button with these words and press Enter; wait for the next page."""
        self.go(lambda stop: words in stop.words and stop.tag in {"A", "BUTTON"})
        with self.page.expect_navigation():
            self.press("Enter")

    def type_into(self, name: str, text: str) -> None:
        """Go to the field and write."""
        self.go(lambda stop: stop.name == name)
        self.page.keyboard.type(text)

    def skip_to_content(self) -> None:
        """The first stop is the link past the navigation, and it leads there."""
        first = self.go(lambda _stop: True)
        assert first.href == "#main-content", first
        self.press("Enter")
        assert self.page.evaluate("document.activeElement.id") == "main-content"

    def leaves_and_returns(self) -> None:
        """Tab leads through the whole page to its foot, and Shift+Tab back: nothing holds on."""
        self.go(lambda stop: stop.href.startswith("/cookies"))
        before = self.stop()
        self.press("Shift+Tab")
        assert self.stop() != before
