"""The people who can log in to the demonstration."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import yaml

from korpu.foundations.accounts.api import Actor, actor_of
from korpu.foundations.accounts.demo import DOMAIN
from korpu.foundations.accounts.models import Compartment, User
from korpu.foundations.accounts.roles import roles
from korpu.foundations.accounts.services import grant_role, make_user
from korpu.foundations.organisations.models import Office

_FILE = Path(__file__).parent / "data" / "cast.yaml"


@dataclass(frozen=True)
class Cast:
    """Who plays whom: accounts by the key of the cast's file."""

    accounts: Mapping[str, User]

    def on(self, key: str, day: date) -> Actor:
        """Somebody as the actor they are on a day."""
        return actor_of(self.accounts[key], on=day)


def address_of(key: str) -> str:
    """The login name of somebody of the cast."""
    return f"{key.replace('_', '-')}@{DOMAIN}"


def declared_cast() -> list[dict[str, str]]:
    """The rows of the cast's file: key, name, language, role, office."""
    rows: list[dict[str, str]] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))["cast"]
    return rows


def hire(*, since: date, actor: Actor, at: datetime) -> None:
    """Make every account of the cast with its role; who is there already stays as they are."""
    known = set(User.objects.values_list("email", flat=True))
    for row in declared_cast():
        if address_of(row["key"]) not in known:
            _hire(row, since, actor, at)


def _hire(row: Mapping[str, str], since: date, actor: Actor, at: datetime) -> None:
    office = Office.objects.select_related("organisation").get(code=row["office"])
    user = make_user(
        email=address_of(row["key"]),
        full_name=row["name"],
        organisation=office.organisation,
        language=row["language"],
        actor=actor,
        at=at,
    )
    grant_role(
        user=user,
        role=row["role"],
        compartment=Compartment.objects.get(office=office, business=roles()[row["role"]].business),
        valid_from=since,
        valid_until=None,
        reason="Demonstration",
        actor=actor,
        at=at,
    )


def present_cast() -> Cast:
    """The cast as hired."""
    found = {user.email: user for user in User.objects.filter(email__endswith=f"@{DOMAIN}")}
    return Cast({row["key"]: found[address_of(row["key"])] for row in declared_cast()})
