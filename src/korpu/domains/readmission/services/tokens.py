"""Keys to the machine's door: made, replaced, revoked; shown once, kept as a digest."""

import secrets
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from korpu.domains.readmission import sentences
from korpu.domains.readmission.models import ApiToken, ApiUse
from korpu.domains.readmission.permissions import MANAGE_TOKENS
from korpu.foundations.accounts.api import Actor
from korpu.foundations.accounts.models import Compartment, User
from korpu.foundations.accounts.services import grant_role, make_user
from korpu.kernel.errors import InvalidInput, NotPossibleNow

PREFIX = "krp_"
HINT_LENGTH = 8
LONGEST_LIFE = timedelta(days=366)
LIAISON = "liaison"
USES_KEPT = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class NewToken:
    """A token just made; ``secret`` exists nowhere else and is shown once."""

    token: ApiToken
    secret: str


def create_token(
    *, compartment: Compartment, title: str, expires_on: date, actor: Actor, at: datetime
) -> NewToken:
    """Make a key for a system of one requesting authority, with a technical account of its own.

    The account holds the liaison's role in that compartment and cannot log in: whatever the token
    may reach, row-level security decides, and the trail names the account.

    Args:
        compartment: the requesting authority's; all the token can reach.
        title: what system uses it.
        expires_on: last day, at most a year ahead.
        actor: the administrator.
        at: the moment of making.

    Raises:
        NotPermitted: the actor may not manage tokens.
        InvalidInput: by field, what cannot be right.
    """
    actor.check(MANAGE_TOKENS)
    _check(title, expires_on, at)
    with transaction.atomic():
        user = make_user(
            email=f"api-{secrets.token_hex(6)}@{compartment.office.code}.invalid",
            full_name=f"API: {title.strip()}"[:200],
            organisation=compartment.office.organisation,
            language="en",
            actor=actor,
            at=at,
        )
        grant_role(
            user=user,
            role=LIAISON,
            compartment=compartment,
            valid_from=timezone.localdate(at),
            valid_until=None,
            reason="API token",
            actor=actor,
            at=at,
        )
        return _issue(compartment, user, title.strip(), expires_on, None, actor, at)


def rotate_token(*, token: ApiToken, expires_on: date, actor: Actor, at: datetime) -> NewToken:
    """Replace a key by a new one of the same account; the old one stops at once.

    Raises:
        NotPermitted: the actor may not manage tokens.
        NotPossibleNow: it has been revoked.
        InvalidInput: the last day cannot be right.
    """
    actor.check(MANAGE_TOKENS)
    _check(token.title, expires_on, at)
    with transaction.atomic():
        old = revoke_token(token=token, actor=actor, at=at)
        return _issue(old.compartment, old.user, old.title, expires_on, old, actor, at)


def revoke_token(*, token: ApiToken, actor: Actor, at: datetime) -> ApiToken:
    """Take a key back at once.

    Raises:
        NotPermitted: the actor may not manage tokens.
        NotPossibleNow: it has been revoked already.
    """
    actor.check(MANAGE_TOKENS)
    with transaction.atomic():
        locked = ApiToken.objects.select_for_update(of=("self",)).get(pk=token.pk)
        if locked.revoked_at is not None:
            raise NotPossibleNow(sentences.TOKEN_REVOKED)
        locked.revoked_at = at
        locked.save(update_fields=("revoked_at",))
    return locked


def count_use(*, token: ApiToken, at: datetime) -> int:
    """How often the token has been used in this minute, this time included.

    Call it inside ``signing_in()``. Uses of the days before are forgotten, the last one excepted.
    """
    minute = at.replace(second=0, microsecond=0)
    with connection.cursor() as cursor:
        cursor.execute(
            "insert into readmission_apiuse as use (token_id, minute, count) values (%s, %s, 1)"
            " on conflict (token_id, minute) do update set count = use.count + 1 returning count",
            [token.pk, minute],
        )
        (count,) = cursor.fetchone() or (1,)
    if count == 1:
        ApiUse.objects.filter(token=token, minute__lt=minute - USES_KEPT).delete()
    return int(count)


def digest_of(secret: str) -> str:
    """What is kept of a token. It is long and random, so a plain hash cannot be guessed back."""
    return sha256(secret.encode()).hexdigest()


def _issue(
    compartment: Compartment,
    user: User,
    title: str,
    expires_on: date,
    replaces: ApiToken | None,
    actor: Actor,
    at: datetime,
) -> NewToken:
    secret = PREFIX + secrets.token_urlsafe(32)
    token = ApiToken.objects.create(
        compartment=compartment,
        user=user,
        title=title,
        hint=secret[:HINT_LENGTH],
        digest=digest_of(secret),
        created_by_id=actor.user_id,
        created_at=at,
        expires_on=expires_on,
        replaces=replaces,
    )
    return NewToken(token, secret)


def _check(title: str, expires_on: date, at: datetime) -> None:
    today = timezone.localdate(at)
    fields = {}
    if not title.strip():
        fields["title"] = _("Say which system uses the token.")
    if not today <= expires_on <= today + LONGEST_LIFE:
        fields["expires_on"] = _("Choose a day from today to one year ahead.")
    if fields:
        raise InvalidInput(_("The token cannot be made like this."), fields=fields)
