"""Decisions on applications: proposed by one person, taken by another, told to everybody."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from korpu.domains.calls import letter_words, sentences
from korpu.domains.calls.enums import (
    STATUS_AFTER,
    CallStatus,
    NoticeKind,
    Outcome,
)
from korpu.domains.calls.models import Application, Assessor, Award, Call, Decision, Post
from korpu.domains.calls.scores import Standing, standings
from korpu.domains.calls.services.checks import locked_call, move
from korpu.domains.calls.services.eligibility import remedy_of, set_term_to_object
from korpu.domains.calls.services.letters import Letter, send_letter
from korpu.foundations.accounts.api import Actor
from korpu.kernel.errors import InvalidInput, NotPermitted, NotPossibleNow
from korpu.kernel.texts import Message, Text


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is proposed for one application; ``post`` only with an award."""

    outcome: Outcome
    reasons: str
    post: Post | None = None


@transaction.atomic
def propose_decisions(
    *, call: Call, proposals: Mapping[int, Proposal], actor: Actor, at: datetime
) -> None:
    """Propose an outcome with reasons for every scored application; proposing again replaces.

    ``proposals``: by key of the application.

    Raises:
        NotPermitted: the actor does not propose there.
        NotPossibleNow: the call is not scored, or a consensus is missing.
        InvalidInput: by field ``outcome-<key>``, ``post-<key>``, ``reasons-<key>``.
    """
    actor.check("calls.decision.propose", compartment_id=call.compartment_id)
    locked = locked_call(call, CallStatus.SCORED)
    standing = {one.application.pk: one for one in standings(locked)}
    if open_ones := sum(one.needs_consensus for one in standing.values()):
        raise NotPossibleNow(sentences.CONSENSUS_MISSING.format(count=open_ones))
    _check_proposals(locked, standing, proposals)
    for key, one in standing.items():
        proposal = proposals[key]
        Decision.objects.update_or_create(
            application_id=key,
            defaults={
                "outcome": proposal.outcome,
                "post": proposal.post,
                "reasons": proposal.reasons.strip(),
                "total": one.total,
                "rank": one.place.rank,
                "is_tied": one.place.is_tied,
                "proposed_by_id": actor.user_id,
                "proposed_at": at,
            },
        )


@transaction.atomic
def approve_decisions(*, call: Call, actor: Actor, at: datetime) -> Call:
    """Take the decisions as proposed; letters go to every applicant and the term to object runs.

    Raises:
        NotPermitted: the actor does not decide there, proposed them, or assessed the call.
        NotPossibleNow: the call is not scored, or an application has no proposal.
    """
    actor.check("calls.decision.approve", compartment_id=call.compartment_id)
    locked = locked_call(call, CallStatus.SCORED)
    check_impartial(locked, actor)
    scored = [one.application for one in standings(locked)]
    decisions = {
        one.application_id: one
        for one in Decision.objects.filter(application__in=scored).select_related("post")
    }
    if missing := sum(one.pk not in decisions for one in scored):
        raise NotPossibleNow(sentences.DECISION_MISSING.format(count=missing))
    if any(one.proposed_by_id == actor.user_id for one in decisions.values()):
        raise NotPermitted(sentences.OWN_PROPOSAL)
    locked.status, locked.decided_at, locked.decided_by = CallStatus.DECIDED, at, actor.user
    locked.save()
    for application in scored:
        _decide(application, decisions[application.pk], actor, at)
    return locked


def check_impartial(call: Call, actor: Actor) -> None:
    """Insist that the actor was never appointed to assess the call.

    Raises:
        NotPermitted: they were.
    """
    if Assessor.objects.filter(call=call, user_id=actor.user_id).exists():
        raise NotPermitted(sentences.ASSESSOR_DECIDES)


