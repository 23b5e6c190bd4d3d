"""Applications that wait for somebody's judgement."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from korpu.domains.calls.enums import ApplicationStatus, CallStatus
from korpu.domains.calls.models import Application, Decision, Objection
from korpu.domains.calls.selectors.assessing import appointments, to_score
from korpu.foundations.accounts.api import Actor
from korpu.foundations.ui.waiting import Waiting

CHECK = "calls.eligibility.decide"
SCORE = "calls.assessment.score"
APPROVE = "calls.decision.approve"


def waiting(actor: Actor) -> Iterator[Waiting]:
    """Applications to check, to score and to decide on, for those whose part it is."""
    if actor.may(CHECK):
        found = Application.objects.filter(
            status=ApplicationStatus.SUBMITTED,
            call__status=CallStatus.CLOSED,
            compartment__in=actor.compartments_with(CHECK),
        )
        yield Waiting(_("Applications to check"), _calls(CallStatus.CLOSED), found.count())
    if actor.may(SCORE):
        yield Waiting(_("Applications to score"), reverse("calls:assessing"), _unscored(actor))
    if actor.may(APPROVE):
        yield from _to_decide(actor)


def _to_decide(actor: Actor) -> Iterator[Waiting]:
    ours = {"application__compartment__in": actor.compartments_with(APPROVE)}
    proposed = Decision.objects.filter(approved_at=None, **ours).count()
    yield Waiting(_("Proposed decisions to take"), _calls(CallStatus.SCORED), proposed)
    lodged = Objection.objects.filter(ruled_at=None, **ours).count()
    yield Waiting(_("Objections to rule on"), _calls(CallStatus.DECIDED), lodged)


def _unscored(actor: Actor) -> int:
    running = [one for one in appointments(for_actor=actor) if one.call.status == CallStatus.CLOSED]
    sheets = [sheet for one in running for _application, sheet in to_score(one)]
    return sum(sheet is None or sheet.locked_at is None for sheet in sheets)


def _calls(status: CallStatus) -> str:
    return f"{reverse('calls:calls')}?status={status.value}"
