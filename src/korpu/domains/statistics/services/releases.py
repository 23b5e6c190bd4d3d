"""A table's way to the public: prepared, approved by somebody else, published, revised."""

from datetime import date, datetime

from django.utils import timezone

from korpu.domains.statistics import policies
from korpu.domains.statistics.declarations import period_named
from korpu.domains.statistics.enums import OPEN_RELEASES, ReleaseStatus
from korpu.domains.statistics.models import Release, Run
from korpu.domains.statistics.services.extracts import read_extract
from korpu.engines.measures.api import from_record
from korpu.foundations.accounts.api import Actor
from korpu.kernel.errors import Conflict, InvalidInput
from korpu.kernel.texts import LANGUAGES, Text


def prepare_release(
    *,
    run: Run,
    due_on: date,
    is_provisional: bool,
    note: Text | None = None,
    actor: Actor,
    at: datetime,
) -> Release:
    """Propose a finished run for release on an announced day.

    Args:
        run: whose table is released.
        due_on: the day of release.
        is_provisional: whether figures may still be revised.
        note: why published figures are revised; required when there are any.
        actor: who prepares it.
        at: when.

    Raises:
        NotPermitted: the actor may not run measures.
        NotPossibleNow: the run gave no table.
        Conflict: another release of the measure and period is on its way.
        InvalidInput: a revision without its reason in every language.
    """
    actor.check("statistics.run.create", compartment_id=run.compartment_id)
    policies.check_run_finished(run)
    _check_no_other(run)
    revised = _published_release(run)
    _check_note(revised, note)
    return Release.objects.create(
        compartment_id=run.compartment_id,
        run=run,
        measure=run.measure,
        period=run.period,
        is_provisional=is_provisional,
        due_on=due_on,
        supersedes=revised,
        prepared_by=actor.user,
        prepared_at=at,
        **{
            f"note_{language}": note.in_language(language) if note else "" for language in LANGUAGES
        },
    )


def approve_release(*, release: Release, actor: Actor, at: datetime) -> Release:
    """Vouch for figures somebody else has made. From now on its day of release is public.

    Raises:
        NotPermitted: the actor may not approve, or made the figures.
        NotPossibleNow: it is no draft.
    """
    actor.check("statistics.release.approve", compartment_id=release.compartment_id)
    release = _locked(release)
    policies.check_status(release, ReleaseStatus.DRAFT)
    policies.check_four_eyes(release, actor.user_id)
    release.status = ReleaseStatus.APPROVED
    release.approved_by = actor.user
    release.approved_at = at
    release.save(update_fields=["status", "approved_by", "approved_at"])
    return release


def publish_release(*, release: Release, actor: Actor, at: datetime) -> Release:
    """Show the figures to everybody; what they revise is marked as replaced.

    Raises:
        NotPermitted: the actor may not publish.
        NotPossibleNow: it is not approved, its day has not come, or the rows have changed since.
    """
    actor.check("statistics.release.publish", compartment_id=release.compartment_id)
    release = _locked(release)
    policies.check_status(release, ReleaseStatus.APPROVED)
    policies.check_due(release, timezone.localdate(at))
    policies.check_input_unchanged(release, _input_now(release.run))
    Release.objects.filter(
        measure=release.measure,
        period=release.period,
        compartment_id=release.compartment_id,
        status=ReleaseStatus.PUBLISHED,
    ).update(status=ReleaseStatus.SUPERSEDED)
    release.status = ReleaseStatus.PUBLISHED
    release.published_by = actor.user
    release.published_at = at
    release.save(update_fields=["status", "published_by", "published_at"])
    return release


def discard_release(*, release: Release, actor: Actor, at: datetime) -> Release:  # noqa: ARG001  the audit trigger notes the moment
    """Give up a release that is not public yet, so that another can be prepared.

    Raises:
        NotPermitted: the actor may not approve.
        NotPossibleNow: it is public or already discarded.
    """
    actor.check("statistics.release.approve", compartment_id=release.compartment_id)
    release = _locked(release)
    policies.check_open(release)
    release.status = ReleaseStatus.DISCARDED
    release.save(update_fields=["status"])
    return release


def _published_release(run: Run) -> Release | None:
    """The release of the same measure and period that is public now."""
    return Release.objects.filter(
        compartment_id=run.compartment_id,
        measure=run.measure,
        period=run.period,
        status=ReleaseStatus.PUBLISHED,
    ).first()


def _locked(release: Release) -> Release:
    return Release.objects.select_for_update(of=("self",)).select_related("run").get(pk=release.pk)


def _input_now(run: Run) -> str:
    measure = from_record(run.rule)
    return read_extract(name=measure.extract, period=period_named(measure, run.period)).sha256


def _check_no_other(run: Run) -> None:
    if Release.objects.filter(
        compartment_id=run.compartment_id,
        measure=run.measure,
        period=run.period,
        status__in=OPEN_RELEASES,
    ).exists():
        raise Conflict(
            Text(
                az="Bu göstərici və dövr üzrə başqa dərc artıq hazırlanır.",
                en="Another release of this measure and period is already on its way.",
                ru="Другая публикация этого показателя за этот период уже готовится.",
            ),
            Text(
                az="Onu dərc edin və ya ləğv edin, sonra yenisini hazırlayın.",
                en="Publish or discard it, then prepare a new one.",
                ru="Опубликуйте или отклоните её, затем подготовьте новую.",
            ),
        )


def _check_note(revised: Release | None, note: Text | None) -> None:
    if revised is None:
        return
    sentences = note.as_dict() if note else {}
    missing = [language for language in LANGUAGES if not sentences.get(language, "").strip()]
    if missing:
        raise InvalidInput(
            Text(
                az="Dərc olunmuş göstəricilər dəyişdirilirsə, səbəbi yazılmalıdır.",
                en="A revision of published figures needs its reason.",
                ru="При пересмотре опубликованных данных нужно указать причину.",
            ),
            fields={f"note_{language}": _REASON for language in missing},
        )


_REASON = Text(
    az="Dəyişikliyin səbəbini bu dildə yazın.",
    en="Write the reason for the revision in this language.",
    ru="Укажите причину пересмотра на этом языке.",
)
