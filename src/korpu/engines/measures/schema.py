"""The shape of an extract: which columns, of which type, and what a cell may hold.

An extract carries codes, numbers and dates; never a name and never free text. A text cell is
therefore refused unless it looks like a code.
"""

import dataclasses
import re
import types
import typing
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from korpu.kernel.errors import InvalidInput
from korpu.kernel.texts import Text

Cell = str | int | date | None
CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:\-]{0,79}")
FAULTS_SHOWN = 20
_KINDS: tuple[type, ...] = (str, int, date)


@dataclass(frozen=True, slots=True)
class Column:
    """One column of an extract.

    Attributes:
        kind: ``str`` (a code), ``int`` or ``date``.
        optional: whether a cell may be empty; empty means *not known*.
    """

    name: str
    kind: type
    optional: bool


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one cell. ``row`` counts from 1; the sentence never quotes the cell."""

    row: int
    column: str
    sentence: Text


class InvalidRows(InvalidInput):
    """Rows that do not fit their declared schema; ``faults`` lists the first of them."""

    def __init__(self, extract: str, faults: tuple[Fault, ...]) -> None:
        first = faults[0]
        super().__init__(
            Text(
                az="“{extract}” çıxarışının sətirləri elan olunmuş sxemə uyğun deyil.",
                en="The rows of the extract “{extract}” do not fit its declared schema.",
                ru="Строки выгрузки «{extract}» не соответствуют объявленной схеме.",
            ).format(extract=extract),
            Text(
                az="Sətir {row}, sütun “{column}”: {sentence} Heç nə yadda saxlanmadı.",
                en="Row {row}, column “{column}”: {sentence} Nothing was kept.",
                ru="Строка {row}, столбец «{column}»: {sentence} Ничего не сохранено.",
            ).format(row=first.row, column=first.column, sentence=first.sentence),
            facts={"extract": extract, "row": first.row, "column": first.column},
        )
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Schema:
    """The columns of an extract, in order.

    Attributes:
        grain: the columns that together name one row; no two rows agree in all of them.
    """

    name: str
    columns: tuple[Column, ...]
    grain: tuple[str, ...]
    row_type: type

    @classmethod
    def of(cls, name: str, row_type: type, grain: tuple[str, ...]) -> "Schema":
        """Read the schema off a frozen dataclass of ``str``, ``int``, ``date`` and ``None``.

        Raises:
            TypeError: the class is not a frozen dataclass, holds another type, or lacks a
                column of the grain. A mistake of the programmer, found at start.
        """
        if not dataclasses.is_dataclass(row_type) or not _is_frozen(row_type):
            msg = f"{name}: rows of an extract are frozen dataclasses, {row_type!r} is not."
            raise TypeError(msg)
        hints = typing.get_type_hints(row_type)
        columns = tuple(_column(name, f.name, hints[f.name]) for f in dataclasses.fields(row_type))
        missing = set(grain) - {column.name for column in columns}
        if missing or not grain:
            msg = f"{name}: the grain must name columns of the row; not found: {sorted(missing)}."
            raise TypeError(msg)
        return cls(name, columns, grain, row_type)

    def column(self, name: str) -> Column:
        """Raises KeyError when the extract has no such column."""
        return {column.name: column for column in self.columns}[name]

    def validate(self, rows: Iterable[object]) -> tuple[tuple[Cell, ...], ...]:
        """The rows as plain tuples, in the order given.

        Raises:
            InvalidRows: a row is of another class, a cell of another type, a text is no code,
                or two rows agree in every column of the grain.
        """
        kept: list[tuple[Cell, ...]] = []
        faults: list[Fault] = []
        seen: set[tuple[Cell, ...]] = set()
        for number, row in enumerate(rows, start=1):
            cells = self._cells(row)
            found = list(self._faults(number, row, cells)) or list(self._twins(number, cells, seen))
            faults += found
            kept.append(cells)
            if len(faults) >= FAULTS_SHOWN:
                break
        if faults:
            raise InvalidRows(self.name, tuple(faults[:FAULTS_SHOWN]))
        return tuple(kept)

    def _cells(self, row: object) -> tuple[Cell, ...]:
        return tuple(getattr(row, column.name, None) for column in self.columns)

    def _faults(self, number: int, row: object, cells: tuple[Cell, ...]) -> Iterator[Fault]:
        if type(row) is not self.row_type:
            yield Fault(number, self.columns[0].name, _WRONG_CLASS)
            return
        for column, cell in zip(self.columns, cells, strict=True):
            sentence = check_cell(column, cell)
            if sentence is not None:
                yield Fault(number, column.name, sentence)

    def _twins(
        self, number: int, cells: tuple[Cell, ...], seen: set[tuple[Cell, ...]]
    ) -> Iterator[Fault]:
        names = [column.name for column in self.columns]
        key = tuple(cells[names.index(name)] for name in self.grain)
        if key in seen:
            yield Fault(number, self.grain[0], _TWIN.format(grain=", ".join(self.grain)))
        seen.add(key)


def check_cell(column: Column, cell: Cell) -> Text | None:
    """The sentence that says what is wrong with a cell, or None when it is right."""
    if cell is None:
        return None if column.optional else _EMPTY
    if type(cell) is not column.kind:
        return _WRONG_TYPE[column.kind]
    if isinstance(cell, str) and not CODE.fullmatch(cell):
        return _NOT_A_CODE
    return None


def _is_frozen(row_type: type) -> bool:
    return bool(getattr(row_type, "__dataclass_params__").frozen)  # noqa: B009  # not in typeshed


def _column(extract: str, name: str, hint: Any) -> Column:
    options = typing.get_args(hint) if isinstance(hint, types.UnionType) else (hint,)
    kinds = [option for option in options if option is not types.NoneType]
    if len(kinds) != 1 or kinds[0] not in _KINDS or kinds[0] is datetime:
        msg = f"{extract}.{name}: a column is str, int or date, possibly None; not {hint!r}."
        raise TypeError(msg)
    return Column(name, kinds[0], optional=len(options) > 1)


_WRONG_CLASS = Text(
    az="sətir elan olunmuş tipdə deyil.",
    en="the row is not of the declared type.",
    ru="строка не объявленного типа.",
)
_EMPTY = Text(az="dəyər boş ola bilməz.", en="a value is required.", ru="значение обязательно.")
_WRONG_TYPE = {
    str: Text(az="mətn kodu gözlənilir.", en="a code is expected.", ru="ожидается код."),
    int: Text(
        az="tam ədəd gözlənilir.", en="a whole number is expected.", ru="ожидается целое число."
    ),
    date: Text(az="tarix gözlənilir.", en="a date is expected.", ru="ожидается дата."),
}
_NOT_A_CODE = Text(
    az="çıxarışda yalnız kod ola bilər, sərbəst mətn və ya ad ola bilməz.",
    en="an extract holds codes only, never free text or names.",
    ru="в выгрузке допускаются только коды, но не свободный текст и не имена.",
)
_TWIN = Text(
    az="bu sətir təkrarlanır: ({grain}) başqa sətirdə də eynidir.",
    en="this row is there twice: another row has the same ({grain}).",
    ru="строка повторяется: другая строка имеет те же ({grain}).",
)
