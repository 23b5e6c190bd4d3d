"""Locks held by living processes only: the kernel lets go of them when a process dies.

They are taken on directories, so nothing has to be cleaned up and no stale lock can exist.
"""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from korpu.kernel.errors import Unavailable


@contextmanager
def exclusive(folder: Path, *, timeout_seconds: float = 360) -> Iterator[None]:
    """Be the only process inside the block for this directory.

    Raises:
        Unavailable: another process kept the lock for longer than ``timeout_seconds``.
    """
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        _wait_for(handle, folder, time.monotonic() + timeout_seconds)
        yield
    finally:
        os.close(handle)


def _wait_for(handle: int, folder: Path, deadline: float) -> None:
    while True:
        with suppress(BlockingIOError):
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        if time.monotonic() > deadline:
            raise Unavailable(
                f"Another process has been starting or stopping the database in {folder} for "
                "too long.",
                "Find out what it waits for (korpu doctor), or end it, and try again.",
            )
        time.sleep(0.05)


class Usage:
    """A share in something several processes use; the last one to leave can tell that it is."""

    def __init__(self, folder: Path) -> None:
        self._handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        fcntl.flock(self._handle, fcntl.LOCK_SH)

    def is_the_only_one(self) -> bool:
        """Whether nobody else has a share now. If so, the share becomes exclusive until closed."""
        try:
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            # Taking the stronger lock first lets go of the weaker one.
            fcntl.flock(self._handle, fcntl.LOCK_SH)
            return False
        return True

    def close(self) -> None:
        os.close(self._handle)


@contextmanager
def take_or_none(folder: Path) -> Iterator[bool]:
    """Try to be the only process inside the block; False when somebody else is."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True
    finally:
        os.close(handle)
