"""Every statement of the source's page stands on a record: A1-A14, B1-B12, C1-C34."""

import pytest
from django.apps import apps
from django.utils import timezone

from korpu.domains.events import api as events
from korpu.domains.information import api as information
from korpu.domains.programmes import api as programmes
from korpu.domains.programmes import models
from korpu.domains.programmes.testing import load_shipped_projects
from korpu.foundations.accounts.api import acting, system_actor

PAGE = {
    "mobilaze-2": {f"A{number}" for number in range(1, 15)},
    "restart": {f"B{number}" for number in range(1, 13)},
    "mobilaze": {f"C{number}" for number in range(1, 35)},
}
PARTS = (
    models.Activity,
    models.Budget,
    models.Claim,
    models.Component,
    models.Indicator,
    models.Objective,
    models.Party,
    models.Period,
    models.ProjectDate,
    models.ProjectInstrument,
    models.ProjectOffice,
    models.Result,
)


def declared(project: programmes.DeclaredProject) -> set[str]:
    """Statements other rooms load: events, publications, calls."""
    entries = (*project.events, *project.publications, *project.calls)
    return {statement for entry in entries for statement in entry.statements}


@pytest.mark.django_db
def test_every_statement_stands_on_a_record_and_no_record_invents_one() -> None:
    load_shipped_projects()
    with acting(system_actor()):
        for project in programmes.declared_projects():
            row = models.Project.objects.get(code=project.code)
            found = {*row.statements, *declared(project)}
            for part in PARTS:
                for statements in part.objects.filter(project=row).values_list("statements"):
                    found |= set(statements[0])
            assert found - PAGE[project.code] <= {"A2"}
            assert PAGE[project.code] - found == set(), project.code


@pytest.mark.django_db
def test_what_is_declared_for_events_and_publications_is_loaded_by_those_rooms() -> None:
    load_shipped_projects()
    with acting(system_actor()) as system:
        now = timezone.now()
        information.load_publications(actor=system, at=now)
        events.load_events(actor=system, at=now)
        projects = programmes.declared_projects()
        wanted_events = sum(len(one.events) for one in projects)
        wanted_publications = sum(len(one.publications) for one in projects)
        assert apps.get_model("events", "Event").objects.count() == wanted_events
        found = apps.get_model("information", "Publication").objects.count()
        assert found >= wanted_publications
