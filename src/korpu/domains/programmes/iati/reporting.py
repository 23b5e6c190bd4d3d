"""Who reports to IATI, and the values the standard compels: data of the jurisdiction."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import yaml

from korpu.domains.programmes.iati.models import ReporterIdentifier
from korpu.foundations.accounts.api import jurisdiction_folder
from korpu.kernel.texts import Text


@dataclass(frozen=True, slots=True)
class Compelled:
    """A value the standard asks for and a project does not say, with the reason for it."""

    code: str
    vocabulary: str
    confidence: str
    reason: Text


@dataclass(frozen=True, slots=True)
class Reporting:
    """What the jurisdiction says of its files.

    Attributes:
        organisation: code of the reporting organisation in our register.
        ref: its IATI identifier; ``confidence`` and ``note`` say how far it is certain.
        secondary: it reports on money of others.
        sectors: purpose codes offered in the form.
        organisation_types: kind in our register → code list OrganisationType.
    """

    organisation: str
    ref: str
    type: str
    secondary: bool
    confidence: str
    note: Text
    language: str
    country: Compelled
    sector: Compelled
    sectors: Mapping[str, Text]
    organisation_types: Mapping[str, str]

    def identifier_of(self, code: str) -> str:
        """The identifier of a project that was given no other."""
        return f"{self.ref}-{code.upper()}"


def reporting() -> Reporting:
    """The jurisdiction's file, under the identifier an administrator has set with its source."""
    declared, chosen = declared_reporting(), ReporterIdentifier.objects.first()
    if chosen is None:
        return declared
    words = chosen.source if not chosen.url else f"{chosen.source} ({chosen.url})"
    return replace(
        declared, ref=chosen.ref, confidence="seen", note=Text(az=words, en=words, ru=words)
    )


@cache
def declared_reporting() -> Reporting:
    """The jurisdiction's file ``iati.yaml``."""
    with (jurisdiction_folder() / "iati.yaml").open(encoding="utf-8") as file:
        told: Mapping[str, Any] = yaml.safe_load(file)
    said = told["reporting"]
    return Reporting(
        organisation=said["organisation"],
        ref=said["ref"],
        type=said["type"],
        secondary=said["secondary"],
        confidence=said["confidence"],
        note=Text(**said["note"]),
        language=told["language"],
        country=_compelled(told["defaults"]["recipient_country"]),
        sector=_compelled(told["defaults"]["sector"]),
        sectors={code: Text(**title) for code, title in told["sectors"].items()},
        organisation_types=told["organisation_types"],
    )


def _compelled(said: Mapping[str, Any]) -> Compelled:
    return Compelled(
        said["code"], said.get("vocabulary", ""), said["confidence"], Text(**said["reason"])
    )
