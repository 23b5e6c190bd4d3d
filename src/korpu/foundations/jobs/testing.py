"""The worker, for tests of every room."""

import threading

from django.conf import settings
from django.core.management import call_command
from django.db import connections


def carry_out_waiting_jobs() -> None:
    """A real worker does what waits and ends; a thread of its own, for it brings an event loop.

    The test's rows must be committed: mark it ``django_db(transaction=True)``.
    """
    assert settings.KORPU_MODE == "test"
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
