"""Every decision leaves a receipt; it is taken out of the case's page and checks offline."""

import json
from argparse import Namespace
from pathlib import Path

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from korpu.engines.procedure.receipt_command import check_file
from korpu.foundations.accounts.api import acting
from korpu.foundations.accounts.testing import make_actor, make_office
from korpu.foundations.casework.testing import act, make_case
from korpu.foundations.law.models import Receipt
from korpu.foundations.law.tests.test_pages import browser

pytestmark = pytest.mark.django_db


def test_a_decision_leaves_a_receipt_that_a_court_can_run_again(tmp_path: Path) -> None:
    officer = make_actor("readmission_officer")
    with acting(officer):
        case = make_case(actor=officer)
        act(case, "begin_examination", officer)
        act(case, "confirm_identity", officer)
        decided = act(case, "agree", officer, note="Nationality is proven.")
    with acting(officer):
        receipt = Receipt.objects.get(act=decided)
        assert receipt.procedure_digest == decided.procedure_digest
    desk = browser(officer)
    page = desk.get(reverse("law:receipts", args=[case.uuid]))
    assert receipt.digest[:16] in page.content.decode()
    answer = desk.get(reverse("law:receipt", args=[case.uuid, decided.seq]))
    file = tmp_path / "receipt.json"
    file.write_bytes(answer.content)
    assert check_file(Namespace(file=file)) == 0
    content = json.loads(answer.content)
    assert content["reasons"] == "Nationality is proven."
    assert desk.get(reverse("law:receipt", args=[case.uuid, 99])).status_code == 404
    stranger = make_actor("readmission_officer", office=make_office("sms-elsewhere"))
    assert browser(stranger).get(
        reverse("law:receipt", args=[case.uuid, decided.seq])
    ).status_code in (403, 404)
    with acting(officer):
        with pytest.raises(DatabaseError), transaction.atomic():
            Receipt.objects.filter(act=decided).update(digest="0" * 64)
        assert Receipt.objects.filter(act=decided)._raw_delete("default") == 0
