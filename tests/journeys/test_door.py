"""Logging in for real, in a browser: password, then the digits of an authenticator app."""

from typing import Any

import pytest
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.core.cache import cache

from korpu.foundations.accounts.api import acting, system_actor
from korpu.foundations.accounts.testing import PASSWORD
from tests.browser import OpenPage, axe_violations
from tests.cast import Cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_an_officer_logs_in_with_password_and_second_factor(
    open_page: OpenPage, cast: Cast, settings: Any
) -> None:
    settings.KORPU_SECOND_FACTOR_COMPULSORY = True
    cache.clear()
    officer, secret = cast["readmission_officer"], generate_totp_secret()
    with acting(system_actor()):
        officer.set_password(PASSWORD)
        officer.save(update_fields=["password"])
        TOTP.activate(officer, secret)
    page = open_page("/work/")
    page.locator("[name=login]").fill(officer.email)
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("form:has([name=password]) button[type=submit]").click()
    assert page.url.partition("?")[0].endswith("/accounts/2fa/authenticate/")
    assert axe_violations(page) == []
    counter = next(yield_hotp_counters_from_time())
    page.locator("[name=code]").fill(format_hotp_value(hotp_value(secret, counter)))
    page.locator("form:has([name=code]) button[type=submit]").click()
    page.wait_for_url("**/work/**")
    assert axe_violations(page) == []
