"""The procedure engine with the law in use: the jurisdiction's files and what lies over them."""

from collections.abc import Callable, Iterable
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date
from functools import cache

from django.core.exceptions import ImproperlyConfigured

from korpu.engines.procedure.api import (
    CaseState,
    Library,
    LogEntry,
    Procedure,
    fold,
    load_library,
)
from korpu.foundations.accounts.api import jurisdiction_folder
from korpu.foundations.audit.api import block_in_hand
from korpu.foundations.casework.models import Case


@dataclass(frozen=True, slots=True)
class LawSource:
    """Where published changes of the law come from.

    Attributes:
        edition: the key of the law in use; the same key, the same law. One cheap query.
        hold: the same; nothing is published before the running transaction ends.
        build: the law in use over the files.
    """

    edition: Callable[[], str]
    hold: Callable[[], str]
    build: Callable[[Library], Library]


@dataclass(frozen=True, slots=True)
class _Built:
    """A law and the transaction that asked for it last."""

    edition: str
    library: Library
    block: object


_sources: list[LawSource] = []
_built: ContextVar[_Built | None] = ContextVar("korpu_law", default=None)
_shelf: dict[str, Library] = {}
SHELF = 4


def register_law(source: LawSource) -> None:
    """Lay published changes over the files; called once, in ``AppConfig.ready()``.

    Raises:
        ImproperlyConfigured: another source is registered.
    """
    if _sources:
        raise ImproperlyConfigured("The source of the law is registered twice.")
    _sources.append(source)


@cache
def declared_library() -> Library:
    """Every procedure of the jurisdiction's files, proven sound at loading."""
    return load_library(jurisdiction_folder())


def library() -> Library:
    """The law in use. It is asked for once in a transaction and stays the same within it."""
    known, block = _built.get(), block_in_hand()
    if known is not None and block is not None and known.block is block:
        return known.library
    return _taken(_sources[0].edition()) if _sources else declared_library()


def hold_law() -> Library:
    """The law in use for a transaction that writes a case; none is published before it ends."""
    return _taken(_sources[0].hold()) if _sources else declared_library()


def renew_law() -> Library:
    """The law in use after the running transaction changed it."""
    return _taken(_sources[0].edition()) if _sources else declared_library()


def _taken(edition: str) -> Library:
    found = declared_library() if not edition else _shelf.get(edition)
    if found is None:
        found = _sources[0].build(declared_library())
        _shelf[edition] = found
        for old in list(_shelf)[:-SHELF]:
            _shelf.pop(old, None)
    _built.set(_Built(edition, found, block_in_hand()))
    return found


def procedure_of(case: Case) -> Procedure:
    """The version the case was opened under."""
    return library().version(case.procedure, case.procedure_version)


def fold_log(procedure: Procedure, log: Iterable[LogEntry], *, on: date) -> CaseState:
    """The state the log amounts to on a day, by the calendars in use."""
    return fold(procedure, tuple(log), library().calendars, on=on)
