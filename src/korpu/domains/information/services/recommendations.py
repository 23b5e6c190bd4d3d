"""Recommendations of a study and what became of them."""

from dataclasses import dataclass
from datetime import date, datetime

from django.core.files.base import File
from django.db import transaction
from django.utils import timezone

from korpu.domains.information import sentences
from korpu.domains.information.enums import (
    ENDED_RECOMMENDATIONS,
    OPEN_RECOMMENDATIONS,
    RecommendationStatus,
)
from korpu.domains.information.models import Publication, Recommendation, RecommendationStep
from korpu.domains.information.permissions import FOLLOW
from korpu.foundations.accounts.api import Actor
from korpu.foundations.files.api import store_upload
from korpu.foundations.files.models import StoredFile
from korpu.kernel.errors import InvalidInput
from korpu.kernel.texts import Message, Text


@dataclass(frozen=True, slots=True)
class Report:
    """What is known of a recommendation on a day.

    Attributes:
        owner: the body or unit that answers for it.
        due_on: its term; None: none set.
        result: what became of it; needed where it ends.
        evidence_url, evidence: where that can be checked; one of both is needed where it is done.
    """

    status: RecommendationStatus
    reported_on: date
    owner: str = ""
    due_on: date | None = None
    result: Text | None = None
    evidence_url: str = ""
    evidence: "File[bytes] | None" = None


def add_recommendation(
    *, publication: Publication, number: str, text: Text, actor: Actor, at: datetime
) -> Recommendation:
    """Take a recommendation out of a publication, as it stands there.

    Raises:
        NotPermitted: the actor follows no recommendations here.
        InvalidInput: the number is taken.
    """
    actor.check(FOLLOW, compartment_id=publication.compartment_id)
    with transaction.atomic():
        Publication.objects.select_for_update().get(pk=publication.pk)
        if publication.recommendations.filter(number=number).exists():
            raise InvalidInput(sentences.NUMBER_USED, fields={"number": sentences.NUMBER_USED})
        Publication.objects.filter(pk=publication.pk).update(changed_at=at)
        return Recommendation.objects.create(
            publication=publication,
            number=number,
            recorded_by_id=actor.user_id,
            recorded_at=at,
            **{f"text_{language}": words for language, words in text.as_dict().items()},
        )


def report_recommendation(
    *, recommendation: Recommendation, report: Report, actor: Actor, at: datetime
) -> RecommendationStep:
    """Report owner, term, status and result; earlier reports stay.

    Raises:
        NotPermitted: the actor follows no recommendations here.
        InvalidInput: taken up without an owner, ended without a result, done without evidence, a
            day to come or before the last report, a file that is refused.
    """
    publication = recommendation.publication
    actor.check(FOLLOW, compartment_id=publication.compartment_id)
    with transaction.atomic():
        locked = Recommendation.objects.select_for_update().get(pk=recommendation.pk)
        _check(locked, report, at)
        Publication.objects.filter(pk=publication.pk).update(changed_at=at)
        _apply(locked, report)
        return _step(locked, report, actor, at)


def _apply(recommendation: Recommendation, report: Report) -> None:
    ended = report.status in ENDED_RECOMMENDATIONS
    recommendation.status = report.status
    recommendation.owner = report.owner
    recommendation.due_on = report.due_on
    recommendation.ended_on = report.reported_on if ended else None
    recommendation.save()


def _step(
    recommendation: Recommendation, report: Report, actor: Actor, at: datetime
) -> RecommendationStep:
    words = report.result.as_dict() if report.result else {}
    return RecommendationStep.objects.create(
        recommendation=recommendation,
        status=report.status,
        owner=report.owner,
        due_on=report.due_on,
        reported_on=report.reported_on,
        evidence_url=report.evidence_url,
        evidence_file=_evidence(report, actor, at),
        recorded_by_id=actor.user_id,
        recorded_at=at,
        **{f"result_{language}": sentence for language, sentence in words.items()},
    )


def _evidence(report: Report, actor: Actor, at: datetime) -> StoredFile | None:
    if report.evidence is None:
        return None
    return store_upload(upload=report.evidence, kind="evidence", actor=actor, at=at)


def _check(recommendation: Recommendation, report: Report, at: datetime) -> None:
    wrong: dict[str, Message] = {}
    last = recommendation.steps.order_by("-pk").first()
    if report.reported_on > timezone.localdate(at):
        wrong["reported_on"] = sentences.FUTURE_DAY
    elif last and report.reported_on < last.reported_on:
        wrong["reported_on"] = sentences.EARLIER_REPORT
    taken_up = report.status in OPEN_RECOMMENDATIONS - {RecommendationStatus.OPEN}
    if taken_up and not report.owner:
        wrong["owner"] = sentences.OWNER_NEEDED
    if report.status in ENDED_RECOMMENDATIONS and not _says_something(report.result):
        wrong["result_az"] = sentences.RESULT_NEEDED
    is_done = report.status == RecommendationStatus.DONE
    if is_done and not (report.evidence_url or report.evidence):
        wrong["evidence_url"] = sentences.EVIDENCE_NEEDED
    if wrong:
        raise InvalidInput(next(iter(wrong.values())), fields=wrong)


def _says_something(result: Text | None) -> bool:
    return result is not None and any(result.as_dict().values())
