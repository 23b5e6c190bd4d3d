"""What the machine's process table says about a server (Linux)."""

import os
from contextlib import suppress
from pathlib import Path


def living_in(folder: Path) -> list[int]:
    """Process ids of the living server processes whose data directory is ``folder``.

    Every process of a PostgreSQL server works in its data directory. A zombie has none, and a
    stranger that inherited the number in ``postmaster.pid`` works elsewhere; neither is counted.
    """
    wanted = folder.resolve()
    found = []
    for entry in os.scandir("/proc"):
        if entry.name.isdigit():
            with suppress(OSError):
                if Path(entry.path, "cwd").readlink() == wanted:
                    found.append(int(entry.name))
    return found
