"""What a page says about who may open it, and the permissions the rooms know.

A mark is only a statement on the view; ``foundations.accounts`` enforces it and refuses a view
that says nothing.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

from korpu.kernel.texts import Text

View = TypeVar("View", bound=Callable[..., Any])
AccessKind = Literal["public", "signing_in", "enrolling", "signed_in", "needs"]

_ATTRIBUTE = "korpu_access"
_PARTS = 3
_permissions: dict[str, Text] = {}


@dataclass(frozen=True, slots=True)
class Access:
    """Who may open a view.

    Attributes:
        kind: ``public`` anybody; ``signing_in`` anybody, and the accounts may be looked up (log-in,
            password reset); ``enrolling`` anybody with an account, even before a compulsory second
            factor is set up; ``signed_in`` anybody with an account; ``needs`` holders of
            ``permission`` in at least one compartment.
        permission: set exactly when ``kind`` is ``needs``.
    """

    kind: AccessKind
    permission: str = ""


def mark(view: View, access: Access) -> View:
    """Say on ``view`` who may open it; for views of others that take no decorator."""
    setattr(view, _ATTRIBUTE, access)
    return view


def access_of(view: object) -> Access | None:
    """What ``view`` says; None when it says nothing."""
    found = getattr(view, _ATTRIBUTE, None)
    return found if isinstance(found, Access) else None


def public(view: View) -> View:
    """Anybody may open this view, logged in or not."""
    return mark(view, Access("public"))


def signed_in(view: View) -> View:
    """Anybody with an account may open this view."""
    return mark(view, Access("signed_in"))


def needs(permission: str) -> Callable[[View], View]:
    """Only who holds ``permission`` in at least one compartment may open this view.

    Which rows they then see is decided by the database and by the selectors.
    """
    return lambda view: mark(view, Access("needs", permission))


def register_permissions(titles: Mapping[str, Text]) -> None:
    """Make permissions known; called by each room while the application starts.

    Args:
        titles: by name ``<room>.<object>.<verb>``, what the permission allows.

    Raises:
        ValueError: a name is malformed or already registered with another title.
    """
    for name, title in titles.items():
        parts = name.split(".")
        if len(parts) != _PARTS or not all(part.replace("_", "").isalnum() for part in parts):
            raise ValueError(f"A permission is named <room>.<object>.<verb>; got {name!r}.")
        if _permissions.get(name, title) != title:
            raise ValueError(f"The permission {name} is registered twice.")
        _permissions[name] = title


def registered_permissions() -> Mapping[str, Text]:
    """Every permission a room has registered, by name."""
    return dict(_permissions)


def mark_all(patterns: Any, access: Access) -> Any:
    """Say on every view behind ``patterns`` (Django's ``include(...)``) who may open it."""
    found: Any = patterns[0] if isinstance(patterns, tuple) else patterns
    for pattern in found if isinstance(found, list) else found.urlpatterns:
        if hasattr(pattern, "url_patterns"):
            mark_all(pattern.url_patterns, access)
        else:
            mark(pattern.callback, access)
    return patterns
