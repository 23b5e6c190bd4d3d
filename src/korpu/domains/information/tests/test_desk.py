"""The pages of those who prepare publications, as a browser meets them."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from pypdf import PdfWriter

from korpu.domains.information.models import Edition, Publication
from korpu.domains.programmes.api import Project, ProjectRef, activity_choices, load_projects
from korpu.foundations.accounts.api import acting, jurisdiction_folder, system_actor
from korpu.foundations.accounts.services import load_organisations
from korpu.foundations.accounts.testing import log_in, make_office, make_user
from korpu.foundations.organisations.models import Office

pytestmark = pytest.mark.django_db
LIST = "/programmes/publications/"


def browser(user):
    client = Client(headers={"accept-language": "en"})
    log_in(client, user)
    return client


@pytest.fixture
def manager(codes):
    return browser(make_user(role="project_manager"))


@pytest.fixture
def director(codes):
    return browser(make_user(role="programme_director"))


def pdf():
    out, writer = BytesIO(), PdfWriter()
    writer.add_blank_page(72, 72)
    writer.write(out)
    return SimpleUploadedFile("bulleten.pdf", out.getvalue(), "application/pdf")


def projects(*codes):
    folder = jurisdiction_folder()
    with acting(system_actor()) as system:
        load_organisations(file=folder / "organisations.yaml", actor=system)
        load_projects(folder / "projects", actor=system, at=timezone.now())
        return [Project.objects.get(code=code) for code in codes]


def begin(manager, **more):
    sent = {"kind": "bulletin", "title_az": "Bülleten", "title_en": "Bulletin",
            "title_ru": "Бюллетень", "printed_in": ["az"], "new_series": "Yeni seriya",
            "number_in_series": "1", **more}  # fmt: skip
    answer = manager.post(f"{LIST}new/", sent)
    assert answer.status_code == 302, answer.text
    return answer.url


def the(model):
    with acting(system_actor()):
        return model.objects.get()


def test_a_bulletin_goes_from_a_form_to_the_public_and_its_copies_are_counted(manager, director):
    desk = begin(manager)
    manager.post(f"{desk}editions/new/", {"version": "1", "languages": ["az"],
                 "issued_on": "2026-11-01", "issued_precision": "month",
                 "copies_printed": "50"})  # fmt: skip
    edition = the(Edition)
    own = f"{LIST}editions/{edition.uuid}/"
    assert manager.post(f"{own}files/", {"file": pdf(), "title": "Print"}).status_code == 302
    assert manager.post(f"{desk}steps/approve/").status_code == 403
    for act in ("approve", "publish"):
        assert director.post(f"{desk}steps/{act}/").status_code == 302
    address = f"/publications/{the(Publication).slug}/"
    public = Client(headers={"accept-language": "en"}).get(address)
    assert "November 2026" in public.text
    assert "Print" in public.text
    handout = {"channel": "event", "recipients": "students", "copies": "60",
               "given_on": "2026-11-02"}  # fmt: skip
    refused = manager.post(f"{own}handout/", handout)
    assert refused.status_code == 422
    assert 'value="60"' in refused.text
    assert manager.post(f"{own}handout/", handout | {"copies": "20"}).status_code == 302
    page = manager.get(desk).text
    assert "Given out at an event: 20" in page
    entry = edition.uuid  # the log leads to the cancelling of its entries
    assert f"edition-{entry}" in page


def test_a_form_sent_empty_says_what_is_missing_and_keeps_what_was_typed(manager):
    answer = manager.post(f"{LIST}new/", {"author_az": "Yazılan qalır", "number_in_series": "3"})
    assert answer.status_code == 422
    assert "Yazılan qalır" in answer.text
    answer = manager.post(f"{LIST}new/", {"kind": "report", "author_az": "Yazılan qalır"})
    assert answer.status_code == 422
    assert 'href="#id_title_az"' in answer.text


def test_the_note_and_the_projects_own_activity_are_kept_and_a_foreign_one_is_refused(codes):
    one, other = (
        ProjectRef(row.uuid, row.code, row.title) for row in projects("mobilaze-2", "mobilaze")
    )
    with acting(system_actor()) as system:
        office = Office.objects.get(code="sms-projects")
        own, foreign = (activity_choices(ref, for_actor=system)[0][0] for ref in (one, other))
    manager = browser(make_user(role="project_manager", office=office))
    desk = begin(manager, project=str(one.uuid), note_en="Read this first.")
    assert own in manager.get(f"{desk}edit/").text
    sent = {"kind": "bulletin", "title_az": "Bülleten", "project": str(one.uuid)}
    refused = manager.post(f"{desk}edit/", sent | {"activity": foreign, "revision": "1"})
    assert "not one of the project chosen" in refused.text
    kept = {"activity": own, "note_en": "Read this first.", "revision": "1"}
    assert manager.post(f"{desk}edit/", sent | kept).status_code == 302
    form = manager.get(f"{desk}edit/").text
    assert f'value="{own}" selected' in form
    assert "Read this first." in form
    shown = manager.get(desk).text
    assert "Read this first." in shown
    assert "Activity of the project" in shown


def test_a_new_edition_in_several_languages_comes_whole_or_not_at_all(manager):
    desk = begin(manager)
    address = f"{desk}editions/new/languages/"
    sent = {"version": "2", "original": "az"}
    lacking = manager.post(address, sent | {"file_en": pdf()})
    assert lacking.status_code == 422
    assert 'href="#id_file_az"' in lacking.text
    hostile = SimpleUploadedFile("x.pdf", b"<html><script>alert(1)</script>")
    refused = manager.post(address, sent | {"file_az": pdf(), "file_ru": hostile})
    assert 'href="#id_file_ru"' in refused.text
    with acting(system_actor()):
        assert not Edition.objects.exists()
    files = {f"file_{one}": pdf() for one in ("az", "en", "ru")}
    assert manager.post(address, sent | files).status_code == 302
    with acting(system_actor()):
        made = {one.languages[0]: one for one in Edition.objects.prefetch_related("files")}
    assert {code: one.translation_of_id for code, one in made.items()} == {
        "az": None, "en": made["az"].pk, "ru": made["az"].pk,
    }  # fmt: skip
    assert all(len(one.files.all()) == 1 for one in made.values())
    again = manager.post(address, sent | {"file_az": pdf()})
    assert 'href="#id_version"' in again.text


def test_of_two_browsers_the_slower_is_told_and_may_save_after_reading(manager):
    desk = begin(manager)
    sent = {"kind": "bulletin", "title_az": "Birinci", "revision": "1"}
    assert manager.post(f"{desk}edit/", sent).status_code == 302
    slower = manager.post(f"{desk}edit/", sent | {"title_az": "İkinci"})
    assert slower.status_code == 422
    assert 'name="revision" value="2"' in slower.text
    assert "İkinci" in slower.text
    manager.post(f"{desk}edit/", sent | {"title_az": "İkinci", "revision": "2"})
    assert the(Publication).title_az == "İkinci"


def test_the_list_is_narrowed_sorted_and_taken_as_a_file(manager):
    begin(manager)
    begin(manager, kind="report", title_en="Annual report", new_series="", number_in_series="")
    assert "Annual report" in manager.get(f"{LIST}?status=draft&kind=report&sort=title").text
    assert "no such publication" in manager.get(f"{LIST}?status=published").text
    table = b"".join(manager.get(f"{LIST}data.csv?kind=report").streaming_content).decode()
    assert len(table.splitlines()) == 2


def test_somebody_of_another_office_learns_nothing(manager):
    desk = begin(manager)
    other = browser(make_user(role="project_manager", office=make_office("another-office")))
    assert other.get(desk).status_code == 404
    assert other.get(LIST).status_code == 200
    assert "Bülleten" not in other.get(LIST).text
