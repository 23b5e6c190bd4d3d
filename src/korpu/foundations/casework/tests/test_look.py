"""The pages of cases in a real browser: accessible, on a desk and on a phone."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.browser import DESKTOP, PHONE, axe_violations, screenshot

from korpu.foundations.accounts.api import acting
from korpu.foundations.accounts.testing import make_actor, make_compartment
from korpu.foundations.casework.services.papers import add_note, add_task
from korpu.foundations.casework.services.people import add_party, assign_case
from korpu.foundations.casework.testing import act, make_case, make_counterpart
from korpu.foundations.persons.testing import make_person
from korpu.kernel.texts import Text

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PAGES = {
    "worklist": "/work/?view=office",
    "overview": "/cases/{uuid}/",
    "history": "/cases/{uuid}/log/",
    "papers": "/cases/{uuid}/papers/",
    "work": "/cases/{uuid}/work/",
    "refusal": "/cases/{uuid}/acts/refuse/",
    "procedure": "/procedures/az/readmission-own-national/",
}


@pytest.fixture
def filled(db):
    """An officer with some cases, one of them with one of everything."""
    place, now = make_compartment("readmission"), timezone.now()
    officer = make_actor("readmission_supervisor")
    person = make_person("Məmmədov", "Rauf", compartment=place)
    with acting(officer):
        for days in (200, 40, 20, 9):
            make_case(
                actor=officer,
                compartment=place,
                counterpart=make_counterpart(),
                at=now - timedelta(days=days),
            )
        case = make_case(actor=officer, compartment=place, counterpart=make_counterpart(), at=now)
        add_party(case=case, person=person, part="subject", actor=officer, at=now)
        assign_case(case=case, user=officer.user, actor=officer, at=now)
        add_note(case=case, text="Ailəsinə zəng edildi.", actor=officer, at=now)
        title = Text(az="Arxivə sorğu", en="Ask the archive", ru="Запрос в архив")
        add_task(case=case, title=title, actor=officer, at=now)
        act(case, "begin_examination", officer, note="Sənədlər tamdır.")
    return officer, case


@pytest.mark.parametrize(
    ("language", "size", "viewport"), [("az", "desk", DESKTOP), ("ru", "phone", PHONE)]
)
def test_every_page_of_a_case_is_accessible_and_fits_the_screen(
    filled, open_page, language, size, viewport
) -> None:
    officer, case = filled
    with acting(officer):
        officer.user.language = language
        officer.user.save(update_fields=["language"])
    found = {}
    for name, address in PAGES.items():
        page = open_page(
            address.format(uuid=case.uuid), language=language, viewport=viewport, user=officer.user
        )
        screenshot(page, f"casework-{name}-{language}-{size}")
        wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        found |= {name: axe_violations(page) + ([f"{wide} px too wide"] if wide > 0 else [])}
    assert {name: faults for name, faults in found.items() if faults} == {}
