"""The shipped projects and the people around them."""

from dataclasses import dataclass

import pytest
from django.test import Client

from korpu.domains.programmes.models import Project
from korpu.domains.programmes.testing import load_shipped_projects
from korpu.foundations.accounts.api import Actor, acting, actor_of, system_actor
from korpu.foundations.accounts.models import User
from korpu.foundations.accounts.testing import log_in, make_user
from korpu.foundations.organisations.models import Office, Organisation


@dataclass
class House:
    """The projects, by code, and one person per role."""

    projects: dict[str, Project]
    people: dict[str, User]

    def actor(self, role: str) -> Actor:
        return actor_of(self.people[role])

    def client(self, role: str) -> Client:
        client = Client(headers={"accept-language": "en"})
        log_in(client, self.people[role])
        return client


@pytest.fixture
def house(db) -> House:
    projects = load_shipped_projects()
    with acting(system_actor()):
        office = Office.objects.get(code="sms-projects")
        titles = {"title_az": "D", "title_en": "D", "title_ru": "D"}
        donor_office = Office.objects.create(
            code="ec-test", organisation=Organisation.objects.get(code="ec"), **titles
        )
    offices = {"project_manager": office, "programme_director": office, "donor": donor_office}
    return House(projects, {role: make_user(role=role, office=at) for role, at in offices.items()})
