"""What surrounds every page: names, languages, navigation, the account, the message banner."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.messages.storage.base import Message
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext

from korpu.foundations.ui.languages import OWN_NAMES, switch_url
from korpu.foundations.ui.navigation import Link, account_links, main_links
from korpu.kernel.texts import LANGUAGES, Language, active_language


@dataclass(frozen=True, slots=True)
class LanguageLink:
    code: Language
    name: str
    href: str
    current: bool


class Shell:
    """The frame of one page, worked out only as far as the template asks."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    @property
    def language(self) -> Language:
        return active_language()

    @property
    def is_demo(self) -> bool:
        """True where every person and case is fictional."""
        return bool(getattr(settings, "KORPU_MODE", "") == "demo")

    @cached_property
    def languages(self) -> list[LanguageLink]:
        return [
            LanguageLink(
                code,
                OWN_NAMES[code],
                switch_url(self.request, code),
                code == self.language,
            )
            for code in LANGUAGES
        ]

    @cached_property
    def actor(self) -> Any | None:
        """The person signed in, or None; the type belongs to a higher room."""
        actor = getattr(self.request, "actor", None)
        return None if actor is None or actor.is_anonymous or actor.is_system else actor

    @cached_property
    def navigation(self) -> list[Link]:
        return main_links(self.request, self.actor)

    @cached_property
    def account(self) -> list[Link]:
        return account_links(self.request, self.actor)

    @cached_property
    def messages(self) -> Iterable[Message]:
        """Messages left by the last request; reading them takes them away."""
        return list(messages.get_messages(self.request))

    @cached_property
    def logout_url(self) -> str:
        """Where leaving is posted to; empty where the site has no accounts."""
        return _path("account_logout")

    @property
    def footer(self) -> list[tuple[str, str]]:
        """Name of the page and its link text; the site mounts these pages."""
        words = {
            "help": gettext("Help"),
            "about": gettext("About"),
            "accessibility": gettext("Accessibility"),
            "cookies": gettext("Cookies"),
        }
        return [(name, text) for name, text in words.items() if _path(name)]

    @cached_property
    def nonce(self) -> str:
        """The nonce of the content security policy, empty where none is in force."""
        return str(getattr(self.request, "csp_nonce", ""))


def _path(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def shell(request: HttpRequest) -> dict[str, object]:
    """Context processor: gives every template ``shell``."""
    return {"shell": Shell(request)}
