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
from korpu.kernel.errors import InvalidInput
from korpu.kernel.texts import Text

DATA = Path(__file__).parent / "data" / "codelists.yaml"
UNKNOWN = Text(
    az="“{code}” {list} siyahısında yoxdur. Siyahıdan kod seçin.",
    en="“{code}” is not in the list {list}. Choose a code of the list.",
    ru="«{code}» нет в списке {list}. Выберите код из списка.",
)
NO_LISTS = Text(
    az="{path} kod siyahıları faylı deyil: onu “korpu iati codelists” əmri ilə hazırlayın.",
    en="{path} is no file of code lists: make it with “korpu iati codelists”.",
    ru="{path} — не файл списков кодов: создайте его командой «korpu iati codelists».",
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


def shipped_lists() -> dict[str, Any]:
    """The lists as this version of the engine brings them: ``as_of``, ``lists``, ``asked``."""
    with DATA.open(encoding="utf-8") as file:
        data: dict[str, Any] = yaml.safe_load(file)
    return data


def use_lists(file: Path) -> None:
    """From now on check against the lists ``korpu iati codelists`` has written to a file.

    Raises:
        InvalidInput: it is no such file.
    """
    try:
        data = yaml.safe_load(file.read_text(encoding="utf-8"))
        complete = set(data["lists"]) == set(shipped_lists()["lists"]) and data["asked"]
        chosen = data if complete and data["as_of"] else None
    except (OSError, yaml.YAMLError, KeyError, TypeError) as error:
        raise InvalidInput(NO_LISTS.format(path=file)) from error
    if chosen is None:
        raise InvalidInput(NO_LISTS.format(path=file))
    _chosen[:] = [chosen]
    for kept in (_data, code_lists, _asked):
        kept.cache_clear()


_chosen: list[dict[str, Any]] = []


@cache
def _data() -> dict[str, Any]:
    return _chosen[0] if _chosen else shipped_lists()
