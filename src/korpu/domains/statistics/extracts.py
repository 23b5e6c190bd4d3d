"""What other rooms publish to statistics: typed rows, registered when they start."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import MappingProxyType

from korpu.engines.measures.api import Schema
from korpu.kernel.errors import NotFound
from korpu.kernel.texts import Text


@dataclass(frozen=True)
class Extract:
    """A table a room lets out.

    Attributes:
        name: what measures call it, such as ``readmission_applications``.
        grain: the columns that together name one row; no two rows agree in all of them.
        row_type: a frozen dataclass of ``str`` (a code), ``int`` and ``date``, each possibly None.
        collect: every row of a period, given its first and last day, inclusive. It is called as the
            system actor, so it sees every compartment.
    """

    name: str
    title: Text
    grain: tuple[str, ...]
    row_type: type
    collect: Callable[[date, date], Iterable[object]]

    @cached_property
    def schema(self) -> Schema:
        return Schema.of(self.name, self.row_type, self.grain)


_registered: dict[str, Extract] = {}


def register_extract(extract: Extract) -> None:
    """Offer an extract to statistics; called while the application starts.

    Raises:
        RuntimeError: another extract has that name.
        TypeError: the row type is not one an extract can have.
    """
    if extract.name in _registered:
        msg = f"The extract {extract.name} is registered twice."
        raise RuntimeError(msg)
    Schema.of(extract.name, extract.row_type, extract.grain)
    _registered[extract.name] = extract


def registered_extracts() -> Mapping[str, Extract]:
    """Every extract, by name."""
    return MappingProxyType(_registered)


def extract_named(name: str) -> Extract:
    """Raises NotFound when no room publishes it."""
    if name not in _registered:
        raise NotFound(
            Text(
                az="“{name}” adlı çıxarışı heç bir bölmə təqdim etmir.",
                en="No room publishes the extract “{name}”.",
                ru="Ни один раздел не публикует выгрузку «{name}».",
            ).format(name=name),
            facts={"extract": name},
        )
    return _registered[name]
