"""Publishing a change of the law after the proof, by a second person; and withdrawing it."""

from datetime import date, datetime

from django.db import connection, transaction
from django.utils import timezone

from korpu.engines.procedure.api import check_edit
from korpu.foundations.accounts.api import Actor
from korpu.foundations.casework.api import library, renew_law
from korpu.foundations.law import sentences
from korpu.foundations.law.enums import ChangeKind, ChangeState, WorkKind
from korpu.foundations.law.library import as_edit
from korpu.foundations.law.models import Change, Edition
from korpu.foundations.law.services.works import request_work
from korpu.foundations.law.trial import proof_of, trial_of
from korpu.kernel.errors import Conflict, InvalidInput, NotPermitted, NotPossibleNow

PUBLISH = "law.change.publish"


@transaction.atomic
def publish_change(*, change: Change, digest: str, actor: Actor, at: datetime) -> Change:
    """Put a draft into use for every process of the system at once.

    New cases take the new version from its first day; old ones keep theirs. A calendar or a source
    counts for running terms: their dates are computed anew in the background.

    Args:
        change: as the actor saw it.
        digest: of the content the actor read and signs.
        actor: not whoever drafted it.
        at: the moment of publishing.

    Raises:
        NotPermitted: the actor may not publish, or drafted it.
        NotPossibleNow: it is not a draft, or the proof fails.
        Conflict: it says something else than what was read.
        InvalidInput: something published meanwhile says the same already.
    """
    actor.check(PUBLISH)
    _keep_others_waiting()
    locked = _locked(change)
    _check_signature(locked, digest, actor)
    on = timezone.localdate(at)
    _prove(locked, on=on)
    locked.state = ChangeState.PUBLISHED
    locked.published_by_id = actor.user_id
    locked.published_at, locked.published_on = at, on
    locked.published_digest = locked.digest
    locked.save()
    _turn_the_page(locked, actor=actor, at=at)
    return locked


@transaction.atomic
def withdraw_change(
    *, change: Change, from_on: date, reason: str, actor: Actor, at: datetime
) -> Change:
    """Take a change back for cases opened from a day on; no running case is touched by that.

    A change of a calendar is taken back today; running terms are computed anew, and none of a
    person's is cut short.

    Raises:
        NotPermitted: the actor may not.
        NotPossibleNow: it is not in use.
        InvalidInput: the day has passed, or no reason is given.
    """
    actor.check(PUBLISH)
    _keep_others_waiting()
    locked = _locked(change)
    if locked.state != ChangeState.PUBLISHED:
        raise NotPossibleNow(sentences.NOT_PUBLISHED)
    today = timezone.localdate(at)
    if not reason.strip():
        raise InvalidInput(sentences.REFUSED, fields={"reason": sentences.NO_REASON})
    if from_on < today:
        raise InvalidInput(sentences.REFUSED, fields={"from_on": sentences.WITHDRAWN_IN_PAST})
    locked.state = ChangeState.WITHDRAWN
    locked.withdrawn_by_id, locked.withdrawn_at = actor.user_id, at
    locked.withdrawn_from = today if locked.is_of_calendar else from_on
    locked.withdrawal_reason = reason.strip()
    locked.save()
    _turn_the_page(locked, actor=actor, at=at)
    return locked


def _keep_others_waiting() -> None:
    with connection.cursor() as cursor:
        cursor.execute("select korpu_change_law()")


def _locked(change: Change) -> Change:
    return Change.objects.select_for_update(of=("self",)).get(pk=change.pk)


def _check_signature(change: Change, digest: str, actor: Actor) -> None:
    if change.state != ChangeState.DRAFT:
        raise NotPossibleNow(sentences.NOT_A_DRAFT)
    if change.drafted_by_id == actor.user_id:
        raise NotPermitted(sentences.SECOND_PERSON)
    if change.digest != digest:
        raise Conflict(sentences.CHANGED_MEANWHILE)


def _prove(change: Change, *, on: date) -> None:
    renew_law()
    if change.is_of_calendar:
        check_edit(library().calendars[change.subject], as_edit(change, published_on=on))
        return
    findings = proof_of(change, trial_of(change, on=on))
    if findings:
        raise NotPossibleNow(
            sentences.UNSOUND,
            " ".join(str(finding.sentence) for finding in findings),
            facts={"findings": [finding.code for finding in findings]},
        )


def _turn_the_page(change: Change, *, actor: Actor, at: datetime) -> None:
    Edition.objects.create(change=change, at=at)
    renew_law()
    if change.is_of_calendar or change.kind == ChangeKind.SOURCE:
        asked = {"withdrawal": change.state == ChangeState.WITHDRAWN}
        request_work(kind=WorkKind.REPROJECTION, change=change, asked=asked, actor=actor, at=at)
