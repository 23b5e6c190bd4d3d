"""Receipts of decisions."""

import json
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from korpu.foundations.accounts.api import Request, needs
from korpu.foundations.casework.api import get_case
from korpu.foundations.casework.selectors.frame import frame_of
from korpu.foundations.law.selectors.receipts import receipt_file, receipts_of


@needs("casework.case.read")
@require_GET
def index(request: Request, uuid: UUID) -> HttpResponse:
    """The receipts of a case."""
    case = get_case(uuid=uuid, for_actor=request.actor)
    frame = frame_of(case=case, for_actor=request.actor, on=timezone.localdate())
    found = receipts_of(case=case, for_actor=request.actor)
    context = {"case": case, "frame": frame, "tab": "law:receipts", "receipts": found}
    return render(request, "law/receipts.html", context)


@needs("casework.case.read")
@require_GET
def download(request: Request, uuid: UUID, seq: int) -> HttpResponse:
    """One receipt with everything that is needed to check it."""
    content = receipt_file(case_uuid=uuid, seq=seq, for_actor=request.actor)
    text = json.dumps(content, ensure_ascii=False, indent=1)
    answer = HttpResponse(text, content_type="application/json; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="receipt-{seq}.json"'
    answer["Cache-Control"] = "no-store"
    return answer
