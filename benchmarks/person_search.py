"""Person search among N fictional people: time and recall, row-level security on.

    uv run python -m benchmarks.person_search --persons 100000
    uv run python -m benchmarks.person_search --persons 1000000 --queries 600

Builds the people by COPY in a database of its own on the tests' server, asks as an officer of one
office, and drops the database. Misspellings are made by this file; recall is therefore optimistic.
The hand-made pairs of names, where they are found beside the repository, are the sterner judge.
"""

import argparse
import csv
import json
import os
import random
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import quantiles
from uuid import UUID

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "korpu.site.settings")

import django

django.setup()

from django.core.management import call_command  # noqa: E402 - Django first
from django.db import connection, connections  # noqa: E402 - Django first
from tests.harness.databases import Clone, clone_of_template  # noqa: E402 - Django first
from tests.harness.server import test_server  # noqa: E402 - Django first

from korpu.engines.names import canonical, neighbours, skeleton  # noqa: E402 - Django first
from korpu.foundations.accounts.api import acting  # noqa: E402 - Django first
from korpu.foundations.accounts.testing import make_actor, make_compartment  # noqa: E402 - Django first
from korpu.foundations.persons.search import PersonQuery, find_candidates  # noqa: E402 - Django first

ROOT = Path(__file__).resolve().parents[1]
PAIRS = ROOT.parent / "shared/reference/data/documents/names"
SYLLABLES = [
    "al", "bay", "cam", "dür", "el", "fər", "gül", "hüs", "ib", "kam", "qar", "ləm", "mən", "nur",
    "or", "paş", "rəh", "səf", "tağ", "uğur", "vəl", "xan", "yar", "zey",
]  # fmt: skip
ENDINGS = ("ov", "yev", "li", "zadə", "ova", "yeva")
GIVEN = [
    "Elman", "Elçin", "Rəşad", "Vüqar", "Cavid", "Aygün", "Rövşən", "Şəhla", "Qorxmaz", "Xədicə",
    "Səbinə", "Aysel", "Gülnarə", "Çingiz", "Elşən", "Rüfət", "Sevinc", "Pərviz", "Uğur", "Nərgiz",
    "Yaşar", "Toğrul", "İlqar", "Nicat", "Sabir", "Qulam", "Rza", "Ceyhun", "Ziya", "Arzu",
    "Turan", "Günel", "Anar", "Zaur", "Kamran", "Nadir", "Sona", "Lalə", "Fuad", "Vəfa",
]  # fmt: skip
PASSPORT = str.maketrans(
    {"ə": "a", "ş": "sh", "ç": "ch", "x": "kh", "q": "g", "ğ": "gh", "c": "j", "ı": "i", "ö": "o",
     "ü": "u", "Ə": "A", "Ş": "Sh", "Ç": "Ch", "X": "Kh", "Q": "G", "C": "J", "İ": "I", "Ü": "U"}
)  # fmt: skip
RUSSIAN = str.maketrans(
    {"a": "а", "ə": "а", "b": "б", "c": "дж", "ç": "ч", "d": "д", "e": "е", "f": "ф", "g": "г",
     "ğ": "г", "h": "г", "x": "х", "ı": "ы", "i": "и", "j": "ж", "k": "к", "q": "к", "l": "л",
     "m": "м", "n": "н", "o": "о", "ö": "о", "p": "п", "r": "р", "s": "с", "ş": "ш", "t": "т",
     "u": "у", "ü": "ю", "v": "в", "y": "й", "z": "з"}
)  # fmt: skip


def people(count: int, chance: random.Random) -> Iterator[tuple[str, int]]:
    """Names of three words with the long tail of real ones, and years of birth."""
    roots = [a + b for a in SYLLABLES for b in SYLLABLES]
    roots += [a + b + c for a in SYLLABLES for b in SYLLABLES for c in SYLLABLES]
    rare = [a + b + c for a in SYLLABLES for b in SYLLABLES[::3] for c in ("an", "ar", "in", "ət")]
    for _ in range(count):
        root = roots[min(int(chance.paretovariate(0.45)), len(roots)) - 1]
        given = GIVEN if chance.random() < 0.8 else rare
        surname = root.capitalize() + chance.choice(ENDINGS)
        yield f"{surname} {chance.choice(given)} {chance.choice(GIVEN)}", chance.randint(1945, 2010)


def copy(statement: str, rows: Iterator[tuple[object, ...]]) -> None:
    with connection.cursor() as cursor, cursor.copy(statement) as writer:
        for row in rows:
            writer.write_row(row)


def build(named: list[tuple[str, int]], compartment: int) -> None:
    """Everything the search reads, by COPY, as the server's administrator and without triggers."""
    with connection.cursor() as cursor:
        cursor.execute("set session_replication_role = replica")
    tokens: dict[str, int] = {}
    keys = [canonical(name) for name, _ in named]
    for key in (key for one in keys for key in one):
        tokens.setdefault(key, len(tokens) + 1)
    copy(
        "copy persons_person (id, uuid, surname, given_names, patronymic, sex, birth_date,"
        " nationality, compartment_id, created_at) from stdin",
        (
            (at, UUID(int=at), name, "", "", "X", str(year), "AZE", compartment, "2026-01-01")
            for at, (name, year) in enumerate(named, 1)
        ),
    )
    copy(
        "copy persons_nametoken (id, key, skeleton) from stdin",
        ((at, key, skeleton(key)) for key, at in tokens.items()),
    )
    copy(
        "copy persons_tokenneighbour (form, token_id) from stdin",
        ((form, at) for key, at in tokens.items() for form in neighbours(key)),
    )
    copy(
        "copy persons_searchentry (person_id, person_uuid, shown_name, birth_year, nationality,"
        " keys) from stdin",
        (
            (at, UUID(int=at), name, year, "AZE", list(own))
            for at, ((name, year), own) in enumerate(zip(named, keys, strict=True), 1)
        ),
    )
    copy("copy persons_searchpair (low, high, birth_year, person_id) from stdin",
         _pairs(named, keys, tokens))  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute("analyze")


