"""Documents other rooms publish about a project, for the file's ``document-link``."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from korpu.domains.programmes.counting import ProjectRef
from korpu.foundations.accounts.api import Actor
from korpu.kernel.texts import Text


@dataclass(frozen=True, slots=True)
class IatiDocument:
    """A published document.

    Attributes:
        url: its whole address, or a path of this site that the file makes whole.
        categories: codes of the list DocumentCategory, at least one.
        languages: two-letter codes.
        issued_on: None: not stated.
    """

    url: str
    media_type: str
    title: Text
    categories: tuple[str, ...]
    languages: tuple[str, ...] = ()
    issued_on: date | None = None


DocumentSource = Callable[[ProjectRef, Actor], Iterable[IatiDocument]]
_sources: dict[str, DocumentSource] = {}


def register_document_source(name: str, source: DocumentSource) -> None:
    """Offer the published documents of a project.

    Raises:
        RuntimeError: another room offers under this name.
    """
    if name in _sources:
        raise RuntimeError(f"A source of documents {name} is registered already.")
    _sources[name] = source


def documents_of(project: ProjectRef, *, for_actor: Actor) -> list[IatiDocument]:
    """Every published document of a project, in the order of the rooms' names."""
    return [
        document for name in sorted(_sources) for document in _sources[name](project, for_actor)
    ]
