"""Following one of the claims on which sources disagree; all of them stay."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from korpu.domains.programmes.enums import ChangeKind
from korpu.domains.programmes.models import Claim
from korpu.domains.programmes.services.history import record_change, told
from korpu.domains.programmes.services.parts import CHANGED_MEANWHILE, COMPARE, EDIT, TAKEN_OUT
from korpu.foundations.accounts.api import Actor
from korpu.kernel.errors import Conflict, InvalidInput, NotPossibleNow

NO_REASON: dict[str, object] = {"reason_az": "", "reason_en": "", "reason_ru": ""}


@transaction.atomic
def follow_claim(
    *, claim: Claim, reasons: Mapping[str, str], revision: int, actor: Actor, at: datetime
) -> Claim:
    """Let the record follow this claim of its point, and no other.

    Args:
        claim: the one to follow.
        reasons: ``reason_az``, ``reason_en``, ``reason_ru``; everybody reads them.
        revision: of the claim when it was read.
        actor: who prefers it.
        at: when.

    Raises:
        NotPermitted: the actor does not keep this project.
        InvalidInput: there is no reason in Azerbaijani.
        Conflict: somebody changed the claim since.
        NotPossibleNow: it was taken out.
    """
    actor.check(EDIT, compartment_id=claim.project.compartment_id)
    rows = Claim.objects.select_for_update(of=("self",)).filter(
        project=claim.project_id, point=claim.point
    )
    by_key = {one.pk: one for one in rows}
    chosen = by_key[claim.pk]
    if chosen.revision != revision:
        raise Conflict(CHANGED_MEANWHILE, COMPARE, facts={"revision": chosen.revision})
    if chosen.removed_at is not None:
        raise NotPossibleNow(TAKEN_OUT)
    if not reasons.get("reason_az"):
        sentence = _("Say why the record follows this claim.")
        raise InvalidInput(sentence, fields={"reason_az": sentence})
    for other in by_key.values():
        if other.is_followed and other.pk != chosen.pk:
            _set(other, NO_REASON | {"is_followed": False}, actor, at)
    _set(chosen, NO_REASON | dict(reasons) | {"is_followed": True}, actor, at)
    return chosen


def _set(claim: Claim, values: Mapping[str, object], actor: Actor, at: datetime) -> None:
    before = told(claim)
    for name, value in values.items():
        setattr(claim, name, value)
    claim.revision += 1
    claim.save()
    record_change(row=claim, kind=ChangeKind.CHANGED, before=before, actor=actor, at=at)
