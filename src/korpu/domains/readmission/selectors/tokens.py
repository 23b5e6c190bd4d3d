"""Tokens as administrators see them, and as the machine's door looks them up."""

from datetime import datetime
from uuid import UUID

from django.db.models import Max, Q
from django.utils import timezone

from korpu.domains.readmission import sentences
from korpu.domains.readmission.models import ApiToken
from korpu.domains.readmission.permissions import MANAGE_TOKENS
from korpu.domains.readmission.services.tokens import digest_of
from korpu.foundations.accounts.api import Actor
from korpu.kernel.errors import NotFound

MOST_TOKENS = 500


def all_tokens(*, for_actor: Actor) -> list[ApiToken]:
    """Every token, the newest first, revoked and expired ones included; at most 500.

    Each carries ``last_used_at``, the minute it was last used; None: never.
    """
    for_actor.check(MANAGE_TOKENS)
    rows = ApiToken.objects.select_related("compartment__office__organisation")
    return list(rows.annotate(last_used_at=Max("uses__minute"))[:MOST_TOKENS])


def token(*, uuid: UUID, for_actor: Actor) -> ApiToken:
    """One token.

    Raises:
        NotFound: there is none.
    """
    for_actor.check(MANAGE_TOKENS)
    found = ApiToken.objects.select_related("compartment__office").filter(uuid=uuid).first()
    if found is None:
        raise NotFound(sentences.NO_SUCH_TOKEN)
    return found


def token_in_force(*, secret: str, at: datetime) -> ApiToken | None:
    """The token of this secret while it opens the door; call it inside ``signing_in()``."""
    running = Q(revoked_at__isnull=True, expires_on__gte=timezone.localdate(at))
    return (
        ApiToken.objects.filter(running, digest=digest_of(secret), user__is_active=True)
        .select_related("user", "compartment__office")
        .first()
    )
