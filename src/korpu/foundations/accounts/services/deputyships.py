"""Who stands in for whom is arranged here."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korpu.foundations.accounts.actor import Actor
from korpu.foundations.accounts.models import Deputyship, User
from korpu.kernel.errors import Conflict, InvalidInput, NotPermitted, NotPossibleNow


@transaction.atomic
def appoint_deputy(
    *,
    absent: User,
    deputy: User,
    valid_from: date,
    valid_until: date,
    reason: str,
    actor: Actor,
    at: datetime,
) -> Deputyship:
    """Let one person hold another's roles during an absence, both days included.

    Only the absent person's own roles pass on, never those they hold as a deputy themselves, and
    only where the role's declaration allows deputies.

    Raises:
        NotPermitted: the actor may not arrange this, or would become the deputy.
        InvalidInput: the same person twice, another organisation, period in disorder, no reason.
        NotPossibleNow: one of the accounts is withdrawn.
        Conflict: the two already have such an arrangement in that period.
    """
    actor.check("accounts.deputyship.arrange")
    if deputy.pk == actor.user_id:
        raise NotPermitted(_("Nobody makes themselves a stand-in: ask another administrator."))
    _check(absent, deputy, valid_from, valid_until, reason)
    clash = Deputyship.objects.filter(
        absent=absent, deputy=deputy, ended_at__isnull=True, valid_from__lte=valid_until
    ).filter(valid_until__gte=valid_from)
    if clash.exists():
        raise Conflict(_("This person already stands in for the colleague in that period."))
    return Deputyship.objects.create(
        absent=absent,
        deputy=deputy,
        valid_from=valid_from,
        valid_until=valid_until,
        reason=reason.strip(),
        granted_by=actor.user,
        granted_at=at,
    )


@transaction.atomic
def end_deputyship(*, deputyship: Deputyship, actor: Actor, at: datetime) -> Deputyship:
    """End an arrangement at once.

    Raises:
        NotPermitted: the actor may not arrange this.
        NotPossibleNow: it has already been ended.
    """
    actor.check("accounts.deputyship.arrange")
    locked = Deputyship.objects.select_for_update().get(pk=deputyship.pk)
    if locked.ended_at is not None:
        raise NotPossibleNow(_("This arrangement has already been ended."))
    locked.ended_at = at
    locked.ended_by = actor.user
    locked.save(update_fields=["ended_at", "ended_by"])
    return locked


def _check(absent: User, deputy: User, first: date, last: date, reason: str) -> None:
    if absent.pk == deputy.pk:
        sentence = _("Nobody stands in for themselves: choose another person.")
        raise InvalidInput(sentence, fields={"deputy": sentence})
    if absent.organisation_id != deputy.organisation_id:
        sentence = _("The stand-in must work for the same organisation.")
        raise InvalidInput(sentence, fields={"deputy": sentence})
    if last < first:
        sentence = _("The last day cannot be before the first day.")
        raise InvalidInput(sentence, fields={"valid_until": sentence})
    if not reason.strip():
        sentence = _("Say why, in a few words: the auditor will read it.")
        raise InvalidInput(sentence, fields={"reason": sentence})
    if not (absent.is_active and deputy.is_active):
        raise NotPossibleNow(_("One of the two accounts is withdrawn."))
