"""Machine-readable zones: agreement with published specimens, and zones a second, beside the peers.

    uv run --group peers python -m benchmarks.mrz

Peers are asked as their documentation says; one that is not installed is named. All of it runs in
one process, time is processor time, and the rounds of the candidates take turns, so that the ratios
hold on a machine that does other things as well.
"""

import argparse
import csv
import gc
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

import korpu.engines.mrtd.tests as tests_of_the_room
from korpu.engines.mrtd.api import Format, check, check_batch

ON = date(2026, 11, 23)
SPECIMENS = Path(tests_of_the_room.__file__).parent / "data" / "specimens.csv"
Checker = Callable[[str], bool]
"""From the lines of a zone to whether it is right."""


def mrz() -> Checker:
    from mrz.checker.mrva import MRVACodeChecker
    from mrz.checker.mrvb import MRVBCodeChecker
    from mrz.checker.td1 import TD1CodeChecker
    from mrz.checker.td2 import TD2CodeChecker
    from mrz.checker.td3 import TD3CodeChecker

    def ask(text: str) -> bool:
        lines = text.split("\n")
        visa = text[0] == "V"
        if len(lines) == 3:
            return bool(TD1CodeChecker(text))
        if len(lines[0]) == 36:
            return bool((MRVBCodeChecker if visa else TD2CodeChecker)(text))
        return bool((MRVACodeChecker if visa else TD3CodeChecker)(text))

    return ask


def fastmrz() -> Checker:
    from fastmrz import FastMRZ

    reader = FastMRZ()
    return lambda text: bool(reader.validate_mrz(text)["is_valid"])


def passporteye() -> Checker:
    from passporteye.mrz.text import MRZ

    return lambda text: bool(MRZ(text.split("\n")).valid)


def korpu_yes_or_no(text: str) -> bool:
    return check(text, on=ON).conforms


def korpu_fields(text: str) -> bool:
    report = check(text, on=ON)
    return report.content is not None and report.conforms


def korpu_findings(text: str) -> bool:
    return not any(each.kind in {"fault", "deviation"} for each in check(text, on=ON).findings)


def candidates() -> Iterator[tuple[str, Checker]]:
    yield "korpu: conforms or not", korpu_yes_or_no
    yield "korpu: and its fields understood", korpu_fields
    yield "korpu: every rule walked, with sentences", korpu_findings
    for peer in (mrz, fastmrz, passporteye):
        try:
            yield peer.__name__, peer()
        except ImportError as missing:
            print(f"{peer.__name__}: not here ({missing})")


def specimens() -> list[tuple[str, bool, str]]:
    with SPECIMENS.open(encoding="utf-8") as file:
        return [
            (
                "\n".join(row[name] for name in ("line1", "line2", "line3") if row[name]),
                row["conforms"] == "yes",
                row["format"],
            )
            for row in csv.DictReader(file)
        ]


def agreement(ask: Checker, cases: list[tuple[str, bool, str]]) -> tuple[int, int, int, int]:
    """Agreed, wrongly accepted, wrongly rejected, stopped with an error."""
    agreed = accepted = rejected = errors = 0
    for text, right, _ in cases:
        try:
            answer = ask(text)
        except Exception:  # noqa: BLE001  # whatever a peer raises is its answer
            errors += 1
            continue
        agreed += answer == right
        accepted += answer and not right
        rejected += right and not answer
    return agreed, accepted, rejected, errors


def seconds(work: Callable[[], object]) -> float:
    gc.collect()
    start = time.process_time()
    work()
    return time.process_time() - start


def ask_all(ask: Checker, texts: list[str]) -> None:
    for text in texts:
        with suppress(Exception):  # as above; it costs what it costs
            ask(text)


def rates(asked: dict[str, Checker], texts: list[str], rounds: int) -> dict[str, float]:
    """Zones a second, the best of some rounds in which the candidates take turns."""
    best: dict[str, float] = {}
    for _ in range(rounds):
        for name, ask in asked.items():
            took = seconds(lambda ask=ask: ask_all(ask, texts))
            best[name] = max(best.get(name, 0.0), len(texts) / took)
    return best


def batch_rate(texts: list[str], form: Format, size: int, rounds: int) -> float:
    zones = (texts * (size // len(texts) + 1))[:size]
    check_batch(zones[:10], form, on=ON)
    return max(size / seconds(lambda: check_batch(zones, form, on=ON)) for _ in range(rounds))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=20, help="each conforming specimen, a round")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--batch", type=int, default=200_000, help="zones in a batch")
    options = parser.parse_args()
    cases = specimens()
    asked = dict(candidates())
    print(f"\nagreement with {len(cases)} specimens")
    for name, ask in asked.items():
        agreed, accepted, rejected, errors = agreement(ask, cases)
        print(f"  {name:42} {agreed:4} wrongly accepted {accepted:3} rejected {rejected:3}"
              f" errors {errors:3}")  # fmt: skip
    texts = [text for text, right, _ in cases if right] * options.times
    found = rates(asked, texts, options.rounds)
    print(f"\nzones a second of processor time ({len(texts)} conforming, best of {options.rounds})")
    for name, rate in found.items():
        told = f"  {rate / found['mrz']:6.1f} × mrz" if "mrz" in found else ""
        print(f"  {name:42} {rate:10,.0f}{told}")
    for form in Format:
        flat = [text.replace("\n", "") for text, right, of in cases if right and of == form]
        rate = batch_rate(flat, form, options.batch, options.rounds)
        print(f"  korpu: batch of {options.batch:,} {form:6}                 {rate:10,.0f}")


if __name__ == "__main__":
    main()
