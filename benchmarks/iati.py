"""IATI: checking and writing 1,000 and 50,000 activities, beside the peers, in one run.

    uv run python benchmarks/iati.py [--largest 50000]

Peers: libxml2's schema engine alone on the official schemas (where they are on this machine), which
checks structure only and answers in one English line; lxml's own tree for writing. pyIATI is tried
and named with its reason where it cannot run.
"""

import argparse
import gc
import importlib.util
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from lxml import etree

from korpu.engines.iati import fast
from korpu.engines.iati.api import Limits, Record, check_file, read_record, stream, write_file
from korpu.engines.iati.codelists import check_codes
from korpu.engines.iati.model.activity import Activity, ActivityFile
from korpu.engines.iati.model.common import Line
from korpu.engines.iati.rules import standard_rules
from korpu.engines.iati.structure import check_structure
from korpu.engines.iati.tests.samples import NOW, project

WIDE = Limits(file_bytes=1 << 30)
SMALL, ROUNDS_OF_SMALL = 1000, 5


def activities(count: int) -> Iterator[Activity]:
    """Different activities of an ordinary size."""
    whole = project()
    for number in range(count):
        yield replace(whole, iati_identifier=Line(text=f"AZ-IVI-123-{number}"))


def best(work: Callable[[], object], rounds: int) -> float:
    """The shortest of some rounds, in seconds."""
    times = []
    for _ in range(rounds):
        gc.collect()
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def write(count: int, path: Path) -> None:
    with path.open("wb") as file:
        for piece in write_file(ActivityFile(version="2.03"), activities(count)):
            file.write(piece)


def write_prepared(records: list[Activity]) -> int:
    return sum(len(piece) for piece in write_file(ActivityFile(version="2.03"), records))


def write_with_lxml(root: etree._Element) -> int:
    return len(etree.tostring(root, pretty_print=True, xml_declaration=True, encoding="UTF-8"))


def each_record(path: Path, work: Callable[[Record], object]) -> None:
    with path.open("rb") as file:
        for part in stream(file, WIDE):
            if isinstance(part, Record):
                work(part)


def checked(path: Path) -> None:
    with path.open("rb") as file:
        report = check_file(file, now=NOW, limits=WIDE)
    assert report.clean, report.findings[:3]


def official_schema() -> etree.XMLSchema | None:
    """The official schema, unpacked from beside the repository."""
    from korpu.engines.iati.tests.official import INSIDE, SCHEMAS

    for above in Path(__file__).resolve().parents:
        archive = above / INSIDE / f"{SCHEMAS}.tar.gz"
        if archive.exists():
            import tarfile

            into = tempfile.mkdtemp()
            with tarfile.open(archive) as packed:
                packed.extractall(into, filter="data")
            return etree.XMLSchema(file=str(Path(into) / SCHEMAS / "iati-activities-schema.xsd"))
    return None


def measure(count: int) -> None:
    """Print one table."""
    rounds = ROUNDS_OF_SMALL if count <= SMALL else 1
    path = Path(tempfile.mkdtemp()) / "activities.xml"
    write(count, path)
    size = path.stat().st_size / 1e6
    rules = standard_rules()
    schema = official_schema()
    rows: list[tuple[str, float]] = []
    if schema is not None:
        alone = best(lambda: schema.validate(etree.parse(path)), rounds)
        rows.append(("libxml2 schema alone, whole tree", alone))
    steps: dict[str, Callable[[Record], object]] = {
        "read record by record, nothing checked": lambda _: None,
        "structure (compiled)": lambda r: fast.is_valid(r.element, r.cls),
        "structure (walk, slow twin)": lambda r: check_structure(r.element, r.number, r.cls),
        "rules": lambda r: rules.check(r.element, r.number, r.cls, now=NOW),
        "code lists": lambda r: check_codes(r.element, r.number, r.cls),
        "read into the model": lambda r: read_record(r.element, r.number, Activity),
    }
    for name, step in steps.items():
        rows.append((name, best(partial(each_record, path, step), rounds)))
    rows.append(("everything: structure, rules, code lists", best(lambda: checked(path), rounds)))
    if count <= SMALL:
        prepared = list(activities(count))
        root = etree.parse(path).getroot()
        rows += [
            ("write from the model", best(lambda: write_prepared(prepared), rounds)),
            ("lxml serialising a ready tree", best(lambda: write_with_lxml(root), rounds)),
        ]
    else:
        rows.append(("make and write from the model", best(lambda: write(count, path), rounds)))
    base = rows[0][1]
    print(f"\n{count:,} activities, {size:.1f} MB; ratio to the first row")
    for name, seconds in rows:
        print(f"{name:45} {seconds:8.2f} s {count / seconds:10,.0f} /s {seconds / base:7.1f}x")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--largest", type=int, default=50_000)
    largest = parser.parse_args().largest
    if importlib.util.find_spec("iati") is None:
        print("pyIATI is not installed: it pins lxml 4.2.4, which has no build for this Python.")
    for count in (SMALL, largest):
        measure(count)


if __name__ == "__main__":
    sys.exit(main())
