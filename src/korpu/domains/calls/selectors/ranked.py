"""Applications with where they stand, as far as that may be seen."""

from dataclasses import dataclass
from decimal import Decimal

from korpu.domains.calls.models import Application, Call
from korpu.domains.calls.scores import standings
from korpu.domains.calls.selectors.staff import applications_of
from korpu.foundations.accounts.api import Actor

MOST_ROWS = 5000


@dataclass(frozen=True, slots=True)
class RankedApplication:
    """A submitted application.

    Attributes:
        posts: kinds of the posts somebody is proposed for, each once.
        total, rank: None while scores are hidden, and where it was not scored.
    """

    application: Application
    posts: tuple[str, ...]
    total: Decimal | None
    rank: int | None


def ranked_applications(
    call: Call, *, for_actor: Actor, status: str = ""
) -> list[RankedApplication]:
    """Submitted applications in order of submission, at most ``MOST_ROWS``."""
    ranked = {one.application.pk: one for one in standings(call)}
    found = applications_of(call, for_actor=for_actor, status=status).order_by("submitted_at", "pk")
    rows = []
    for one in found.prefetch_related("candidates__post")[:MOST_ROWS]:
        standing = ranked.get(one.pk)
        rows.append(
            RankedApplication(
                application=one,
                posts=tuple(
                    dict.fromkeys(
                        str(each.post.get_kind_display()) for each in one.candidates.all()
                    )
                ),
                total=standing.total if standing else None,
                rank=standing.place.rank if standing else None,
            )
        )
    return rows
