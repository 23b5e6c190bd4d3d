"""The three projects as the jurisdiction ships them."""

from decimal import Decimal

import pytest
from django.utils import timezone

from korpu.domains.programmes.api import declared_projects, load_projects
from korpu.domains.programmes.models import Objective, Party, Project, ProjectDate
from korpu.domains.programmes.selectors import get_project, projects_for_staff, published_project
from korpu.domains.programmes.testing import load_shipped_projects
from korpu.foundations.accounts.api import (
    NOBODY,
    acting,
    actor_of,
    jurisdiction_folder,
    system_actor,
)
from korpu.foundations.accounts.testing import make_user
from korpu.foundations.organisations.models import Office, Organisation
from korpu.kernel.errors import NotFound

pytestmark = pytest.mark.django_db


def test_every_fact_of_the_page_that_is_counted_here_is_there() -> None:
    load_shipped_projects()
    with acting(NOBODY) as visitor:
        mobilaze = published_project("mobilaze", for_actor=visitor)
        restart = published_project("restart", for_actor=visitor)
        second = published_project("mobilaze-2", for_actor=visitor)
    days = {one.kind: (str(one.day), one.precision) for one in mobilaze.dates}
    assert days["agreement_signed"] == ("2015-12-31", "day")
    assert days["actual_start"] == ("2016-01-15", "day")
    assert days["actual_end"] == ("2019-07-14", "day")
    assert days["office_opened"] == ("2016-03-01", "month")
    assert days["entrusted"] == ("2015-01-01", "year")
    assert len(mobilaze.components) == 5
    partners = next(one for one in mobilaze.parties if one.role == "partner")
    assert (partners.unnamed_count, len(partners.countries)) == (9, 7)
    assert (mobilaze.budgets[0].amount, mobilaze.budgets[0].currency) == (Decimal(2500000), "EUR")
    assert restart.budgets[0].amount == Decimal(400000)
    donors = [one for one in restart.parties if one.role == "donor"]
    assert [(one.share, one.share_state) for one in donors] == [(None, "not_stated")] * 3
    assert second.budgets == []
    assert second.project.predecessor == mobilaze.project
    assert [one.number for one in second.objectives if one.level == "specific"] == [1, 2, 3, 4]


def test_the_order_leads_to_the_declaration_and_both_to_the_project() -> None:
    load_shipped_projects()
    with acting(NOBODY) as visitor:
        used = published_project("mobilaze", for_actor=visitor).instruments
    order = next(one.instrument for one in used if one.instrument.kind == "order")
    declaration = next(one.instrument for one in used if one.instrument.kind == "declaration")
    assert order.approves == declaration


def test_loading_again_keeps_what_people_changed_and_follows_the_file_in_the_rest() -> None:
    load_shipped_projects()
    with acting(system_actor()) as system:
        Objective.objects.filter(key="goal", project__code="restart").update(title_en="Ours")
        changed = Objective.objects.get(key="goal", project__code="restart")
        changed.declared |= {"title_az": "Köhnə", "title_en": "Old"}
        changed.title_az = "Köhnə"
        changed.save()
        count = Party.objects.count()
        load_projects(jurisdiction_folder() / "projects", actor=system, at=timezone.now())
        loaded = Objective.objects.get(key="goal", project__code="restart")
        assert loaded.title_en == "Ours"
        assert loaded.title_az.startswith("Azərbaycanda dövlət qurumlarının")
        assert Party.objects.count() == count


def test_a_visitor_reads_published_projects_only() -> None:
    load_shipped_projects()
    with acting(system_actor()):
        Project.objects.filter(code="restart").update(published_at=None)
    with acting(NOBODY) as visitor:
        assert set(Project.objects.values_list("code", flat=True)) == {"mobilaze", "mobilaze-2"}
        assert not ProjectDate.objects.filter(project__code="restart").exists()
        with pytest.raises(NotFound):
            published_project("restart", for_actor=visitor)


def test_a_donor_reads_the_projects_the_donors_organisation_funds_and_no_other() -> None:
    load_shipped_projects()
    with acting(system_actor()):
        Project.objects.update(published_at=None)
        commission = Organisation.objects.get(code="ec")
        titles = {"title_az": "D", "title_en": "D", "title_ru": "D"}
        office = Office.objects.create(code="ec-test", organisation=commission, **titles)
    donor = actor_of(make_user(role="donor", office=office))
    with acting(donor):
        assert [one.code for one in projects_for_staff(for_actor=donor)] == ["mobilaze-2"]
        assert get_project("mobilaze-2", for_actor=donor).project.acronym == "MOBILAZE-2"
        assert list(Project.objects.values_list("code", flat=True)) == ["mobilaze-2"]


def test_declared_events_publications_and_calls_are_typed_for_the_rooms_that_load_them() -> None:
    mobilaze, restart, second = (
        next(one for one in declared_projects() if one.code == code)
        for code in ("mobilaze", "restart", "mobilaze-2")
    )
    bulletins = next(one for one in mobilaze.publications if one.kind == "bulletin")
    assert (bulletins.issue_count, bulletins.is_distributed) == (6, True)
    vienna = next(one for one in mobilaze.events if one.id == "vienna-conference-2016")
    assert vienna.starts
    assert (vienna.starts.day.isoformat(), vienna.starts.precision) == ("2016-11-01", "month")
    assert restart.calls[0].posts == (("coordinator", 1), ("mentor", 2))
    assert second.facts["predecessor"] == "mobilaze"
