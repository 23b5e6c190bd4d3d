"""From the check to the public file: what was seen is published, and nothing with an error."""

import io

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from korpu.domains.programmes.iati.models import Profile, PublishedRecord
from korpu.domains.programmes.iati.selectors import organisation_record, project_activity
from korpu.domains.programmes.iati.services.profiles import change_profile
from korpu.domains.programmes.iati.services.publishing import (
    fingerprint,
    publish_iati,
    publish_organisation_record,
    publish_project_record,
)
from korpu.domains.programmes.models import Project, ProjectDate
from korpu.domains.programmes.testing import load_shipped_projects
from korpu.engines.iati.api import check_file
from korpu.foundations.accounts.api import acting, actor_of, system_actor
from korpu.foundations.accounts.testing import log_in, make_user
from korpu.foundations.organisations.models import Office
from korpu.kernel.errors import Conflict, InvalidInput, NotPermitted, NotPossibleNow
from korpu.kernel.texts import speaking

pytestmark = pytest.mark.django_db
BASE = "http://testserver/"


@pytest.fixture
def people():
    load_shipped_projects()
    with acting(system_actor()):
        office = Office.objects.get(code="sms-projects")
    return {
        role: make_user(role=role, office=office)
        for role in ("project_manager", "programme_director")
    }


def _publish(code, user):
    actor, at = actor_of(user), timezone.now()
    with acting(actor):
        record = project_activity(code, for_actor=actor, base_url=BASE, at=at)
        return publish_project_record(
            project=Project.objects.get(code=code),
            base_url=BASE,
            seen=fingerprint(record),
            actor=actor,
            at=at,
        )


def _client(user):
    client = Client()
    log_in(client, user)
    return client


def _checked(response):
    assert response.status_code == 200
    assert response["Content-Type"].startswith("application/xml")
    return check_file(io.BytesIO(response.content), now=timezone.now())


def test_the_director_publishes_and_everybody_reads_valid_files(people):
    director = people["programme_director"]
    for code in ("mobilaze", "restart", "mobilaze-2"):
        assert _publish(code, director).number == 1
    with acting(actor_of(director)) as actor:
        seen = fingerprint(organisation_record(at=None))
        publish_organisation_record(seen=seen, actor=actor, at=timezone.now())
    visitor = Client()
    every = _checked(visitor.get("/open-data/iati/activities.xml"))
    assert (every.records, every.findings) == (3, [])
    own = visitor.get("/open-data/iati/projects/restart.xml")
    assert _checked(own).records == 1
    assert b"AZ-IVI-SMS-RESTART" in own.content
    assert _checked(visitor.get("/open-data/iati/organisation.xml")).records == 1
    page = visitor.get("/open-data/iati/", headers={"accept-language": "az"}).content.decode()
    assert "Layihələr IATI faylları şəklində" in page
    again = visitor.get("/open-data/iati/activities.xml")
    assert again.content == visitor.get("/open-data/iati/activities.xml").content


def test_the_placeholder_is_flagged_until_an_administrator_sets_the_number_with_a_source(people):
    administrator, director = _client(make_user(role="administrator")), people["programme_director"]
    page, check = (
        reverse("programmes_iati:reporter"),
        reverse("programmes_iati:check", args=("restart",)),
    )
    flagged = administrator.get(page).content.decode()
    assert "AZ-IVI-SMS" in flagged
    assert "korpu-flag" in flagged or "confidence" in flagged
    for wrong in ("AZ-IVI-SMS", "1234567", "AZ-IVI-", "XX-NONE-1"):
        refused = administrator.post(page, {"ref": wrong, "source": "Register"})
        assert refused.status_code == 422
        assert f'value="{wrong}"' in refused.content.decode()
    assert administrator.post(page, {"ref": "AZ-IVI-77", "source": ""}).status_code == 422
    given = {"ref": "az-ivi-1234567", "source": "Extract of the register of 3 May 2026"}
    assert administrator.post(page, given).status_code == 302
    assert "Extract of the register" in administrator.get(page).content.decode()
    assert "AZ-IVI-1234567-RESTART" in _client(director).get(check).content.decode()
    assert _publish("restart", director).identifier == "AZ-IVI-1234567-RESTART"
    assert _client(director).get(page).status_code == 403


def test_a_file_whose_documents_would_open_nowhere_is_not_published(people, settings):
    director = people["programme_director"]
    with acting(actor_of(director)) as actor:
        for address in ("", "/", "korpu.example"):
            with speaking("en"), pytest.raises(NotPossibleNow, match="public address"):
                publish_iati("restart", base_url=address, actor=actor, at=timezone.now())
        settings.KORPU_MODE = "production"
        with speaking("en"), pytest.raises(NotPossibleNow, match="public address"):
            publish_iati(
                "restart", base_url="http://127.0.0.1:8000", actor=actor, at=timezone.now()
            )
    settings.KORPU_SITE_URL = "https://korpu.example"
    client = _client(director)
    page = client.get(reverse("programmes_iati:check", args=("restart",))).content.decode()
    assert "as of 2018" in page


