"""The demonstration, as a stranger meets it: one command up, Ctrl-C down, nothing left behind."""

import os
import signal
import socket
import subprocess
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from korpu.site.postgres import OWNER, Cluster
from korpu.site.state import DATABASE, DemoState, ensure_database
from tests.system.conftest import command, environment, is_free, wait_for_worker

SLOWEST_START_SECONDS = 150


class Demo:
    def __init__(self, state: Path, port: int, *words: str) -> None:
        self.state, self.url = state, f"http://127.0.0.1:{port}/"
        self.lines: list[str] = []
        self.process = subprocess.Popen(
            command("demo", "--empty", "--state-dir", state, "--port", port, *words),
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        with self.process.stdout as stream:
            self.lines.extend(stream)

    @property
    def said(self) -> str:
        return "".join(self.lines)

    def wait_until_up(self) -> None:
        deadline = time.monotonic() + SLOWEST_START_SECONDS
        while "Ctrl-C" not in self.said:
            assert self.process.poll() is None, self.said
            assert time.monotonic() < deadline, self.said
            time.sleep(0.05)

    def end(self, number: int = signal.SIGINT) -> int:
        self.process.send_signal(number)
        return self.process.wait(timeout=60)


@contextmanager
def demo(state: Path, port: int, *words: str) -> Iterator[Demo]:
    made = Demo(state, port, *words)
    try:
        made.wait_until_up()
        yield made
    finally:
        if made.process.poll() is None:
            made.end()


def words_of(process: Path) -> bytes:
    """Environment, working folder and command line of a living process; a zombie has none."""
    works_in = os.fsencode((process / "cwd").readlink())
    return (process / "environ").read_bytes() + works_in + (process / "cmdline").read_bytes()


def processes_of(state: Path) -> list[int]:
    """The living processes that belong to the demonstration in ``state``."""
    found = []
    for entry in Path("/proc").iterdir():
        with suppress(OSError):
            if entry.name.isdigit() and str(state).encode() in words_of(entry):
                found.append(int(entry.name))
    return [process for process in found if process != os.getpid()]


def wait_until_the_port_is_free(port: int) -> None:
    deadline = time.monotonic() + 60
    while not is_free(port):
        assert time.monotonic() < deadline, "The web server outlived its parent."
        time.sleep(0.1)


def status_of(url: str) -> int:
    with urllib.request.urlopen(url, timeout=20) as answer:
        return int(answer.status)


def test_one_command_brings_it_up_and_ctrl_c_takes_it_down(folder, port, korpu) -> None:
    state = folder / "whole"
    with demo(state, port) as running:
        assert status_of(running.url + "health/") == 200
        assert status_of(running.url + "accounts/login/") == 200
        assert running.url in running.said

        second = korpu("demo", "--state-dir", state, "--port", port)
        assert second.returncode == 0
        assert f"already running: {running.url}" in second.stdout

        reset = korpu("demo", "--state-dir", state, "--reset")
        assert reset.returncode == 2
        assert "cannot be reset" in reset.stderr

        restore = korpu("restore", folder / "any.tar", "--yes", "--state-dir", state)
        assert restore.returncode == 2
        assert "under people's hands" in restore.stderr

        health = wait_for_worker(korpu, "--state-dir", state)
        assert health.returncode == 0, health.stdout

        assert running.end() == 0
    assert processes_of(state) == []
    assert not list(state.glob("run-*/.s.PGSQL*"))
    assert not list(state.glob("postgresql-*/postmaster.pid"))
    assert not (state / "web" / "running.json").exists()


def test_reset_starts_afresh_and_a_closed_terminal_takes_it_down_too(folder, port) -> None:
    state = folder / "whole"
    entered = state / "files" / "entered"
    entered.parent.mkdir(exist_ok=True)
    entered.write_bytes(b"an uploaded file")
    with demo(state, port, "--reset") as running:
        assert not entered.exists()
        assert running.end(signal.SIGHUP) == 0
    assert processes_of(state) == []


@pytest.mark.parametrize("everything", [False, True])
def test_after_kill_9_the_next_one_recovers_by_itself(folder, port, everything) -> None:
    state = folder / "whole"
    with demo(state, port) as running:
        for process in processes_of(state) if everything else [running.process.pid]:
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        running.process.wait()
        wait_until_the_port_is_free(port)
    with demo(state, port) as again:
        assert status_of(again.url + "health/") == 200
    assert processes_of(state) == []


def test_what_was_backed_up_comes_back_files_included(folder, korpu) -> None:
    state, archive = folder / "alone", folder / "kept.tar"
    with Cluster(state).running() as cluster:
        ensure_database(cluster)
        DemoState(state).variables(cluster)
    assert korpu("migrate", "--state-dir", state).returncode == 0
    stored = state / "files" / "ab" / ("ab" * 32)
    stored.parent.mkdir(parents=True, exist_ok=True)
    stored.write_bytes(b"an uploaded file")
    change(state, "create table public.entered as select 'kept' as word")

    made = korpu("backup", archive, "--state-dir", state)
    assert made.returncode == 0, made.stderr
    assert archive.stat().st_mode & 0o077 == 0
    before = archive.read_bytes()
    again = korpu("backup", archive, "--state-dir", state)
    assert again.returncode == 2
    assert "exists already" in again.stderr
    assert archive.read_bytes() == before

    stored.unlink()
    change(state, "update entered set word = 'spoilt'; create table stray ()")
    refused = korpu("restore", archive, "--state-dir", state)
    assert refused.returncode == 2
    assert "--yes" in refused.stderr
    restored = korpu("restore", archive, "--yes", "--state-dir", state)
    assert restored.returncode == 0, restored.stderr
    assert stored.read_bytes() == b"an uploaded file"
    assert change(state, "select string_agg(word, ',') from entered") == "kept"
    assert change(state, "select to_regclass('stray')") is None


def change(state: Path, statements: str) -> object:
    """Do something in the demonstration's database as the owner of its tables."""
    with Cluster(state).running() as cluster, cluster.connect(OWNER, DATABASE) as connection:
        done = connection.execute(statements)
        row = done.fetchone() if done.description else None
        return row and row[0]


def test_a_taken_port_is_said_in_words_before_anything_is_started(folder, korpu) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = korpu("demo", "--state-dir", folder / "never", "--port", taken.getsockname()[1])
    assert done.returncode == 2
    assert "choose another one" in done.stderr
    assert not (folder / "never").exists()


@pytest.mark.parametrize(
    "variable", [{"KORPU_MODE": "production"}, {"DATABASE_URL": "postgresql://h/korpu"}]
)
def test_it_refuses_to_run_beside_a_real_service(folder, korpu, variable) -> None:
    done = korpu("demo", "--state-dir", folder / "never", **variable)
    assert done.returncode == 2
    assert "real service" in done.stderr
    assert not (folder / "never").exists()


def test_without_a_system_a_command_says_how_to_get_one(folder, korpu) -> None:
    done = korpu("migrate", "--state-dir", folder / "never")
    assert done.returncode == 2
    assert "korpu demo" in done.stderr
    assert "Traceback" not in done.stderr
