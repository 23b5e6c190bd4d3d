"""The whole story in a browser: seven people, from an application to a published figure.

In Azerbaijani with the border officer and the mentor on phones; in English without scripts.
"""

from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from tests.browser import PHONE
from tests.journeys.conftest import OpenStage
from tests.journeys.paper import draw_paper
from tests.journeys.stage import NAMES, Look, fits, judge
from tests.journeys.story import Story

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ON_A_PHONE = {"viewport": PHONE}
WAYS: dict[str, dict[str, dict[str, Any]]] = {
    "az": {"border": ON_A_PHONE, "mentor": ON_A_PHONE},
    "en": {key: {"scripts": False} for key in NAMES},
}
LOOKS: dict[str, Look] = {"az": judge, "en": fits}
"""The pages are the same in both languages: axe looks at them once."""


@pytest.mark.parametrize("language", ["az", "en"])
def test_a_person_returns_and_is_counted(
    open_stage: OpenStage, tmp_path: Path, language: str
) -> None:
    story = Story(
        stage=open_stage(language, LOOKS[language]),
        reference="D-2026-0042",
        surname="Sınaqlı",
        paper=draw_paper(tmp_path),
        today=timezone.localdate(),
        ways=WAYS[language],
    )
    story.tell()
