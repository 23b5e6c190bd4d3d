"""Signing in, signing out and failing to is noted in the trail."""

from typing import Any

from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver

from korpu.foundations.accounts.models import User
from korpu.foundations.audit.api import record_sign_in


@receiver(user_logged_in)
def note_login(user: User, **_: Any) -> None:
    record_sign_in(user_id=user.pk, event="in")


@receiver(user_logged_out)
def note_logout(user: User | None, **_: Any) -> None:
    if user is not None:
        record_sign_in(user_id=user.pk, event="out")


@receiver(user_login_failed)
def note_failure(**_: Any) -> None:
    """What was typed is not noted: it may be a password in the wrong box."""
    record_sign_in(user_id=None, event="failed")
