"""Lists from files: what is taken, what is refused, line by line, and taken back."""

import io
import zipfile
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from openpyxl import Workbook

from korpu.domains.events.lists_in import read_list
from korpu.domains.events.models import Batch, BatchRow, Participant
from korpu.domains.events.services.attendance import Mark, mark_attendance
from korpu.domains.events.services.imports import import_some, request_import, undo_import
from korpu.domains.events.testing import make_announced
from korpu.domains.events.tests.conftest import AFTER, AT, FIRST, ON_THE_DAY
from korpu.foundations.accounts.api import acting, system_actor
from korpu.foundations.accounts.testing import log_in
from korpu.kernel.errors import InvalidInput, NotPossibleNow

LINES = (
    "Soyad;Ad;E-poçt;Qurum;Ölkə;Cinsi",
    "Əliyev;Rauf;rauf@example.org;DSX;Azərbaycan;kişi",
    "Quliyeva;Nərmin;RAUF@example.org;DSX;AZE;qadın",
    ";Adsız;x@example.org;;;",
    "Məmmədov;Elçin;not-an-address;;;",
    "Səfərli;Günel;gunel@example.org;;Atlantis;",
    "Kərimova;Lalə;;;;Q",
)


def given(text, encoding="utf-8-sig"):
    return io.BytesIO(text.encode(encoding))


def taken(event, manager, lines=LINES):
    with acting(manager):
        rows = read_list(given("\r\n".join(lines)))
        batch = request_import(event=event, rows=rows, name="list.csv", actor=manager, at=AT)
    with acting(system_actor()) as system:
        while import_some(batch=batch, actor=system, at=AT):
            pass
    with acting(manager):
        return Batch.objects.get(pk=batch.pk)


def test_each_line_is_reported_and_the_good_ones_are_taken(manager):
    event = make_announced(manager, first=FIRST, at=AT)
    batch = taken(event, manager)
    assert (batch.status, batch.done, batch.added) == ("finished", 6, 2)
    assert (batch.skipped, batch.refused) == (1, 3)
    with acting(manager):
        report = {row.number: (row.column, row.fault) for row in batch.rows.all()}
        people = list(event.participants.all())
        assert not BatchRow.objects.exclude(given={}).exists()
    assert report == {
        2: ("", ""),
        3: ("email", "there_already"),
        4: ("family_name", "missing"),
        5: ("email", "not_an_address"),
        6: ("country", "unknown_country"),
        7: ("", ""),
    }
    assert {(one.family_name, one.country, one.sex) for one in people} == {
        ("Əliyev", "AZE", "M"),
        ("Kərimova", "", "F"),
    }
    again = taken(event, manager)
    assert (again.added, again.skipped) == (1, 2)


def test_a_whole_import_is_taken_back_unless_somebody_of_it_was_there(manager):
    event = make_announced(manager, first=FIRST, at=AT)
    batch = taken(event, manager)
    with acting(manager):
        undo_import(batch=batch, actor=manager, at=AT)
        assert not event.participants.exists()
    batch = taken(event, manager)
    with acting(manager):
        one = event.participants.first()
        half = event.half_days.select_related("event").first()
        mark_attendance(
            half_day=half, marks=[Mark(one.pk, "present", "")], actor=manager, at=ON_THE_DAY
        )
    with acting(manager), pytest.raises(NotPossibleNow, match="1"):
        undo_import(batch=batch, actor=manager, at=AFTER)


def test_the_limit_of_places_holds_for_lists_too(manager):
    event = make_announced(manager, first=FIRST, at=AT, capacity=1)
    batch = taken(event, manager)
    assert batch.added == 1
    with acting(manager):
        assert batch.rows.get(number=7).fault == "full"


def workbook(*lines):
    book, out = Workbook(), io.BytesIO()
    for line in lines:
        book.active.append(line)
    book.save(out)
    return out.getvalue()


def test_a_workbook_is_read_for_its_values_and_a_formula_is_only_text():
    content = workbook(["Family name", "Given names"], ["=1+1", "Nigar"], ["Əliyeva", "Nigar"])
    rows = read_list(io.BytesIO(content))
    assert [row.cells["family_name"] for row in rows] == ["", "Əliyeva"]


@pytest.mark.parametrize(
    "heading", ["SOYADI;ADI", "soyadı;adı", "FAMILY NAME;Given_Names", "ФАМИЛИЯ;Имя"]
)
def test_a_heading_is_known_in_any_case_and_language(heading):
    (row,) = read_list(given(f"{heading}\nƏliyeva;Nigar"))
    assert row.cells["family_name"] == "Əliyeva"
    assert row.cells["given_names"] == "Nigar"


def test_a_workbook_with_macros_or_a_document_type_is_refused():
    plain = workbook(["Family name", "Given names"], ["Əliyeva", "Nigar"])
    for name, part in (("xl/vbaProject.bin", b"x"), ("xl/x.xml", b"<!DOCTYPE x []><x/>")):
        content = io.BytesIO(plain)
        with zipfile.ZipFile(content, "a") as packed:
            packed.writestr(name, part)
        with pytest.raises(InvalidInput):
            read_list(io.BytesIO(content.getvalue()))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("Soyad,Ad\nƏliyev,Rauf".encode("utf-16"), "CSV"),
        ("Soyad,Ad\nÇələbi,Rauf".encode("cp1254", "replace"), "UTF-8"),
        (b"", "bo"),
        (b"Surname only\nX", "given_names"),
        (b"surname,name,soyad\nA,B,C", "soyad"),
        (b"PK\x03\x04 not a workbook", ""),
        (b"surname,name\n", ""),
        (b"%PDF-1.7 ...", "CSV"),
        (b"x" * 5_000_001, "5 MB"),
    ],
    ids=["utf-16", "cp1254", "empty", "missing", "twice", "no-zip", "heading", "pdf", "large"],
)
def test_a_file_that_cannot_be_read_is_refused_with_the_reason(content, said):
    with pytest.raises(InvalidInput) as refused:
        read_list(io.BytesIO(content))
    assert said in str(refused.value.fields["file"])


def test_the_page_takes_a_list_and_shows_how_far_it_is(manager, client):
    coming = timezone.localdate() + timedelta(days=9)
    event = make_announced(manager, first=coming, at=timezone.now())
    log_in(client, manager.user)
    page = reverse("events:import", args=(event.uuid,))
    wrong = SimpleUploadedFile("list.csv", "Soyad\nƏliyev".encode())
    refused = client.post(page, {"file": wrong})
    assert refused.status_code == 422
    assert "given_names" in refused.content.decode()
    right = SimpleUploadedFile("list.csv", "\n".join(LINES).encode())
    sent = client.post(page, {"file": right})
    assert "Waiting for its turn" in client.get(sent["Location"]).content.decode()
    again = client.post(page, {"file": SimpleUploadedFile("b.csv", "\n".join(LINES).encode())})
    assert again.status_code == 422
    with acting(manager):
        assert not Participant.objects.filter(event=event).exists()
