"""Taking attendance: on the list, by the code in the room, by a participant's own code."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from korpu.domains.events import links
from korpu.domains.events.forms.attendance import read_marks, roll_rows
from korpu.domains.events.forms.outcome import RoomForm
from korpu.domains.events.permissions import PARTICIPANTS
from korpu.domains.events.qr import qr_svg
from korpu.domains.events.selectors.events import half_day_of, half_days_with_counts
from korpu.domains.events.selectors.people import badge_page, roll, room_page
from korpu.domains.events.services.attendance import (
    mark_attendance,
    mark_by_badge,
    mark_by_room_code,
)
from korpu.domains.events.views.joining import secret
from korpu.domains.events.views.people import file_of
from korpu.domains.events.views.staff import UNPROCESSABLE, page, posted, site_of
from korpu.foundations.accounts.api import Request, needs, public
from korpu.kernel.errors import Conflict, InvalidInput, NotFound, NotPossibleNow

PAGE = 200
CONFLICT = 409


@needs(PARTICIPANTS)
def attendance(request: Request, uuid: UUID) -> HttpResponse:
    """Half-days, and how many were there."""
    file = file_of(request, uuid)
    halves = half_days_with_counts(file.event)
    today = timezone.localdate()
    return page(request, "attendance", file, "attendance", halves=halves, today=today)


@needs(PARTICIPANTS)
def half_day(request: Request, uuid: UUID, half: UUID) -> HttpResponse:
    """The roll of one half-day."""
    file = file_of(request, uuid)
    found = half_day_of(event=file.event, uuid=half)
    number = max(1, int(request.GET.get("page", "1")[:4] or 1) if _is_number(request) else 1)
    first = (number - 1) * PAGE
    rolled = roll(half_day=found, for_actor=request.actor, first=first, count=PAGE + 1)
    shown, context = rolled[:PAGE], {"half": found, "number": number, "more": len(rolled) > PAGE}
    marks = read_marks(request.POST, shown) if request.method == "POST" else []
    try:
        if request.method == "POST":
            count = mark_attendance(
                half_day=found, marks=marks, actor=request.actor, at=timezone.now()
            )
            messages.success(request, _("Saved: %(count)s changes.") % {"count": count})
            return redirect(request.get_full_path())
    except InvalidInput as error:
        rows = roll_rows(shown, marks, dict(error.fields))
        return page(request, "roll", file, "attendance", rows=rows, refused=error, **context,
                    has_faults=True)  # fmt: skip
    except (Conflict, NotPossibleNow) as error:
        rows = roll_rows(shown, marks)
        answer = page(request, "roll", file, "attendance", rows=rows, refused=error, **context)
        answer.status_code = CONFLICT
        return answer
    return page(request, "roll", file, "attendance", rows=roll_rows(shown), refused=None, **context)


@needs(PARTICIPANTS)
def room_code(request: Request, uuid: UUID, half: UUID) -> HttpResponse:
    """A code to show in the room; a new one every minute, also without scripts by a link."""
    file = file_of(request, uuid)
    found = half_day_of(event=file.event, uuid=half)
    where = links.address(site_of(request), "events:attend", token=links.room_token(found.uuid))
    context = {
        "half": found,
        "qr": qr_svg(where, _("Code of the room as a picture, for participants to scan")),
        "address": where,
        "every": links.ROOM_CODE_REFRESH_SECONDS,
    }
    if request.headers.get("HX-Request"):
        return secret(render(request, "events/staff/room_qr.html", context | {"event": file.event}))
    return secret(page(request, "room_code", file, "attendance", **context))


@needs(PARTICIPANTS)
def badge(request: Request, token: str) -> HttpResponse:
    """An organiser's phone has read a participant's code."""
    shown = badge_page(token=token, for_actor=request.actor, on=timezone.localdate())
    if request.method == "POST":
        half = half_day_of(event=shown.event, uuid=_uuid(request.POST.get("half", "")))
        mark_by_badge(token=token, half_day=half, actor=request.actor, at=timezone.now())
        messages.success(request, _("%(name)s is marked present.") % {"name": shown.person})
        return redirect("events:badge", token)
    return secret(render(request, "events/staff/badge.html", {"shown": shown}))


@public
def attend(request: Request, token: str) -> HttpResponse:
    """A participant has scanned the code of the room, and types the code of the registration."""
    shown = room_page(token=token)
    form = RoomForm(posted(request))
    is_done = False
    if form.is_valid():
        try:
            mark_by_room_code(token=token, code=form.cleaned_data["code"], at=timezone.now())
            is_done = True
        except (NotFound, NotPossibleNow) as error:
            form.add_error("code", str(error))
    context = {"shown": shown, "form": form, "is_done": is_done}
    status = UNPROCESSABLE if form.errors else 200
    return secret(render(request, "events/mine/attend.html", context, status=status))


def _is_number(request: Request) -> bool:
    return request.GET.get("page", "1").isascii() and request.GET.get("page", "1").isdigit()


def _uuid(typed: str) -> UUID:
    try:
        return UUID(typed)
    except ValueError as wrong:
        raise NotFound(_("There is no such half-day.")) from wrong
