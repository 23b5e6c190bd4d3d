"""What the pages of one case share."""

from collections.abc import Mapping
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from korpu.foundations.accounts.api import Request
from korpu.foundations.casework.enums import Audience
from korpu.foundations.casework.models import Case
from korpu.foundations.casework.received import Received, tell_received
from korpu.foundations.casework.selectors.cases import get_case
from korpu.foundations.casework.selectors.frame import frame_of


def case_page(
    request: Request, case: Case, tab: str, context: Mapping[str, object], *, status: int = 200
) -> HttpResponse:
    """One tab of a case page in the frame that all tabs share."""
    frame = frame_of(case=case, for_actor=request.actor, on=timezone.localdate())
    if frame.side is Audience.COUNTERPART:
        tell_received(Received([case], request.actor, timezone.now()))
    shown = {"case": case, "frame": frame, "tab": tab, **context}
    return render(request, f"casework/case/{tab}.html", shown, status=status)


def read_case(request: Request, uuid: UUID) -> Case:
    """The case of this address; the reading is recorded, once for the page."""
    return get_case(uuid=uuid, for_actor=request.actor)
