"""Text as people type it: what no text may carry, and what a name of a person may carry."""

import unicodedata
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

NAME_LENGTH = 200
# The two joiners are letters of Persian orthography; every other format character is refused.
JOINERS = frozenset("\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}")
LINE_BREAKS = frozenset("\t\n\r")
NAME_MARKS = frozenset(" -'.,()/’ʼ‘`´·‐‑־")


def refuse_hostile_characters(value: str) -> None:
    """Refuse control characters, direction overrides and other unseen characters.

    They make a text read differently from what is stored. Line breaks, tabs and the two joiners
    of Persian pass.

    Raises:
        ValidationError: the text carries such a character.
    """
    if any(_is_hostile(character) for character in value):
        raise ValidationError(
            _("Remove the invisible characters: type the text again instead of pasting it."),
            code="hostile",
        )


def _is_hostile(character: str) -> bool:
    if character in JOINERS or character in LINE_BREAKS:
        return False
    return unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def refuse_what_no_name_has(value: str) -> None:
    """Refuse digits, symbols and emoji in the name of a person; letters of any script pass.

    Raises:
        ValidationError: the name carries such a character.
    """
    if not all(_may_stand_in_name(character) for character in value):
        raise ValidationError(
            _("Use only letters, spaces, hyphens and apostrophes in a name."), code="name"
        )


def _may_stand_in_name(character: str) -> bool:
    if character in NAME_MARKS or character in JOINERS:
        return True
    return unicodedata.category(character)[0] in "LM"


class NameField(forms.CharField):
    """A name of a person in any script, composed (NFC), with single spaces.

    At most 200 characters. ``autocomplete`` is off: officers type other people's names.
    """

    def __init__(self, **options: Any) -> None:
        options.setdefault("max_length", NAME_LENGTH)
        super().__init__(**options)
        self.widget.attrs.setdefault("autocomplete", "off")
        self.widget.attrs.setdefault("spellcheck", "false")
        self.validators += [refuse_hostile_characters, refuse_what_no_name_has]

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        if not isinstance(text, str) or any(_is_hostile(character) for character in text):
            return text
        return " ".join(unicodedata.normalize("NFC", text).split())
