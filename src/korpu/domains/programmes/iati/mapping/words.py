"""Texts of a project as the narratives of a file."""

from korpu.engines.iati.model.common import Narrative, Texts
from korpu.kernel.texts import LANGUAGES, Text


def narratives(text: Text) -> tuple[Narrative, ...]:
    """One narrative for each language that says something."""
    return tuple(
        Narrative(lang=language, text=said)
        for language in LANGUAGES
        if (said := text.in_language(language).strip())
    )


def texts(text: Text) -> Texts | None:
    """The narratives as an element; None where nothing is said."""
    found = narratives(text)
    return Texts(narrative=found) if found else None
