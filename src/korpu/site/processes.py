"""Keeping the web server and the worker running side by side, and ending them together."""

import ctypes
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from types import FrameType

from korpu.kernel.errors import Unavailable

Check = Callable[[], None]
GRACE_SECONDS = 20
PR_SET_PDEATHSIG = 1
_libc = ctypes.CDLL(None)
_told_to_end = threading.Event()


def web_command(host: str, port: int, workers: int) -> list[str]:
    """The web server (granian, WSGI)."""
    return [
        *(sys.executable, "-m", "granian", "--interface", "wsgi", "--no-ws"),
        *("--host", host, "--port", str(port), "--workers", str(workers)),
        *("--blocking-threads", "4", "--log-level", "warning"),
        *("--respawn-failed-workers", "--workers-kill-timeout", str(GRACE_SECONDS)),
        "korpu.site.wsgi:application",
    ]


def worker_command() -> list[str]:
    """The worker that does queued and timed jobs (procrastinate)."""
    return [sys.executable, "-m", "korpu.site.worker"]


def run_together(
    commands: Mapping[str, Sequence[str]],
    *,
    environment: Mapping[str, str],
    ready: Callable[[Check], None],
    meanwhile: Callable[[Check], None] = lambda _check: None,
) -> None:
    """Run the commands side by side until interrupted; then end them all.

    ``ready`` is called once, with the first of them started; the others start after it, so that the
    first has the machine for itself. ``meanwhile`` is called with all of them running. Both are
    given a function that raises when a process is gone or the end is told, to call as they go.

    Raises:
        Unavailable: one of them ended by itself. The others are ended too.
    """
    children: dict[str, subprocess.Popen[bytes]] = {}
    try:
        for name, command in commands.items():
            children[name] = _start(command, environment)
            if len(children) == 1:
                ready(lambda: _check(children))
        meanwhile(lambda: _check(children))
        while True:
            _check(children)
            time.sleep(0.2)
    finally:
        _end(list(children.values()))


def _check(children: Mapping[str, subprocess.Popen[bytes]]) -> None:
    if _told_to_end.is_set():
        raise KeyboardInterrupt
    for name, child in children.items():
        code = child.poll()
        if code is not None:
            raise Unavailable(
                f"The {name} ended by itself (code {code}).", "Its last words stand above."
            )


def _start(command: Sequence[str], environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
    # An own process group: Ctrl-C reaches only us, and we end the children in order.
    return subprocess.Popen(  # noqa: S603 - the commands are ours
        list(command),
        env={**os.environ, **environment, "DJANGO_SETTINGS_MODULE": "korpu.site.settings"},
        process_group=0,
        preexec_fn=_die_with_parent,  # noqa: PLW1509 - one system call, before any thread is started
    )


def _die_with_parent() -> None:
    """Have the kernel end this child when its parent is killed without a chance to end it."""
    _libc.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def _end(children: Sequence[subprocess.Popen[bytes]]) -> None:
    alive = [child for child in children if child.poll() is None]
    for child in alive:
        child.terminate()
    deadline = time.monotonic() + GRACE_SECONDS
    for child in alive:
        try:
            child.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
    for (
        child
    ) in children:  # a killed web server leaves its own processes behind, and the port taken
        with suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)


@contextmanager
def until_told_to_end() -> Iterator[None]:
    """Leave the block quietly on Ctrl-C, SIGTERM or SIGHUP, undoing what it set up on the way.

    A second signal is ignored: what is being ended in order is not left half ended.
    """

    def interrupt(_number: int, _frame: FrameType | None) -> None:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        _told_to_end.set()  # Python drops an exception raised in a callback; this it cannot drop
        raise KeyboardInterrupt

    _told_to_end.clear()
    before = {
        number: signal.signal(number, interrupt)
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    }
    try:
        with suppress(KeyboardInterrupt):
            yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
