"""One application from receipt to return, act by act."""

from django.urls import reverse

from korpu.domains.readmission.models import (
    Application,
    Arrival,
    Reply,
    TransferNotice,
    TravelDocument,
)
from korpu.domains.readmission.testing import an_application, bring_to
from korpu.foundations.accounts.api import acting
from korpu.foundations.accounts.testing import log_in
from korpu.foundations.casework.api import Case, Letter


def test_an_application_is_answered_and_the_person_returns(house, client, at):
    application = an_application(house, at=at)
    bring_to(house, application.case, "closed_returned", at=at)
    with acting(house.officer):
        case = Case.objects.get(pk=application.case_id)
        assert case.status == "closed_returned"
        assert Reply.objects.get(case=case).kind == "agreed"
        assert {letter.language for letter in Letter.objects.filter(case=case)} == {"az", "en"}
        assert TravelDocument.objects.filter(case=case).count() == 1
        assert TransferNotice.objects.get(case=case).ended_on is not None
        assert Arrival.objects.get(case=case).wants_support
        assert Application.objects.get(case=case).surname == "Məmmədov"
        number = TravelDocument.objects.get(case=case).number
    log_in(client, house.officer.user)
    page = client.get(reverse("casework:case", args=[case.uuid]))
    assert page.status_code == 200
    assert number in page.content.decode()
