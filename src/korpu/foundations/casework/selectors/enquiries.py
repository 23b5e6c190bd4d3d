"""Questions to other bodies: for the office that asks, and for the body that answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import connection
from django.utils import timezone

from korpu.foundations.accounts.api import Actor
from korpu.foundations.audit.api import names_of
from korpu.foundations.casework import wording
from korpu.foundations.casework.models import Attachment, Case, Enquiry
from korpu.foundations.casework.selectors.sharing import OUTSIDE
from korpu.foundations.casework.services.feeds import digest
from korpu.foundations.organisations.models import Organisation
from korpu.kernel.errors import NotFound

MOST = 200
LINK_LIVES = timedelta(days=30)
"""After the last day of the answer; then the link is dead and a reminder sends a new one."""


@dataclass(frozen=True, slots=True)
class ShownEnquiry:
    """A question with what a page says beside it.

    Attributes:
        state: ``open``, ``late``, ``answered`` or ``withdrawn``.
        by: who asked.
    """

    enquiry: Enquiry
    state: str
    by: str
    files: Sequence[Attachment] = ()


def bodies_to_ask(*, case: Case, for_actor: Actor) -> list[tuple[str, str]]:  # noqa: ARG001
    """Key and name of the bodies of the country that can be asked: not the office's own."""
    found = Organisation.objects.exclude(kind__in=OUTSIDE)
    found = found.exclude(pk=case.compartment.office.organisation_id)
    return [(str(one.pk), str(one.title)) for one in found.order_by("code")]


def enquiries_of(*, case: Case, for_actor: Actor, on: date) -> list[ShownEnquiry]:  # noqa: ARG001
    """The questions about a case, the latest first."""
    found = Enquiry.objects.filter(case=case).select_related("organisation")
    asked = list(found.order_by("-asked_at")[:MOST])
    names = names_of({one.asked_by_id for one in asked})
    return [ShownEnquiry(one, state_of(one, on), names.get(one.asked_by_id, "")) for one in asked]


def get_enquiry(*, case: Case, uuid: UUID, for_actor: Actor) -> Enquiry:  # noqa: ARG001
    """One question about a case.

    Raises:
        NotFound: there is none the actor may see.
    """
    found = Enquiry.objects.filter(case=case, uuid=uuid).select_related("organisation", "case")
    return _one(found.first())


def shown_enquiry(*, enquiry: Enquiry, for_actor: Actor, on: date) -> ShownEnquiry:  # noqa: ARG001
    """The question with its answer's files."""
    files = list(enquiry.files.select_related("file").order_by("attached_at"))
    names = names_of({enquiry.asked_by_id})
    by = names.get(enquiry.asked_by_id, "")
    return ShownEnquiry(enquiry, state_of(enquiry, on), by, files)


def asked_of_us(*, for_actor: Actor, on: date) -> list[ShownEnquiry]:
    """Open questions to the actor's own organisation, the most pressing first."""
    organisation = for_actor.user.organisation_id
    found = Enquiry.objects.filter(
        organisation=organisation, answered_at=None, withdrawn_at=None
    ).order_by("due_on", "pk")
    return [ShownEnquiry(one, state_of(one, on), "") for one in found[:MOST]]


def question_to_us(*, uuid: UUID, for_actor: Actor) -> Enquiry:
    """One question to the actor's own organisation, answered or not.

    Raises:
        NotFound: there is none.
    """
    organisation = for_actor.user.organisation_id
    return _one(Enquiry.objects.filter(uuid=uuid, organisation=organisation).first())


def enquiry_behind(*, token: str, for_actor: Actor, at: datetime) -> Enquiry:  # noqa: ARG001
    """The open question a secret link leads to; asked by the service's own hand.

    Raises:
        NotFound: no such link, or the question has ended, or the link is too old: all alike.
    """
    with connection.cursor() as cursor:
        cursor.execute("select korpu_enquiry_behind(%s)", [digest(token)])
        (key,) = cursor.fetchone()
    found = _one(Enquiry.objects.filter(pk=key, answered_at=None, withdrawn_at=None).first())
    if timezone.localdate(at) > found.due_on + LINK_LIVES:
        raise NotFound(wording.NO_SUCH_QUESTION)
    return found


def overdue_enquiries(*, on: date, late_by: timedelta, for_actor: Actor) -> list[Enquiry]:  # noqa: ARG001
    """Open questions whose last day is more than ``late_by`` before a day."""
    found = Enquiry.objects.filter(
        answered_at=None, withdrawn_at=None, due_on__lt=on - late_by, case__closed_at=None
    )
    return list(found.select_related("case").order_by("due_on", "pk")[:500])


def state_of(enquiry: Enquiry, on: date) -> str:
    """``open``, ``late``, ``answered`` or ``withdrawn``."""
    if enquiry.answered_at is not None:
        return "answered"
    if enquiry.withdrawn_at is not None:
        return "withdrawn"
    return "late" if enquiry.due_on < on else "open"


def _one(found: Enquiry | None) -> Enquiry:
    if found is None:
        raise NotFound(wording.NO_SUCH_QUESTION)
    return found