def _pairs(
    named: list[tuple[str, int]], keys: list[tuple[str, ...]], tokens: dict[str, int]
) -> Iterator[tuple[int, int, int, int]]:
    for at, ((_, year), own) in enumerate(zip(named, keys, strict=True), 1):
        held = sorted(tokens[key] for key in own)
        yield from ((low, high, year, at) for low in held for high in held if low <= high)


def slip(name: str, chance: random.Random) -> str:
    """One wrong, missing, added or swapped letter in one word."""
    at = chance.choice(
        [i for i, sign in enumerate(name[:-1]) if sign != " " and name[i + 1] != " "]
    )
    other = chance.choice("aeinrst")
    return chance.choice(
        [
            name[:at] + name[at + 1 :],
            name[:at] + name[at + 1] + name[at] + name[at + 2 :],
            name[:at] + other + name[at + 1 :],
            name[:at] + other + name[at:],
        ]
    )


def short(name: str) -> str:
    surname, given, _father = name.split()
    return f"{given} {surname}"


SPELLINGS: dict[str, Callable[[str, random.Random], str]] = {
    "exact": lambda name, _: name,
    "one slip": slip,
    "passport spelling": lambda name, _: name.translate(PASSPORT).upper(),
    "passport and slip": lambda name, chance: slip(name.translate(PASSPORT), chance),
    "turned, no patronymic": lambda name, _: short(name).translate(PASSPORT),
    "Russian": lambda name, _: name.lower().translate(RUSSIAN),
}


def ask(query: PersonQuery, actor: object) -> tuple[float, list[UUID]]:
    started = time.perf_counter()
    found = find_candidates(query=query, for_actor=actor)  # type: ignore[arg-type]
    return (time.perf_counter() - started) * 1000, [one.uuid for one in found]


def measure(
    named: list[tuple[str, int]], actor: object, queries: int, chance: random.Random
) -> None:
    everything: list[float] = []
    for kind, spell in SPELLINGS.items():
        times, hits = [], 0
        for _ in range(queries // len(SPELLINGS)):
            at = chance.randrange(len(named))
            name, year = named[at]
            query = PersonQuery(name=spell(name, chance), birth_year=year)
            elapsed, found = ask(query, actor)
            times.append(elapsed)
            hits += UUID(int=at + 1) in found
        everything += times
        report(kind, times, f"recall {hits / len(times):.3f}")
    report("all", everything, "")


def report(kind: str, times: list[float], note: str) -> None:
    cuts = quantiles(times, n=100)
    print(
        f"{kind:24} p50 {cuts[49]:6.1f} ms  p95 {cuts[94]:6.1f} ms  p99 {cuts[98]:6.1f} ms  {note}"
    )


def hand_made() -> list[tuple[str, str]]:
    found = []
    for path in sorted(PAIRS.glob("pairs*.csv")):
        with path.open(encoding="utf-8") as lines:
            found += [
                (row["left"], row["right"])
                for row in csv.DictReader(lines)
                if row["same_person"] == "yes"
            ]
    return found


def measure_hand_made(pairs: list[tuple[str, str]], first: int, actor: object) -> None:
    if not pairs:
        print("hand-made pairs: the folder is not beside the repository")
        return
    missed = []
    times = []
    for at, (_, asked) in enumerate(pairs):
        elapsed, found = ask(PersonQuery(name=asked), actor)
        times.append(elapsed)
        if UUID(int=first + at) not in found:
            missed.append(asked)
    report("hand-made pairs", times, f"recall {1 - len(missed) / len(pairs):.3f} {missed}")


def point_at(clone: Clone, role: str) -> None:
    connections.close_all()
    connections.settings["default"].update(clone.django_settings(role))


def migrate(empty: Clone) -> None:
    point_at(empty, "korpu_owner")
    call_command("migrate", verbosity=0, interactive=False)
    connection.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--persons", type=int, default=100_000)
    parser.add_argument("--queries", type=int, default=600)
    given = parser.parse_args()
    chance = random.Random(1)
    with test_server() as server, clone_of_template(server, migrate) as clone:
        point_at(clone, "korpu_app")
        compartment = make_compartment("readmission")
        actor = make_actor("readmission_officer")
        named = list(people(given.persons, chance))
        pairs = hand_made()
        started = time.perf_counter()
        point_at(clone, "postgres")
        build(named + [(left, 1990) for left, _ in pairs], compartment.pk)
        point_at(clone, "korpu_app")
        words = len({key for name, _ in named for key in canonical(name)})
        print(json.dumps({"persons": len(named), "distinct words": words,
                          "built in s": round(time.perf_counter() - started, 1)}))  # fmt: skip
        with acting(actor):
            ask(PersonQuery(name="Elman"), actor)
            measure(named, actor, given.queries, chance)
            measure_hand_made(pairs, len(named) + 1, actor)
        connections.close_all()


if __name__ == "__main__":
    sys.exit(main())
