"""The whole story in a browser: seven people, from an application to a published figure."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.browser import PHONE
from tests.journeys.conftest import OpenStage
from tests.journeys.paper import draw_paper
from tests.journeys.story import Story

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WAYS = {
    "az": {"border": {"viewport": PHONE}, "mentor": {"viewport": PHONE}},
    "en": {},
}


@pytest.mark.parametrize("language", ["az", "en"])
def test_a_person_returns_and_is_counted(
    open_stage: OpenStage, tmp_path: Path, language: str
) -> None:
    story = Story(
        stage=open_stage(language),
        reference="D-2026-0042",
        surname="Sınaqlı",
        paper=draw_paper(tmp_path),
        today=datetime.now(UTC).date(),
        ways=WAYS[language],
    )
    story.tell()
