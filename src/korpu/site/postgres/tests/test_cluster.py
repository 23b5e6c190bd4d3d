"""A server of our own: closed to strangers, found again after any accident, gone without trace."""

import os
import signal
import stat
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import psycopg
import pytest

from korpu.kernel.errors import Conflict, Unavailable
from korpu.site.postgres import APP, OWNER, Cluster
from korpu.site.postgres.account import server_account
from korpu.site.postgres.binaries import find_binaries, staged
from korpu.site.postgres.processes import living_in
from korpu.site.postgres.tests.conftest import QUICK

HOLD = """
import sys
from pathlib import Path
from korpu.site.postgres import Cluster
with Cluster(Path(sys.argv[1]), {"fsync": "off", "shared_buffers": "16MB"}).running() as cluster:
    with cluster.connect() as connection:
        row = connection.execute("select pg_postmaster_start_time()::text").fetchone()
    print(row[0], flush=True)
    sys.stdin.read()
"""


def hold(state: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", HOLD, str(state)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def ask(cluster: Cluster, query: str) -> object:
    with cluster.connect() as connection:
        row = connection.execute(query).fetchone()
    return row and row[0]


def postmaster(cluster: Cluster) -> int:
    """The server's first process, which is the parent of the others."""
    return int((cluster.layout.data / "postmaster.pid").read_text().split("\n")[0])


def test_cyrillic_letters_are_letters(shared) -> None:
    with shared.connect() as connection:
        connection.execute("create extension if not exists pg_trgm")
    assert ask(shared, "select array_length(show_trgm('Иванов'), 1)") == 7
    assert ask(shared, "select lower('ИВАНОВ ƏLİYEVA') like 'иванов əl%'")


def test_it_listens_on_no_network_and_its_socket_is_closed_to_others(shared) -> None:
    assert ask(shared, "show listen_addresses") == ""
    assert stat.S_IMODE(shared.layout.sockets.stat().st_mode) == 0o700
    assert stat.S_IMODE(shared.layout.data.stat().st_mode) == 0o700


def test_its_passwords_are_in_a_file_only_we_can_read(shared) -> None:
    found = shared.layout.credentials.stat()
    assert stat.S_IMODE(found.st_mode) == 0o600
    assert found.st_uid == os.geteuid()


@pytest.mark.parametrize("role", ["postgres", OWNER, APP])
def test_nobody_comes_in_without_the_right_password(shared, role) -> None:
    for password in ("", "wrong"):
        parameters = {**shared.parameters(role, "postgres"), "password": password}
        with pytest.raises(psycopg.OperationalError, match="password"):
            psycopg.connect(**parameters)


def test_the_roles_are_neither_superusers_nor_pass_row_security_by(shared) -> None:
    assert (
        ask(
            shared,
            "select count(*) from pg_roles where rolname in"
            " ('korpu_owner', 'korpu_app', 'korpu_analytics') and rolcanlogin"
            " and not (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)",
        )
        == 3
    )


def test_the_server_does_not_run_as_root(shared) -> None:
    for process in living_in(shared.layout.data):
        assert Path(f"/proc/{process}").stat().st_uid != 0


def test_it_logs_neither_statements_nor_values(shared) -> None:
    with pytest.raises(psycopg.Error), shared.connect() as connection:
        connection.execute("select 'Leyla Quliyeva'::integer")
    log = shared.layout.server_log.read_text()
    assert "invalid input syntax" not in log or "STATEMENT" not in log
    assert "DETAIL" not in log


def test_a_second_user_joins_and_the_last_one_to_leave_stops_it(place) -> None:
    state = place / "joined"
    with Cluster(state, QUICK).running() as first:
        began = ask(first, "select pg_postmaster_start_time()")
        with Cluster(state, QUICK).running() as second:
            assert ask(second, "select pg_postmaster_start_time()") == began
        assert first.is_healthy()
    assert not first.is_healthy()
    assert living_in(first.layout.data) == []
    assert list(first.layout.sockets.iterdir()) == []
    assert not (first.layout.data / "postmaster.pid").exists()


def test_several_processes_starting_together_get_one_server(place) -> None:
    holders = [hold(place / "together") for _ in range(3)]
    with ThreadPoolExecutor(3) as pool:
        said = set(pool.map(lambda holder: holder.stdout.readline(), holders))
        list(pool.map(lambda holder: holder.communicate(timeout=60), holders))
    assert len(said) == 1
    assert said != {""}
    assert [holder.returncode for holder in holders] == [0, 0, 0]
    assert living_in(place / "together" / Cluster(place).layout.data.name) == []


def test_a_killed_holder_leaves_a_server_the_next_one_finds(place) -> None:
    state = place / "orphaned"
    holder = hold(state)
    began = holder.stdout.readline().strip()
    holder.kill()
    holder.communicate()
    with Cluster(state, QUICK).running() as cluster:
        assert ask(cluster, "select pg_postmaster_start_time()::text") == began
    assert living_in(cluster.layout.data) == []


@pytest.mark.parametrize("everything", [False, True])
def test_after_kill_9_it_comes_up_again_with_every_acknowledged_row(place, everything) -> None:
    state = place / f"killed-{everything}"
    with Cluster(state, {**QUICK, "fsync": "on"}).running() as cluster:
        with cluster.connect() as connection:
            connection.execute("create table act (id int primary key)")
            for number in range(50):
                connection.execute("insert into act values (%s)", [number])
        victims = living_in(cluster.layout.data) if everything else [postmaster(cluster)]
        for process in victims:
            os.kill(process, signal.SIGKILL)
    with Cluster(state, {**QUICK, "fsync": "on"}).running() as cluster:
        assert ask(cluster, "select count(*) from act") == 50


def test_a_stale_lock_naming_a_living_stranger_does_not_keep_it_down(place) -> None:
    state = place / "stale"
    with Cluster(state, QUICK).running() as cluster:
        lock = (cluster.layout.data / "postmaster.pid").read_text().split("\n")
    stranger = subprocess.Popen(["/bin/sleep", "60"])
    try:
        path = cluster.layout.data / "postmaster.pid"
        path.write_text("\n".join([str(stranger.pid), *lock[1:]]))
        cluster.account.own(path)
        with Cluster(state, QUICK).running() as again:
            assert again.is_healthy()
    finally:
        stranger.kill()
        stranger.wait()


def test_it_is_not_erased_under_somebodys_hands(shared) -> None:
    with pytest.raises(Conflict, match="uses the database"):
        Cluster(shared.state, QUICK).erase()
    assert shared.is_healthy()


def test_erasing_leaves_no_data_and_no_password(place) -> None:
    state = place / "erased"
    with Cluster(state, QUICK).running() as cluster:
        pass
    cluster.erase()
    assert not cluster.layout.data.exists()
    assert not cluster.layout.credentials.exists()


def test_a_state_path_too_long_for_a_socket_is_no_obstacle(place) -> None:
    state = place / ("long" * 30)
    with Cluster(state, QUICK).running() as cluster:
        assert cluster.is_healthy()
        assert stat.S_IMODE(cluster.layout.sockets.stat().st_mode) == 0o700
    cluster.erase()


def test_a_socket_folder_of_somebody_else_is_refused(place) -> None:
    state = place / "foreign"
    cluster = Cluster(state, QUICK)
    cluster.make_folders()
    cluster.layout.sockets.rmdir()
    cluster.layout.sockets.symlink_to("/tmp")
    with pytest.raises(Unavailable, match="is not a directory of the account"):
        cluster.make_folders()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root's server runs under another account")
def test_root_is_told_when_the_servers_account_cannot_reach_the_folder(tmp_path) -> None:
    tmp_path.chmod(0o700)
    with pytest.raises(Unavailable, match="cannot reach"):
        Cluster(tmp_path / "state").make_folders()
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o700


def everybodys_python() -> str:
    """A Python of our version that other accounts may run."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    for path in (sys.executable, f"/usr/bin/python{version}", f"/usr/local/bin/python{version}"):
        with suppress(OSError):
            if server_account().run([path, "-c", ""]).returncode == 0:
                return path
    pytest.skip("no Python of this version that another account may run")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")
def test_an_ordinary_user_runs_it_under_their_own_account(place, shared) -> None:
    account = server_account()
    home = place / "home"
    home.mkdir()
    os.chown(home, account.uid, account.gid)
    programs = staged(find_binaries(), account, shared.layout.programs)
    code = (
        f"import sys; sys.path[:0] = {[path for path in sys.path if path]!r}\n"
        "import os; from pathlib import Path\n"
        f"os.environ['KORPU_POSTGRES_BIN'] = {str(programs.bin)!r}\n"
        "from korpu.site.postgres import Cluster\n"
        f"with Cluster(Path({str(home / 'state')!r}), {QUICK!r}).running() as cluster:\n"
        "    print(cluster.is_healthy(), cluster.account.switch)\n"
    )
    done = account.run([everybodys_python(), "-c", code])
    assert done.stdout.split() == ["True", "False"], done.stderr


def test_acts_written_while_the_server_is_killed_are_there_if_they_were_acknowledged(place) -> None:
    state, settings = place / "acts", {**QUICK, "fsync": "on"}
    acknowledged = 0
    with Cluster(state, settings).running() as cluster, cluster.connect() as connection:
        connection.execute("create table act (id int primary key)")
        killer = subprocess.Popen(["/bin/sh", "-c", f"sleep 0.4; kill -9 {postmaster(cluster)}"])
        began = time.monotonic()
        with suppress(psycopg.OperationalError):
            while time.monotonic() - began < 30:
                connection.execute("insert into act values (%s)", [acknowledged])
                acknowledged += 1
        assert killer.wait() == 0
        assert connection.broken
    with Cluster(state, settings).running() as cluster:
        assert acknowledged > 0
        assert int(str(ask(cluster, "select count(*) from act"))) >= acknowledged
        assert ask(cluster, "select max(id) + 1 = count(*) from act") is True
