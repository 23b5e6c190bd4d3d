"""The application beside the persons it may be about."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from korpu.domains.readmission.models import IdentityConfirmation
from korpu.domains.readmission.selectors.applications import application_of_case
from korpu.domains.readmission.selectors.statements import current_statement
from korpu.domains.readmission.summary import Section, summary_of
from korpu.foundations.accounts.api import Actor
from korpu.foundations.casework.api import Case
from korpu.foundations.persons.api import Candidate, get_receipt
from korpu.foundations.persons.selectors import candidates_shown
from korpu.kernel.errors import NotFound


@dataclass(frozen=True, slots=True)
class IdentityPage:
    """What the officer compares.

    Attributes:
        stated: what the application says of the person.
        searched: the search whose result is shown; None: nothing was searched yet.
        candidates: whom it showed, in its order.
        linked_uuid: the person the application is linked to; None: nobody.
        confirmed: the identity is settled; linking is over.
    """

    stated: Sequence[Section]
    searched: UUID | None
    candidates: Sequence[Candidate]
    linked_uuid: UUID | None
    confirmed: bool


def identity_page(*, case: Case, searched: str | None, for_actor: Actor) -> IdentityPage:
    """The comparison page of a case.

    Raises:
        NotFound: the case has no application that the reader may know of.
    """
    application = application_of_case(case_uuid=case.uuid, for_actor=for_actor)
    summary = summary_of(current_statement(application), with_needs=False)
    receipt_uuid, candidates = _searched(searched, for_actor)
    return IdentityPage(
        stated=[section for section in summary if section.step in {"person", "family", "evidence"}],
        searched=receipt_uuid,
        candidates=candidates,
        linked_uuid=case.subject.uuid if case.subject else None,
        confirmed=IdentityConfirmation.objects.filter(case=case).exists(),
    )


def _searched(given: str | None, actor: Actor) -> tuple[UUID | None, list[Candidate]]:
    """The actor's own search of that identifier; another's, or none, shows nothing."""
    try:
        receipt = get_receipt(uuid=UUID(given or ""), for_actor=actor)
    except (ValueError, NotFound):
        return None, []
    return receipt.uuid, candidates_shown(searched=receipt, for_actor=actor)
