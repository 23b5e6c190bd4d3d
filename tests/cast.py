"""A fixed cast: one person per role in the jurisdiction's own offices, and those who may nothing.

``cast["mentor"]`` is the account, ``cast.actor("mentor")`` the actor, ``cast.client("mentor")`` a
browser in which the person is logged in; ``cast.client("anonymous")`` one in which nobody is.
"""

from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from django.test import Client
from django.utils import timezone

from korpu.foundations.accounts.api import (
    Actor,
    acting,
    actor_of,
    jurisdiction_folder,
    system_actor,
)
from korpu.foundations.accounts.models import User
from korpu.foundations.accounts.services import load_organisations, withdraw_user
from korpu.foundations.accounts.testing import give_role, log_in, make_user
from korpu.foundations.organisations.models import Office
from korpu.site import demo

FILES = (
    jurisdiction_folder() / "organisations.yaml",
    Path(demo.__file__).parent / "data" / "organisations.yaml",
)
OFFICES = {
    "readmission_officer": "sms-readmission",
    "readmission_supervisor": "sms-readmission",
    "liaison": "de-return",
    "border_officer": "sbs-baku-airport",
    "protection_officer": "sms-protection",
    "residence_officer": "sms-residence",
    "residence_supervisor": "sms-residence",
    "asylum_officer": "sms-protection",
    "asylum_supervisor": "sms-protection",
    "reintegration_coordinator": "sms-reintegration",
    "mentor": "ngo-addim",
    "programme_finance": "sms-reintegration",
    "statistician": "sms-statistics",
    "analyst": "sms-statistics",
    "project_manager": "sms-projects",
    "programme_director": "sms-projects",
    "donor": "ec-donor",
    "assessor": "sms-projects",
    "auditor": "sms-audit",
    "administrator": "sms-administration",
    "lawyer": "sms-administration",
}
ROLES = tuple(OFFICES)
POWERLESS = ("newcomer", "former", "withdrawn")
PEOPLE = (*ROLES, *POWERLESS)


@dataclass
class Cast:
    """People are made when first asked for."""

    known: dict[str, User] = field(default_factory=dict)

    def __getitem__(self, name: str) -> User:
        if name not in self.known:
            self.known[name] = self._make(name)
        return self.known[name]

    def actor(self, name: str) -> Actor:
        return actor_of(self[name])

    def client(self, name: str) -> Client:
        client = Client()
        if name != "anonymous":
            log_in(client, self[name])
        return client

    def office(self, name: str) -> Office:
        return office(OFFICES[name])

    def _make(self, name: str) -> User:
        if name in OFFICES:
            return make_user(role=name, office=office(OFFICES[name]), name=name)
        user = make_user(office=office("sms-readmission"), name=name)
        if name == "former":
            yesterday = timezone.localdate() - timedelta(days=1)
            give_role(
                user,
                "readmission_officer",
                office=office("sms-readmission"),
                valid_until=yesterday,
            )
        if name == "withdrawn":
            give_role(user, "readmission_officer", office=office("sms-readmission"))
            with acting(system_actor()) as system:
                withdraw_user(user=user, actor=system, at=timezone.now())
        return user


def office(code: str) -> Office:
    """A declared office, with everything the jurisdiction declares made on first use."""
    with acting(system_actor()) as system:
        found = Office.objects.filter(code=code).first()
        if found is None:
            for file in FILES:
                load_organisations(file=file, actor=system)
            found = Office.objects.get(code=code)
        return found
