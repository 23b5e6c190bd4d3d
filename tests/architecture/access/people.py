"""Everybody whose doors are tried: the cast, and those who stand just outside it."""

from datetime import timedelta

from django.utils import timezone

from korpu.foundations.accounts.api import acting, roles, system_actor
from korpu.foundations.accounts.models import User
from korpu.foundations.accounts.services import appoint_deputy
from korpu.foundations.accounts.testing import make_office, make_user
from tests.cast import OFFICES, PEOPLE, Cast, office

OUTSIDERS = ("deputy", "other_liaison", "unassigned_mentor", "regional_officer")
EVERYBODY = ("anonymous", *PEOPLE, *OUTSIDERS)
ROLE_OF = {name: name for name in OFFICES} | {
    "deputy": "readmission_officer",
    "other_liaison": "liaison",
    "unassigned_mentor": "mentor",
    "regional_officer": "readmission_officer",
}
"""Whose permissions a person has. The newcomer, the former and the withdrawn have none."""

NOT_LOGGED_IN = frozenset({"anonymous", "withdrawn"})
LOGGED_IN = frozenset(EVERYBODY) - NOT_LOGGED_IN


def holders(permission: str) -> frozenset[str]:
    """Who holds the permission somewhere, as the jurisdiction's roles declare it."""
    return frozenset(
        name for name, role in ROLE_OF.items() if permission in roles()[role].permissions
    )


def everybody() -> Cast:
    """The cast with the outsiders, all made."""
    cast = Cast()
    for name in PEOPLE:
        assert cast[name]
    cast.known |= {
        "deputy": _deputy_of(cast["readmission_officer"]),
        "other_liaison": make_user(role="liaison", office=office("nl-return")),
        "unassigned_mentor": make_user(role="mentor", office=office("ngo-addim")),
        "regional_officer": make_user(role="readmission_officer", office=make_office("sms-region")),
    }
    return cast


def _deputy_of(absent: User) -> User:
    deputy = make_user(office=office("sms-readmission"), name="deputy")
    today = timezone.localdate()
    with acting(system_actor()) as system:
        appoint_deputy(
            absent=absent,
            deputy=deputy,
            valid_from=today,
            valid_until=today + timedelta(days=5),
            reason="leave",
            actor=system,
            at=timezone.now(),
        )
    return deputy
