"""What the readings of this room's own pages are for, in words."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from korpu.kernel.texts import Message

PURPOSES: Mapping[str, Message] = {
    "search": _("Shown in a search"),
    "page": _("Page of the person"),
    "readers": _("List of readers"),
    "change": _("Recording a fact or a document"),
    "compare": _("Comparing two records"),
    "hold": _("Holds of protection"),
}
