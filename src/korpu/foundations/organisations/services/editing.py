"""Organisations and offices are made and changed here."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Protocol, TypeVar

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korpu.foundations.organisations.models import Office, Organisation
from korpu.kernel.errors import Conflict, InvalidInput
from korpu.kernel.texts import Message


class Editor(Protocol):
    """Whoever edits: an actor of the accounts room, of which this room asks one thing."""

    def check(self, permission: str) -> None: ...


Row = TypeVar("Row", Organisation, Office)


@dataclass(frozen=True, slots=True)
class OrganisationData:
    """What can be said of an organisation; fields as in the model."""

    code: str
    kind: str
    country: str
    title_az: str
    title_en: str
    title_ru: str
    active_from: date | None = None
    active_until: date | None = None
    is_fictional: bool = False


@dataclass(frozen=True, slots=True)
class OfficeData:
    """What can be said of an office; fields as in the model."""

    code: str
    title_az: str
    title_en: str
    title_ru: str
    address: str = ""
    email: str = ""


@transaction.atomic
def save_organisation(
    *, organisation: Organisation | None, data: OrganisationData, actor: Editor
) -> Organisation:
    """Make an organisation (None) or change one. Its code never changes.

    Raises:
        NotPermitted: the actor may not edit organisations.
        InvalidInput: a field cannot be right.
        Conflict: the code is taken.
    """
    actor.check("organisations.office.edit")
    if data.active_from and data.active_until and data.active_until < data.active_from:
        sentence = _("The last day cannot be before the first day.")
        raise InvalidInput(sentence, fields={"active_until": sentence})
    return _save(organisation or Organisation(code=data.code), asdict(data))


@transaction.atomic
def save_office(
    *, office: Office | None, organisation: Organisation, data: OfficeData, actor: Editor
) -> Office:
    """Make an office of an organisation (None) or change one. Its code never changes.

    Raises:
        NotPermitted: the actor may not edit offices.
        InvalidInput: a field cannot be right.
        Conflict: the code is taken.
    """
    actor.check("organisations.office.edit")
    return _save(office or Office(code=data.code, organisation=organisation), asdict(data))


def _save(row: Row, values: Mapping[str, object]) -> Row:
    for name, value in values.items():
        if name != "code":
            setattr(row, name, value)
    try:
        row.full_clean(exclude=["organisation", "parent"], validate_unique=False)
    except ValidationError as error:
        raise _refusal(error) from error
    if row.pk is None and type(row).objects.filter(code=row.code).exists():
        raise Conflict(_("This short name is taken."), _("Choose another short name."))
    row.save()
    return row


def _refusal(error: ValidationError) -> InvalidInput:
    fields: dict[str, Message] = {
        name: " ".join(str(one) for one in sentences)
        for name, sentences in error.message_dict.items()
    }
    return InvalidInput(_("Some answers cannot be right."), fields=fields)
