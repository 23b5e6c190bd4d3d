"""Reports to donors: words written by one and reviewed by another, fixed in editions."""

from datetime import date
from io import BytesIO

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse
from pypdf import PdfReader

from korpu.domains.programmes.documents import digest
from korpu.domains.programmes.models import Edition, EditionFile, Narrative, Period, Report
from korpu.domains.programmes.selectors.report import donor_report
from korpu.foundations.accounts.api import acting, system_actor

DAY = date(2026, 11, 22)
CODE = "mobilaze-2"
pytestmark = pytest.mark.django_db


def at(name, *args):
    return reverse(f"programmes:{name}", args=args)


def begun(house, code=CODE):
    client = house.client("project_manager")
    assert client.post(at("begin_report", code), {"first": "", "last": ""}).status_code == 302
    with acting(system_actor()):
        return Report.objects.get(project__code=code)


def issued(client, report, code=CODE):
    """What the director's page offers to issue, sent."""
    page = client.get(at("draft_report", code, report.uuid)).content.decode()
    seen = page.partition('name="seen" value="')[2].partition('"')[0]
    return client.post(at("issue_report", code, report.uuid), {"seen": seen})


def reviewed(client, report):
    """Every draft sent for review, and the answers."""
    with acting(system_actor()):
        drafts = list(Narrative.objects.filter(state="draft").exclude(text=""))
    pages = [(at("review_words", CODE, report.uuid, one.uuid), one.revision) for one in drafts]
    return [client.post(page, {"revision": revision}).status_code for page, revision in pages]


def test_every_figure_of_the_record_leads_to_a_page_that_shows_it(house) -> None:
    client = house.client("project_manager")
    text = client.get(at("report_now", "restart")).content.decode()
    assert "87 (split unknown)" in text
    assert "400,000.00" in text
    with acting(house.actor("project_manager")) as actor:
        made = donor_report("restart", first=None, last=None, on=DAY, for_actor=actor)
    assert len(made.references) >= 2
    for reference in made.references:
        path, _hash, anchor = reference.href.partition("#")
        page = client.get(path)
        assert page.status_code == 200
        assert not anchor or f'id="{anchor}"' in page.content.decode()
    assert client.get(at("report_pdf", "restart")).status_code == 200
    with acting(system_actor()):
        Period.objects.filter(project__code="restart").update(approved_at=None)
    assert "87 (split" not in client.get(at("report_now", "restart")).content.decode()


def test_days_that_end_before_they_begin_are_refused_at_the_field(house) -> None:
    client = house.client("project_manager")
    wrong = {"first": "2020-01-01", "last": "2019-01-01"}
    assert client.get(at("report_now", "restart"), wrong).status_code == 422
    refused = client.post(at("begin_report", "restart"), wrong)
    assert refused.status_code == 422
    assert 'value="2020"' in refused.content.decode()
    days = {"first": "2022-01-01", "last": "2022-12-31"}
    narrow = client.get(at("report_now", "restart"), days).content.decode()
    assert "87 (split unknown)" not in narrow
    assert client.post(at("begin_report", "restart"), days).status_code == 302
    assert client.post(at("begin_report", "restart"), days).status_code == 422


def test_words_are_reviewed_by_another_and_fixed_in_an_edition_the_donor_reads(house) -> None:
    manager, director = house.client("project_manager"), house.client("programme_director")
    donor = house.client("donor")
    report = begun(house)
    page = at("report_words", CODE, report.uuid, "work")
    words = {"az": "Təlimlər keçirildi.\n\nDavam edir.", "en": "Trainings were held.", "ru": ""}
    fresh = {f"revision_{language}": "0" for language in ("az", "en", "ru")}
    assert manager.post(page, words | fresh).status_code == 302
    late = manager.post(page, words | fresh | {"en": "Nothing was held."})
    assert late.status_code == 409
    assert "Trainings were held." in late.content.decode()
    assert "Nothing was held." in late.content.decode()
    assert director.get(page).status_code == 403
    for stranger in (at("draft_report", CODE, report.uuid), page):
        assert donor.get(stranger).status_code in (403, 404)
    assert "Trainings" not in donor.get(at("report", CODE)).content.decode()
    assert "not reviewed" in issued(director, report).content.decode()

    assert set(reviewed(manager, report)) == {403}
    assert reviewed(director, report) == [302, 302]
    missing = issued(director, report)
    assert missing.status_code == 409
    assert "every language" in missing.content.decode()
    again = words | {"revision_az": "2", "revision_en": "2", "revision_ru": "0"}
    assert manager.post(page, again | {"ru": "Проведены обучения."}).status_code == 302
    assert reviewed(director, report) == [302]
    stale = director.post(at("issue_report", CODE, report.uuid), {"seen": "0" * 64})
    assert stale.status_code == 409
    assert issued(manager, report).status_code == 403
    assert issued(director, report).status_code == 302
    assert issued(director, report).status_code == 409

    shown = donor.get(at("edition", CODE, 1))
    assert "Trainings were held." in shown.content.decode()
    for language, told in (("az", "Davam edir."), ("en", "Trainings"), ("ru", "Проведены")):
        file = donor.get(at("edition_pdf", CODE, 1, language))
        document = PdfReader(BytesIO(file.content))
        assert document.root_object["/MarkInfo"]["/Marked"]
        text = "".join(one.extract_text() for one in document.pages)
        assert "MOBILAZE-2" in text
        assert told in text
    assert donor.get(at("edition_pdf", CODE, 1, "de")).status_code == 404
    with acting(system_actor()):
        first = Edition.objects.get()
        assert first.sha256 == digest(first.content)
        assert EditionFile.objects.count() == 3


def test_a_later_change_makes_a_new_edition_and_leaves_the_old_one(house) -> None:
    manager, director = house.client("project_manager"), house.client("programme_director")
    donor, report = house.client("donor"), begun(house)
    page = at("report_words", CODE, report.uuid, "work")
    for number, told in enumerate(("Trainings were held.", "Ten trainings were held.")):
        words = dict.fromkeys(("az", "en", "ru"), told)
        revisions = {f"revision_{language}": 2 * number for language in words}
        assert manager.post(page, words | revisions).status_code == 302
        assert "Ten trainings" not in donor.get(at("report", CODE)).content.decode()
        assert reviewed(director, report) == [302] * 3
        assert issued(director, report).status_code == 302
    old = donor.get(at("edition", CODE, 1)).content.decode()
    assert "later edition" in old
    assert "Ten trainings" not in old
    assert "Ten trainings" in donor.get(at("edition", CODE, 2)).content.decode()


def test_an_edition_is_changed_by_nobody(house) -> None:
    report = begun(house, "restart")
    director = house.client("programme_director")
    assert issued(director, report, "restart").status_code == 302
    for role in ("programme_director", "project_manager"):
        with acting(house.actor(role)):
            edition = Edition.objects.get()
            edition.content = {}
            with pytest.raises(DatabaseError), transaction.atomic():
                edition.save()
            with pytest.raises(DatabaseError), transaction.atomic():
                EditionFile.objects.all().delete()
    with acting(house.actor("donor")):
        assert not Edition.objects.exists()
