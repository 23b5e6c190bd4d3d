"""A project as its public page shows it: words for dates, countries and money."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from korpu.domains.programmes.enums import PartyRole
from korpu.domains.programmes.models import Party, Sourced
from korpu.domains.programmes.public import PublicProject
from korpu.foundations.codelists.api import titles
from korpu.kernel.money import Money

ROLES = tuple(PartyRole)


@dataclass(frozen=True, slots=True)
class ShownParty:
    """An organisation in its role; ``countries`` in words."""

    party: Party
    countries: str


def project_page(found: PublicProject) -> Mapping[str, Any]:
    """What the template of the public page is given."""
    names = titles("countries")
    budget = found.budget
    return {
        "found": found,
        "project": found.project,
        "roles": [
            (role, [_party(party, names) for party in parties])
            for role in ROLES
            if (parties := found.parties(role))
        ],
        "donors": found.parties(PartyRole.DONOR),
        "implementers": found.parties(PartyRole.IMPLEMENTER),
        "budget": budget,
        "money": Money(budget.amount, budget.currency) if budget else None,
        "units": titles("indicator-units"),
        "countries": names,
        "reference": _Reference(found),
    }


def _party(party: Party, names: Mapping[str, Any]) -> ShownParty:
    return ShownParty(party, ", ".join(str(names.get(code, code)) for code in party.countries))


class _Reference:
    """Gives a row the number of its source on the page and its statements there."""

    def __init__(self, found: PublicProject) -> None:
        self.numbers = found.numbers

    def __call__(self, row: Sourced) -> tuple[int | None, str]:
        number = self.numbers.get(row.source.code) if row.source else None
        return number, ", ".join(row.statements)
