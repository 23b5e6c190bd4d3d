"""What allauth asks of us: nobody signs up, second factors are kept encrypted."""

import base64
import hashlib
import time
from functools import cache
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from korpu.foundations.accounts.acting import actor_of
from korpu.foundations.accounts.second_factor import must_have_second_factor

WRONG_LOGIN = _("The e-mail address or the password is wrong.")
WRONG_CODE = _("This code is not right. Wait for the next one and try again.")
SAID = {
    "account/messages/password_changed.txt": _("Your password has been changed."),
    "account/messages/password_set.txt": _("Your password has been set."),
    "mfa/messages/totp_activated.txt": _("The authenticator app has been set up."),
    "mfa/messages/totp_deactivated.txt": _("The authenticator app has been removed."),
    "mfa/messages/webauthn_added.txt": _("The passkey has been added."),
    "mfa/messages/webauthn_removed.txt": _("The passkey has been removed."),
    "mfa/messages/recovery_codes_generated.txt": _("New recovery codes have been made."),
}


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by administrators; what is said is said in our words."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": _("This account is withdrawn."),
        "email_password_mismatch": WRONG_LOGIN,
        "enter_current_password": _("This is not your present password."),
        "incorrect_code": WRONG_CODE,
        "incorrect_password": _("This is not your password."),
        "invalid_login": WRONG_LOGIN,
        "invalid_password_reset": _("This link no longer works."),
        "rate_limited": _("Too many requests. Wait a few minutes and try again."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        del request
        return False

    def is_reauthentication_required(self, *, app: str, **_: Any) -> bool:
        """A log-in of the last minutes is confirmation enough."""
        del app
        request = context.request
        records = get_authentication_records(request, request.user)
        latest = max((float(record["at"]) for record in records), default=0.0)
        return bool(time.time() - latest > settings.ACCOUNT_REAUTHENTICATION_TIMEOUT)

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: Any = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        del message_context, message
        if message_template in SAID:
            messages.add_message(request, level, SAID[message_template], extra_tags=extra_tags)


class SecondFactorAdapter(DefaultMFAAdapter):
    """Keeps secrets of second factors encrypted, and the last factor where one is compulsory."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "cannot_delete_authenticator": _(
            "One of your roles sees personal data: a second factor must remain. Set up another "
            "one first."
        ),
        "cannot_generate_recovery_codes": _("Set up an authenticator app or a passkey first."),
        "incorrect_code": WRONG_CODE,
    }

    def get_totp_issuer(self) -> str:
        return "Körpü"

    def encrypt(self, text: str) -> str:
        return _keys().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _keys().decrypt(encrypted_text.encode()).decode()

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        if authenticator.type == Authenticator.Type.RECOVERY_CODES:
            return True
        others = Authenticator.objects.filter(user_id=authenticator.user_id).exclude(
            pk=authenticator.pk
        )
        if others.exclude(type=Authenticator.Type.RECOVERY_CODES).exists():
            return True
        return not must_have_second_factor(actor_of(authenticator.user))

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """The trail notes changes of second factors; letters about them are not sent."""


def _keys() -> MultiFernet:
    """The present key first; keys of former secrets still decrypt."""
    secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(_key(secret)) for secret in secrets])


@cache
def _key(secret: str) -> bytes:
    digest = hashlib.scrypt(
        secret.encode(), salt=b"korpu second factors", n=2**14, r=8, p=1, dklen=32
    )
    return base64.urlsafe_b64encode(digest)
