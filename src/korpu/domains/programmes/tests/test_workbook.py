"""A project out as XLSX and in again: nothing lost, nothing executed, nothing half applied."""

import zipfile
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from korpu.domains.programmes.models import Indicator, Objective, Project, Result
from korpu.domains.programmes.services.workbooks import (
    apply_workbook,
    counts,
    hand_in,
    try_workbook,
)
from korpu.domains.programmes.workbooks.reading import read_workbook
from korpu.domains.programmes.workbooks.writing import workbook_of
from korpu.foundations.accounts.api import acting, system_actor
from korpu.foundations.files.api import LARGEST_WORKBOOK
from korpu.kernel.errors import InvalidInput, NotPossibleNow

pytestmark = pytest.mark.django_db
AT = timezone.now()


def book_of(house, code):
    with acting(house.actor("project_manager")):
        return load_workbook(BytesIO(workbook_of(Project.objects.get(code=code))))


def saved(book):
    made = BytesIO()
    book.save(made)
    return made.getvalue()


def column(sheet, name):
    return next(cell.column for cell in sheet[1] if cell.value == name)


def tried(house, code, content, mode="both"):
    with acting(house.actor("project_manager")) as actor:
        project = Project.objects.get(code=code)
        book = hand_in(
            project=project, name="b.xlsx", content=content, mode=mode, actor=actor, at=AT
        )
        return book, try_workbook(workbook=book, actor=actor, at=AT)


def refusal(content):
    with pytest.raises(InvalidInput) as refused:
        read_workbook(content)
    return str(refused.value.fields["file"])


def test_what_comes_out_goes_in_again_without_a_change(house) -> None:
    for code in house.projects:
        _book, reports = tried(house, code, saved(book_of(house, code)))
        assert counts(reports) == {
            "added": 0,
            "updated": 0,
            "unchanged": len(reports),
            "refused": 0,
        }, [(one.kind.id, one.row, one.faults, one.changes) for one in reports if one.faults]
        assert len(reports) > 8


def test_a_blank_cell_keeps_and_new_rows_may_point_at_each_other(house) -> None:
    book = book_of(house, "restart")
    sheet = book["objectives"]
    sheet.cell(3, column(sheet, "title_en")).value = "A better wording"
    sheet.cell(3, column(sheet, "title_ru")).value = None
    results, indicators = book["results"], book["indicators"]
    for name, value in (("key", "new-result"), ("level", "output"), ("title_az", "Yeni nəticə")):
        results.cell(4, column(results, name)).value = value
    given = {"result": "new-result", "title_az": "Sayı", "unit": "events", "is_rising": "yes"}
    for name, value in given.items():
        indicators.cell(4, column(indicators, name)).value = value
    workbook, reports = tried(house, "restart", saved(book))
    assert counts(reports)["refused"] == 0
    with acting(house.actor("project_manager")) as actor:
        assert not Result.objects.filter(key="new-result").exists()
        apply_workbook(workbook=workbook, actor=actor, at=AT)
        goal = Objective.objects.get(project__code="restart", key="goal")
        assert goal.title_en == "A better wording"
        assert goal.title_ru.startswith("Поддержать")
        assert Indicator.objects.get(title_az="Sayı").result.key == "new-result"
        with pytest.raises(NotPossibleNow):
            apply_workbook(workbook=workbook, actor=actor, at=AT)


def test_one_row_at_fault_keeps_all_of_them_out_and_is_named(house) -> None:
    book = book_of(house, "restart")
    objectives, parties = book["objectives"], book["organisations"]
    objectives.cell(3, column(objectives, "title_en")).value = "A better wording"
    parties.cell(3, column(parties, "organisation")).value = "nobody"
    workbook, reports = tried(house, "restart", saved(book))
    (fault,) = [one for one in reports if one.faults]
    assert (fault.kind.id, fault.row) == ("organisations", 3)
    assert fault.faults[0][0] == "organisation"
    with acting(house.actor("project_manager")) as actor:
        with pytest.raises(NotPossibleNow):
            apply_workbook(workbook=workbook, actor=actor, at=AT)
        assert "better" not in Objective.objects.get(project__code="restart").title_en


def test_the_choice_between_adding_and_updating_is_obeyed_and_an_old_copy_is_refused(house) -> None:
    book = book_of(house, "restart")
    sheet = book["objectives"]
    sheet.cell(3, column(sheet, "title_en")).value = "A better wording"
    _workbook, reports = tried(house, "restart", saved(book), mode="add")
    assert counts(reports)["refused"] == 1
    with acting(system_actor()):
        Objective.objects.filter(project__code="restart").update(revision=2)
    _workbook, reports = tried(house, "restart", saved(book))
    assert counts(reports)["refused"] == 1


def test_renamed_columns_formulas_macros_bombs_and_other_files_are_refused(house) -> None:
    book = book_of(house, "restart")
    book["objectives"].cell(1, 4).value = "heading"
    assert "heading" in refusal(saved(book))
    formula = book_of(house, "restart")
    formula["objectives"].cell(3, 5).value = "=1+1"
    assert "E" in refusal(saved(formula)) or "title" in refusal(saved(formula))
    with_macro = BytesIO(saved(book_of(house, "restart")))
    with zipfile.ZipFile(with_macro, "a") as packed:
        packed.writestr("xl/vbaProject.bin", b"x")
    assert refusal(with_macro.getvalue())
    bomb = BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b"0" * 61_000_000)
    assert refusal(bomb.getvalue())
    entity = BytesIO()
    with zipfile.ZipFile(entity, "w") as packed:
        packed.writestr("xl/workbook.xml", b'<?xml version="1.0"?><!DOCTYPE x []><x/>')
    assert refusal(entity.getvalue())
    assert refusal(b"key;title\n1;2")
    assert refusal(b"PK\x03\x04 and nothing else")
    assert refusal(b"PK\x03\x04" + b"0" * LARGEST_WORKBOOK)


def test_the_pages_show_the_preview_before_anything_changes(house) -> None:
    client = house.client("project_manager")
    address = reverse("programmes:workbook", args=["restart"])
    assert client.get(address).status_code == 200
    assert client.post(address, {"mode": "both"}).status_code == 422
    content = client.get(reverse("programmes:workbook_xlsx", args=["restart"])).content
    book = load_workbook(BytesIO(content))
    sheet = book["objectives"]
    sheet.cell(3, column(sheet, "title_en")).value = "=A better wording"
    sheet.cell(3, column(sheet, "title_en")).data_type = "s"
    file = SimpleUploadedFile("x.xlsx", saved(book))
    response = client.post(address, {"mode": "update", "file": file})
    assert response.status_code == 302, response.content.decode()[:3000]
    preview = client.get(response["Location"])
    assert "=A better wording" in preview.content.decode()
    with acting(system_actor()):
        assert not Objective.objects.filter(title_en__contains="better").exists()
    assert client.post(response["Location"]).status_code == 302
    with acting(system_actor()):
        assert Objective.objects.filter(title_en="=A better wording").exists()
    assert client.get(response["Location"]).status_code == 200
    donor = house.client("donor")
    assert donor.get(reverse("programmes:workbook", args=["mobilaze-2"])).status_code == 403
