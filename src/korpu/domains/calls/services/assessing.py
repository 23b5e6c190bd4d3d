"""Assessors are appointed, declare conflicts and score, each unseen until all have locked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction

from korpu.domains.calls import sentences
from korpu.domains.calls.enums import ApplicationStatus, CallStatus
from korpu.domains.calls.interests import stands_in
from korpu.domains.calls.models import (
    Application,
    Assessment,
    Assessor,
    AssessorConflict,
    Call,
    Criterion,
    Score,
)
from korpu.domains.calls.scores import assessor_choices, consensus_needed, has_locked, progress_of
from korpu.domains.calls.services.checks import locked_call, needed, refuse, still_to_check
from korpu.foundations.accounts.api import Actor, acting, system_actor
from korpu.foundations.accounts.models import User
from korpu.kernel.errors import Conflict, InvalidInput, NotPermitted, NotPossibleNow
from korpu.kernel.texts import Message

APPOINTABLE = (CallStatus.PUBLISHED, CallStatus.CLOSED)


@dataclass(frozen=True, slots=True)
class Points:
    """A score for one criterion, and why."""

    points: int
    comment: str = ""


@transaction.atomic
def appoint_assessor(*, call: Call, user: User, actor: Actor, at: datetime) -> Assessor:
    """Let a holder of the assessor's role score the applications of one call.

    Raises:
        NotPermitted: the actor does not appoint there.
        NotPossibleNow: the scores are revealed.
        InvalidInput: the person is no assessor.
        Conflict: the person is appointed already.
    """
    actor.check("calls.assessor.appoint", compartment_id=call.compartment_id)
    locked = locked_call(call, *APPOINTABLE)
    if user.pk not in {key for key, _name in assessor_choices()}:
        raise refuse("user", sentences.NOT_AN_ASSESSOR)
    known = Assessor.objects.filter(call=locked, user=user).first()
    if known is not None and known.removed_at is None:
        raise Conflict(sentences.ALREADY_APPOINTED)
    if known is None:
        return Assessor.objects.create(
            call=locked, user=user, appointed_by_id=actor.user_id, appointed_at=at
        )
    known.removed_at, known.appointed_at, known.appointed_by = None, at, actor.user
    known.save()
    return known


@transaction.atomic
def remove_assessor(*, assessor: Assessor, actor: Actor, at: datetime) -> None:
    """Take an appointment back while nothing of the assessor's is locked.

    Raises:
        NotPermitted: the actor does not appoint there.
        NotPossibleNow: the assessor has locked a sheet, or the scores are revealed.
    """
    actor.check("calls.assessor.appoint", compartment_id=assessor.call.compartment_id)
    locked_call(assessor.call, *APPOINTABLE)
    if has_locked(assessor):
        raise NotPossibleNow(sentences.SCORING_BEGUN)
    assessor.removed_at = at
    assessor.save(update_fields=["removed_at"])


@transaction.atomic
def declare_conflicts(
    *, assessor: Assessor, conflicts: Mapping[int, str], actor: Actor, at: datetime
) -> Assessor:
    """State, before anything but names is shown, with which applicants one has a conflict.

    What the service finds by itself (the assessor's own organisation) is added. Each conflict keeps
    that application from the assessor.

    ``conflicts``: reason by key of the application.

    Raises:
        NotPermitted: it is somebody else's appointment.
        NotPossibleNow: the call is not closed, or it was declared before.
        InvalidInput: a reason is missing.
    """
    if assessor.user_id != actor.user_id:
        raise NotPermitted(sentences.NOT_AN_ASSESSOR)
    actor.check("calls.assessment.score")
    if assessor.call.status != CallStatus.CLOSED:
        raise NotPossibleNow(sentences.WRONG_STATUS)
    locked = Assessor.objects.select_for_update().get(pk=assessor.pk)
    if locked.declared_at is not None:
        raise NotPossibleNow(sentences.DECLARED_ALREADY)
    found = _found_by_service(locked)
    reasons = {key: needed(words, f"reason-{key}") for key, words in conflicts.items()}
    own = str(sentences.OWN_ORGANISATION.az)
    rows = {key: (words, False) for key, words in reasons.items()} | {
        key: (reasons.get(key, own), True) for key in found
    }
    AssessorConflict.objects.bulk_create(
        AssessorConflict(
            assessor=locked, application_id=key, reason=words, is_found=by_service, at=at
        )
        for key, (words, by_service) in rows.items()
    )
    locked.declared_at = at
    locked.save(update_fields=["declared_at"])
    return locked


@transaction.atomic
def save_sheet(
    *,
    application: Application,
    points: Mapping[int, Points],
    comment: str,
    expected_version: int,
    actor: Actor,
    at: datetime,
) -> Assessment:
    """Keep one's own scores, complete or not; nobody else sees them.

    ``points``: by key of the criterion; those not scored yet are left out.
    ``expected_version``: of the sheet as it was shown; 0: there was none.

    Raises:
        NotPermitted: the actor is not appointed, has not declared, or has a conflict.
        NotPossibleNow: the sheet is locked, or the call is past scoring.
        InvalidInput: points lie outside a scale.
        Conflict: the sheet was saved in another window meanwhile.
    """
    check_may_score(application, actor)
    criteria = {one.pk: one for one in Criterion.objects.filter(call=application.call_id)}
    _check_points(points, criteria)
    sheet = _own_sheet(application, expected_version, actor, at)
    sheet.comment, sheet.saved_at = comment.strip(), at
    sheet.version += 1
    sheet.save()
    _store_points(sheet, points)
    return sheet


@transaction.atomic
def lock_sheet(*, application: Application, actor: Actor, at: datetime) -> Assessment:
    """Finish one's sheet; it never changes again.

    Raises:
        NotPermitted: as ``save_sheet``.
        NotPossibleNow: there is no sheet, or it is locked.
        InvalidInput: a criterion has no points yet.
    """
    check_may_score(application, actor)
    sheet = (
        Assessment.objects.select_for_update()
        .filter(application=application, user_id=actor.user_id)
        .first()
    )
    if sheet is not None and sheet.locked_at is not None:
        raise NotPossibleNow(sentences.SHEET_LOCKED)
    scored = set(sheet.scores.values_list("criterion_id", flat=True)) if sheet else set()
    lacking: dict[str, Message] = {
        f"points-{one.pk}": sentences.POINTS_OUTSIDE.format(best=one.scale_max)
        for one in Criterion.objects.filter(call=application.call_id)
        if one.pk not in scored
    }
    if sheet is None or lacking:
        raise InvalidInput(sentences.CHECK_ANSWERS, fields=lacking)
    sheet.locked_at = at
    sheet.save(update_fields=["locked_at"])
    return sheet


@transaction.atomic
def reveal_scores(*, call: Call, actor: Actor, at: datetime) -> Call:
    """Make all sheets visible to the staff and the assessors, once every sheet is locked.

    Raises:
        NotPermitted: the actor does not appoint assessors there.
        NotPossibleNow: applications are unchecked, assessors missing or sheets open.
    """
    actor.check("calls.assessor.appoint", compartment_id=call.compartment_id)
    locked = locked_call(call, CallStatus.CLOSED)
    if waiting := still_to_check(Application.objects.filter(call=locked)):
        raise NotPossibleNow(sentences.CHECKS_OPEN.format(count=waiting))
    progress = progress_of(locked).values()
    if few := sum(one.expected < locked.assessors_needed for one in progress):
        raise NotPossibleNow(sentences.TOO_FEW_ASSESSORS.format(count=few))
    if unlocked := sum(one.locked < one.expected for one in progress):
        raise NotPossibleNow(sentences.SHEETS_MISSING.format(count=unlocked))
    locked.status, locked.revealed_at = CallStatus.SCORED, at
    locked.save()
    return locked


@transaction.atomic
def record_consensus(
    *,
    application: Application,
    points: Mapping[int, Points],
    comment: str,
    actor: Actor,
    at: datetime,
) -> Assessment:
    """Keep what the assessors agreed on where their totals lay too far apart; it counts alone.

    Raises:
        NotPermitted: the actor does not appoint assessors there.
        NotPossibleNow: the scores are hidden, lie close together, or a consensus is recorded.
        InvalidInput: points are missing or lie outside a scale; it is not said how they agreed.
    """
    actor.check("calls.assessor.appoint", compartment_id=application.compartment_id)
    call = locked_call(application.call, CallStatus.SCORED)
    if not consensus_needed(application, call):
        raise NotPossibleNow(sentences.NO_CONSENSUS_NEEDED)
    words = needed(comment, "comment")
    criteria = {one.pk: one for one in Criterion.objects.filter(call=call)}
    _check_points(points, criteria, whole=True)
    try:
        with transaction.atomic():
            sheet = Assessment.objects.create(
                call=call,
                application=application,
                user=None,
                recorded_by_id=actor.user_id,
                comment=words,
                saved_at=at,
            )
    except IntegrityError as recorded:
        raise Conflict(sentences.SHEET_LOCKED) from recorded
    _store_points(sheet, points)
    sheet.locked_at = at
    sheet.save(update_fields=["locked_at"])
    return sheet


def check_may_score(application: Application, actor: Actor) -> Assessor:
    """Insist that the actor scores this application now.

    Raises:
        NotPermitted: not appointed, not declared, or a conflict.
        NotPossibleNow: the application is not eligible, or the call is past scoring.
    """
    actor.check("calls.assessment.score")
    assessor = Assessor.objects.filter(
        call=application.call_id, user_id=actor.user_id, removed_at=None
    ).first()
    if assessor is None:
        raise NotPermitted(sentences.NOT_AN_ASSESSOR)
    if assessor.declared_at is None:
        raise NotPermitted(sentences.DECLARE_FIRST)
    if assessor.conflicts.filter(application=application).exists():
        raise NotPermitted(sentences.OWN_ORGANISATION)
    if application.status != ApplicationStatus.ELIGIBLE:
        raise NotPossibleNow(sentences.WRONG_APPLICATION_STATUS)
    if application.call.status != CallStatus.CLOSED:
        raise NotPossibleNow(sentences.WRONG_STATUS)
    return assessor


def _found_by_service(assessor: Assessor) -> set[int]:
    """Applications in which the assessor or the assessor's organisation stands."""
    user = User.objects.select_related("organisation").get(pk=assessor.user_id)
    with acting(system_actor()):
        candidates = Application.objects.filter(call=assessor.call_id).prefetch_related(
            "candidates"
        )
        return {one.pk for one in candidates if one.submitted_at and stands_in(user, one)}


def _check_points(
    points: Mapping[int, Points], criteria: Mapping[int, Criterion], *, whole: bool = False
) -> None:
    wrong: dict[str, Message] = {}
    for key, criterion in criteria.items():
        given = points.get(key)
        is_outside = given is not None and not 0 <= given.points <= criterion.scale_max
        if is_outside or (whole and given is None):
            wrong[f"points-{key}"] = sentences.POINTS_OUTSIDE.format(best=criterion.scale_max)
    if wrong or points.keys() - criteria.keys():
        raise InvalidInput(sentences.CHECK_ANSWERS, fields=wrong)


def _own_sheet(
    application: Application, expected_version: int, actor: Actor, at: datetime
) -> Assessment:
    sheet = (
        Assessment.objects.select_for_update()
        .filter(application=application, user_id=actor.user_id)
        .first()
    )
    if sheet is not None and sheet.locked_at is not None:
        raise NotPossibleNow(sentences.SHEET_LOCKED)
    if (sheet.version if sheet else 0) != expected_version:
        raise Conflict(sentences.CHANGED_MEANWHILE)
    if sheet is not None:
        return sheet
    try:
        with transaction.atomic():
            return Assessment.objects.create(
                call_id=application.call_id,
                application=application,
                user_id=actor.user_id,
                recorded_by_id=actor.user_id,
                saved_at=at,
                version=0,
            )
    except IntegrityError as meanwhile:
        raise Conflict(sentences.CHANGED_MEANWHILE) from meanwhile


def _store_points(sheet: Assessment, points: Mapping[int, Points]) -> None:
    sheet.scores.all().delete()
    Score.objects.bulk_create(
        Score(assessment=sheet, criterion_id=key, points=one.points, comment=one.comment.strip())
        for key, one in points.items()
    )
