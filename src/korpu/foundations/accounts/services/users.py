"""Accounts are made, changed, withdrawn and restored here."""

from datetime import datetime

from allauth.usersessions.models import UserSession
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korpu.foundations.accounts.actor import Actor
from korpu.foundations.accounts.models import User
from korpu.foundations.organisations.models import Organisation
from korpu.kernel.errors import Conflict, InvalidInput, NotPossibleNow
from korpu.kernel.texts import LANGUAGES


@transaction.atomic
def make_user(
    *,
    email: str,
    full_name: str,
    organisation: Organisation,
    language: str,
    actor: Actor,
    at: datetime,
) -> User:
    """Make an account that cannot log in until its owner has set a password.

    Raises:
        NotPermitted: the actor may not invite.
        InvalidInput: the address, the name or the language cannot be right.
        Conflict: the address already has an account.
    """
    actor.check("accounts.user.invite")
    address = _address(email)
    name = _name(full_name)
    _language(language)
    if User.objects.filter(email=address).exists():
        raise Conflict(_("An account with this e-mail address already exists."))
    user = User(
        email=address,
        full_name=name,
        organisation=organisation,
        language=language,
        date_joined=at,
    )
    user.set_unusable_password()
    user.save()
    return user


@transaction.atomic
def edit_profile(*, user: User, full_name: str, language: str, actor: Actor) -> User:
    """Change one's own name and language; administrators may change anybody's.

    Raises:
        NotPermitted: it is somebody else's account and the actor may not invite.
        InvalidInput: the name or the language cannot be right.
    """
    if user.pk != actor.user_id:
        actor.check("accounts.user.invite")
    user.full_name = _name(full_name)
    user.language = _language(language)
    user.save(update_fields=["full_name", "language"])
    return user


@transaction.atomic
def withdraw_user(*, user: User, actor: Actor, at: datetime) -> User:
    """Close an account: its sessions end, its roles no longer count, its past stays.

    Raises:
        NotPermitted: the actor may not withdraw accounts, or it is the actor's own.
        NotPossibleNow: it is already withdrawn.
    """
    actor.check("accounts.user.withdraw")
    if user.pk == actor.user_id or user.is_system:
        raise NotPossibleNow(_("You cannot withdraw this account yourself."))
    if not user.is_active:
        raise NotPossibleNow(_("This account is already withdrawn."))
    user.is_active = False
    user.withdrawn_at = at
    user.save(update_fields=["is_active", "withdrawn_at"])
    for session in UserSession.objects.filter(user_id=user.pk):
        session.end()
    return user


@transaction.atomic
def restore_user(*, user: User, actor: Actor) -> User:
    """Reopen a withdrawn account; roles that still run count again.

    Raises:
        NotPermitted: the actor may not withdraw accounts.
        NotPossibleNow: it is not withdrawn.
    """
    actor.check("accounts.user.withdraw")
    if user.is_active:
        raise NotPossibleNow(_("This account is not withdrawn."))
    user.is_active = True
    user.withdrawn_at = None
    user.save(update_fields=["is_active", "withdrawn_at"])
    return user


def _address(email: str) -> str:
    address = email.strip().lower()
    try:
        validate_email(address)
    except ValidationError as error:
        sentence = _("Enter an e-mail address such as name@example.az.")
        raise InvalidInput(sentence, fields={"email": sentence}) from error
    return address


def _name(full_name: str) -> str:
    name = " ".join(full_name.split())
    if not name or not name.isprintable():
        sentence = _("Enter the name as colleagues know it, in ordinary letters.")
        raise InvalidInput(sentence, fields={"full_name": sentence})
    return name


def _language(language: str) -> str:
    if language not in LANGUAGES:
        sentence = _("Choose Azerbaijani, English or Russian.")
        raise InvalidInput(sentence, fields={"language": sentence})
    return language
