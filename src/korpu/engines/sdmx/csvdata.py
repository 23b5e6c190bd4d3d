"""Observations as SDMX-CSV 2.0, column by column.

Standard: SDMX-CSV 2.0 field guide (columns STRUCTURE, STRUCTURE_ID, ACTION, then components).

Every value is a code of its list, a time period or a number, so no cell needs quoting and none
can be taken for a formula. Codes are checked once per distinct value, rows are joined whole.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import repeat
from typing import BinaryIO, Literal

from korpu.engines.sdmx.structure import Component, DataStructure
from korpu.kernel.errors import InvalidInput
from korpu.kernel.texts import Text

Number = int | float | Decimal | None
Column = str | Sequence[str] | Sequence[Number]
"""A column of values; a plain text is the same value in every row."""
Action = Literal["I", "A", "R", "D", "M"]

_SAFE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_@$\-.]*")
_TIME = re.compile(r"\d{4}(-(Q[1-4]|S[12]|T[1-3]|M(0[1-9]|1[0-2])|W\d\d|A1|\d\d(-\d\d)?))?")
_ROWS_AT_ONCE = 100_000


def write_csv(
    structure: DataStructure, columns: Mapping[str, Column], out: BinaryIO, action: Action = "I"
) -> int:
    """Write observations; returns how many.

    Args:
        structure: what the columns mean. The message names it as a data structure.
        columns: one column for every component, all of one length. The observed value is a
            finite number, or None for an observation without a value.
        out: written as UTF-8 with CRLF line ends.
        action: ``I`` information, ``A`` append, ``R`` replace, ``D`` delete, ``M`` merge.

    Raises:
        InvalidInput: a column is missing, too many or too short; a value is no code of its list,
            no time period or no finite number; an observation is there twice. Nothing has been
            written then.
    """
    count = _check_columns(structure, columns)
    texts = [_texts(component, columns[component.id]) for component in structure.components]
    _check_unique(structure, texts)
    start = f"datastructure,{structure.reference},{action}"
    names = [component.id for component in structure.components]
    out.write(",".join(["STRUCTURE,STRUCTURE_ID,ACTION", *names]).encode() + b"\r\n")
    for first in range(0, count, _ROWS_AT_ONCE):
        rows = min(_ROWS_AT_ONCE, count - first)
        out.write(_block(start, texts, first, rows))
    return count


def _block(start: str, texts: list[str | list[str]], first: int, rows: int) -> bytes:
    """Rows ``first`` and following. Constant columns are melted into what stands beside them."""
    parts: list[Iterable[str]] = []
    constants = [start]
    for text in texts:
        if isinstance(text, str):
            constants.append(text)
            continue
        if constants:
            parts.append(repeat(",".join(constants), rows))
            constants = []
        parts.append(text[first : first + rows])
    if constants:
        parts.append(repeat(",".join(constants), rows))
    return ("\r\n".join(map(",".join, zip(*parts, strict=True))) + "\r\n").encode()


def _check_columns(structure: DataStructure, columns: Mapping[str, Column]) -> int:
    wanted = {component.id for component in structure.components}
    if wanted != set(columns):
        odd = ", ".join(sorted(wanted ^ set(columns)))
        raise InvalidInput(_WRONG_COLUMNS.format(names=odd), facts={"columns": odd})
    lengths = {len(column) for column in columns.values() if not isinstance(column, str)}
    if len(lengths) > 1:
        raise InvalidInput(_LENGTHS)
    return lengths.pop() if lengths else 1


def _texts(component: Component, column: Column) -> str | list[str]:
    """The column as texts ready to be joined, checked."""
    if component.kind == "number":
        return _numbers(component, column)
    distinct = {column} if isinstance(column, str) else set(column)
    is_right = _test_of(component)
    if not all(isinstance(value, str) and is_right(value) for value in distinct):
        raise _wrong(component)
    return column if isinstance(column, str) else list(column)  # type: ignore[arg-type]  # all are str, just checked


def _test_of(component: Component) -> Callable[[str], object]:
    if component.kind == "time" or component.codelist is None:
        return _TIME.fullmatch
    ids: Collection[str] = component.codelist.ids
    return lambda value: value in ids and _SAFE.fullmatch(value)


def _numbers(component: Component, column: Column) -> list[str]:
    if isinstance(column, str) or not set(map(type, column)) <= {int, float, Decimal, type(None)}:
        raise _wrong(component)
    texts = ["" if value is None else str(value) for value in column]
    if not {"nan", "inf", "-inf", "NaN", "Infinity", "-Infinity", "sNaN"}.isdisjoint(texts):
        raise _wrong(component)
    return texts


def _check_unique(structure: DataStructure, texts: list[str | list[str]]) -> None:
    varying = [text for text in texts[: len(structure.dimensions)] if not isinstance(text, str)]
    if not varying:
        return
    keys: Iterator[str] = map(",".join, zip(*varying, strict=True))
    if len(set(keys)) < len(varying[0]):
        raise InvalidInput(_TWICE)


def _wrong(component: Component) -> InvalidInput:
    return InvalidInput(
        _WRONG_VALUE.format(id=component.id),
        facts={"component": component.id},
    )


_WRONG_COLUMNS = Text(
    az="Strukturun sütunları ilə verilən sütunlar uyğun gəlmir: {names}.",
    en="The columns given are not those of the structure: {names}.",
    ru="Переданные столбцы не совпадают со столбцами структуры: {names}.",
)
_LENGTHS = Text(
    az="Sütunların uzunluğu fərqlidir.",
    en="The columns have different lengths.",
    ru="Столбцы имеют разную длину.",
)
_WRONG_VALUE = Text(
    az="“{id}” sütununda icazə verilməyən dəyər var.",
    en="The column “{id}” holds a value that is not allowed there.",
    ru="В столбце «{id}» есть недопустимое значение.",
)
_TWICE = Text(
    az="Eyni müşahidə iki dəfə verilib.",
    en="The same observation is given twice.",
    ru="Одно и то же наблюдение дано дважды.",
)
