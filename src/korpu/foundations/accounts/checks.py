"""Rules of the house that Django checks at start: roles that fit, pages that say who may come."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, Error, register
from django.urls import URLPattern, URLResolver, get_resolver

from korpu.foundations.accounts.roles import RoleError, roles, unknown_permissions
from korpu.kernel.access import access_of, registered_permissions


@register()
def check_roles(*, app_configs: Sequence[AppConfig] | None, **_: Any) -> Iterable[CheckMessage]:
    """Every permission of a role is one some room checks."""
    del app_configs
    try:
        unknown = unknown_permissions(roles().values())
    except RoleError as error:
        return [Error(f"The declaration of roles cannot be read: {error}", id="accounts.E001")]
    return [
        Error(
            f"The role {role} carries the permission {permission}, which no room registers.",
            hint="Correct the name in roles.yaml, or register it in the room's AppConfig.ready().",
            id="accounts.E002",
        )
        for role, permission in unknown
    ]


@register()
def check_pages(*, app_configs: Sequence[AppConfig] | None, **_: Any) -> Iterable[CheckMessage]:
    """Every page says who may open it, and asks for permissions that exist."""
    del app_configs
    return [error for where, view in routes() for error in _of_view(where, view)]


def routes() -> Iterator[tuple[str, Any]]:
    """Every route of the site with its view: (path as declared, view)."""
    yield from _walk("", get_resolver().url_patterns)


def _walk(prefix: str, patterns: Iterable[URLPattern | URLResolver]) -> Iterator[tuple[str, Any]]:
    for pattern in patterns:
        where = f"{prefix}{pattern.pattern}"
        if isinstance(pattern, URLResolver):
            yield from _walk(where, pattern.url_patterns)
        else:
            yield where, pattern.callback


def _of_view(where: str, view: Any) -> Iterator[CheckMessage]:
    access = access_of(view) or access_of(getattr(view, "view_class", None))
    if access is None:
        yield Error(
            f"The page {where} says nothing about who may open it.",
            hint="Mark its view with @needs, @signed_in or @public.",
            id="accounts.E003",
        )
    elif access.kind == "needs" and access.permission not in registered_permissions():
        yield Error(
            f"The page {where} asks for {access.permission}, which no room registers.",
            hint="Register it in the room's AppConfig.ready().",
            id="accounts.E004",
        )
