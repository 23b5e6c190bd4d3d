"""The registers all projects share, for those who keep projects."""

from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from korpu.domains.programmes.models import Instrument, Source
from korpu.foundations.accounts.api import Actor
from korpu.kernel.errors import NotFound
from korpu.kernel.texts import Text

Entry = Source | Instrument
NO_ENTRY = Text(
    az="Reyestrdə belə qeyd yoxdur.",
    en="There is no such entry in the register.",
    ru="В реестре нет такой записи.",
)


def entries(
    model: type[Source] | type[Instrument], *, for_actor: Actor, text: str = "", ended: str = ""
) -> QuerySet[Any]:
    """Entries of a register; for paging. ``ended``: ``yes`` gives those taken out."""
    del for_actor  # what is published elsewhere is no secret of anybody
    rows = model.objects.filter(removed_at__isnull=ended != "yes")
    if text:
        named = Q(title_az__icontains=text) | Q(title_en__icontains=text)
        rows = rows.filter(named | Q(title_ru__icontains=text) | Q(code__icontains=text))
    return rows


def get_entry(model: type[Source] | type[Instrument], uuid: UUID, *, for_actor: Actor) -> Entry:
    """An entry, taken out or not.

    Raises:
        NotFound: there is none.
    """
    del for_actor  # the same
    found = model.objects.filter(uuid=uuid).first()
    if found is None:
        raise NotFound(NO_ENTRY)
    return found
