"""The worker: does queued and timed jobs until it is told to end (SIGTERM, SIGINT)."""

import asyncio
import os
from typing import TYPE_CHECKING, cast

import django
from procrastinate import App

if TYPE_CHECKING:  # at run time it can be imported only once Django is set up
    from procrastinate.contrib.django.django_connector import DjangoConnector

CONCURRENCY = 2


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "korpu.site.settings")
    django.setup()
    from procrastinate.contrib.django import app

    # The web's connector has no event loop; the worker's own listens for notifications.
    connector = cast("DjangoConnector", app.connector)
    with app.replace_connector(connector.get_worker_connector()) as own:
        asyncio.run(_work(own))


async def _work(own: App) -> None:
    async with own.open_async():
        await own.run_worker_async(concurrency=CONCURRENCY, delete_jobs="successful")


if __name__ == "__main__":
    main()
