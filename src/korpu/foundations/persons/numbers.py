"""Numbers of documents as they are compared."""

import unicodedata


def document_key(number: str) -> str:
    """A document's number in capitals, without spaces, hyphens and other signs, at most 40 long.

    >>> document_key("aze № 01 234-567")
    'AZE01234567'
    """
    plain = unicodedata.normalize("NFKC", number.replace("№", "")).upper()
    return "".join(sign for sign in plain if sign.isalnum())[:40]
