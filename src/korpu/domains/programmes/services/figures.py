"""Saving the figures of the logical framework, all at once or none."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korpu.domains.programmes.models import Indicator, Period
from korpu.domains.programmes.services.parts import change_part
from korpu.foundations.accounts.api import Actor
from korpu.kernel.errors import Conflict, InvalidInput, NotPossibleNow
from korpu.kernel.texts import Message


@dataclass(frozen=True)
class RowChange:
    """Cells of one row: the part, the revision it was read at, its new columns."""

    part: Indicator | Period
    revision: int
    values: Mapping[str, Any]


@transaction.atomic
def save_figures(*, rows: Sequence[RowChange], actor: Actor, at: datetime) -> int:
    """Keep every changed row; returns how many.

    Raises:
        NotPermitted: the actor does not keep the project.
        InvalidInput: with fields ``<column>-<uuid of the part>``; nothing is kept.
    """
    faults: dict[str, Message] = {}
    for row in rows:
        try:
            change_part(part=row.part, values=row.values, revision=row.revision, actor=actor, at=at)
        except InvalidInput as error:
            faults |= _at_cells(row, error.fields)
        except (Conflict, NotPossibleNow) as error:
            faults |= _at_cells(row, dict.fromkeys(row.values, str(error)))
    if faults:
        raise InvalidInput(_("Nothing was saved: some figures cannot be kept."), fields=faults)
    return len(rows)


def _at_cells(row: RowChange, fields: Mapping[str, Message]) -> dict[str, Message]:
    """A fault at a cell that is on the screen; one of another column at the first cell."""
    shown = [name for name in row.values if not name.endswith("_state")]
    return {
        f"{name if name in shown else shown[0]}-{row.part.uuid}": words
        for name, words in fields.items()
    }
