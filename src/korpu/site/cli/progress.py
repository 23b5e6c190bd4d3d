"""Telling a person at a terminal what is going on, and how long it took."""

import time


class Progress:
    """One line per step, closed with its seconds; notes in between are indented."""

    def __init__(self) -> None:
        self._began = self._step_began = time.monotonic()
        self._open = False

    def step(self, what: str) -> None:
        self._close()
        print(f"{what} …", end="", flush=True)
        self._step_began, self._open = time.monotonic(), True

    def note(self, what: str) -> None:
        """A particular of the step under way."""
        print(f"\n   {what}", end="", flush=True)

    def done(self) -> None:
        self._close()
        print(f"Ready after {time.monotonic() - self._began:.1f} s.", flush=True)

    def _close(self) -> None:
        if self._open:
            print(f" {time.monotonic() - self._step_began:.1f} s", flush=True)
        self._open = False
