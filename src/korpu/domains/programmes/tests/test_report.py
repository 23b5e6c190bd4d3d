"""The donor's report: every figure opens to where it comes from."""

from datetime import date
from io import BytesIO

import pytest
from django.urls import reverse
from pypdf import PdfReader

from korpu.domains.programmes.selectors.report import donor_report
from korpu.foundations.accounts.api import acting

DAY = date(2026, 11, 22)
pytestmark = pytest.mark.django_db


def test_every_figure_of_the_report_leads_to_a_page_that_shows_it(house) -> None:
    client = house.client("project_manager")
    text = client.get(reverse("programmes:report", args=["restart"])).content.decode()
    assert "87 (split unknown)" in text
    assert "400,000.00" in text
    with acting(house.actor("project_manager")) as actor:
        made = donor_report("restart", first=None, last=None, on=DAY, for_actor=actor)
    assert len(made.references) >= 3
    for reference in made.references:
        path, _hash, anchor = reference.href.partition("#")
        page = client.get(path)
        assert page.status_code == 200
        assert not anchor or f'id="{anchor}"' in page.content.decode()


def test_the_report_is_a_tagged_pdf_a_donor_downloads_in_the_own_language(house) -> None:
    donor = house.client("donor")
    response = donor.get(reverse("programmes:report_pdf", args=["mobilaze-2"]))
    assert response.status_code == 200
    document = PdfReader(BytesIO(response.content))
    assert document.root_object["/MarkInfo"]["/Marked"]
    text = "".join(page.extract_text() for page in document.pages)
    assert "MOBILAZE-2" in text
    assert donor.get(reverse("programmes:report_pdf", args=["restart"])).status_code == 404


def test_days_that_end_before_they_begin_are_refused_at_the_field(house) -> None:
    client = house.client("project_manager")
    page = reverse("programmes:report", args=["restart"])
    assert client.get(page, {"first": "2020-01-01", "last": "2019-01-01"}).status_code == 422
    narrow = client.get(page, {"first": "2022-01-01", "last": "2022-12-31"}).content.decode()
    assert "87 (split unknown)" not in narrow
