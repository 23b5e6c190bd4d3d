"""The forms of the agreement's annexes, as the jurisdiction declares them.

A sheet is an ordered list of sections; a section asks for items or is a list (family, evidence).
An item is a *common* particular, known to every form by its name, or one that only this form asks
for and that is declared whole. Nothing here knows a page, a person or a case.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml

from korpu.engines.procedure.api import Confidence
from korpu.foundations.accounts.api import jurisdiction_folder
from korpu.kernel.texts import Text

ItemKind = Literal["common", "text", "long_text", "date", "yes_no", "choice", "code", "number"]
ListKind = Literal["", "members", "evidence"]


@dataclass(frozen=True, slots=True)
class Item:
    """One thing a form asks for.

    Attributes:
        kind: ``common`` for a particular that every statement knows.
        title, help: of a declared item; a common one is worded in code.
        required: nothing can be submitted without it.
        needed: it can be submitted without it, but not examined.
        fact: the fact of the procedure this item states when the case is opened; empty: none.
        codelist: of ``code``; values: of ``choice``.
        when: a date lies in the ``past`` (the day itself included) or in the ``future``.
        not_before: the item whose date this one may not precede.
        confidence: how far the item was checked against the law.
    """

    name: str
    kind: ItemKind = "common"
    title: Text | None = None
    help: Text | None = None
    required: bool = False
    needed: bool = False
    fact: str = ""
    codelist: str = ""
    values: tuple[tuple[str, Text], ...] = ()
    when: Literal["", "past", "future"] = ""
    not_before: str = ""

    @property
    def is_common(self) -> bool:
        return self.kind == "common"


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a form, written on one page.

    Attributes:
        lists: what the section lists instead of asking for items; empty: it asks.
        codelist: of the kinds of evidence a list of evidence offers.
        needed: an application cannot be examined while this list is empty.
    """

    id: str
    title: Text
    items: tuple[Item, ...] = ()
    lists: ListKind = ""
    codelist: str = ""
    needed: bool = False
    required: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A form in the agreement's order of fields.

    Attributes:
        id: the track of the cases it opens; ``own_national`` for both tracks of own nationals.
        by_service: the service itself writes it; no requesting authority submits it.
        instrument, article, confidence: where the layout comes from and how far it was read.
        reply: whether the answer stands on the same form.
    """

    id: str
    version: str
    title: Text
    sections: tuple[Section, ...]
    instrument: str
    article: str
    confidence: Confidence
    by_service: bool = False
    reply: bool = True

    @property
    def items(self) -> Iterator[Item]:
        """Every item, in order."""
        return (item for section in self.sections for item in section.items)

    @property
    def own_items(self) -> tuple[Item, ...]:
        """The items only this form asks for."""
        return tuple(item for item in self.items if not item.is_common)

    @property
    def evidence_list(self) -> str:
        """The codelist of its evidence; empty: it lists none."""
        return next((s.codelist for s in self.sections if s.lists == "evidence"), "")

    def section(self, name: str) -> Section | None:
        """The section of that name; None: there is none."""
        return next((section for section in self.sections if section.id == name), None)

    def asks(self, name: str) -> bool:
        """Whether an item of that name stands on the form."""
        return any(item.name == name for item in self.items)


@cache
def sheets() -> Mapping[str, Sheet]:
    """Every form of the jurisdiction in use, by its id, in the order of their files' names."""
    folder = jurisdiction_folder() / "sheets"
    read = [_sheet(path) for path in sorted(folder.glob("*.yaml"))]
    return {sheet.id: sheet for sheet in read}


def find_sheet(track: str) -> Sheet | None:
    """The form whose cases follow a track with pages declared as data; None: own nationals."""
    return None if track == OWN_NATIONAL else sheets().get(track)


def sheet_of(track: str) -> Sheet:
    """The form by which a case of that track was asked for; both own-national tracks share one."""
    return sheets().get(track) or sheets()[OWN_NATIONAL]


OWN_NATIONAL = "own_national"
"""The form for own nationals: its pages are written in code, its layout is declared."""


def _sheet(path: Path) -> Sheet:
    given = yaml.safe_load(path.read_text(encoding="utf-8"))
    law = given.pop("law")
    return Sheet(
        id=given.pop("sheet"),
        title=Text(**given.pop("title")),
        sections=tuple(_section(one) for one in given.pop("sections")),
        instrument=law["instrument"],
        article=law["article"],
        confidence=law["confidence"],
        **given,
    )


def _section(given: dict[str, Any]) -> Section:
    return Section(
        title=Text(**given.pop("title")),
        items=tuple(_item(one) for one in given.pop("items", ())),
        **given,
    )


def _item(given: str | dict[str, Any]) -> Item:
    if isinstance(given, str):
        return Item(given)
    texts: dict[str, Any] = {
        name: Text(**given.pop(name)) for name in ("title", "help") if name in given
    }
    values = tuple((code, Text(**title)) for code, title in given.pop("values", {}).items())
    return Item(values=values, **texts, **given)
