"""What comes after: answers, minutes and the tasks that follow from them."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from korpu.domains.events import links, notices, sentences
from korpu.domains.events.declarations import event_rules
from korpu.domains.events.enums import AttendanceStatus, EventStatus
from korpu.domains.events.models import Decision, Evaluation, Event, Minutes, Participant
from korpu.domains.events.permissions import KEEP
from korpu.domains.events.services.registration import participant_of
from korpu.foundations.accounts.api import Actor, acting, system_actor
from korpu.foundations.accounts.models import User
from korpu.kernel.errors import InvalidInput, NotPermitted, NotPossibleNow

Answers = Mapping[str, int | str]


def why_no_evaluation(participant: Participant, *, at: datetime) -> bool:
    """Whether the questions are not open to this person at a moment."""
    event = participant.event
    begun = event.starts_on is not None and event.starts_on <= timezone.localdate(at)
    held = event.status in (EventStatus.ANNOUNCED, EventStatus.HELD)
    was_there = participant.attendances.filter(status=AttendanceStatus.PRESENT).exists()
    return not (begun and held and was_there)


def evaluate(*, token: str, answers: Answers, at: datetime) -> None:
    """Keep somebody's answers; that they answered is kept apart from what they answered.

    Raises:
        NotFound: the link is not one of ours.
        NotPossibleNow: not open to this person, or answered before.
    """
    with acting(system_actor()):
        uuid = links.read_participant(token)
        participant = participant_of(uuid)
        locked = (
            Participant.objects.select_for_update(of=("self",))
            .select_related("event")
            .get(pk=participant.pk)
        )
        if locked.has_evaluated:
            raise NotPossibleNow(sentences.EVALUATED)
        if why_no_evaluation(locked, at=at):
            raise NotPossibleNow(sentences.NOT_YET_EVALUATED)
        locked.has_evaluated = True
        locked.save(update_fields=["has_evaluated"])
        rules = event_rules()
        event = Event.objects.select_for_update(of=("self",)).get(pk=locked.event_id)
        Evaluation.objects.create(
            event=event,
            questionnaire=rules.questionnaire,
            answers=dict(answers),
            group=event.evaluations.count() // rules.fewest_answers.value,
        )


def keep_minutes(*, event: Event, text: str, actor: Actor, at: datetime) -> Minutes:
    """Write down what was said.

    Raises:
        NotPermitted: the actor keeps no events here.
    """
    actor.check(KEEP, compartment_id=event.compartment_id)
    kept, _ = Minutes.objects.update_or_create(
        event=event, defaults={"text": text, "kept_by_id": actor.user_id, "kept_at": at}
    )
    return kept


def add_decision(
    *,
    event: Event,
    text: str,
    owner: User | None,
    due_on: date | None,
    actor: Actor,
    at: datetime,
) -> Decision:
    """Write down a decision; with owner and term it is a task, and its owner is told.

    Raises:
        NotPermitted: the actor keeps no events here.
        InvalidInput: an owner without a term, or a term without an owner.
    """
    actor.check(KEEP, compartment_id=event.compartment_id)
    if (owner is None) != (due_on is None):
        field = "due_on" if due_on is None else "owner"
        raise InvalidInput(sentences.OWNER_AND_TERM, fields={field: sentences.OWNER_AND_TERM})
    with transaction.atomic():
        locked = Event.objects.select_for_update(of=("self",)).get(pk=event.pk)
        last = locked.decisions.aggregate(last=Max("number"))["last"] or 0
        made = Decision.objects.create(
            event=locked, number=last + 1, text=text, owner=owner, due_on=due_on
        )
        if owner is not None:
            notices.tell_owner(decision=made, kind=notices.GIVEN, actor=actor, at=at)
    return made


def finish_task(*, decision: Decision, evidence: str, actor: Actor, at: datetime) -> Decision:
    """Say that a task is done, and what shows it.

    Raises:
        NotPermitted: it is somebody else's, and the actor keeps no events here.
        NotPossibleNow: it is done already, or is no task.
    """
    with transaction.atomic():
        locked = (
            Decision.objects.select_for_update(of=("self",))
            .select_related("event")
            .get(pk=decision.pk)
        )
        is_keeper = actor.may(KEEP, compartment_id=locked.event.compartment_id)
        if locked.owner_id != actor.user_id and not is_keeper:
            raise NotPermitted(sentences.NOT_YOUR_TASK)
        if locked.done_at is not None or locked.owner_id is None:
            raise NotPossibleNow(sentences.DONE_ALREADY)
        locked.done_at, locked.evidence = at, evidence
        locked.save(update_fields=["done_at", "evidence"])
    return locked
