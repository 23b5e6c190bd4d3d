"""The service on a PostgreSQL server of its operators, from an empty server to its end."""

import os
import signal
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from psycopg.conninfo import make_conninfo

from korpu.site.postgres import ADMIN, APP, BACKUP, OWNER, Cluster
from tests.system.conftest import command, environment, wait_for_worker

PASSWORDS = {APP: "app-word", OWNER: "owner-word", BACKUP: "backup-word"}


@pytest.fixture(scope="module")
def server(folder) -> Iterator[Cluster]:
    """Stands for a server somebody else runs; the service only gets its address."""
    with Cluster(folder / "server", {"fsync": "off"}).running() as cluster:
        yield cluster


@pytest.fixture(scope="module")
def variables(server, folder) -> dict[str, str]:
    def url(role: str) -> str:
        place = {"host": str(server.layout.sockets), "dbname": "service"}
        return make_conninfo(**place, user=role, password=PASSWORDS[role])

    return {
        "KORPU_MODE": "production",
        "KORPU_SECRET_KEY": "".join(chr(48 + number) for number in range(60)),
        "KORPU_ALLOWED_HOSTS": "migration.example",
        "KORPU_FILES_DIR": str(folder / "files"),
        "KORPU_STATIC_DIR": str(folder / "static"),
        "KORPU_EMAIL_HOST": "127.0.0.1",
        "KORPU_EMAIL_PORT": "1",
        "KORPU_BEHIND_PROXY": "1",
        "DATABASE_URL": url(APP),
        "DATABASE_OWNER_URL": url(OWNER),
        "DATABASE_BACKUP_URL": url(BACKUP),
    }


def test_before_anything_is_prepared_the_doctor_says_what_to_do(korpu, variables) -> None:
    done = korpu("doctor", **variables)
    assert done.returncode == 1
    assert "korpu database prepare" in done.stdout
    assert "the mail server 127.0.0.1:1 does not answer" in done.stdout
    assert "Traceback" not in done.stderr


def test_an_empty_server_is_made_ready_and_repeating_it_is_harmless(
    korpu, variables, server
) -> None:
    admin = make_conninfo(**server.parameters(ADMIN, "postgres"))
    for _ in range(2):
        done = korpu("database", "prepare", "--admin-url", admin, **variables)
        assert done.returncode == 0, done.stderr
    with server.connect(ADMIN, "service") as connection:
        row = connection.execute(
            "select pg_get_userbyid(datdba) from pg_database where datname = 'service'"
        ).fetchone()
    assert row == (OWNER,)


def test_it_does_not_serve_a_database_that_is_behind(korpu, variables) -> None:
    done = korpu("serve", "--port", 1, **variables)
    assert done.returncode == 2
    assert "korpu migrate" in done.stderr


def test_the_owner_migrates_and_the_application_owns_nothing(korpu, variables, server) -> None:
    done = korpu("migrate", **variables)
    assert done.returncode == 0, done.stderr
    with server.connect(ADMIN, "service") as connection:
        owned = connection.execute(
            "select count(*) from pg_class where relowner = 'korpu_app'::regrole"
        ).fetchone()
        meddling = connection.execute(
            "select has_table_privilege('korpu_app', 'django_migrations', 'insert')"
        ).fetchone()
    assert owned == (0,)
    assert meddling == (False,)


def test_settings_pass_the_frameworks_own_checks_for_deployment(variables) -> None:
    done = subprocess.run(
        [*command()[:1], "-m", "django", "check", "--deploy", "--fail-level", "WARNING"],
        env=environment(**variables, DJANGO_SETTINGS_MODULE="korpu.site.settings"),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_it_serves_by_https_only_and_ends_when_told(variables, port, korpu) -> None:
    service = subprocess.Popen(
        command("serve", "--port", port, "--workers", 1), env=environment(**variables)
    )
    try:
        wait_for(f"http://127.0.0.1:{port}/health/", service)
        assert answer(port, "/accounts/login/", proto="http").status == 301
        page = answer(port, "/accounts/login/", proto="https")
        assert page.status == 200
        assert "max-age=31536000" in page.headers["Strict-Transport-Security"]
        assert "__Host-csrf" in page.headers["Set-Cookie"]
        assert "Secure" in page.headers["Set-Cookie"]
        assert "'unsafe-inline'" not in page.headers["Content-Security-Policy"]
        assert answer(port, "/accounts/login/", proto="https", host="evil.example").status == 400
        wait_for_worker(korpu, **variables)
    finally:
        service.send_signal(signal.SIGTERM)
        code = service.wait(timeout=60)
    assert code == 0


def test_when_the_web_server_dies_the_service_ends_for_its_manager_to_start_it_again(
    variables, port
) -> None:
    with subprocess.Popen(
        command("serve", "--port", port, "--workers", 1),
        env=environment(**variables),
        stderr=subprocess.PIPE,
        text=True,
    ) as service:
        try:
            wait_for(f"http://127.0.0.1:{port}/health/", service)
            web = next(child for child in children_of(service.pid) if "granian" in words_of(child))
            os.kill(web, signal.SIGKILL)
            _, said = service.communicate(timeout=60)
        finally:
            service.kill()
    assert service.returncode == 2
    assert "The web server ended by itself" in said
    assert children_of(service.pid) == []


def test_a_backup_and_a_restore_need_no_administrator(korpu, variables, folder) -> None:
    archive = folder / "service.tar"
    made = korpu("backup", archive, **variables)
    assert made.returncode == 0, made.stderr
    restored = korpu("restore", archive, "--yes", **variables)
    assert restored.returncode == 0, restored.stderr
    doctor = korpu("doctor", **variables).stdout
    wrong = [line for line in doctor.split("\n") if line.startswith("WRONG")]
    assert len(wrong) == 1, doctor
    assert "mail server" in wrong[0]


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_arguments: object) -> None:
        return None


def answer(port: int, path: str, *, proto: str, host: str = "migration.example"):
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}{path}", headers={"Host": host, "X-Forwarded-Proto": proto}
    )
    try:
        return urllib.request.build_opener(NoRedirect).open(request, timeout=20)
    except urllib.error.HTTPError as error:
        return error


def wait_for(url: str, process: "subprocess.Popen[str]") -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=5):
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"{url} does not answer (code {process.poll()}).")


def children_of(process: int) -> list[int]:
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == process and fields[0] != "Z":
            found.append(int(stat.parent.name))
    return found


def words_of(process: int) -> str:
    return Path(f"/proc/{process}/cmdline").read_bytes().replace(b"\0", b" ").decode()
