"""Worklist, person search and case page: time with row-level security on and off, side by side.

    uv run python -m benchmarks.population        # once
    uv run python -m benchmarks.pages
    uv run python -m benchmarks.pages --rounds 3 --times 100 --json pages.json

An officer of the largest office (a quarter of all cases) asks. Each thing is timed twice: the
selector behind the page inside the actor's transaction, and the whole page through Django's test
client, middleware, template, record of the reading and its seal included. *On* is the application's
role; *off* is a role that row-level security does not bind, running the same code.

The last column is the CPU that one of them takes with row-level security on, of our process and of
its server process together: about what the clock would show on a machine that does nothing else.
"""

import argparse
import json
import os
import random
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from benchmarks.population import LARGEST
from benchmarks.world import WITHOUT, collect_assets, connected, parser, world

from korpu.site.postgres import APP

WARM_UP = 8
Work = Callable[[], object]
Samples = dict[tuple[str, str], list[list[float]]]
"""By thing and role: a list of milliseconds per round, the first of them the CPU of one."""
LISTS = {
    "worklist: my office": "view=office",
    "worklist: my office, a page far down": "view=office&after={deep}",
    "worklist: by status": "view=office&status=under_examination",
    "worklist: by sender and officer": "view=office&sender=SWE&assigned={officer}",
    "worklist: due soon": "view=due-soon",
    "worklist: by number": "view=office&sort=number",
    "worklist: closed": "view=closed",
    "worklist: closed, by officer": "view=closed&assigned={officer}",
    "worklist: mine": "view=mine",
    "worklist: a number": "view=office&q=RDM-{year}-000777",
}
OTHER_PAGES = {
    "applications": "/readmission/",
    "applications: page 2": "/readmission/?page=2",
    "applications: by reference": "/readmission/?q=REF/777",
}
SPELLINGS = {
    "person search: exact": "exact",
    "person search: misspelt": "one slip",
    "person search: Cyrillic": "Russian",
    "person search: passport, turned": "turned, no patronymic",
}


@dataclass(frozen=True)
class Cast:
    """Who asks, and about whom."""

    actor: Any
    client: Any
    cases: list[Any]
    named: list[tuple[str, int]]


def main() -> None:
    arguments = parser(__doc__)
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--times", type=int, default=100, help="of each thing in each round")
    arguments.add_argument("--only", default="", help="only things whose name contains this")
    arguments.add_argument("--json", type=Path, help="write all figures there too")
    given = arguments.parse_args()
    samples: Samples = defaultdict(list)
    with world(given.state) as cluster:
        collect_assets()
        for number in range(given.rounds):
            for role in (APP, WITHOUT):
                with connected(cluster, role):
                    _round(samples, given, role, number)
    figures = summary(samples)
    show(figures, given)
    if given.json:
        given.json.write_text(json.dumps(figures, indent=1) + "\n")


def _round(samples: Samples, given: argparse.Namespace, role: str, number: int) -> None:
    chance = random.Random(number)
    who = cast(given.times, chance)
    for name, work in things(who, chance):
        if given.only in name:
            samples[name, role].append(timed(work, given.times))


def cast(times: int, chance: random.Random) -> Cast:
    from benchmarks.person_search import people
    from django.test import Client

    from korpu.foundations.accounts.api import acting, actor_of, system_actor
    from korpu.foundations.accounts.models import User
    from korpu.foundations.accounts.testing import log_in
    from korpu.foundations.casework.models import Case

    with acting(system_actor()):
        officer = User.objects.filter(email__endswith=f"@{LARGEST}.test").order_by("pk")[3]
    actor = actor_of(officer)
    client = Client()
    log_in(client, officer)
    with acting(actor):
        (place,) = actor.compartments_with("casework.case.read")
        own = Case.objects.filter(compartment=place)
        first, last = own.order_by("pk")[0].pk, own.order_by("-pk")[0].pk
        cases = [
            own.filter(pk__gte=chance.randint(first, last)).order_by("pk")[0] for _ in range(times)
        ]
    named = list(people(20_000, random.Random(1)))
    return Cast(actor, client, cases, named)


def things(who: Cast, chance: random.Random) -> Iterator[tuple[str, Work]]:
    for name, query in LISTS.items():
        yield from list_things(who, name, query)
    for name, path in OTHER_PAGES.items():
        yield f"{name} (page)", lambda path=path: fetched(who, path)
    for name, spelling in SPELLINGS.items():
        yield from search_things(who, name, spelling, chance)
    yield from case_things(who)


