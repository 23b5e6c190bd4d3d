"""The audit trail: events sealed, verified, bundled and verified offline, in rows per second.

    uv run python -m benchmarks.population        # once
    uv run python -m benchmarks.audit
    uv run python -m benchmarks.audit --events 1000000 --rounds 3

Events of the usual kind (a change of a case, about 700 bytes) are put in beside the triggers until
the trail holds as many as asked for; they are linked by the function that links every event. The
offline verifier is the script inside the bundle, run by a bare Python.
"""

import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from benchmarks.world import parser, world

from korpu.site.postgres import ADMIN, Cluster
from korpu.site.state import DATABASE

FILL = """
    with added as (
      insert into audit_event (body)
      select jsonb_build_object(
        'kind', 'change', 'verb', 'update', 'actor', 1 + i %% 200, 'type', 'casework_case',
        'id', i::text, 'uuid', lpad(to_hex(i), 32, '0')::uuid, 'compartment', 1 + i %% 12,
        'tx', i::text, 'at', to_char(timestamptz '2026-01-01' + i * interval '1 second',
                                     'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        'old', jsonb_build_object('status', 'received', 'act_count', 1, 'shown_status', 'received',
                                  'next_due_on', '2026-12-01', 'projected_on', '2026-11-01'),
        'new', jsonb_build_object('status', 'under_examination', 'act_count', 2,
                                  'shown_status', 'received', 'next_due_on', '2026-12-01',
                                  'projected_on', '2026-11-02'))::text
      from generate_series(1, %s::bigint) i returning id)
    insert into audit_pending (event_id) select id from added
"""


def main() -> None:
    arguments = parser(__doc__)
    arguments.add_argument("--events", type=int, default=1_000_000)
    arguments.add_argument("--rounds", type=int, default=3)
    given = arguments.parse_args()
    with world(given.state) as cluster:
        fill(cluster, given.events)
        say("sealing", *sealed())
        measure(given.rounds, "verifying in the server's trail", verified)
        with tempfile.TemporaryDirectory() as folder:
            bundle = Path(folder) / "trail.zip"
            measure(1, "writing the bundle", lambda: bundled(bundle))
            print(f"{'bundle':36}{bundle.stat().st_size / 1e6:10.0f} MB")
            with zipfile.ZipFile(bundle) as inside:
                inside.extract("verify.py", folder)
            measure(given.rounds, "verifying the bundle offline", lambda: offline(bundle))


def fill(cluster: Cluster, wanted: int) -> None:
    with cluster.connect(ADMIN, DATABASE) as admin:
        row = admin.execute("select count(*) from audit_event").fetchone()
        missing = wanted - int(str(row[0])) if row else wanted
        if missing > 0:
            admin.execute("set session_replication_role = replica")
            admin.execute(FILL, [missing])
            admin.execute("analyze audit_event, audit_pending")


def sealed() -> tuple[int, float]:
    from korpu.foundations.audit.api import seal

    total, started = 0, time.perf_counter()
    while done := seal(at_most=10_000):
        total += done
    return total, time.perf_counter() - started


def verified() -> int:
    from korpu.foundations.audit.api import verify
    from korpu.foundations.audit.running import reading_all

    with reading_all():
        found = verify()
    assert found.sound, found.fault
    return found.rows


def bundled(target: Path) -> int:
    from korpu.foundations.audit.api import write_bundle
    from korpu.foundations.audit.running import reading_all

    with reading_all():
        return write_bundle(target, at=datetime.now(tz=UTC)).seq


def offline(bundle: Path) -> int:
    command = [sys.executable, "-I", str(bundle.with_name("verify.py")), str(bundle)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    with zipfile.ZipFile(bundle) as inside:
        return int(inside.read("manifest.json").split(b'"count": ')[1].split(b",")[0])


def measure(rounds: int, what: str, work: Callable[[], int]) -> None:
    rates, rows = [], 0
    for _ in range(rounds):
        started = time.perf_counter()
        rows = work()
        rates.append(rows / (time.perf_counter() - started))
    print(
        f"{what:36}best {max(rates):10,.0f}, median {median(rates):10,.0f} rows/s"
        f" ({rounds} rounds of {rows:,})",
        flush=True,
    )


def say(what: str, rows: int, seconds: float) -> None:
    rate = rows / seconds if rows else 0
    print(f"{what:36}{rate:15,.0f} rows/s (one round of {rows:,})", flush=True)


if __name__ == "__main__":
    main()
