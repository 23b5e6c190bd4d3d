"""What allauth asks of us: nobody signs up, second factors are kept encrypted."""

import base64
import hashlib
from functools import cache
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.http import HttpRequest

from korpu.foundations.accounts.acting import actor_of
from korpu.foundations.accounts.second_factor import must_have_second_factor


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """Accounts are made by administrators."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        del request
        return False


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # allauth ships no types
    """Keeps the secrets of second factors encrypted, and the last factor where one is compulsory."""

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
