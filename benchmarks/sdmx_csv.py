"""How fast SDMX-CSV 2.0 is written, ours beside pysdmx's, in one run.

uv run python benchmarks/sdmx_csv.py [observations]
"""

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from itertools import product
from time import perf_counter

from pysdmx.io import read_sdmx, write_sdmx
from pysdmx.io.format import Format

from korpu.engines.sdmx.api import (
    CodeList,
    Component,
    DataStructure,
    crossdomain,
    structure_message,
    write_csv,
)
from korpu.kernel.texts import Text

ROUNDS = 3


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    structure, columns = observations(count)
    out = BytesIO()
    ours = best(lambda: write_ours(structure, columns, out))
    datasets = theirs_of(structure, out)
    theirs = best(lambda: write_sdmx(datasets, Format.DATA_SDMX_CSV_2_0_0), rounds=1)
    print(f"observations            {count:>12,}   {len(out.getvalue()):,} bytes")
    print(f"korpu.engines.sdmx      {count / ours:>12,.0f} observations/s   best of {ROUNDS}")
    print(f"pysdmx                  {count / theirs:>12,.0f} observations/s   one round")
    print(f"ratio                   {theirs / ours:>12.1f}")


def write_ours(structure: DataStructure, columns: dict[str, object], out: BytesIO) -> None:
    out.seek(0)
    out.truncate()
    write_csv(structure, columns, out)


def theirs_of(structure: DataStructure, out: BytesIO) -> list[object]:
    """The same observations as pysdmx holds them, read from our message and structure."""
    message = structure_message(structure, message_id="BENCH", prepared_at=datetime.now(tz=UTC))
    (definition,) = read_sdmx(message.decode()).get_data_structure_definitions()
    datasets = read_sdmx(out.getvalue().decode()).data
    for dataset in datasets:
        dataset.structure = definition.to_schema()
    return list(datasets)


def best(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    def once() -> float:
        start = perf_counter()
        work()
        return perf_counter() - start

    return min(once() for _ in range(rounds))


def observations(count: int) -> tuple[DataStructure, dict[str, object]]:
    """State x sex x age x quarter, eight components, every code column varying but two."""
    states = [f"S{n:03}" for n in range(200)]
    sexes = ["F", "M", "_T", "_U"]
    ages = [f"Y{n}" for n in range(1, 51)]
    periods = [f"{year}-Q{quarter}" for year in range(1996, 2026) for quarter in range(1, 5)]
    keys = list(zip(range(count), product(periods, states, sexes, ages), strict=False))
    time, state, sex, age = (list(column) for column in zip(*(k for _, k in keys), strict=True))
    structure = DataStructure(
        "KORPU", "BENCH", "1.0", same("Benchmark"),
        (
            Component("FREQ", same("Frequency"), "code", crossdomain.FREQ),
            Component("STATE", same("State"), "code", code_list("CL_STATE", states)),
            Component("SEX", same("Sex"), "code", code_list("CL_SEX", sexes)),
            Component("AGE", same("Age"), "code", code_list("CL_AGE", ages)),
            Component("TIME_PERIOD", same("Period"), "time"),
        ),
        Component("OBS_VALUE", same("Value"), "number"),
        (
            Component("OBS_STATUS", same("Status"), "code", crossdomain.OBS_STATUS),
            Component("CONF_STATUS", same("Confidentiality"), "code", crossdomain.CONF_STATUS),
        ),
    )  # fmt: skip
    columns = {
        "FREQ": "Q", "STATE": state, "SEX": sex, "AGE": age, "TIME_PERIOD": time,
        "OBS_VALUE": [n % 9973 for n, _ in keys],
        "OBS_STATUS": ["AP"[n % 7 == 0] for n, _ in keys],
        "CONF_STATUS": "F",
    }  # fmt: skip
    return structure, columns


def code_list(name: str, codes: list[str]) -> CodeList:
    return CodeList("KORPU", name, "1.0", same(name), tuple((c, same(c)) for c in codes))


def same(text: str) -> Text:
    return Text(az=text, en=text, ru=text)


if __name__ == "__main__":
    main()
