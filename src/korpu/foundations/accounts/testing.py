"""Objects for tests of every room, made through the services as the service itself would.

>>> officer = make_actor("readmission_officer")
>>> with acting(officer): ...
"""

from datetime import date
from itertools import count

from django.test import Client
from django.utils import timezone

from korpu.foundations.accounts.acting import acting, actor_of, signing_in, system_actor
from korpu.foundations.accounts.actor import Actor
from korpu.foundations.accounts.models import Compartment, User
from korpu.foundations.accounts.roles import roles
from korpu.foundations.accounts.services import grant_role, open_compartment
from korpu.foundations.accounts.services import make_user as make_user_account
from korpu.foundations.organisations.enums import OrganisationKind
from korpu.foundations.organisations.models import Office, Organisation

PASSWORD = "correct horse battery staple"  # noqa: S105 - of people who exist in tests only
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
LONG_AGO = date(2020, 1, 1)
_numbers = count(1)


def make_office(
    code: str = "sms-test", *, kind: str = OrganisationKind.SERVICE, country: str = "AZE"
) -> Office:
    """The office of that code with an organisation of its own, made if it is not there."""
    with acting(system_actor()):
        organisation, _ = Organisation.objects.get_or_create(
            code=f"{code}-org",
            defaults=_titles(f"Organisation {code}") | {"kind": kind, "country": country},
        )
        office, _ = Office.objects.get_or_create(
            code=code, defaults={**_titles(f"Office {code}"), "organisation": organisation}
        )
    return office


def make_compartment(business: str, *, office: Office | None = None) -> Compartment:
    """The compartment of a business in an office (default: ``sms-test``)."""
    with acting(system_actor()) as system:
        return open_compartment(office=office or make_office(), business=business, actor=system)


def make_user(
    *,
    role: str | None = None,
    office: Office | None = None,
    name: str = "",
    language: str = "en",
    password: str = "",
    valid_from: date = LONG_AGO,
    valid_until: date | None = None,
) -> User:
    """An account, holding ``role`` in its office's compartment for that role's business."""
    office = office or make_office()
    number = next(_numbers)
    with acting(system_actor()) as system:
        user = make_user_account(
            email=f"user{number}@{office.code}.test",
            full_name=name or f"User {number}",
            organisation=office.organisation,
            language=language,
            actor=system,
            at=timezone.now(),
        )
        if password:
            user.set_password(password)
            user.save(update_fields=["password"])
    if role:
        give_role(user, role, office=office, valid_from=valid_from, valid_until=valid_until)
    return user


def give_role(
    user: User,
    role: str,
    *,
    office: Office | None = None,
    valid_from: date = LONG_AGO,
    valid_until: date | None = None,
) -> Compartment:
    """Grant a role in an office (default: ``sms-test``); returns the compartment."""
    compartment = make_compartment(roles()[role].business, office=office)
    with acting(system_actor()) as system:
        grant_role(
            user=user,
            role=role,
            compartment=compartment,
            valid_from=valid_from,
            valid_until=valid_until,
            reason="test",
            actor=system,
            at=timezone.now(),
        )
    return compartment


def make_actor(role: str, *, office: Office | None = None, on: date | None = None) -> Actor:
    """Somebody new who holds the role, as an actor on a day (default: today)."""
    return actor_of(make_user(role=role, office=office), on=on)


def _titles(name: str) -> dict[str, str]:
    return {"title_az": name, "title_en": name, "title_ru": name}


def log_in(client: Client, user: User) -> None:
    """Have a test browser log the person in without password and second factor."""
    with signing_in():
        client.force_login(user, backend=BACKEND)
