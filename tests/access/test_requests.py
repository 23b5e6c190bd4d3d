"""One request, one transaction, one actor: what is kept, what is undone, what is withheld."""

from collections.abc import Iterator

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.test import Client
from django.urls import path

from korpu.foundations.accounts.api import Request, acting, needs, public, signed_in
from korpu.foundations.accounts.models import User
from korpu.foundations.accounts.services import edit_profile
from korpu.foundations.accounts.testing import make_compartment
from korpu.foundations.audit.api import record_reading
from korpu.foundations.audit.models import Event
from korpu.foundations.audit.running import reading_all
from korpu.kernel.errors import NotPermitted, NotPossibleNow
from korpu.kernel.ids import new_id
from korpu.site.urls import handler403, handler500
from korpu.site.urls import urlpatterns as pages

THING = new_id()


def compartments() -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute("select korpu_compartments()")
        return sorted(cursor.fetchone()[0])


def read_it(request: Request) -> None:
    record_reading(actor=request.actor, object_type="x.y", object_uuid=THING)


def unmarked(request: HttpRequest) -> HttpResponse:
    return HttpResponse("open by mistake")


@signed_in
def reading(request: Request) -> HttpResponse:
    read_it(request)
    return HttpResponse("the file")


@signed_in
def change_then_fail(request: Request) -> HttpResponse:
    edit_profile(user=request.actor.user, full_name="Never", language="ru", actor=request.actor)
    read_it(request)
    raise NotPossibleNow("not now")


@signed_in
def change_then_break(request: Request) -> HttpResponse:
    edit_profile(user=request.actor.user, full_name="Never", language="ru", actor=request.actor)
    read_it(request)
    raise ZeroDivisionError


@signed_in
def refuse_inside(request: Request) -> HttpResponse:
    raise NotPermitted("no", facts={"permission": "x.y.z"})


@needs("audit.event.read")
def auditors_only(request: Request) -> HttpResponse:
    return HttpResponse("the trail")


@signed_in
def what_i_see(request: Request) -> HttpResponse:
    return HttpResponse(",".join(map(str, compartments())))


@signed_in
def streamed(request: Request) -> StreamingHttpResponse:
    read_it(request)

    def rows() -> Iterator[str]:
        yield "rows:"
        yield from map(str, compartments())

    return StreamingHttpResponse(rows())


@public
def for_everybody(request: Request) -> HttpResponse:
    return HttpResponse(f"{request.actor.is_anonymous} {compartments()} {User.objects.count()}")


VIEWS = {
    "unmarked": unmarked,
    "reading": reading,
    "fail": change_then_fail,
    "break": change_then_break,
    "refused": refuse_inside,
    "auditors": auditors_only,
    "see": what_i_see,
    "stream": streamed,
    "public": for_everybody,
}
urlpatterns = [*(path(f"try/{name}/", view) for name, view in VIEWS.items()), *pages]
__all__ = ["handler403", "handler500", "urlpatterns"]

pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]


def noted(kind: str, **filters: object) -> int:
    with reading_all():
        return Event.objects.filter(kind=kind, **filters).count()


def name_of(user: User) -> str:
    with reading_all():
        return User.objects.get(pk=user.pk).full_name


def test_a_page_that_says_nothing_is_refused(cast) -> None:
    for who in ("anonymous", "administrator"):
        with pytest.raises(ImproperlyConfigured, match="says nothing about who may"):
            cast.client(who).get("/try/unmarked/")


def test_a_visitor_sees_no_row_on_a_public_page(cast) -> None:
    make_compartment("readmission")
    assert cast.client("anonymous").get("/try/public/").text == "True [] 0"


def test_a_reading_is_noted_and_sealed_with_the_page(cast) -> None:
    assert cast.client("mentor").get("/try/reading/").text == "the file"
    assert noted("reading", object_uuid=THING, actor_id=cast["mentor"].pk) == 1
    with reading_all(), connection.cursor() as cursor:
        cursor.execute("select count(*) from audit_pending")
        assert cursor.fetchone() == (0,)


@pytest.mark.parametrize(("page", "status"), [("fail", 409), ("break", 500)])
def test_a_failed_page_changes_nothing_and_its_reading_stays(cast, page, status) -> None:
    client = cast.client("mentor")
    client.raise_request_exception = False
    changes = noted("change", object_uuid=cast["mentor"].uuid)
    assert client.get(f"/try/{page}/").status_code == status
    assert name_of(cast["mentor"]) == "mentor"
    assert noted("change", object_uuid=cast["mentor"].uuid) == changes
    assert noted("reading", object_uuid=THING) == 1


def test_what_was_read_is_withheld_when_the_reading_cannot_be_noted(cast, as_role) -> None:
    client = cast.client("mentor")
    with as_role("korpu_owner"), connection.cursor() as cursor:
        cursor.execute("alter function korpu_audit_note(jsonb) rename to korpu_audit_gone")
    answer = client.get("/try/reading/")
    assert answer.status_code == 503
    assert "the file" not in answer.text
    assert client.get("/try/see/").status_code == 200


def test_a_refused_page_is_noted_with_the_permission_it_lacked(cast) -> None:
    client = cast.client("mentor")
    assert client.get("/try/auditors/").status_code == 403
    with reading_all():
        last = Event.objects.filter(kind="refusal").latest("pk").record
    assert last["permission"] == "audit.event.read"
    assert last["actor"] == cast["mentor"].pk
    assert cast.client("auditor").get("/try/auditors/").text == "the trail"


def test_a_refusal_by_a_service_is_noted_too(cast) -> None:
    assert cast.client("mentor").get("/try/refused/").status_code == 403
    with reading_all():
        assert Event.objects.filter(kind="refusal").latest("pk").record["permission"] == "x.y.z"


def test_everybody_sees_their_own_compartments_request_after_request(cast) -> None:
    officer, mentor = cast.client("readmission_officer"), cast.client("mentor")
    theirs = officer.get("/try/see/").text
    others = mentor.get("/try/see/").text
    assert theirs
    assert others
    assert theirs != others
    assert officer.get("/try/see/").text == theirs
    assert cast.client("newcomer").get("/try/see/").text == ""
    assert compartments() == []


def test_a_stream_goes_on_acting_for_the_same_person_while_it_is_sent(cast) -> None:
    client = cast.client("readmission_officer")
    mine = client.get("/try/see/").text
    answer = client.get("/try/stream/")
    assert noted("reading", object_uuid=THING) == 1
    assert b"".join(answer.streaming_content).decode() == f"rows:{mine}"
    assert compartments() == []


def test_acting_for_one_office_holds_for_the_whole_session(cast) -> None:
    client = cast.client("readmission_officer")
    session = client.session
    session["korpu_office"] = cast.office("auditor").pk
    session.save()
    assert client.get("/try/see/").text == ""


@pytest.mark.django_db(transaction=True)
def test_a_pooled_connection_forgets_who_acted(cast) -> None:
    officer = cast.actor("readmission_officer")
    with acting(officer):
        assert compartments() != []
    assert not connection.in_atomic_block
    assert compartments() == []
    with connection.cursor() as cursor:
        cursor.execute("select coalesce(current_setting('korpu.actor', true), '')")
        assert cursor.fetchone() == ("",)


@pytest.mark.django_db(transaction=True)
def test_readings_of_a_committed_and_of_a_rolled_back_request_are_both_there(cast) -> None:
    client: Client = cast.client("mentor")
    client.raise_request_exception = False
    client.get("/try/reading/")
    client.get("/try/break/")
    assert noted("reading", object_uuid=THING) == 2
    assert name_of(cast["mentor"]) == "mentor"
