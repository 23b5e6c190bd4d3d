"""What the room's forms offer to choose from."""

from collections.abc import Callable
from functools import partial

import pycountry
from django.utils import timezone
from django.utils.translation import gettext

from korpu.domains.information.models import Edition
from korpu.domains.programmes.api import published_projects
from korpu.foundations.accounts.api import NOBODY
from korpu.foundations.codelists.api import choices as codes
from korpu.kernel.texts import LANGUAGES, Message, Text, active_language

Choices = list[tuple[str, str]]

_NAMES = {
    "az": Text(az="Azərbaycan dili", en="Azerbaijani", ru="Азербайджанский"),
    "en": Text(az="İngilis dili", en="English", ru="Английский"),
    "ru": Text(az="Rus dili", en="Russian", ru="Русский"),
    "fa": Text(az="Fars dili", en="Persian", ru="Персидский"),
    "ar": Text(az="Ərəb dili", en="Arabic", ru="Арабский"),
    "tr": Text(az="Türk dili", en="Turkish", ru="Турецкий"),
    "uk": Text(az="Ukrayna dili", en="Ukrainian", ru="Украинский"),
    "de": Text(az="Alman dili", en="German", ru="Немецкий"),
    "fr": Text(az="Fransız dili", en="French", ru="Французский"),
    "ka": Text(az="Gürcü dili", en="Georgian", ru="Грузинский"),
}
EDITION_LANGUAGES = tuple(_NAMES)


def language_name(code: str) -> str:
    """The name of a language in the reader's; of one the house has no word for, its English."""
    if code in _NAMES:
        return str(_NAMES[code])
    found = pycountry.languages.get(alpha_2=code)
    return found.name if found else code


def language_choices() -> Choices:
    """Languages editions appear in, those of the site first."""
    rest = sorted((c for c in EDITION_LANGUAGES if c not in LANGUAGES), key=language_name)
    return [(code, language_name(code)) for code in (*LANGUAGES, *rest)]


def site_languages() -> Choices:
    """The languages of the site, named in the reader's."""
    return [(code, language_name(code)) for code in LANGUAGES]


def project_choices() -> Choices:
    """Uuid and acronym of every public project."""
    return [(str(one.uuid), one.acronym) for one in published_projects(for_actor=NOBODY)[:500]]


def from_list(name: str, *, first: Message = "") -> Callable[[], Choices]:
    """The codes of a list running today, the empty choice first."""
    return partial(_from_list, name, first)


def _from_list(name: str, first: Message) -> Choices:
    return [
        ("", str(first)),
        *codes(name, on=timezone.localdate(), language=active_language()),
    ]


def edition_label(edition: Edition) -> str:
    """Version and languages, such as ``2, English``."""
    tongues = ", ".join(language_name(code) for code in edition.languages)
    return f"{edition.version}, {tongues or gettext('language not stated')}"
