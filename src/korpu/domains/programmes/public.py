"""What the public pages need beyond the parts of a project."""

from dataclasses import dataclass

from korpu.domains.programmes.models import Source
from korpu.kernel.texts import Text


@dataclass(frozen=True, slots=True)
class SourceRef:
    """Something published in which a fact can be looked up; ``url`` may be empty."""

    code: str
    title: Text
    publisher: str
    url: str


def find_source(code: str) -> SourceRef | None:
    """A source of the register by its code; None: there is none."""
    found = Source.objects.filter(code=code).first() if code else None
    if found is None:
        return None
    return SourceRef(found.code, found.title, found.publisher, found.url)
