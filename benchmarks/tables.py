"""Making the tables of an empty database.

    uv run python -m benchmarks.tables

Prints seconds on the clock and of the processor; the latter are the migrations' own, without
PostgreSQL's, and mean something on a busy machine too.
"""

import tempfile
import time
from pathlib import Path

from benchmarks.world import world


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        with world(Path(folder) / "state"):
            from korpu.site.database import migrate

            clock, processor = time.perf_counter(), time.process_time()
            migrate(verbosity=0)
            print(
                f"tables made: {time.perf_counter() - clock:.1f} s,"
                f" processor {time.process_time() - processor:.1f} s"
            )


if __name__ == "__main__":
    main()
