"""Writing the ledger of what bodies of other states received."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from korpu.domains.readmission.enums import Channel
from korpu.domains.readmission.ledger_words import (
    PROGRESS,
    Basis,
    content_digest,
    digests_of,
    exchange_words,
)
from korpu.domains.readmission.models import Exchange
from korpu.domains.readmission.services.records import ownership
from korpu.foundations.accounts.api import Actor, acting, system_actor
from korpu.foundations.accounts.models import Compartment
from korpu.foundations.casework.api import Case, Letter


def note_exchange(
    *,
    case: Case,
    channel: Channel,
    fields: Mapping[str, str],
    basis: Basis,
    actor: Actor,
    at: datetime,
    letter: Letter | None = None,
    document: str = "",
) -> None:
    """Note that the other side of a case received something, in the caller's transaction.

    ``fields`` are name → digest, as ``digests_of`` gives them; ``actor`` is whose act or look it
    was; ``document`` the SHA-256 of a file.
    """
    told = _Told(channel, basis, actor, at)
    _write([told.row(case, fields, to, letter, document) for to in _recipients([case]).values()])


def note_shown(
    *,
    told: Sequence[tuple[Case, Mapping[str, object]]],
    channel: Channel,
    actor: Actor,
    at: datetime,
) -> None:
    """Note what was shown of cases to the other side; the same again on the same day is one row."""
    receipt = _Told(channel, exchange_words().bases[PROGRESS], actor, at)
    recipients = _recipients([case for case, _values in told])
    _write(
        [
            receipt.row(case, digests_of(case, values), recipients[case.counterpart_id])
            for case, values in told
            if case.counterpart_id in recipients
        ]
    )


def _recipients(cases: Sequence[Case]) -> dict[int | None, int]:
    """The body behind each counterpart; a case that has none has no recipient."""
    places = Compartment.objects.filter(pk__in={case.counterpart_id for case in cases})
    return dict(places.values_list("pk", "office__organisation_id"))


@dataclass(frozen=True, slots=True)
class _Told:
    """One occasion on which something was received."""

    channel: Channel
    basis: Basis
    actor: Actor
    at: datetime

    def row(
        self,
        case: Case,
        fields: Mapping[str, str],
        recipient_id: int,
        letter: Letter | None = None,
        document: str = "",
    ) -> Exchange:
        """The entry for one case."""
        return Exchange(
            **ownership(case, actor=self.actor, at=self.at, internal=True),
            recipient_id=recipient_id,
            case_number=case.number,
            letter_number=letter.number if letter else "",
            channel=self.channel,
            occurred_on=timezone.localdate(self.at),
            letter=letter,
            document=document,
            fields=dict(fields),
            digest=content_digest(dict(fields), document),
            basis=self.basis.id,
            instrument=self.basis.instrument,
            article=self.basis.article,
            confidence=self.basis.confidence,
        )


def _write(rows: list[Exchange]) -> None:
    """As the service's own hand: who receives something neither sees nor writes the ledger."""
    if rows:
        with acting(system_actor()):
            Exchange.objects.bulk_create(rows, ignore_conflicts=True)
