"""The tabs around a call."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from korpu.domains.calls.models import Call
from korpu.foundations.accounts.api import Actor
from korpu.kernel.texts import Message

TABS = (
    ("call", _("Announcement"), "calls.call.read"),
    ("questions", _("Questions"), "calls.call.read"),
    ("applications", _("Applications"), "calls.application.read"),
    ("board", _("Assessment"), "calls.application.read"),
    ("decision", _("Decision"), "calls.application.read"),
    ("contracts", _("Contracts"), "calls.application.read"),
)


@dataclass(frozen=True, slots=True)
class Tab:
    text: Message
    href: str
    active: bool


def frame(call: Call, active: str, actor: Actor) -> dict[str, object]:
    """The call and its tabs, as far as the actor may open them.

    Of a call held before this system only the announcement is known.
    """
    offered = TABS[:1] if call.is_historical else TABS
    tabs = [
        Tab(text, reverse(f"calls:{name}", args=[call.number]), name == active)
        for name, text, permission in offered
        if actor.may(permission, compartment_id=call.compartment_id)
    ]
    return {"call": call, "tabs": tabs}
