"""Letters on their way out of the house."""

from collections.abc import Sequence

from django.db.models import Exists, OuterRef, QuerySet

from korpu.domains.readmission.models import LetterApproval
from korpu.foundations.casework.api import Audience, Case, Letter

MOST_LETTERS = 100


def letters_to_approve(case: Case) -> Sequence[Letter]:
    """Letters to the other side that nobody has approved yet, the oldest first; at most 100."""
    approved = LetterApproval.objects.filter(case=case).values("letter")
    waiting = _unsent(case).exclude(pk__in=approved).select_related("file", "case")
    return list(waiting.order_by("issued_at")[:MOST_LETTERS])


def letters_to_release(case: Case) -> Sequence[LetterApproval]:
    """Approvals of letters that have not left yet, the oldest first; at most 100."""
    found = LetterApproval.objects.filter(case=case, letter__sent_at=None)
    return list(found.select_related("letter__file", "letter__case").order_by("id")[:MOST_LETTERS])


def waiting_facts(case: Case) -> dict[str, bool]:
    """Whether letters wait for an approval, and whether approved ones wait for their release."""
    approval = LetterApproval.objects.filter(letter=OuterRef("pk"))
    waiting = _unsent(case).annotate(is_approved=Exists(approval))
    approved = list(waiting.values_list("is_approved", flat=True)[:MOST_LETTERS])
    return {
        "letters_to_approve": not all(approved),
        "letters_to_release": any(approved),
    }


def _unsent(case: Case) -> QuerySet[Letter]:
    return Letter.objects.filter(case=case, audience=Audience.COUNTERPART, sent_at=None)
