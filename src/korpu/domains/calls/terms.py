"""Until when an applicant can object: counted by the procedure engine on the service's calendar."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

import yaml

from korpu.engines.procedure.api import Calendar, Citation, Roll, Term, Unit
from korpu.foundations.accounts.api import jurisdiction_folder
from korpu.foundations.casework.api import library


@dataclass(frozen=True, slots=True)
class ObjectionRule:
    """How the time to object is counted; how long it is stands in each announcement.

    Attributes:
        calendar: id of the calendar whose days off it knows.
        roll: what becomes of a last day that is a day off.
    """

    unit: Unit
    calendar: str
    roll: Roll
    law: Citation


@cache
def objection_rule() -> ObjectionRule:
    """The rule of the running jurisdiction."""
    path = jurisdiction_folder() / "calls.yaml"
    declared: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))["objection"]
    return ObjectionRule(**{**declared, "law": Citation(**declared["law"])})


def last_day_to_object(*, days: int, told_on: date) -> date:
    """The last day, inclusive, of a term of ``days`` after the day of the notice."""
    rule = objection_rule()
    reckoned = Term(days, rule.unit, _calendar(rule), rule.roll).reckon(told_on).due_on
    assert reckoned is not None, "Only a suspended term has no last day."
    return reckoned


def last_day_now(announced: date) -> date:
    """The day announced in the letter, or a later one where it was made a day off since."""
    rule = objection_rule()
    return _calendar(rule).roll(announced, rule.roll)


def _calendar(rule: ObjectionRule) -> Calendar:
    return library().calendars[rule.calendar]
