"""A publication as those see it who prepare it: what stands there, and what can be done now."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from korpu.domains.information import sentences
from korpu.domains.information.enums import READABLE, Status
from korpu.domains.information.forms.choices import edition_label
from korpu.domains.information.models import Edition, Publication
from korpu.domains.information.permissions import APPROVE, DISTRIBUTE, EDIT, FOLLOW
from korpu.domains.information.policies import may_be_given_out
from korpu.domains.information.selectors.public import PublicationView
from korpu.domains.information.selectors.staff import EditionDesk
from korpu.domains.programmes.api import activity_choices
from korpu.foundations.accounts.api import Actor
from korpu.foundations.codelists.api import titles
from korpu.kernel.texts import Message

Step = tuple[str, Message, str]


def publication_desk(view: PublicationView, *, for_actor: Actor) -> Mapping[str, Any]:
    """What the template of the staff page is given."""
    row = view.publication

    def may(permission: str) -> bool:
        return for_actor.may(permission, compartment_id=row.compartment_id)

    return {
        "view": view,
        "publication": row,
        "activity": _activity(view, for_actor),
        "desks": [
            EditionDesk(one, edition_label(one), view.is_behind(one)) for one in view.editions
        ],
        "may": {
            "edit": may(EDIT),
            "approve": may(APPROVE),
            "distribute": may(DISTRIBUTE),
            "follow": may(FOLLOW),
        },
        "steps": steps_of(row) if may(APPROVE) else [],
        "hindrance": _hindrance(row, for_actor) if may(APPROVE) else "",
        "edition_steps": edition_steps,
        "may_be_given_out": may_be_given_out,
        "public_href": _public_href(row),
        "channels": titles("distribution-channels"),
        "recipients": titles("recipient-groups"),
    }


def steps_of(row: Publication) -> list[Step]:
    """The steps a director may take from here: name, words, where it is sent."""
    named = {
        Status.DRAFT: [("approve", _("Approve"))],
        Status.APPROVED: [("publish", _("Publish")), ("take-back", _("Back to draft"))],
        Status.PUBLISHED: [("take-back", _("Back to draft"))],
    }
    return [
        (name, words, reverse("information:act", args=(row.uuid, name)))
        for name, words in named.get(Status(row.status), [])
    ]


def edition_steps(edition: Edition) -> list[Step]:
    """The steps a director may take with an edition of a public publication."""
    if edition.publication.status != Status.PUBLISHED:
        return []
    named = {Status.DRAFT: ("approve", _("Approve")), Status.APPROVED: ("publish", _("Publish"))}
    step = named.get(Status(edition.status))
    if step is None:
        return []
    return [(*step, reverse("information:edition_act", args=(edition.uuid, step[0])))]


def _hindrance(row: Publication, actor: Actor) -> Message:
    """Why a draft cannot be approved by this actor; empty: it can."""
    if row.status != Status.DRAFT:
        return ""
    if row.created_by_id == actor.id_or_none:
        return f"{sentences.FOUR_EYES} {sentences.FOUR_EYES_HELP}"
    if not (row.title_az and row.title_en and row.title_ru):
        return sentences.SEVERAL_TITLES
    return ""


def _activity(view: PublicationView, actor: Actor) -> str:
    """The title of the activity it belongs to; empty: none, or not one the actor keeps."""
    if view.project is None or view.publication.activity_uuid is None:
        return ""
    known = dict(activity_choices(view.project, for_actor=actor))
    return known.get(str(view.publication.activity_uuid), "")


def _public_href(row: Publication) -> str:
    if row.status not in READABLE:
        return ""
    return reverse("information:publication", args=(row.slug,))
