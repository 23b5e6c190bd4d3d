"""The words of the data-exchange ledger: on what basis, which fields, and their digests."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

import yaml
from django.conf import settings

from korpu.foundations.accounts.api import jurisdiction_folder
from korpu.foundations.casework.api import Case
from korpu.kernel.pseudonyms import pseudonym
from korpu.kernel.texts import Text

PROGRESS = "progress"
REPLY = "reply"

Digests = dict[str, str]


@dataclass(frozen=True, slots=True)
class Basis:
    """On what data leave the house.

    Attributes:
        confidence: how far the article was checked against the law.
    """

    id: str
    title: Text
    instrument: str
    article: str
    confidence: str


@dataclass(frozen=True, slots=True)
class ExchangeWords:
    """What the jurisdiction declares of exchanges."""

    bases: Mapping[str, Basis]
    letters: Mapping[str, str]
    fields: Mapping[str, Text]

    def basis_of_letter(self, template: str) -> Basis:
        """The basis on which a letter of that template leaves."""
        return self.bases[self.letters.get(template, REPLY)]

    def title_of(self, field: str) -> Text:
        """What a field is called; one nobody named keeps its own name."""
        return self.fields.get(field) or Text(az=field, en=field, ru=field)


@cache
def exchange_words() -> ExchangeWords:
    """The bases and fields of the jurisdiction in use."""
    path = jurisdiction_folder() / "data-exchange.yaml"
    declared: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    bases = {
        name: Basis(
            id=name,
            title=Text(**given["title"]),
            instrument=given["instrument"],
            article=given["article"],
            confidence=given["confidence"],
        )
        for name, given in declared["bases"].items()
    }
    fields = {name: Text(**title) for name, title in declared["fields"].items()}
    return ExchangeWords(bases, declared["letters"], fields)


def digests_of(case: Case, values: Mapping[str, object]) -> Digests:
    """Each stated field with a keyed digest of its value; an empty one was not told.

    The key and the case go in, so that neither a short value nor the same value in another case
    can be found by trying.
    """
    key = settings.KORPU_PSEUDONYM_KEY.encode()
    return {
        name: pseudonym(f"{case.uuid}\0{name}\0{_plain(value)}", key=key)
        for name, value in values.items()
        if value not in ("", None, [], ())
    }


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Text):
        return value.en
    if isinstance(value, list | tuple):
        return "\n".join(map(_plain, value))
    return str(value)


def content_digest(fields: Digests, document: str) -> str:
    """SHA-256 of what was received, whatever the order of the fields."""
    told = json.dumps([sorted(fields.items()), document], separators=(",", ":"))
    return hashlib.sha256(told.encode()).hexdigest()
