"""What a door is: where it leads, who may open it, what is sent through it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.architecture.access.people import EVERYBODY, LOGGED_IN, holders
from tests.architecture.access.routes import Route
from tests.architecture.access.world import World

ANY = 0
"""An answer that is neither a failure nor pinned."""

Address = Callable[[World], Mapping[str, object]]
Sent = Callable[[World], Mapping[str, Any]]


def _nothing(world: World) -> Mapping[str, object]:
    return {}


@dataclass(frozen=True)
class Door:
    """How one route is tried.

    Attributes:
        to: the parts of the address: which object of the world.
        seen_by: who may see that object; None: the view's mark says it all.
        got: the answer to a GET of somebody who may; None: GET is not tried.
        sent: what is sent with POST; None: POST is not tried.
        done: the answer to a POST of somebody who may; 200 and 422 are a form that comes back
            with a fault at a field, not with a refusal.
        done_by: who may POST, where fewer than those who may look.
        query: what is asked in the address.
    """

    to: Address = _nothing
    seen_by: frozenset[str] | None = None
    got: int | None = 200
    sent: Sent | None = None
    done: int = 302
    done_by: frozenset[str] | None = None
    query: Mapping[str, str] = field(default_factory=dict)

    def open_to(self, route: Route) -> frozenset[str]:
        """Who may come in: who holds what the view asks for, and may see the object."""
        assert route.access is not None
        if route.access.kind in ("public", "signing_in"):
            marked = frozenset(EVERYBODY)
        elif route.access.kind == "needs":
            marked = holders(route.access.permission)
        else:
            marked = LOGGED_IN
        return marked if self.seen_by is None else marked & self.seen_by

    def done_from(self, route: Route) -> frozenset[str]:
        """Who may send."""
        allowed = self.open_to(route)
        return allowed if self.done_by is None else allowed & self.done_by


def sending(**sent: Any) -> Sent:
    """The same is sent whatever the world."""
    return lambda _world: sent
