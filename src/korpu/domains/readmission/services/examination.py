"""Effect of examining: who the person is."""

from typing import cast

from korpu.domains.readmission.models import IdentityConfirmation
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
