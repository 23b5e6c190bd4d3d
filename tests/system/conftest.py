import os
import random
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

Korpu = Callable[..., "subprocess.CompletedProcess[str]"]


def environment(**extra: str) -> dict[str, str]:
    """The environment of a person who has configured nothing."""
    ours = ("KORPU_", "DATABASE_", "DJANGO_", "PYTEST_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    named = os.environ.get("KORPU_POSTGRES_BIN")
    return {**kept, **({"KORPU_POSTGRES_BIN": named} if named else {}), **extra}


def command(*words: object) -> list[str]:
    return [sys.executable, "-m", "korpu.site.cli", *(str(word) for word in words)]


@pytest.fixture(scope="session")
def korpu() -> Korpu:
    """Run the command as a person would, and get its code and words."""

    def run(*words: object, **extra: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            command(*words),
            env=environment(**extra),
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    return run


def wait_for_worker(
    korpu: Korpu, *words: object, **extra: str
) -> "subprocess.CompletedProcess[str]":
    """What the doctor says once it has seen the worker, which starts after the web server."""
    for _ in range(10):
        done = korpu("doctor", *words, **extra)
        if "the worker is alive" in done.stdout:
            return done
        time.sleep(1)
    raise AssertionError(done.stdout)


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """A folder the database's account can reach."""
    made = Path(tempfile.mkdtemp(prefix="korpu-system-"))
    made.chmod(0o711)
    yield made
    shutil.rmtree(made, ignore_errors=True)


@pytest.fixture
def port() -> int:
    """A free port the system does not give to outgoing connections meanwhile."""
    candidates = list(range(20_000, 32_000))
    random.SystemRandom().shuffle(candidates)
    return next(number for number in candidates if is_free(number))


def is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True
