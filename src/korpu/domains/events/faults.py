"""What can be wrong with a line of a list, in words."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from korpu.domains.events.models import BatchRow
from korpu.kernel.texts import Message

FAULTS: Mapping[str, Message] = {
    "missing": _("Nothing stands there; it is needed."),
    "too_long": _("The text is too long."),
    "hostile": _("The text has hidden or misleading characters."),
    "not_an_address": _("This is not an e-mail address."),
    "there_already": _("Somebody with this address is on the list already."),
    "full": _("No place was left."),
    "unknown_country": _("Unknown country. Write its name, or a code such as AZE."),
    "unknown_sex": _("Write F, M, or nothing."),
    "unknown_language": _("Write az, en or ru."),
}


def fault_words(row: BatchRow) -> Message | None:
    """Why a line was not taken; None when it was."""
    return FAULTS.get(row.fault)
