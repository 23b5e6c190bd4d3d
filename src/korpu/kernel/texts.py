"""A sentence in every language of the house, chosen when it is shown."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Literal, Protocol, get_args

Language = Literal["az", "en", "ru"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

_active: ContextVar[Language] = ContextVar("korpu_language", default="az")


class Message(Protocol):
    """Anything whose ``str()`` is the sentence in the reader's language.

    A :class:`Text`, a plain ``str`` and Django's lazy translations all qualify.
    """

    def __str__(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Text:
    """The same sentence in Azerbaijani, English and Russian.

    ``str(text)`` is the sentence in the language set by :func:`speaking`.
    """

    az: str
    en: str
    ru: str

    def in_language(self, language: Language) -> str:
        return str(getattr(self, language))

    def format(self, **values: object) -> "Text":
        """Fill ``{name}`` places; a value that is itself a Text is filled in its own language."""
        filled = {
            lang: self.in_language(lang).format(
                **{k: v.in_language(lang) if isinstance(v, Text) else v for k, v in values.items()}
            )
            for lang in LANGUAGES
        }
        return Text(**filled)

    def as_dict(self) -> dict[str, str]:
        return {lang: self.in_language(lang) for lang in LANGUAGES}

    def __str__(self) -> str:
        return self.in_language(_active.get())


def active_language() -> Language:
    """The language set by :func:`speaking`; Azerbaijani when nothing set one."""
    return _active.get()


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Show every :class:`Text` in ``language`` within the block."""
    token = _active.set(language)
    try:
        yield
    finally:
        _active.reset(token)
