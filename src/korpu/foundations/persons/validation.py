"""What may be said of a person at all. Each refusal is a sentence for the field it belongs to."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from korpu.engines.names import mixed_scripts
from korpu.foundations.codelists.api import is_known, is_valid
from korpu.foundations.persons.enums import NAME_KINDS, FactKind
from korpu.foundations.persons.facts import Fact
from korpu.kernel.errors import InvalidInput
from korpu.kernel.texts import Message

LONGEST_NAME = 200
LONGEST_TEXT = 500
OLDEST_YEARS = 130
"""Nobody recorded was ever older; a greater age is a slip in the year."""

_DATE_FORMS = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_PHONE = re.compile(r"\+?[0-9][0-9 ()\-]{4,24}")
_SPACES = re.compile(r"\s+")
_IN_NAMES = frozenset(" -'’ʼ`.·‑")
_JOINERS = frozenset("\u200c\u200d")


class Refused(Exception):
    """One value cannot be right; the sentence says why."""

    def __init__(self, sentence: Message) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def checked_facts(facts: Iterable[Fact], *, on: date) -> tuple[Fact, ...]:
    """The facts with their values in stored form; empty values are left out.

    Raises:
        InvalidInput: ``fields`` maps the kind of each wrong fact to its sentence.
    """
    found: list[Fact] = []
    wrong: dict[str, Message] = {}
    for fact in facts:
        try:
            value = _checked(fact, on)
            _check_period(fact)
        except Refused as refused:
            wrong[fact.kind.value] = refused.sentence
        else:
            found.extend([replace(fact, value=value)] if value else [])
    if wrong:
        raise InvalidInput(
            _("Some of what was entered about the person cannot be right."),
            _("Correct the marked fields. Everything you typed is still there."),
            fields=wrong,
        )
    return tuple(found)


def warnings_about(facts: Iterable[Fact]) -> Mapping[str, Message]:
    """What is allowed but looks like a slip, by kind of fact; show it and let the person decide."""
    sentence = _(
        "A word mixes letters of two alphabets, such as a Cyrillic А inside a Latin name. "
        "Compare it with the document, letter by letter."
    )
    return {
        fact.kind.value: sentence
        for fact in facts
        if fact.kind in NAME_KINDS and mixed_scripts(fact.value)
    }


def checked_name(value: str) -> str:
    """A name in stored form: composed letters, single spaces.

    Raises:
        Refused: too long, invisible signs, or signs no name has.
    """
    name = _plain(value, LONGEST_NAME)
    if any(not _may_stand_in_a_name(sign) for sign in name.replace("\u200c", "")):
        raise Refused(
            _("A name has letters, spaces, hyphens and apostrophes only. Take the other signs out.")
        )
    if name and not any(sign.isalpha() for sign in name):
        raise Refused(_("A name needs at least one letter."))
    return name


def checked_birth_date(value: str, on: date) -> str:
    """A date of birth as exact as it is known: ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``.

    Raises:
        Refused: another form, no such day, in the future, or too long ago.
    """
    given = value.strip()
    if not given:
        return ""
    if not _DATE_FORMS.fullmatch(given):
        raise Refused(
            _("Write the date of birth as year, year-month or year-month-day: 1990-05-17.")
        )
    parts = [int(part) for part in given.split("-")]
    try:
        earliest = date(*[*parts, 1, 1][:3])
    except ValueError as impossible:
        raise Refused(
            _("There is no such day in the calendar. Check day and month.")
        ) from impossible
    if earliest > on:
        raise Refused(_("The date of birth lies in the future. Check the year."))
    if on.year - earliest.year > OLDEST_YEARS:
        raise Refused(_("The date of birth lies more than 130 years back. Check the year."))
    return given


def _checked(fact: Fact, on: date) -> str:
    if fact.kind in _NAMES:
        return checked_name(fact.value)
    if fact.kind == FactKind.BIRTH_DATE:
        return checked_birth_date(fact.value, on)
    if fact.kind in LISTS:
        return _checked_code(fact, on)
    return _OTHERS.get(fact.kind, _plain_text)(fact.value)


def _checked_code(fact: Fact, on: date) -> str:
    code = fact.value.strip()
    list_name = LISTS[fact.kind]
    in_the_past = fact.kind in _MAY_HAVE_ENDED
    if code and not (
        is_known(list_name, code) if in_the_past else is_valid(list_name, code, on=on)
    ):
        raise Refused(_("Choose one of the entries of the list."))
    return code


def _check_period(fact: Fact) -> None:
    if fact.valid_from and fact.valid_until and fact.valid_until < fact.valid_from:
        raise Refused(_("The last day lies before the first day."))


def _plain(value: str, longest: int) -> str:
    text = unicodedata.normalize("NFC", _SPACES.sub(" ", value)).strip()
    if len(text) > longest:
        raise Refused(
            _("At most %(limit)s characters fit here; this has %(length)s.")
            % {"limit": longest, "length": len(text)}
        )
    if any(unicodedata.category(sign)[0] == "C" and sign not in _JOINERS for sign in text):
        raise Refused(_("The text holds an invisible sign. Type it by hand instead of pasting it."))
    return text


def _plain_text(value: str) -> str:
    return _plain(value, LONGEST_TEXT)


def _checked_phone(value: str) -> str:
    phone = _plain(value, LONGEST_TEXT)
    if phone and not _PHONE.fullmatch(phone):
        raise Refused(_("Write the telephone number with the country code: +994 12 345 67 89."))
    return phone


def _checked_email(value: str) -> str:
    email = _plain(value, LONGEST_TEXT)
    if email:
        try:
            validate_email(email)
        except ValidationError as invalid:
            raise Refused(_("This is no e-mail address. Example: name@example.com.")) from invalid
    return email


def _may_stand_in_a_name(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "LM" or sign in _IN_NAMES or sign in _JOINERS


_NAMES = NAME_KINDS | {FactKind.FATHER_NAME, FactKind.MOTHER_NAME}
LISTS = {
    FactKind.SEX: "sex",
    FactKind.NATIONALITY: "nationalities",
    FactKind.BIRTH_COUNTRY: "countries",
    FactKind.LANGUAGE: "languages",
    FactKind.MARITAL_STATUS: "marital-status",
}
_MAY_HAVE_ENDED = frozenset({FactKind.BIRTH_COUNTRY})
_OTHERS: Mapping[FactKind, Callable[[str], str]] = {
    FactKind.PHONE: _checked_phone,
    FactKind.EMAIL: _checked_email,
}
