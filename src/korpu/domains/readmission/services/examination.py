"""Effects of examining: who the person is, and what the mission's interview showed."""

from typing import cast

from korpu.domains.readmission.models import (
    IdentityConfirmation,
    InterviewRecord,
    InterviewRequest,
)
from korpu.domains.readmission.services.records import given, owned
from korpu.foundations.casework.api import ActDone


def write_identity_confirmation(done: ActDone) -> None:
    """Effect of ``confirm_identity``; data: ``ground``, ``finding``."""
    IdentityConfirmation.objects.create(
        person_id=cast(int, done.case.subject_id),
        ground=given(done)["ground"],
        finding=given(done)["finding"],
        **owned(done, internal=True),
    )


def write_interview_request(done: ActDone) -> None:
    """Effect of ``request_interview``; data: ``mission``, ``questions``, ``proposed_on``."""
    InterviewRequest.objects.create(
        mission=given(done)["mission"],
        questions=given(done).get("questions", ""),
        proposed_on=given(done).get("proposed_on"),
        **owned(done, internal=True),
    )


def write_interview_record(done: ActDone) -> None:
    """Effect of ``record_interview``; data: ``held_on``, ``interviewer``, ``language``,
    ``outcome``, ``report``.
    """
    InterviewRecord.objects.create(
        held_on=given(done).get("held_on"),
        interviewer=given(done).get("interviewer", ""),
        language=given(done).get("language", ""),
        outcome=given(done)["outcome"],
        report=given(done)["report"],
        **owned(done, internal=True),
    )
