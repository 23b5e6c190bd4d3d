"""The particulars of a declared form as they are kept, and back again."""

from collections.abc import Mapping
from datetime import date

from korpu.domains.readmission.sheets import Sheet
from korpu.domains.readmission.statement import Particular, Statement
from korpu.engines.procedure.api import FactValue


def kept(sheet: Sheet, statement: Statement) -> dict[str, object]:
    """What the form's own items were answered with; unstated items are left out."""
    stated = {item.name: statement.says(item.name) for item in sheet.own_items}
    return {name: plain(value) for name, value in stated.items() if value is not None}


def plain(value: object) -> object:
    """A value as JSON holds it."""
    return value.isoformat() if isinstance(value, date) else value


def read_back(sheet: Sheet, content: Mapping[str, object]) -> dict[str, Particular]:
    """The particulars ``kept`` gave; what the form no longer knows is kept as it stands."""
    dates = {item.name for item in sheet.own_items if item.kind == "date"}
    return {
        name: date.fromisoformat(str(value)) if name in dates else value  # type: ignore[misc]  # JSON holds nothing else
        for name, value in content.items()
    }


def stated_facts(sheet: Sheet, statement: Statement) -> dict[str, FactValue]:
    """The facts of the procedure that the form's answers state."""
    return {item.fact: statement.says(item.name) for item in sheet.items if item.fact}
