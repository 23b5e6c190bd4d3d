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
from markupsafe import Markup

from korpu.foundations.ui.inline import SCRIPT
from korpu.foundations.ui.languages import OWN_NAMES, switch_url
from korpu.foundations.ui.navigation import Link, account_links, main_links, public_links
from korpu.foundations.ui.public.pages import is_published
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
        """Where the person at work may go; for a visitor what is public."""
        return main_links(self.request, self.actor) if self.actor else self.public_links

    @cached_property
    def public_links(self) -> list[Link]:
        """What everybody may read."""
        return public_links(self.request)

    @cached_property
    def account(self) -> list[Link]:
        return account_links(self.request, self.actor)

    @cached_property
    def messages(self) -> Iterable[Message]:
        """Messages left by the last request; reading them takes them away."""
        return list(messages.get_messages(self.request))

    @cached_property
    def login_url(self) -> str:
        """Where a visitor logs in; empty for who is logged in, and where there are no accounts."""
        return "" if self.actor else _path("account_login")

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

    @property
    def script(self) -> Markup:
        """The script of the page itself."""
        return Markup(SCRIPT)  # noqa: S704  # a constant of ours

    @property
    def is_published(self) -> bool:
        """True on a page search engines may list; see ``ui.public.published``."""
        return is_published(self.request)

    @property
    def canonical(self) -> str:
        """The one address of this page in this language."""
        return self._address(self.language)

    @property
    def alternates(self) -> list[tuple[str, str]]:
        """The page's address in each language, and the one that asks the browser."""
        here = self.request.build_absolute_uri(self.request.path)
        return [*((code, self._address(code)) for code in LANGUAGES), ("x-default", here)]

    def _address(self, language: Language) -> str:
        return self.request.build_absolute_uri(f"{self.request.path}?lang={language}")


def _path(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def shell(request: HttpRequest) -> dict[str, object]:
    """Context processor: gives every template ``shell``."""
    return {"shell": Shell(request)}
