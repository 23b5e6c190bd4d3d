"""Who must log in with a second factor, and who has one."""

from allauth.mfa.models import Authenticator
from django.conf import settings

from korpu.foundations.accounts.actor import Actor
from korpu.foundations.accounts.roles import roles


def must_have_second_factor(actor: Actor) -> bool:
    """Whether a role the actor holds today sees personal data and the installation insists."""
    declared = roles()
    return settings.KORPU_SECOND_FACTOR_COMPULSORY and any(
        declared[held.role].sees_personal_data for held in actor.held if held.role in declared
    )


def has_second_factor(actor: Actor) -> bool:
    """Whether the account has an authenticator app or a passkey; recovery codes do not count."""
    factors = Authenticator.objects.filter(user_id=actor.user_id)
    return factors.exclude(type=Authenticator.Type.RECOVERY_CODES).exists()


def lacks_second_factor(actor: Actor) -> bool:
    """Whether the actor must set one up before anything else."""
    return must_have_second_factor(actor) and not has_second_factor(actor)