def announce_award(application: Application, post: Post, *, at: datetime) -> None:
    """Publish that the organisation was selected."""
    Award.objects.create(
        call_id=application.call_id,
        post=post,
        organisation_name=application.organisation_name,
        application=application,
        announced_at=at,
    )


def check_places(call: Call, post: Post, *, more: int) -> None:
    """Insist that ``more`` further organisations can be selected for the post.

    Raises:
        NotPossibleNow: there are not so many places.
    """
    count = Award.objects.filter(call=call, post=post).count() + more
    if count > post.places:
        raise NotPossibleNow(
            sentences.TOO_MANY_AWARDS.format(
                post=post.get_kind_display(), places=post.places, count=count
            )
        )


def _check_proposals(
    call: Call, standing: Mapping[int, Standing], proposals: Mapping[int, Proposal]
) -> None:
    wrong: dict[str, Message] = {}
    for key, one in standing.items():
        wrong |= _faults(call, one, proposals.get(key))
    if not wrong:
        wrong |= _overfull(call, proposals)
    if wrong:
        raise InvalidInput(sentences.CHECK_ANSWERS, fields=wrong)


def _faults(call: Call, one: Standing, proposal: Proposal | None) -> dict[str, Message]:
    key = one.application.pk
    if proposal is None:
        return {f"outcome-{key}": sentences.DECISION_MISSING.format(count=1)}
    found: dict[str, Message] = {}
    if not proposal.reasons.strip():
        found[f"reasons-{key}"] = sentences.REASONS_MISSING
    if proposal.outcome != Outcome.AWARD:
        return found
    if one.total < call.minimum_total:
        minimum = call.minimum_total.normalize()
        found[f"outcome-{key}"] = sentences.BELOW_MINIMUM.format(minimum=f"{minimum:f}")
    if proposal.post is None:
        found[f"post-{key}"] = sentences.POST_FOR_AWARD
    elif not one.application.candidates.filter(post=proposal.post).exists():
        found[f"post-{key}"] = sentences.POST_NOT_APPLIED
    return found


def _overfull(call: Call, proposals: Mapping[int, Proposal]) -> dict[str, Message]:
    found: dict[str, Message] = {}
    for post in call.posts.all():
        chosen = [
            key
            for key, one in proposals.items()
            if one.outcome == Outcome.AWARD and one.post is not None and one.post.pk == post.pk
        ]
        if len(chosen) > post.places:
            sentence = sentences.TOO_MANY_AWARDS.format(
                post=post.get_kind_display(), places=post.places, count=len(chosen)
            )
            found |= {f"post-{key}": sentence for key in chosen}
    return found


def _decide(application: Application, decision: Decision, actor: Actor, at: datetime) -> None:
    decision.approved_by, decision.approved_at = actor.user, at
    decision.save()
    set_term_to_object(application, at=at)
    move(
        application,
        act="decide",
        status=STATUS_AFTER[Outcome(decision.outcome)],
        actor=actor,
        at=at,
        note=decision.reasons,
    )
    if decision.post is not None:
        announce_award(application, decision.post, at=at)
    send_letter(application=application, letter=_letter(application, decision), actor=actor, at=at)


def _letter(application: Application, decision: Decision) -> Letter:
    body = letter_words.DECISION_BODY[Outcome(decision.outcome)]
    post: Message = decision.post.get_kind_display() if decision.post else ""
    rank: Message = Text(*(str(decision.rank),) * 3)
    if decision.is_tied:
        rank = letter_words.TIED.format(rank=rank)
    rows = [(letter_words.TOTAL, decision.total), (letter_words.RANK, rank)]
    return Letter(
        NoticeKind.DECISION,
        [{"rows": rows}, PostText(body, post)],
        decision.reasons,
        remedy_of(application),
    )


@dataclass(frozen=True, slots=True)
class PostText:
    """A sentence naming a post, put together in the language of the letter."""

    body: Text
    post: Message

    def __str__(self) -> str:
        return str(self.body).format(post=self.post)
