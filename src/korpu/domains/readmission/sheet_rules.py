"""What the items of a declared form must satisfy, wherever they come from."""

from collections.abc import Callable, Iterator
from datetime import date

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from korpu.domains.readmission.sheets import Item, Sheet
from korpu.domains.readmission.statement import Particular, Statement
from korpu.domains.readmission.text_rules import (
    EARLIEST,
    LINE_LENGTH,
    MOST_ESCORTS,
    TEXT_LENGTH,
    Fault,
    past_date_fault,
    text_fault,
)
from korpu.kernel.texts import Message

IsCode = Callable[[str, str], bool]
NOT_LISTED: Message = _("Choose one of the listed values.")
LENGTHS = {"text": LINE_LENGTH, "long_text": TEXT_LENGTH}


def particulars_faults(
    sheet: Sheet, statement: Statement, *, on: date, is_code: IsCode
) -> Iterator[tuple[str, Fault]]:
    """The faults of the items only this form asks for, by item."""
    for item in sheet.own_items:
        value = statement.says(item.name)
        if value is None:
            yield item.name, _("Answer this question.") if item.required else None
        else:
            yield item.name, _fault(item, value, on, is_code)
            yield item.name, _order_fault(item, value, sheet, statement)
    if sheet.asks("nationality"):
        yield "nationality", _nationality_fault(statement)


def missing_items(sheet: Sheet, statement: Statement) -> tuple[str, ...]:
    """Items without which it can be submitted but not examined, in the order of the form."""
    missing = [i.name for i in sheet.items if i.needed and statement.says(i.name) is None]
    lists = [s.id for s in sheet.sections if s.needed and s.lists]
    return (*missing, *(name for name in lists if not statement.evidence))


def _fault(item: Item, value: Particular, on: date, is_code: IsCode) -> Fault:
    if isinstance(value, date):
        return _date_fault(item, value, on)
    if item.kind == "choice":
        return None if value in dict(item.values) else NOT_LISTED
    if item.kind == "code":
        return None if is_code(item.codelist, str(value)) else NOT_LISTED
    if item.kind == "number":
        fits = isinstance(value, int) and 0 <= value <= MOST_ESCORTS
        return None if fits else _("Enter a number from 0 to 50.")
    if item.kind == "yes_no":
        return None if isinstance(value, bool) else _("Answer yes or no.")
    return text_fault(str(value), longest=LENGTHS[item.kind])


def _date_fault(item: Item, value: date, on: date) -> Fault:
    if item.when == "past":
        return past_date_fault(value, on=on)
    if item.when == "future" and value < on:
        return _("The day cannot be in the past.")
    return _("The date must be in 1900 or later.") if value < EARLIEST else None


def _order_fault(item: Item, value: Particular, sheet: Sheet, statement: Statement) -> Fault:
    other = statement.says(item.not_before) if item.not_before else None
    if not (isinstance(value, date) and isinstance(other, date)) or value >= other:
        return None
    named = next(one for one in sheet.items if one.name == item.not_before)
    return format_lazy(_("This day cannot be before: {other}."), other=named.title)


def _nationality_fault(statement: Statement) -> Fault:
    stateless, nationality = statement.says("stateless"), statement.says("nationality")
    if stateless is True and nationality:
        return _("Leave the nationality empty for a stateless person.")
    if stateless is False and not nationality:
        return _("Choose the nationality, or say that the person is stateless.")
    return None
