"""From ``uv run korpu demo`` to the first answered page.

    uv run python -m benchmarks.demo                # fresh data, then what is there, each 3 times
    uv run python -m benchmarks.demo --empty-cache  # once, also without uv's cache and environment

*Fresh* has an empty state folder: the database is made, migrated and filled. *Warm* finds it
filled. *Empty cache* also downloads, builds and installs everything first. The clock stops when
the welcome page has been read whole; the folder is thrown away afterwards.
"""

import argparse
import os
import signal
import socket
import subprocess
import tempfile
import time
import urllib.request
from pathlib import Path
from statistics import median
from urllib.error import URLError

ROOT = Path(__file__).resolve().parents[1]
LONGEST_SECONDS = 1200


def main() -> None:
    parser = argparse.ArgumentParser(description="from korpu demo to the first page")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--empty-cache", action="store_true")
    given = parser.parse_args()
    if given.empty_cache:
        with tempfile.TemporaryDirectory() as folder:
            caches = {"UV_CACHE_DIR": f"{folder}/cache", "UV_PROJECT_ENVIRONMENT": f"{folder}/venv"}
            say("empty cache, fresh data", [once(Path(folder) / "state", caches)])
        return
    fresh, warm = [], []
    for _ in range(given.rounds):
        with tempfile.TemporaryDirectory() as folder:
            Path(folder).chmod(0o755)
            fresh.append(once(Path(folder) / "state"))
            warm.append(once(Path(folder) / "state"))
    say("fresh data", fresh)
    say("warm", warm)


def once(state: Path, variables: dict[str, str] | None = None) -> float:
    """Seconds until the first page; the demonstration is ended again with Ctrl-C."""
    port = free_port()
    command = ["uv", "run", "korpu", "demo", "--port", str(port), "--state-dir", str(state)]
    started = time.perf_counter()
    with subprocess.Popen(
        command, cwd=ROOT, env=clean() | (variables or {}), start_new_session=True
    ) as demo:
        try:
            until_answered(f"http://127.0.0.1:{port}/", demo, started)
            return time.perf_counter() - started
        finally:
            os.killpg(demo.pid, signal.SIGINT)
            demo.wait(60)


def clean() -> dict[str, str]:
    """The environment without what the running ``uv`` put there."""
    return {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def until_answered(url: str, demo: subprocess.Popen[bytes], started: float) -> None:
    while time.perf_counter() - started < LONGEST_SECONDS:
        if demo.poll() is not None:
            raise SystemExit(f"korpu demo ended with {demo.returncode}")
        try:
            with urllib.request.urlopen(url, timeout=30) as answer:
                answer.read()
        except (URLError, OSError):
            time.sleep(0.05)
        else:
            return
    raise SystemExit("korpu demo did not answer")


def say(what: str, seconds: list[float]) -> None:
    print(
        f"{what:28}best {min(seconds):6.1f} s, median {median(seconds):6.1f} s"
        f" ({len(seconds)} rounds)",
        flush=True,
    )


if __name__ == "__main__":
    main()
