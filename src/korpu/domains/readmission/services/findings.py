"""What officers find on one question, with the reason."""

from korpu.domains.readmission import sentences
from korpu.domains.readmission.enums import FindingKind, GroundsCheck
from korpu.domains.readmission.models import Finding
from korpu.domains.readmission.services.records import given, owned
from korpu.foundations.casework.api import ActDone
from korpu.kernel.errors import NotPossibleNow


def write_duty(done: ActDone) -> None:
    """Effect of ``establish_link``; data: ``outcome``, a ground of the duty to readmit."""
    _write(FindingKind.DUTY_TO_READMIT, done)


def write_onward_journey(done: ActDone) -> None:
    """Effect of ``record_onward_journey``; data: ``outcome``."""
    _write(FindingKind.ONWARD_JOURNEY, done)


def write_grounds_check(done: ActDone) -> None:
    """Effect of ``check_grounds``; data: ``outcome``, none or some found."""
    _write(FindingKind.GROUNDS_CHECK, done)


def _write(kind: FindingKind, done: ActDone) -> None:
    Finding.objects.create(
        kind=kind,
        outcome=given(done)["outcome"],
        reason=done.act.note,
        **owned(done, internal=True),
    )


def refuse_against_the_check(done: ActDone) -> None:
    """Stop an agreement to a transit for which the last check found a ground of refusal.

    Raises:
        NotPossibleNow: it did.
    """
    last = Finding.objects.filter(case=done.case, kind=FindingKind.GROUNDS_CHECK).last()
    if last is None or last.outcome != GroundsCheck.NONE_FOUND:
        raise NotPossibleNow(sentences.GROUNDS_AGAINST)
