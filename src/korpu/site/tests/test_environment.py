"""What the environment must say before production starts, and what a URL means."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from korpu.site.environment import UNSAFE_SECRET_KEY, Environment

GOOD = {
    "KORPU_MODE": "production",
    "KORPU_SECRET_KEY": "k" * 60,
    "KORPU_ALLOWED_HOSTS": "migration.example, www.migration.example",
    "DATABASE_URL": "postgresql://korpu_app:p%40ss@db.example:5433/korpu?sslmode=verify-full",
    "DATABASE_OWNER_URL": "postgresql://korpu_owner:x@db.example/korpu",
    "KORPU_FILES_DIR": "/srv/korpu/files",
    "KORPU_STATIC_DIR": "/srv/korpu/static",
    "KORPU_EMAIL_HOST": "mail.example",
}


def test_a_complete_environment_has_no_problems() -> None:
    assert Environment(GOOD).problems == []


@pytest.mark.parametrize(
    "name", ["KORPU_SECRET_KEY", "KORPU_ALLOWED_HOSTS", "DATABASE_URL", "KORPU_FILES_DIR"]
)
def test_what_is_missing_is_named_all_at_once(name) -> None:
    without = {key: value for key, value in GOOD.items() if key != name}
    assert [name in problem for problem in Environment(without).problems] == [True]


@pytest.mark.parametrize("key", [UNSAFE_SECRET_KEY, UNSAFE_SECRET_KEY * 2, "short"])
def test_a_known_or_short_secret_key_is_refused(key) -> None:
    problems = Environment({**GOOD, "KORPU_SECRET_KEY": key}).problems
    assert any("KORPU_SECRET_KEY" in problem for problem in problems)


def test_any_host_is_no_host() -> None:
    assert Environment({**GOOD, "KORPU_ALLOWED_HOSTS": "*"}).problems


def test_a_misspelt_mode_is_refused_rather_than_guessed() -> None:
    with pytest.raises(ImproperlyConfigured, match="KORPU_MODE"):
        _ = Environment({"KORPU_MODE": "Production"}).mode


def test_a_url_is_taken_apart_and_the_application_pools_its_connections() -> None:
    database = Environment(GOOD).database()
    assert database["HOST"] == "db.example"
    assert database["PORT"] == "5433"
    assert database["PASSWORD"] == "p@ss"
    assert database["OPTIONS"]["sslmode"] == "verify-full"
    assert database["OPTIONS"]["pool"]["max_size"] > 1


def test_the_owner_has_a_url_of_its_own_and_no_pool() -> None:
    database = Environment(GOOD).database("owner")
    assert database["USER"] == "korpu_owner"
    assert "pool" not in database["OPTIONS"]


def test_a_url_that_cannot_be_read_shows_what_one_looks_like_but_no_password() -> None:
    broken = Environment({**GOOD, "DATABASE_URL": "postgresql://a:secret@[half/x"})
    with pytest.raises(ImproperlyConfigured, match="looks like") as caught:
        broken.database()
    assert "secret" not in str(caught.value)


def test_forms_may_come_from_the_service_itself_by_https() -> None:
    assert Environment(GOOD).trusted_origins == [
        "https://migration.example",
        "https://www.migration.example",
    ]
