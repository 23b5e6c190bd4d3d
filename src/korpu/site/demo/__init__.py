"""The demonstration's people and cases, all of them invented."""

from collections.abc import Callable

from korpu.foundations.accounts.api import acting, system_actor
from korpu.foundations.accounts.models import User

Report = Callable[[str], None]


def is_loaded() -> bool:
    """Whether the fictional world is there already."""
    with acting(system_actor()):
        return User.objects.filter(is_system=False).exists()


def load(report: Report) -> None:
    """Make the fictional world. ``report`` is told what is being made, in words for a terminal."""


def welcome(url: str) -> str:
    """What is printed when everything runs: the address and who can log in."""
    return f"Körpü answers at {url}\nEnd it with Ctrl-C."
