"""What the machine tells the system: every environment variable is read here and nowhere else.

``KORPU_MODE`` is ``demo``, ``production`` or ``test``. Unset means ``test``: tools may import the
settings, tests run, and nothing can be served (see ``korpu.site.wsgi``).
"""

import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, cast, get_args

from django.core.exceptions import ImproperlyConfigured
from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict

Mode = Literal["demo", "production", "test"]
Connector = Literal["app", "owner"]

UNSAFE_SECRET_KEY = "only-for-tests-and-never-for-people"  # noqa: S105 - refused in production
SHORTEST_SECRET_KEY = 50
POOL_SIZE = 8


@dataclass(frozen=True)
class Environment:
    """The variables, read once; ``problems`` says what is missing or wrong, one sentence each."""

    variables: Mapping[str, str] = field(default_factory=lambda: dict(os.environ))

    @property
    def mode(self) -> Mode:
        named = self.variables.get("KORPU_MODE", "test")
        if named not in get_args(Mode):
            raise ImproperlyConfigured(
                f"KORPU_MODE is {named!r}; it must be one of {', '.join(get_args(Mode))}."
            )
        return cast("Mode", named)

    @property
    def secret_key(self) -> str:
        return self.variables.get("KORPU_SECRET_KEY", UNSAFE_SECRET_KEY)

    @property
    def pseudonym_key(self) -> str:
        """Key of the pseudonyms in extracts; a new one breaks the link to earlier extracts."""
        return self.variables.get("KORPU_PSEUDONYM_KEY", f"pseudonyms:{self.secret_key}")

    @property
    def allowed_hosts(self) -> list[str]:
        if self.mode == "production":
            return self._list("KORPU_ALLOWED_HOSTS")
        return ["127.0.0.1", "localhost", "[::1]", "testserver", *self._list("KORPU_ALLOWED_HOSTS")]

    @property
    def site_url(self) -> str:
        """Where people reach the service, for links in e-mails; no slash at the end."""
        named = self.variables.get("KORPU_SITE_URL", "")
        if not named and self.mode == "production":
            named = next((f"https://{host.lstrip('.')}" for host in self.allowed_hosts), "")
        return (named or "http://127.0.0.1:8000").rstrip("/")

    @property
    def trusted_origins(self) -> list[str]:
        """Origins forms may be sent from; the service's own by https unless more are named."""
        if self.mode != "production":
            return []
        named = self._list("KORPU_TRUSTED_ORIGINS")
        return named or [f"https://{host.lstrip('.')}" for host in self.allowed_hosts]

    @property
    def scanner(self) -> str:
        """Dotted path of ``scan(path) -> name of the harm or ""``; empty: files are not scanned."""
        return self.variables.get("KORPU_FILE_SCANNER", "")

    @property
    def map_file(self) -> str:
        """TopoJSON of the world's countries, by ISO 3166-1 numeric code; empty: the one shipped.

        Where a border runs is for the administration to say, not for a program.
        """
        return self.variables.get("KORPU_MAP_FILE", "")

    @property
    def iati_codelists(self) -> Path | None:
        """Code lists ``korpu iati codelists`` has brought up to a release; None: the shipped."""
        named = self.variables.get("KORPU_IATI_CODELISTS", "")
        return Path(named).absolute() if named else None

    @property
    def behind_proxy(self) -> bool:
        """Whether a proxy in front speaks TLS and sets (never passes on) X-Forwarded-Proto."""
        return self.variables.get("KORPU_BEHIND_PROXY", "") == "1"

    def database(self, connect_as: Connector = "app") -> dict[str, object]:
        """Django's settings of the one database, as the application or as its owner."""
        common: dict[str, object] = {"ENGINE": "django.db.backends.postgresql", "CONN_MAX_AGE": 0}
        if self.mode == "test":  # the test harness fills in where it is
            return {**common, "NAME": "korpu"}
        name = "DATABASE_OWNER_URL" if connect_as == "owner" else "DATABASE_URL"
        given = self._url(name)
        options: dict[str, object] = {
            key: value
            for key, value in given.items()
            if key not in {"host", "port", "user", "password", "dbname"}
        }
        if connect_as == "app":
            options["pool"] = {"min_size": 1, "max_size": POOL_SIZE, "timeout": 10}
        places = {"NAME": "dbname", "HOST": "host", "PORT": "port"}
        people = {"USER": "user", "PASSWORD": "password"}
        where = {key: given.get(part, "") for key, part in {**places, **people}.items()}
        return {**common, **where, "CONN_HEALTH_CHECKS": True, "OPTIONS": options}

    def folder(self, name: str, below: str) -> Path:
        """The folder ``name`` holds; without it, ``below`` a folder of tests' own."""
        named = self.variables.get(name)
        if named:
            return Path(named).absolute()
        return Path(tempfile.gettempdir()) / f"korpu-tests-{os.geteuid()}" / below

    def mail(self) -> dict[str, object]:
        """Django's settings of outgoing letters: SMTP when named, else files in a folder."""
        sender = self.variables.get("KORPU_EMAIL_FROM", "korpu@localhost")
        host = self.variables.get("KORPU_EMAIL_HOST")
        backend = "django.core.mail.backends."
        if not host:
            return {
                "DEFAULT_FROM_EMAIL": sender,
                "EMAIL_BACKEND": backend + "filebased.EmailBackend",
                "EMAIL_FILE_PATH": str(self.folder("KORPU_MAIL_DIR", "mail")),
            }
        return {
            "DEFAULT_FROM_EMAIL": sender,
            "EMAIL_BACKEND": backend + "smtp.EmailBackend",
            "EMAIL_HOST": host,
            "EMAIL_PORT": int(self.variables.get("KORPU_EMAIL_PORT", "587")),
            "EMAIL_HOST_USER": self.variables.get("KORPU_EMAIL_USER", ""),
            "EMAIL_HOST_PASSWORD": self.variables.get("KORPU_EMAIL_PASSWORD", ""),
            "EMAIL_USE_TLS": self.variables.get("KORPU_EMAIL_TLS", "1") == "1",
            "EMAIL_TIMEOUT": 20,
        }

    @property
    def problems(self) -> list[str]:
        """Why production must not start like this."""
        found = []
        if len(self.secret_key) < SHORTEST_SECRET_KEY or UNSAFE_SECRET_KEY in self.secret_key:
            found.append(
                f"KORPU_SECRET_KEY must be a secret of at least {SHORTEST_SECRET_KEY} characters; "
                "make one with: python3 -c 'import secrets; print(secrets.token_urlsafe(50))'"
            )
        if not self.allowed_hosts or "*" in self.allowed_hosts:
            found.append("KORPU_ALLOWED_HOSTS must name the service's host names, comma-separated.")
        found += [
            f"{name} must be set: {meaning}."
            for name, meaning in _REQUIRED.items()
            if not self.variables.get(name)
        ]
        return found

    def _list(self, name: str) -> list[str]:
        return [part.strip() for part in self.variables.get(name, "").split(",") if part.strip()]

    def _url(self, name: str) -> dict[str, str]:
        url = self.variables.get(name)
        if not url:
            raise ImproperlyConfigured(f"{name} must be set: {_URLS[name]}.")
        try:
            parts = conninfo_to_dict(url)
        except ProgrammingError as error:
            raise ImproperlyConfigured(
                f"{name} cannot be read. It looks like postgresql://user:password@host:5432/korpu; "
                "characters such as @ or / in the password are written %40, %2F."
            ) from error
        return {key: str(value) for key, value in parts.items()}


_URLS = {
    "DATABASE_URL": "the PostgreSQL database, as the role korpu_app",
    "DATABASE_OWNER_URL": "the PostgreSQL database, as the role korpu_owner (for migrations)",
}
_REQUIRED = {
    "DATABASE_URL": _URLS["DATABASE_URL"],
    "KORPU_FILES_DIR": "the folder that keeps uploaded files",
    "KORPU_EMAIL_HOST": "the server that sends letters (invitations, passwords)",
    "KORPU_STATIC_DIR": "the folder the service's own style sheets and scripts are collected in",
}
