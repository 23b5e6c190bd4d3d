"""Roles are granted and taken back here."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from korpu.foundations.accounts.actor import Actor
from korpu.foundations.accounts.models import Compartment, RoleGrant, User
from korpu.foundations.accounts.roles import Role, roles
from korpu.kernel.errors import Conflict, InvalidInput, NotPermitted, NotPossibleNow


@transaction.atomic
def grant_role(
    *,
    user: User,
    role: str,
    compartment: Compartment,
    valid_from: date,
    valid_until: date | None,
    reason: str,
    actor: Actor,
    at: datetime,
) -> RoleGrant:
    """Give a person a role in a compartment for a period (``valid_until`` inclusive, None: open).

    Raises:
        NotPermitted: the actor may not grant roles, or grants one to themselves.
        InvalidInput: unknown role, wrong business, period in disorder, no reason.
        NotPossibleNow: the account is withdrawn.
        Conflict: the person holds the role, or one it cannot stand beside, in that period.
    """
    actor.check("accounts.role.grant")
    if user.pk == actor.user_id:
        raise NotPermitted(_("Nobody grants a role to themselves: ask another administrator."))
    declared = _declared(role, compartment)
    _period(valid_from, valid_until)
    words = _reason(reason)
    if not user.is_active:
        raise NotPossibleNow(_("This account is withdrawn. Restore it before granting a role."))
    User.objects.select_for_update().get(pk=user.pk)
    _no_clash(user, declared, compartment, valid_from, valid_until)
    return RoleGrant.objects.create(
        user=user,
        role=role,
        compartment=compartment,
        deputies_allowed=declared.deputies,
        valid_from=valid_from,
        valid_until=valid_until,
        reason=words,
        granted_by=actor.user,
        granted_at=at,
    )


@transaction.atomic
def end_grant(*, grant: RoleGrant, reason: str, actor: Actor, at: datetime) -> RoleGrant:
    """Take a role back at once.

    Raises:
        NotPermitted: the actor may not grant roles.
        NotPossibleNow: it has already been taken back.
    """
    actor.check("accounts.role.grant")
    words = _reason(reason)
    locked = RoleGrant.objects.select_for_update().get(pk=grant.pk)
    if locked.ended_at is not None:
        raise NotPossibleNow(_("This role has already been taken back."))
    locked.ended_at = at
    locked.ended_by = actor.user
    locked.ended_reason = words
    locked.save(update_fields=["ended_at", "ended_by", "ended_reason"])
    return locked


def _declared(role: str, compartment: Compartment) -> Role:
    declared = roles().get(role)
    if declared is None:
        sentence = _("Choose a role from the list.")
        raise InvalidInput(sentence, fields={"role": sentence})
    if declared.business != compartment.business:
        sentence = _("This role cannot be held in this compartment: the business differs.")
        raise InvalidInput(sentence, fields={"compartment": sentence})
    return declared


def _period(valid_from: date, valid_until: date | None) -> None:
    if valid_until is not None and valid_until < valid_from:
        sentence = _("The last day cannot be before the first day.")
        raise InvalidInput(sentence, fields={"valid_until": sentence})


def _reason(reason: str) -> str:
    words = reason.strip()
    if not words:
        sentence = _("Say why, in a few words: the auditor will read it.")
        raise InvalidInput(sentence, fields={"reason": sentence})
    return words


def _no_clash(
    user: User, declared: Role, compartment: Compartment, first: date, last: date | None
) -> None:
    overlapping = RoleGrant.objects.filter(user=user, ended_at__isnull=True).filter(
        Q(valid_until__isnull=True) | Q(valid_until__gte=first)
    )
    if last is not None:
        overlapping = overlapping.filter(valid_from__lte=last)
    if overlapping.filter(role=declared.id, compartment=compartment).exists():
        raise Conflict(_("The person already holds this role there in that period."))
    other = overlapping.filter(role__in=declared.incompatible_with).first()
    if other is not None:
        raise Conflict(
            _("Nobody may be %(role)s and %(other)s at the same time.")
            % {"role": declared.title, "other": roles()[other.role].title},
            _("End the other role first, or choose other dates."),
        )
