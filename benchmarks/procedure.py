"""The procedure engine by itself: reading, proving, folding, replaying. No database.

    uv run python -m benchmarks.procedure
    uv run python -m benchmarks.procedure --acts 10000000     # the whole replay; takes its time

Cases are random walks of every procedure. ``fold`` is one case from its whole log with every term
and its explanation in three languages, as a case page asks for it; ``replay`` folds one walk after
another until that many acts have been read.
"""

import argparse
import random
import time
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import cycle
from pathlib import Path

import korpu
from korpu.engines.procedure.api import Library, LogEntry, Procedure, fold, load_library, prove
from korpu.engines.procedure.walks import logged_walk

JURISDICTION = Path(korpu.__file__).parent / "jurisdictions" / "az"
BEGIN, TODAY = date(2025, 1, 6), date(2026, 6, 1)
Case = tuple[Procedure, Sequence[LogEntry]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--acts", type=int, default=200_000)
    parser.add_argument("--walks", type=int, default=100, help="of each procedure")
    given = parser.parse_args()
    began = time.perf_counter()
    library = load_library(JURISDICTION)
    took, many = time.perf_counter() - began, len(library.procedures)
    print(f"read and proven: {took:.2f} s, {many} procedures")
    for procedure in library.procedures:
        print(f"  prove {procedure.id}: {timed(procedure, library) * 1000:.0f} ms")
    cases = list(walks(library, given.walks))
    replay(cases, library, given.acts)


def timed(procedure: Procedure, library: Library) -> float:
    began = time.perf_counter()
    assert prove(procedure, rights=library.rights) == ()
    return time.perf_counter() - began


def walks(library: Library, each: int) -> Iterator[Case]:
    chance = random.Random(1)
    for procedure in library.procedures:
        for _ in range(each):
            yield procedure, logged_walk(procedure, library.calendars, chance, begin=BEGIN)[1]


def replay(cases: Sequence[Case], library: Library, acts: int) -> None:
    read = folded = 0
    began = time.perf_counter()
    for procedure, log in cycle(cases):
        fold(procedure, log, library.calendars, on=max(TODAY, log[-1].effective_on))
        folded, read = folded + 1, read + len(log)
        if read >= acts:
            break
    took = time.perf_counter() - began
    print(f"replayed {read:,} acts of {folded:,} cases in {took:.1f} s:")
    print(f"  {read / took:,.0f} acts/s, {folded / took:,.0f} cases/s with every term explained")


if __name__ == "__main__":
    main()
