"""What is possible now, whoever asks."""

from collections.abc import Callable
from datetime import date

from korpu.domains.statistics.enums import (
    OPEN_RELEASES,
    PENDING_RUNS,
    ReleaseStatus,
    RunStatus,
)
from korpu.domains.statistics.models import Release, Run
from korpu.kernel.errors import NotPermitted, NotPossibleNow
from korpu.kernel.texts import Message, Text


def check_run_finished(run: Run) -> None:
    """Raises NotPossibleNow unless the run gave a table."""
    if run.status in PENDING_RUNS:
        raise NotPossibleNow(_RUN_PENDING, _WAIT)
    if run.status != RunStatus.FINISHED:
        raise NotPossibleNow(_RUN_FAILED, _RUN_AGAIN)


def check_status(release: Release, wanted: ReleaseStatus) -> None:
    """Raises NotPossibleNow unless the release stands where the act starts from."""
    if release.status != wanted:
        raise NotPossibleNow(
            _WRONG_STATUS.format(status=ReleaseStatus(release.status).label),
            facts={"status": release.status, "wanted": str(wanted)},
        )


def check_open(release: Release) -> None:
    """Raises NotPossibleNow once a release is public or discarded."""
    if release.status not in OPEN_RELEASES:
        raise NotPossibleNow(
            _WRONG_STATUS.format(status=ReleaseStatus(release.status).label),
            facts={"status": release.status},
        )


def check_four_eyes(release: Release, user_id: int) -> None:
    """Raises NotPermitted when the approver ran the figures or prepared the release."""
    if user_id in (release.prepared_by_id, release.run.run_by_id):
        raise NotPermitted(_FOUR_EYES, _FOUR_EYES_DETAIL)


def check_due(release: Release, on: date) -> None:
    """Raises NotPossibleNow before the announced day: everybody sees figures at the same time."""
    if on < release.due_on:
        raise NotPossibleNow(
            _TOO_EARLY.format(day=release.due_on.isoformat()), facts={"due_on": release.due_on}
        )


def check_input_unchanged(release: Release, sha256: str) -> None:
    """Raises NotPossibleNow when the rows are no longer those that were counted."""
    if release.run.input_sha256 != sha256:
        raise NotPossibleNow(_INPUT_CHANGED, _RUN_AGAIN)


def approval_obstacle(release: Release, user_id: int) -> Message | None:
    """What stands in the way of this person's approval; None: nothing."""
    return _sentence(
        lambda: check_status(release, ReleaseStatus.DRAFT),
        lambda: check_four_eyes(release, user_id),
    )


def publication_obstacle(release: Release, on: date) -> Message | None:
    """What stands in the way of publishing on a day, as far as the release itself tells."""
    return _sentence(
        lambda: check_status(release, ReleaseStatus.APPROVED), lambda: check_due(release, on)
    )


def _sentence(*checks: Callable[[], None]) -> Message | None:
    try:
        for check in checks:
            check()
    except (NotPermitted, NotPossibleNow) as error:
        return error.title
    return None


_RUN_PENDING = Text(
    az="Hesablama hələ bitməyib.",
    en="The run has not finished.",
    ru="Расчёт ещё не завершён.",
)
_WAIT = Text(
    az="Bir qədər gözləyib yenidən cəhd edin.",
    en="Wait a little and try again.",
    ru="Подождите немного и повторите попытку.",
)
_RUN_FAILED = Text(
    az="Hesablama baş tutmayıb, onun cədvəli yoxdur.",
    en="The run failed, so it has no table.",
    ru="Расчёт не удался, таблицы у него нет.",
)
_RUN_AGAIN = Text(
    az="Göstəricini yenidən hesablayın və yeni dərc hazırlayın.",
    en="Run the measure again and prepare a new release.",
    ru="Выполните расчёт заново и подготовьте новую публикацию.",
)
_WRONG_STATUS = Text(
    az="Dərcin indiki statusunda bu mümkün deyil: {status}.",
    en="This is not possible while the release stands at: {status}.",
    ru="Это невозможно при текущем статусе публикации: {status}.",
)
_FOUR_EYES = Text(
    az="Göstəriciləri hesablayan və ya dərci hazırlayan onu təsdiq edə bilməz.",
    en="Whoever ran the figures or prepared the release cannot approve it.",
    ru="Тот, кто рассчитал показатели или подготовил публикацию, не может её утвердить.",
)
_FOUR_EYES_DETAIL = Text(
    az="Təsdiqi başqa analitikdən xahiş edin.",
    en="Ask another analyst to approve it.",
    ru="Попросите утвердить другого аналитика.",
)
_TOO_EARLY = Text(
    az="Dərc tarixi {day} kimi elan olunub; ondan əvvəl dərc edilmir.",
    en="The release is announced for {day} and is not published before.",
    ru="Публикация объявлена на {day} и раньше не выполняется.",
)
_INPUT_CHANGED = Text(
    az="Hesablamadan sonra ilkin məlumat dəyişib.",
    en="The data have changed since the run.",
    ru="Исходные данные изменились после расчёта.",
)
