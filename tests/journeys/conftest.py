"""The stage of the tests: the running site with its cast, and a worker that is called for."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

from korpu.foundations.jobs.testing import carry_out_waiting_jobs
from korpu.site import demo
from tests.journeys.stage import Look, Stage

OpenStage = Callable[[str, Look], Stage]


@pytest.fixture
def open_stage(browser: Browser, live_server: Any, settings: Any) -> Iterator[OpenStage]:
    """``open_stage("az", judge)``: the cast is there; it logs in by a click, as in the demo."""
    settings.KORPU_DEMO_LOGINS = True
    settings.KORPU_SECOND_FACTOR_COMPULSORY = False
    demo.prepare(lambda what: None)
    stages = []

    def opened(language: str, look: Look) -> Stage:
        stage = Stage(browser, live_server.url, language, look, carry_out_waiting_jobs)
        stages.append(stage)
        return stage

    yield opened
    for stage in stages:
        stage.close()
        assert stage.complaints == []
