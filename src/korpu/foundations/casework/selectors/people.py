"""The people a case can be given to."""

from korpu.foundations.accounts.api import Actor
from korpu.foundations.accounts.models import User
from korpu.foundations.casework.models import Case
from korpu.foundations.casework.people import colleagues_in


def assignee_choices(*, case: Case, for_actor: Actor) -> list[tuple[str, str]]:  # noqa: ARG001  readers name the actor
    """Those who hold a role in the office of the case, by name; empty for readers outside it."""
    return [(str(key), name) for key, name in colleagues_in(case.compartment_id)]


def colleague(*, case: Case, key: str) -> User | None:
    """The account chosen from ``assignee_choices``; None: nobody."""
    known = {str(user_id): user_id for user_id, _ in colleagues_in(case.compartment_id)}
    return User.objects.get(pk=known[key]) if key in known else None
