"""Whether the codes of a record stand in their lists.

Standard: the code lists and their mapping for IATI 2.03. A list that changes only with the
standard gives errors; one that grows gives warnings, because a new code may be right.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from korpu.engines.iati.declaring import Element, Node
from korpu.engines.iati.findings import Finding, place_of
from korpu.engines.iati.paths import Finder, Spot, finder, truth
from korpu.kernel.texts import Text

DATA = Path(__file__).parent / "data" / "codelists.yaml"
UNKNOWN = Text(
    az="“{code}” {list} siyahısında yoxdur. Siyahıdan kod seçin.",
    en="“{code}” is not in the list {list}. Choose a code of the list.",
    ru="«{code}» нет в списке {list}. Выберите код из списка.",
)
UNFAMILIAR = Text(
    az="“{code}” {list} siyahısının bizə məlum kodlarında yoxdur. Kod yeni ola bilər: yoxlayın.",
    en="“{code}” is not among the codes of the list {list} known here. It may be new: check it.",
    ru="«{code}» нет среди известных нам кодов списка {list}. Код может быть новым: проверьте.",
)


@dataclass(frozen=True, slots=True)
class CodeList:
    """One list: its codes, or the form of its codes where it is not kept here."""

    name: str
    fixed: bool
    codes: frozenset[str]
    pattern: re.Pattern[str] | None

    def holds(self, code: str) -> bool:
        """Whether the code is one of the list."""
        return bool(self.pattern.fullmatch(code)) if self.pattern else code in self.codes


@dataclass(frozen=True, slots=True)
class _Asked:
    known: CodeList
    find: Finder
    where: str


def lists_as_of() -> str:
    """Until when the lists that grow are known: a year, a month or a day."""
    return str(_data()["as_of"])


@cache
def code_lists() -> Mapping[str, CodeList]:
    """The lists by name."""
    return {
        name: CodeList(
            name,
            each["fixed"],
            frozenset(str(each.get("codes", "")).split()),
            re.compile(each["pattern"]) if "pattern" in each else None,
        )
        for name, each in _data()["lists"].items()
    }


def check_codes(record: Node, number: int, cls: type[Element]) -> list[Finding]:
    """The codes of a record that are in no list, in the order of the lists.

    Args:
        record: the activity or organisation.
        number: which record of the file it is, from one.
        cls: ``Activity`` or ``Organisation``.
    """
    found = []
    for asked in _asked(str(record.tag)):
        for spot in asked.find(record):
            if asked.known.holds(spot.text) or not _applies(asked.where, spot):
                continue
            found.append(_finding(asked.known, spot, record, number, cls))
    return found


def _applies(where: str, spot: Spot) -> bool:
    return not where or truth(where)(spot.element)


def _finding(known: CodeList, spot: Spot, record: Node, number: int, cls: type[Element]) -> Finding:
    place = place_of(spot.element, record, number, cls, spot.part)
    message = (UNKNOWN if known.fixed else UNFAMILIAR).format(code=spot.text, list=known.name)
    severity: Any = "error" if known.fixed else "warning"
    return Finding(
        "codelist", known.name, severity, message, place.path, place.model_path, place.line
    )


@cache
def _asked(tag: str) -> tuple[_Asked, ...]:
    lists = code_lists()
    found = []
    for each in _data()["asked"]:
        root, _, path = each["at"].partition("/")
        if root == tag:
            found.append(_Asked(lists[each["list"]], finder(path), each.get("where", "")))
        elif not root:
            found.append(_Asked(lists[each["list"]], finder(f".//{path[1:]}"), ""))
    return tuple(found)


@cache
def _data() -> Any:
    with DATA.open(encoding="utf-8") as file:
        return yaml.safe_load(file)
