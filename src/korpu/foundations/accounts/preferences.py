"""What an account gives the frame of every page: its menu, and the language it remembers."""

from typing import cast

from django.http import HttpRequest

from korpu.foundations.accounts.http import Request
from korpu.foundations.accounts.services import edit_profile
from korpu.foundations.ui.languages import register_remember_choice
from korpu.foundations.ui.navigation import NavItem, register, register_account
from korpu.kernel.texts import Language, Text


def remember_language(request: HttpRequest, language: Language) -> None:
    """Store the language somebody chose on any page in their account; nothing for a visitor."""
    actor = cast(Request, request).actor
    if not actor.is_anonymous and actor.language != language:
        name = actor.user.full_name
        edit_profile(user=actor.user, full_name=name, language=language, actor=actor)


def register_with_the_frame() -> None:
    """Called once, when the room starts."""
    register_remember_choice(remember_language)
    own = Text(az="Hesabım", en="My account", ru="Моя учётная запись")
    people = Text(az="İstifadəçilər", en="Users", ru="Пользователи")
    register_account(NavItem(own, "accounts-own", order=10))
    compartments = Text(az="Bölmələr", en="Compartments", ru="Сегменты доступа")
    register(NavItem(compartments, "accounts-compartments", "organisations.office.edit", order=86))
    register(NavItem(people, "accounts-people", "accounts.user.read", order=80))
