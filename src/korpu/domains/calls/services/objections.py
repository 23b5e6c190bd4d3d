"""An applicant objects to a decision within the term; the director rules with reasons."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from korpu.domains.calls import letter_words, sentences
from korpu.domains.calls.enums import (
    OPEN_TO_OBJECTION,
    ApplicationStatus,
    CallStatus,
    NoticeKind,
    ObjectionRuling,
)
from korpu.domains.calls.models import Application, Objection, Post
from korpu.domains.calls.services.checks import day, locked_application, move, needed, refuse
from korpu.domains.calls.services.deciding import announce_award, check_impartial, check_places
from korpu.domains.calls.services.letters import Letter, send_letter
from korpu.domains.calls.terms import last_day_now
from korpu.foundations.accounts.api import Actor
from korpu.kernel.errors import NotPossibleNow
from korpu.kernel.texts import Text


@transaction.atomic
def lodge_objection(*, application: Application, grounds: str, at: datetime) -> Objection:
    """Object by the link, on the last day of the term at the latest.

    Raises:
        NotPossibleNow: nothing is decided, the term is over, or an objection was lodged.
        InvalidInput: no grounds.
    """
    words = needed(grounds, "grounds", sentences.FILL_IN)
    locked = Application.objects.select_for_update().get(pk=application.pk)
    if locked.status not in OPEN_TO_OBJECTION or locked.objection_until is None:
        raise NotPossibleNow(sentences.NOTHING_TO_OBJECT)
    until = last_day_now(locked.objection_until)
    if timezone.localdate(at) > until:
        raise NotPossibleNow(sentences.OBJECTION_LATE.format(day=day(until)))
    if Objection.objects.filter(application=locked).exists():
        raise NotPossibleNow(sentences.OBJECTED_ALREADY)
    return Objection.objects.create(application=locked, grounds=words, lodged_at=at)


@transaction.atomic
def rule_on_objection(
    *,
    objection: Objection,
    ruling: ObjectionRuling,
    reasons: str,
    post: Post | None,
    actor: Actor,
    at: datetime,
) -> Objection:
    """Dismiss an objection, or uphold it and so change the decision.

    An application found ineligible becomes eligible while scores are still hidden. After the
    decision an upheld objection selects the organisation for ``post``, or (None) puts it on the
    reserve list.

    Raises:
        NotPermitted: the actor does not decide there, or assessed the call.
        NotPossibleNow: it was ruled on; scores are revealed and no total exists; no place is left.
        InvalidInput: no reasons; a post nobody was proposed for.
    """
    call = objection.application.call
    actor.check("calls.decision.approve", compartment_id=call.compartment_id)
    check_impartial(call, actor)
    words = needed(reasons, "reasons")
    locked = Objection.objects.select_for_update(of=("self",)).get(pk=objection.pk)
    if locked.ruling:
        raise NotPossibleNow(sentences.RULED_ALREADY)
    application = locked_application(objection.application, *OPEN_TO_OBJECTION)
    status = ApplicationStatus(application.status)
    if ruling is ObjectionRuling.UPHELD:
        status = _status_upheld(application, post, at)
    locked.ruling, locked.reasons = ruling, words
    locked.ruled_by, locked.ruled_at = actor.user, at
    locked.save()
    move(application, act="rule_on_objection", status=status, actor=actor, at=at, note=words)
    body = letter_words.RULING_BODY[ruling]
    letter = Letter(NoticeKind.RULING, [StatusText(body, status)], words)
    send_letter(application=application, letter=letter, actor=actor, at=at)
    return locked


class StatusText:
    """A sentence naming a status, put together in the language of the letter."""

    def __init__(self, body: Text, status: ApplicationStatus) -> None:
        self.body, self.status = body, status

    def __str__(self) -> str:
        return str(self.body).format(status=self.status.label)


def _status_upheld(application: Application, post: Post | None, at: datetime) -> ApplicationStatus:
    call = application.call
    if application.status == ApplicationStatus.INELIGIBLE:
        if call.status != CallStatus.CLOSED:
            raise NotPossibleNow(sentences.WRONG_STATUS)
        application.objection_until = None
        return ApplicationStatus.ELIGIBLE
    if application.status == ApplicationStatus.AWARDED:
        return ApplicationStatus.AWARDED
    if post is None:
        return ApplicationStatus.RESERVE
    if not application.candidates.filter(post=post).exists():
        raise refuse("post", sentences.POST_NOT_APPLIED)
    check_places(call, post, more=1)
    announce_award(application, post, at=at)
    return ApplicationStatus.AWARDED