def list_things(who: Cast, name: str, query: str) -> Iterator[tuple[str, Work]]:
    from django.http import QueryDict
    from django.utils import timezone

    from korpu.foundations.accounts.api import acting
    from korpu.foundations.casework.selectors.lists import list_page

    on = timezone.localdate()
    deep = who.cases[len(who.cases) // 2].uuid
    asked = query.format(officer=who.actor.user_id, year=on.year, deep=deep)

    def selector() -> object:
        with acting(who.actor):
            return list_page(query=QueryDict(asked), for_actor=who.actor, on=on)

    yield f"{name} (selector)", selector
    yield f"{name} (page)", lambda: fetched(who, f"/work/?{asked}")


def search_things(
    who: Cast, name: str, spelling: str, chance: random.Random
) -> Iterator[tuple[str, Work]]:
    from benchmarks.person_search import SPELLINGS as SPELL

    from korpu.foundations.accounts.api import acting
    from korpu.foundations.persons.search import PersonQuery, find_candidates

    def asked() -> tuple[str, int]:
        known, year = chance.choice(who.named)
        return SPELL[spelling](known, chance), year

    def selector() -> object:
        known, year = asked()
        with acting(who.actor):
            return find_candidates(query=PersonQuery(known, year), for_actor=who.actor)

    def page() -> object:
        known, year = asked()
        return fetched(who, "/persons/", {"name": known, "birth_year": str(year)})

    yield f"{name} (selector)", selector
    yield f"{name} (form and its answer)", page


def case_things(who: Cast) -> Iterator[tuple[str, Work]]:
    from django.utils import timezone

    from korpu.foundations.accounts.api import acting
    from korpu.foundations.casework.selectors.cases import get_case
    from korpu.foundations.casework.selectors.frame import frame_of
    from korpu.foundations.casework.selectors.overview import overview_of

    on = timezone.localdate()
    chosen = cycle(who.cases)

    def selector() -> object:
        with acting(who.actor):
            case = get_case(uuid=next(chosen).uuid, for_actor=who.actor)
            frame_of(case=case, for_actor=who.actor, on=on)
            return overview_of(case=case, for_actor=who.actor, on=on)

    yield "case page (selectors, reading recorded)", selector
    for tab in ("", "log/", "work/"):
        yield (
            f"case page: {tab or 'overview'} (page)",
            lambda tab=tab: fetched(who, f"/cases/{next(chosen).uuid}/{tab}"),
        )


def fetched(who: Cast, path: str, form: dict[str, str] | None = None) -> object:
    answer = who.client.get(path) if form is None else who.client.post(path, form, follow=True)
    if answer.status_code != 200:
        raise SystemExit(f"{path} answered {answer.status_code}")
    return answer.content


def timed(work: Work, times: int) -> list[float]:
    """Milliseconds: the mean CPU of one, then the time of each."""
    for _ in range(WARM_UP):
        work()
    found, before = [], cpu_seconds()
    for _ in range(times):
        started = time.perf_counter()
        work()
        found.append((time.perf_counter() - started) * 1000)
    return [(cpu_seconds() - before) / times * 1000, *found]


def cpu_seconds() -> float:
    """Used so far by this process and by the server process of its one connection."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("select pg_backend_pid()")
        (pid,) = cursor.fetchone()
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    ticks = int(fields[11]) + int(fields[12])
    return time.process_time() + ticks / os.sysconf("SC_CLK_TCK")


def summary(samples: Samples) -> dict[str, dict[str, dict[str, float]]]:
    """By thing and role: percentiles in ms of each round, the best and the median round."""
    found: dict[str, dict[str, dict[str, float]]] = defaultdict(dict)
    for (name, role), rounds in samples.items():
        cuts = [quantiles(times[1:], n=100) for times in rounds]
        found[name]["on" if role == APP else "off"] = {
            f"{label}_{kind}": round(choose(cut[at] for cut in cuts), 1)
            for label, at in (("p50", 49), ("p95", 94), ("p99", 98))
            for kind, choose in (("best", min), ("median", median))
        } | {"cpu": round(median(times[0] for times in rounds), 1)}
    return found


def show(figures: dict[str, dict[str, dict[str, float]]], given: argparse.Namespace) -> None:
    print(
        f"ms; best / median of {given.rounds} rounds of {given.times}; ratio: medians, p50 on/off"
    )
    print("| what | p50 on | p95 on | p99 on | p50 off | p95 off | p99 off | ratio | CPU |")
    print("|---|---|---|---|---|---|---|---|---|")
    for name, roles in figures.items():
        cells = [
            f"{roles[role][f'{label}_best']:.1f} / {roles[role][f'{label}_median']:.1f}"
            for role in ("on", "off")
            for label in ("p50", "p95", "p99")
        ]
        ratio = roles["on"]["p50_median"] / roles["off"]["p50_median"]
        print(f"| {name} | {' | '.join(cells)} | {ratio:.2f} | {roles['on']['cpu']:.0f} |")


if __name__ == "__main__":
    main()
