"""What can be wrong with an installation, found one by one, with the way to mend it."""

import shutil
import smtplib
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

import psycopg
from django.conf import settings
from django.core import checks
from django.db import DatabaseError, connection
from django.utils import timezone

from korpu.kernel.errors import Unavailable
from korpu.site.database import pending_migrations, server_version
from korpu.site.environment import SHORTEST_SECRET_KEY
from korpu.site.postgres import APP, BACKUP, OWNER
from korpu.site.postgres.roles import EXTENSIONS, check_locale

Verdict = Literal["ok", "warning", "wrong"]
OLDEST_PYTHON = (3, 11)
OLDEST_POSTGRESQL = 15
ENOUGH_FREE_BYTES = 2_000_000_000
SILENT_WORKER_SECONDS = 90


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at; ``remedy`` says what to do unless the verdict is ``ok``."""

    what: str
    verdict: Verdict
    remedy: str = ""


def examine() -> Iterator[Finding]:
    """Look at everything in turn; without a database the questions to it are left out."""
    yield from (python(), assets(), secret_key(), folders(), disk(), mail(), django_checks())
    reachable = database()
    yield reachable
    if reachable.verdict == "ok":
        for ask in (version, role, rights, locale, extensions, migrations, worker, stored, moving):
            yield _asked(ask)


def _asked(ask: Callable[[], Finding]) -> Finding:
    try:
        return ask()
    except (DatabaseError, Unavailable) as error:
        return Finding(
            f"{ask.__name__}: {type(error).__name__}", "wrong", str(error).split("\n")[0]
        )


def python() -> Finding:
    found = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info >= OLDEST_PYTHON:
        return Finding(f"Python {found}", "ok")
    return Finding(f"Python {found}", "wrong", "Install Python 3.11 or newer.")


def assets() -> Finding:
    """Style sheets are built when the package is installed from source."""
    vendor = Path(str(files("korpu.foundations.ui"))) / "static" / "vendor"
    if (vendor / "korpu.css").exists():
        return Finding("style sheets and scripts", "ok")
    return Finding("no style sheets", "wrong", "Build them: uv sync --reinstall-package korpu")


def secret_key() -> Finding:
    if len(settings.SECRET_KEY) >= SHORTEST_SECRET_KEY:
        return Finding("secret key", "ok")
    return Finding("the secret key is short", "wrong", "Set KORPU_SECRET_KEY to 50 characters.")


def folders() -> Finding:
    folder = Path(settings.KORPU_FILES_DIR)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        probe = folder / ".korpu-doctor"
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as error:
        return Finding(
            f"uploaded files cannot be written to {folder} ({error.strerror})",
            "wrong",
            "Make the folder and give it to the account the service runs under (KORPU_FILES_DIR).",
        )
    if folder.stat().st_mode & 0o077:
        return Finding(
            f"{folder} is open to other accounts", "warning", f"Close it: chmod 700 {folder}"
        )
    return Finding(f"files in {folder}", "ok")


def disk() -> Finding:
    place = next(path for path in (Path(settings.KORPU_FILES_DIR), Path("/")) if path.exists())
    free = shutil.disk_usage(place).free
    said = f"{free / 1e9:.0f} GB free for files"
    if free >= ENOUGH_FREE_BYTES:
        return Finding(said, "ok")
    return Finding(said, "warning", "Free some space before uploads and backups fail.")


def mail() -> Finding:
    if not settings.EMAIL_BACKEND.endswith("smtp.EmailBackend"):
        folder = getattr(settings, "EMAIL_FILE_PATH", "a folder")
        return Finding(f"letters are written to {folder}, not sent", "ok")
    where = f"{settings.EMAIL_HOST}:{settings.EMAIL_PORT}"
    try:
        with smtplib.SMTP(settings.EMAIL_HOST, settings.EMAIL_PORT, timeout=10) as server:
            server.noop()
    except (OSError, smtplib.SMTPException) as error:
        return Finding(
            f"the mail server {where} does not answer ({type(error).__name__})",
            "wrong",
            "Check KORPU_EMAIL_HOST and KORPU_EMAIL_PORT, and that a firewall lets us out.",
        )
    return Finding(f"mail by {where}", "ok")


def django_checks() -> Finding:
    deploy = settings.KORPU_MODE == "production"
    told = checks.run_checks(include_deployment_checks=deploy)
    found = [str(message.msg) for message in told if not message.is_silenced()]
    if not found:
        return Finding("settings", "ok")
    return Finding(f"settings: {found[0]} ({len(found)} in all)", "wrong", "Correct the settings.")


def database() -> Finding:
    place = f"{settings.DATABASES['default'].get('HOST') or 'the local socket'}"
    try:
        connection.ensure_connection()
    except (DatabaseError, psycopg.Error) as error:
        return Finding(
            f"the database at {place} does not answer ({type(error).__name__})",
            "wrong",
            "Check that the server runs, DATABASE_URL, the password, and the firewall; "
            "a new server needs: korpu database prepare.",
        )
    return Finding(f"database at {place}", "ok")


def version() -> Finding:
    found = server_version()
    if int(found.split(".", maxsplit=1)[0]) >= OLDEST_POSTGRESQL:
        return Finding(f"PostgreSQL {found}", "ok")
    return Finding(f"PostgreSQL {found} is too old", "wrong", "Move to PostgreSQL 15 or newer.")


def role() -> Finding:
    """A superuser, an owner or a role that passes row-level security by would see everything."""
    name, harmless, owned = _row(
        "select current_user, not (rolsuper or rolbypassrls),"
        " (select count(*) from pg_class where relowner = r.oid)"
        " from pg_roles r where rolname = current_user"
    )
    if name == APP and harmless and owned == 0:
        return Finding(f"connected as {name}, bound by row-level security", "ok")
    return Finding(
        f"connected as {name}, which row-level security may not bind",
        "wrong",
        f"DATABASE_URL must name the role {APP}; make the roles anew: korpu database prepare.",
    )


def rights() -> Finding:
    """The owner's future tables are open to the application by default privileges."""
    (known,) = _row(
        "select count(*) from pg_default_acl d join pg_roles r on r.oid = d.defaclrole"
        " where r.rolname = %s and d.defaclacl::text like %s",
        OWNER,
        f"%{APP}=%",
    )
    (backup,) = _row(
        "select exists (select from pg_roles where rolname = %s and rolbypassrls)", BACKUP
    )
    if known and backup:
        return Finding("roles and default rights", "ok")
    return Finding("roles or default rights are missing", "wrong", "Run: korpu database prepare")


