"""Names for things in statistics that lead nowhere without the key."""

import hashlib
import hmac

_LENGTH = 24


def pseudonym(value: str, *, key: bytes) -> str:
    """The same 24 hexadecimal digits for the same value and key (HMAC-SHA-256, cut).

    Standard: RFC 2104. Without the key neither the value nor a link to another system's pseudonym
    can be worked out.
    """
    return hmac.new(key, value.encode(), hashlib.sha256).hexdigest()[:_LENGTH]
