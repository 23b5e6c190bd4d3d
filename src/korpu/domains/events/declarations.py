"""The jurisdiction's rules of events, read once from ``events.yaml``."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

import yaml

from korpu.foundations.accounts.api import jurisdiction_folder
from korpu.kernel.texts import Text


@dataclass(frozen=True, slots=True)
class Basis:
    """Where a number comes from, and how far that can be trusted."""

    instrument: str
    article: str
    confidence: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class CertificateRule:
    """Who gets a certificate of events that ended while the rule was in force.

    Attributes:
        kinds: kinds of event certificates are given for.
        minimum_share: least share of the programme's hours attended, 0 to 1.
        valid_from, valid_until: last days of events it counts for, inclusive; None: open.
    """

    version: str
    valid_from: date
    valid_until: date | None
    kinds: frozenset[str]
    minimum_share: Decimal
    law: Basis


@dataclass(frozen=True, slots=True)
class Parameter:
    """A number set by the service, with its basis."""

    value: int
    law: Basis


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the questionnaire; ``kind``: ``scale`` (1 to 5), ``choice`` or ``text``."""

    id: str
    kind: str
    title: Text
    choices: Mapping[str, Text]


@dataclass(frozen=True, slots=True)
class EventRules:
    """Everything declared about events.

    Attributes:
        prefix: of certificate numbers.
        participants_months: whole months after the last day for which people are named.
        fewest_answers: results of fewer answers are withheld.
        share_step_percent: shares of answers are rounded to a multiple of it.
        remind_participants_days: how long before the first day people with a place are reminded.
        remind_owners_days: how long before its day the owner of a task is.
    """

    version: str
    prefix: str
    issuer: Text
    certificate_rules: tuple[CertificateRule, ...]
    participants_months: Parameter
    fewest_answers: Parameter
    share_step_percent: Parameter
    remind_participants_days: Parameter
    remind_owners_days: Parameter
    consent_version: str
    consent: Text
    questionnaire: str
    questions: tuple[Question, ...]

    def certificate_rule(self, on: date) -> CertificateRule | None:
        """The rule for events whose last day is ``on``; None: none is in force."""
        for rule in self.certificate_rules:
            if rule.valid_from <= on and (rule.valid_until is None or on <= rule.valid_until):
                return rule
        return None


@cache
def event_rules() -> EventRules:
    """The rules of the running jurisdiction."""
    path = jurisdiction_folder() / "events.yaml"
    declared: Mapping[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    certificates, small = declared["certificates"], declared["small_groups"]
    return EventRules(
        version=declared["version"],
        prefix=certificates["prefix"],
        issuer=Text(**certificates["issuer"]),
        certificate_rules=tuple(_rule(one) for one in certificates["rules"]),
        participants_months=_parameter(declared["retention"]["participants_months"]),
        fewest_answers=_parameter(small["fewest_answers"]),
        share_step_percent=_parameter(small["share_step_percent"]),
        remind_participants_days=_parameter(declared["reminders"]["participants_days"]),
        remind_owners_days=_parameter(declared["reminders"]["owners_days"]),
        consent_version=declared["consent"]["version"],
        consent=Text(**declared["consent"]["text"]),
        questionnaire=declared["questionnaire"]["version"],
        questions=tuple(_question(one) for one in declared["questionnaire"]["questions"]),
    )


def _rule(declared: Mapping[str, Any]) -> CertificateRule:
    return CertificateRule(
        version=declared["version"],
        valid_from=declared["valid_from"],
        valid_until=declared["valid_until"],
        kinds=frozenset(declared["kinds"]),
        minimum_share=Decimal(declared["minimum_share"]),
        law=Basis(**declared["law"]),
    )


def _parameter(declared: Mapping[str, Any]) -> Parameter:
    return Parameter(value=int(declared["value"]), law=Basis(**declared["law"]))


def _question(declared: Mapping[str, Any]) -> Question:
    choices = {code: Text(**title) for code, title in declared.get("choices", {}).items()}
    return Question(declared["id"], declared["kind"], Text(**declared["title"]), choices)