def test_only_what_was_checked_is_published_and_only_once(people):
    director, manager = people["programme_director"], people["project_manager"]
    first = _publish("restart", director)
    with pytest.raises(NotPossibleNow):
        _publish("restart", director)
    with pytest.raises(NotPermitted):
        _publish("mobilaze", manager)
    with acting(actor_of(director)) as actor:
        project = Project.objects.get(code="mobilaze")
        with pytest.raises(Conflict):
            publish_project_record(
                project=project, base_url=BASE, seen=first.said, actor=actor, at=timezone.now()
            )
    with acting(system_actor()):
        Project.objects.filter(code="restart").update(title_en="Support to returnees")
    second = _publish("restart", director)
    assert (second.number, second.identifier) == (2, first.identifier)
    assert second.sha256 != first.sha256
    with acting(actor_of(director)):
        assert PublishedRecord.objects.get(pk=first.pk).content == first.content


def test_a_record_with_an_error_is_not_published_and_says_where_to_mend_it(people):
    with acting(system_actor()):
        ProjectDate.objects.filter(project__code="restart", kind="actual_end").update(
            day="2199-01-01"
        )
    with speaking("en"), pytest.raises(NotPossibleNow, match="has 1 errors"):
        _publish("restart", people["programme_director"])
    client = _client(people["programme_director"])
    page = client.get(reverse("programmes_iati:check", args=("restart",))).content.decode()
    assert "The actual end may not lie in the future" in page
    assert "Dates of the project" in page
    with acting(actor_of(people["programme_director"])):
        wrong = ProjectDate.objects.get(project__code="restart", kind="actual_end")
    assert f'/programmes/projects/restart/parts/dates/{wrong.uuid}/#id_day-day"' in page
    assert "activity-date[2]/@iso-date" in page
    assert "disabled" in page


def test_a_withdrawn_project_leaves_the_public_files_and_cannot_be_published(people):
    director = people["programme_director"]
    _publish("restart", director)
    _publish("mobilaze", director)
    with acting(system_actor()):
        Project.objects.filter(code="restart").update(published_at=None)
    visitor = Client()
    assert b"RESTART" not in visitor.get("/open-data/iati/activities.xml").content
    assert visitor.get("/open-data/iati/projects/restart.xml").status_code == 404
    with speaking("en"), pytest.raises(NotPossibleNow, match="not public"):
        _publish("restart", director)


def test_the_page_publishes_what_it_showed(people):
    client = _client(people["programme_director"])
    address = reverse("programmes_iati:check", args=("restart",))
    page = client.get(address)
    assert "No error and no warning" in page.content.decode()
    seen = page.content.decode().split('name="seen" value="')[1].split('"')[0]
    assert client.post(address, {"seen": seen}).status_code == 302
    assert client.post(address, {"seen": "other"}).status_code == 409
    shown = client.get(address).content.decode()
    assert "Version 1" in shown
    with acting(actor_of(people["programme_director"])):
        version = PublishedRecord.objects.get()
    whole = client.get(reverse("programmes_iati:version", args=(version.uuid,)))
    assert _checked(whole).clean
    overview = client.get(reverse("programmes_iati:overview")).content.decode()
    assert "Version 1" in overview
    assert "Not published" in overview
    organisation = reverse("programmes_iati:organisation")
    page = client.get(organisation).content.decode()
    seen = page.split('name="seen" value="')[1].split('"')[0]
    assert client.post(organisation, {"seen": seen}).status_code == 302


def test_details_are_changed_by_the_manager_and_refused_with_a_reason(people):
    manager = people["project_manager"]
    client = _client(manager)
    address = reverse("programmes_iati:details", args=("restart",))
    typed = {"identifier": " AZ/1", "sector": "15136", "country": "GE", "revision": "1"}
    refused = client.post(address, typed)
    assert refused.status_code == 422
    assert "Leave out /, &amp;, | and ?" in refused.content.decode()
    assert 'value="15136" selected' in refused.content.decode()
    taken = client.post(address, {**typed, "identifier": "AZ-IVI-SMS-MOBILAZE"})
    assert taken.status_code == 422
    assert "belongs to another project" in taken.content.decode()
    assert client.post(address, {**typed, "identifier": "AZ-IVI-7-R"}).status_code == 302
    assert client.post(address, {**typed, "identifier": "AZ-IVI-7-R"}).status_code == 409
    actor = actor_of(manager)
    with acting(actor):
        record = project_activity("restart", for_actor=actor, base_url=BASE, at=timezone.now())
        assert record.iati_identifier.text == "AZ-IVI-7-R"
        assert record.sector[0].code == "15136"
        assert record.recipient_country[0].code == "GE"
        with pytest.raises(InvalidInput):
            change_profile(
                project=Project.objects.get(code="mobilaze"),
                values={"identifier": "AZ-IVI-7-R"},
                revision=1,
                actor=actor,
                at=timezone.now(),
            )
    with acting(actor_of(people["programme_director"])) as director, pytest.raises(NotPermitted):
        change_profile(
            project=Project.objects.get(code="restart"),
            values={},
            revision=Profile.objects.get().revision,
            actor=director,
            at=timezone.now(),
        )
