"""Setting the identifier of the reporting organisation."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from korpu.domains.programmes.iati.models import ReporterIdentifier
from korpu.domains.programmes.iati.reporting import declared_reporting
from korpu.engines.iati.api import standard_rules
from korpu.foundations.accounts.api import Actor
from korpu.kernel.errors import InvalidInput, NotPermitted
from korpu.kernel.texts import Message, Text

CONFIGURE = "programmes.iati.configure"
NOT_YOURS = Text(
    az="Təşkilatın IATI identifikatorunu inzibatçı daxil edir.",
    en="The identifier of the organisation is set by an administrator.",
    ru="Идентификатор организации задаёт администратор.",
)


@transaction.atomic
def set_reporter(
    *, ref: str, source: str, url: str, actor: Actor, at: datetime
) -> ReporterIdentifier:
    """Set the identifier under which the organisation reports, from now on.

    Raises:
        NotPermitted: the actor does not set it.
        InvalidInput: it begins with no register known to the standard, or has no source.
    """
    if not actor.may(CONFIGURE):
        raise NotPermitted(NOT_YOURS)
    faults: dict[str, Message] = {}
    agency = next((one for one in standard_rules().agencies if ref.startswith(f"{one}-")), "")
    if not agency or len(ref) == len(agency) + 1:
        faults["ref"] = _("Write the code of a register, a hyphen and the number: AZ-IVI-1234567.")
    elif ref == declared_reporting().ref:
        faults["ref"] = _("This is the placeholder. Write the number the register has given.")
    if not source:
        faults["source"] = _("Say where the number can be looked up.")
    if faults:
        raise InvalidInput(_("This cannot be right."), fields=faults)
    return ReporterIdentifier.objects.create(
        ref=ref, source=source, url=url, set_by=actor.user, set_at=at
    )
