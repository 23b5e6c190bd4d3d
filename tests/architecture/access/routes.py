"""Every route of the site, by the name under which the tables know it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from korpu.kernel.access import Access, access_of


@dataclass(frozen=True)
class Route:
    """One address of the site.

    Attributes:
        name: namespace and name; the path where the view has no name.
        access: what the view says about who may come; None: nothing.
    """

    name: str
    path: str
    access: Access | None


def routes() -> dict[str, Route]:
    """Every route by name.

    Raises:
        ValueError: two routes have one name.
    """
    found: dict[str, Route] = {}
    for route in _walk("", "", get_resolver().url_patterns):
        if route.name in found:
            raise ValueError(f"Two routes are named {route.name}.")
        found[route.name] = route
    return found


def _walk(
    prefix: str, namespace: str, patterns: Iterable[URLPattern | URLResolver]
) -> Iterator[Route]:
    for pattern in patterns:
        path = f"{prefix}{pattern.pattern}"
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from _walk(path, inner, pattern.url_patterns)
        else:
            name = f"{namespace}{pattern.name}" if pattern.name else path
            yield Route(name, path, _access(pattern.callback))


def _access(view: Any) -> Access | None:
    return access_of(view) or access_of(getattr(view, "view_class", None))
