"""The registers all projects share: sources and legal instruments."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from korpu.domains.programmes.forms.registers import (
    EntryFilters,
    EntryForm,
    InstrumentForm,
    SourceForm,
)
from korpu.domains.programmes.models import Instrument, Source
from korpu.foundations.ui.tables import Column, TableSpec
from korpu.kernel.errors import NotFound
from korpu.kernel.texts import Message, Text

Entry = Source | Instrument
NO_REGISTER = Text(
    az="Belə reyestr yoxdur.", en="There is no such register.", ru="Такого реестра нет."
)


@dataclass(frozen=True)
class Register:
    """One register: its form, words and list."""

    id: str
    model: type[Source] | type[Instrument]
    form: type[EntryForm]
    one: Message
    title: Message
    lead: Message
    table: TableSpec[Entry]


def standing(entry: Entry) -> Message:
    """Whether the file of the jurisdiction tells of it, and whether people changed it."""
    if not entry.is_shipped:
        return _("Added here")
    return _("Changed here") if entry.changed_here else _("As shipped")


def _link(register: str, entry: Entry) -> str:
    return reverse("programmes:change_entry", args=(register, entry.uuid))


def _title(register: str) -> Column[Entry]:
    return Column(
        "title",
        _("Title"),
        lambda entry: entry.title,
        ("title_az",),
        href=partial(_link, register),
        is_row_header=True,
    )


def _table(register: str, caption: Message, *columns: Column[Entry]) -> TableSpec[Entry]:
    return TableSpec[Entry](
        caption=caption,
        columns=(
            _title(register),
            *columns,
            Column("standing", _("Where the entry comes from"), standing),
        ),
        default_sort="title",
        filters=EntryFilters,
        empty=_("The register holds no such entry."),
    )


_ALL = (
    Register(
        "sources",
        Source,
        SourceForm,
        _("Source"),
        _("Register of sources"),
        _("Publications in which facts of projects can be looked up."),
        _table(
            "sources",
            _("Sources"),
            Column("publisher", _("Who published it"), lambda one: one.publisher, ("publisher",)),  # type: ignore[union-attr]  # the register of sources
            Column("seen", _("Last looked up on"), lambda one: one.seen_on, ("seen_on",), True),  # type: ignore[union-attr]
        ),
    ),
    Register(
        "instruments",
        Instrument,
        InstrumentForm,
        _("Legal instrument"),
        _("Register of legal instruments"),
        _("Declarations, orders and agreements projects rest on."),
        _table(
            "instruments",
            _("Legal instruments"),
            Column("kind", _("Kind"), lambda one: one.get_kind_display(), ("kind",)),  # type: ignore[union-attr]  # the register of instruments
            Column("signed", _("Signed on"), lambda one: one.signed_on, ("signed_on",), True),  # type: ignore[union-attr]
        ),
    ),
)
REGISTERS: Mapping[str, Register] = {register.id: register for register in _ALL}


def register_named(name: str) -> Register:
    """The register of an address.

    Raises:
        NotFound: there is none.
    """
    found = REGISTERS.get(name)
    if found is None:
        raise NotFound(NO_REGISTER)
    return found