def locale() -> Finding:
    check_locale(connection.connection)
    return Finding("letters beyond ASCII are known", "ok")


def extensions() -> Finding:
    (found,) = _row("select array_agg(extname::text) from pg_extension")
    missing = sorted(set(EXTENSIONS) - set(found))
    if not missing:
        return Finding("extensions", "ok")
    return Finding(
        f"extensions missing: {', '.join(missing)}", "wrong", "Run: korpu database prepare"
    )


def migrations() -> Finding:
    pending = pending_migrations()
    if not pending:
        return Finding("the tables are up to date", "ok")
    return Finding(
        f"{len(pending)} migrations are pending", "wrong", "Back up, then run: korpu migrate"
    )


def worker() -> Finding:
    """Workers beat in the table of procrastinate every ten seconds."""
    (silent,) = _row(
        "select extract(epoch from now() - max(last_heartbeat))::int from procrastinate_workers"
    )
    if silent is not None and silent < SILENT_WORKER_SECONDS:
        return Finding("the worker is alive", "ok")
    return Finding(
        "no worker is alive" if silent is None else f"the worker was last seen {silent} s ago",
        "warning",
        "Letters and timers wait until korpu serve (or korpu demo) runs.",
    )


def _row(query: str, *values: str) -> tuple[Any, ...]:
    with connection.cursor() as cursor:
        cursor.execute(query, values or None)
        return tuple(cursor.fetchone() or (None,))


def stored() -> Finding:
    """Every file a row names is in its place, and nothing else lies there."""
    from korpu.foundations.accounts.api import acting, system_actor
    from korpu.foundations.files.api import check_storage

    with acting(system_actor()):
        report = check_storage(at=timezone.now())
    if report.missing:
        said = f"{len(report.missing)} uploaded files are missing, such as {report.missing[0]}"
        return Finding(said, "wrong", "Restore the files folder from the last backup.")
    if report.orphans:
        said = f"{len(report.orphans)} files belong to no row, such as {report.orphans[0]}"
        return Finding(said, "warning", "They are left-overs of uploads cut short; delete them.")
    return Finding("every uploaded file is in its place", "ok")


def moving() -> Finding:
    """No open case waits for an act that does not exist or for people who are not there."""
    from korpu.foundations.accounts.api import acting, system_actor
    from korpu.foundations.casework.api import stuck_cases

    with acting(system_actor()):
        found = list(stuck_cases(on=timezone.localdate()))
    if not found:
        return Finding("no case is stuck", "ok")
    cases, first = sum(group.count for group in found), found[0]
    said = f"{cases} cases are stuck, such as {first.example}: {first.why}"
    return Finding(said, "wrong", "See all of them: korpu casework stuck")
