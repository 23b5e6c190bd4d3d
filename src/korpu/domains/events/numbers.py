"""Numbers of certificates, and the codes people type at the door.

The last six signs of a certificate's number are check signs under a secret key: whoever makes up
a number is found out without a look into the database.
"""

import hashlib
import hmac
import re
import secrets

from django.conf import settings

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""No sign that is mistaken for another: no 0 O, 1 I L."""

CHECK_SIGNS = 6
CODE_SIGNS = 7
_NUMBER = re.compile(r"([A-Z]{2,6})-(\d{4})-(\d{6,})-([0-9A-Z]{6})")


def certificate_number(prefix: str, year: int, serial: int) -> str:
    """``DMX-2026-000123-K7QX2M``: prefix, year of issue, serial, check signs."""
    body = f"{prefix}-{year}-{serial:06}"
    return f"{body}-{_check_signs(body)}"


def is_genuine(number: str) -> bool:
    """Whether the check signs belong: false for all made-up numbers but one in 700 million."""
    found = _NUMBER.fullmatch(number)
    if found is None:
        return False
    body, _, signs = number.rpartition("-")
    return hmac.compare_digest(_check_signs(body), signs)


def normalised(typed: str) -> str:
    """A number as people type it: small letters, blanks and other dashes are taken too."""
    return re.sub(r"[^0-9A-Z]+", "-", typed.upper()).strip("-")


def new_code() -> str:
    """A code a participant types at the door; guessing one takes 27 billion tries."""
    return "".join(secrets.choice(ALPHABET) for _ in range(CODE_SIGNS))


def _check_signs(body: str) -> str:
    key = hashlib.sha256(b"korpu certificate number\0" + _key()).digest()
    rest = int.from_bytes(hmac.new(key, body.encode(), hashlib.sha256).digest(), "big")
    signs = []
    for _ in range(CHECK_SIGNS):
        rest, place = divmod(rest, len(ALPHABET))
        signs.append(ALPHABET[place])
    return "".join(signs)


def _key() -> bytes:
    return str(settings.KORPU_PSEUDONYM_KEY).encode()
