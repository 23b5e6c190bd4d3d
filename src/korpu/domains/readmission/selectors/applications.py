"""Applications as those who may see them find them."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from korpu.domains.readmission import sentences
from korpu.domains.readmission.models import Application, EvidenceItem
from korpu.domains.readmission.offices import receiving_compartment
from korpu.domains.readmission.permissions import (
    ENTER_APPLICATION,
    READ_APPLICATION,
    SUBMIT_APPLICATION,
)
from korpu.foundations.accounts.api import Actor
from korpu.foundations.accounts.models import Compartment
from korpu.foundations.ui.tables import Asked, Page, fetch_page
from korpu.kernel.errors import NotFound, NotPermitted

LAST_SIGN = "\U0010ffff"


def application_page(*, for_actor: Actor, asked: Asked[Application]) -> Page[Application]:
    """One page of the applications in the actor's compartments, as owner or as sender."""
    rows = _visible(for_actor)
    filters = asked.filters
    if filters.get("q"):
        rows = rows.filter(_begins("".join(filters["q"].split()).casefold()))
    if filters.get("track"):
        rows = rows.filter(track=filters["track"])
    return fetch_page(rows, asked, key="uuid")


def application_of_case(*, case_uuid: UUID, for_actor: Actor) -> Application:
    """The application a case was opened with.

    Raises:
        NotFound: there is none, or none this reader may know of.
    """
    found = find_application(case_uuid=case_uuid, for_actor=for_actor)
    if found is None:
        raise NotFound(sentences.NO_SUCH_APPLICATION, sentences.NO_SUCH_APPLICATION_DETAIL)
    return found


def find_application(*, case_uuid: UUID, for_actor: Actor) -> Application | None:
    """The application a case was opened with; None: there is none that this reader may know of."""
    return _visible(for_actor).filter(case__uuid=case_uuid).first()


def newest_applications(*, for_actor: Actor, after: UUID | None, most: int) -> list[Application]:
    """Applications from the newest backwards, beginning after one of them; at most ``most``."""
    rows = _visible(for_actor).order_by("-id")
    if after is not None:
        rows = rows.filter(id__lt=application_of_case(case_uuid=after, for_actor=for_actor).pk)
    return list(rows[:most])


def evidence_item(*, uuid: UUID, for_actor: Actor) -> EvidenceItem:
    """One piece of evidence with its file.

    Raises:
        NotFound: there is none, or none this reader may know of.
    """
    found = (
        EvidenceItem.objects.filter(uuid=uuid, application__in=_visible(for_actor))
        .select_related("file", "case")
        .first()
    )
    if found is None:
        raise NotFound(sentences.NO_SUCH_APPLICATION, sentences.NO_SUCH_APPLICATION_DETAIL)
    return found


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody may write applications; ``on_paper``: they enter what came on paper."""

    compartment: Compartment
    on_paper: bool


def writing_places(*, for_actor: Actor) -> list[Place]:
    """Where the actor may write applications; empty: nowhere."""
    sending = for_actor.compartments_with(SUBMIT_APPLICATION)
    rows = Compartment.objects.filter(pk__in=sending).select_related("office__organisation")
    places = [Place(row, on_paper=False) for row in rows]
    if for_actor.may(ENTER_APPLICATION):
        receiving = receiving_compartment()
        if for_actor.may(ENTER_APPLICATION, compartment_id=receiving.pk):
            places.append(Place(receiving, on_paper=True))
    return places


def chosen_place(key: str, *, for_actor: Actor) -> Place:
    """The place of that key.

    Raises:
        NotPermitted: the actor may not write applications there.
    """
    for place in writing_places(for_actor=for_actor):
        if str(place.compartment.pk) == key:
            return place
    raise NotPermitted(sentences.NO_AUTHORITY, facts={"permission": SUBMIT_APPLICATION})


def _begins(key: str) -> Q:
    """References that begin with ``key``, as a range.

    Row-level security lets an index answer a comparison, but not ``LIKE``.
    """
    return Q(reference_key__gte=key, reference_key__lt=f"{key}{LAST_SIGN}")


def _visible(actor: Actor) -> QuerySet[Application]:
    """What row-level security lets through, for whom a role opens applications at all."""
    rows = Application.objects.select_related("case", "requesting_authority")
    return rows if actor.may(READ_APPLICATION) else rows.none()
