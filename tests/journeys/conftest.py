"""The stage of the tests: the running site with its cast, and a worker that is called for."""

import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.conf import settings as site_settings
from django.core.management import call_command
from django.db import connections
from playwright.sync_api import Browser

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


def carry_out_waiting_jobs() -> None:
    """The worker does what waits and ends; a thread of its own, for it brings an event loop."""
    assert site_settings.KORPU_MODE == "test"
    failed: list[BaseException] = []

    def work() -> None:
        try:
            call_command("procrastinate", "worker", "--one-shot", verbosity=0)
        except BaseException as error:  # noqa: BLE001  handed to the test's own thread
            failed.append(error)
        finally:
            connections.close_all()

    worker = threading.Thread(target=work)
    worker.start()
    worker.join()
    assert not failed, failed
