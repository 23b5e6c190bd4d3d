"""The pictures of ``docs/screenshots``: the story, told on a running demonstration."""

import tempfile
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from tests.browser import PHONE, chromium_path
from tests.journeys.paper import draw_paper
from tests.journeys.stage import Look, Stage
from tests.journeys.story import Story

TOP = Path(__file__).parents[2]
FOLDER = TOP / "docs" / "screenshots"
PAGES = (TOP / "README.md", TOP / "docs" / "walkthrough.md")
COLOURS = 64
TALLEST = 1700
"""Pixels; a longer page is cut, as nobody reads a picture that long."""


def take_pictures(url: str) -> None:
    """Tell the story in two languages; keep the pictures that README and walkthrough show."""
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as made:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=["--no-sandbox"])
        for language in ("az", "en"):
            _walk(Stage(browser, url, language, _taker(language)), Path(made))


def _walk(stage: Stage, folder: Path) -> None:
    now = datetime.now(ZoneInfo("Asia/Baku"))  # the service's day is not UTC's at night
    stamp = f"{now:%H%M%S}"
    phone = {"viewport": PHONE}
    Story(
        stage=stage,
        reference=f"BE-{stage.language.upper()}-{stamp}",
        surname={"az": "Sınaqlı", "en": "Misallı"}[stage.language],
        paper=draw_paper(folder),
        today=now.date(),
        ways={"border": phone, "mentor": phone},
    ).tell()
    stage.close()


def _taker(language: str) -> Look:
    shown = "".join(page.read_text("utf-8") for page in PAGES)

    def take(page: Page, name: str) -> None:
        file = FOLDER / f"{name}-{language}.png"
        if file.name not in shown:
            return
        page.screenshot(path=file, full_page=True)
        with Image.open(file) as taken:
            cut = taken.convert("RGB").crop((0, 0, taken.width, min(taken.height, TALLEST)))
        cut.quantize(COLOURS, dither=Image.Dither.NONE).save(file, optimize=True)

    return take
