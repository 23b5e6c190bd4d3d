"""The public site: time of whole pages for a visitor, and of a cache that asks for news.

    uv run python -m benchmarks.public_pages --publications 2000

The three shipped projects with their events and publications, and generated publications beside
them, in a database of its own with row-level security in force. Pages go through Django's test
client with all middleware, no proxy before them: what a visitor waits for when no cache helps.
Prints p50 and p95 in milliseconds; *asked again* is the same page with the ETag it had.
"""

import argparse
from statistics import quantiles
from time import perf_counter
from typing import Any

import django
from benchmarks.worklist import own_database

PAGES = (
    "/",
    "/projects/",
    "/projects/mobilaze/",
    "/projects/restart/",
    "/events/",
    "/publications/",
    "/publications/?page=20",
    "/publications/?q=miqrasiya",
    "/search/?q=mobilaze",
    "/open-data/",
    "/calls/",
)
WARM_UP = 3


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--publications", type=int, default=2_000)
    parser.add_argument("--runs", type=int, default=60)
    given = parser.parse_args()
    django.setup()
    with own_database():
        fill(given.publications)
        print(f"{'page':32} {'p50':>8} {'p95':>8} {'asked again p95':>16}  (ms)")
        for path in PAGES:
            report(path, given.runs)


def fill(count: int) -> None:
    from django.utils import timezone

    from korpu.domains.events.api import load_events
    from korpu.domains.information.services.lifecycle import (
        approve_publication,
        publish_publication,
    )
    from korpu.domains.information.testing import load_shipped_publications, make_publication
    from korpu.foundations.accounts.api import acting, system_actor
    from korpu.foundations.accounts.testing import make_actor

    now = timezone.now()
    load_shipped_publications()
    with acting(system_actor()) as system:
        load_events(actor=system, at=now)
    manager, director = make_actor("project_manager"), make_actor("programme_director")
    for number in range(count):
        title = f"Miqrasiya üzrə hesabat № {number}"
        made = make_publication(manager, at=now, title=title)
        with acting(director):
            approve_publication(publication=made, actor=director, at=now)
            publish_publication(publication=made, actor=director, at=now)


def report(path: str, runs: int) -> None:
    from django.test import Client

    visitor = Client(headers={"accept-language": "az"})
    mark = visitor.get(path)["ETag"]
    whole = [spent(visitor, path) for _ in range(WARM_UP + runs)][WARM_UP:]
    again = [spent(visitor, path, {"if-none-match": mark}) for _ in range(runs)]
    print(
        f"{path:32} {quantiles(whole, n=2)[0]:8.1f} {quantiles(whole, n=20)[-1]:8.1f}"
        f" {quantiles(again, n=20)[-1]:16.1f}"
    )


def spent(visitor: Any, path: str, headers: dict[str, str] | None = None) -> float:
    start = perf_counter()
    answer = visitor.get(path, headers=headers)
    took = (perf_counter() - start) * 1000
    assert answer.status_code in (200, 304), (path, answer.status_code)
    return took


if __name__ == "__main__":
    main()
