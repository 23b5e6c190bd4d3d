"""Reading receipts."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from korpu.engines.procedure.api import Receipt as Decision
from korpu.engines.procedure.api import document, from_plain
from korpu.foundations.accounts.api import Actor
from korpu.foundations.audit.api import record_export
from korpu.foundations.casework.api import Case, get_case, procedure_of
from korpu.foundations.law.models import Declaration, Receipt
from korpu.kernel.errors import NotFound
from korpu.kernel.texts import Text


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """One receipt of a case, as a page lists it."""

    receipt: Receipt
    act: Text

    @property
    def seq(self) -> int:
        return int(self.receipt.act.seq)


def receipts_of(*, case: Case, for_actor: Actor) -> Sequence[ReceiptLine]:  # noqa: ARG001  readers name the actor
    """The receipts of a case the actor may read, the latest first."""
    procedure = procedure_of(case)
    rows = Receipt.objects.filter(case=case).select_related("act").defer("content")
    found = []
    for row in rows.order_by("-act__seq"):
        act = procedure.act_called(row.act.act)
        name = row.act.act
        found.append(ReceiptLine(row, act.title if act else Text(az=name, en=name, ru=name)))
    return found


def receipt_file(*, case_uuid: UUID, seq: int, for_actor: Actor) -> dict[str, object]:
    """The file of one receipt, with the law inside; that it was taken out is recorded.

    Raises:
        NotFound: there is none, or the actor may not read the act.
    """
    case = get_case(uuid=case_uuid, for_actor=for_actor, purpose=f"receipt:{seq}")
    row = Receipt.objects.select_related("act").filter(case=case, act__seq=seq).first()
    if row is None:
        raise NotFound(NONE)
    record_export(actor=for_actor, object_type="law.receipt", object_uuid=row.act_id)
    return _file(row)


def receipts_in_file(
    case: Case,
    entries: frozenset[int],
    actor: Actor,  # noqa: ARG001  the shape of a part of a case file
) -> Iterator[tuple[str, bytes]]:
    """The receipts of a case that is taken out whole, of the entries that go with it."""
    rows = Receipt.objects.filter(case=case, act__seq__in=entries).select_related("act")
    for row in rows.order_by("act__seq"):
        name = f"receipts/{row.act.seq:03d}-{row.act.act}.json"
        yield name, json.dumps(_file(row), ensure_ascii=False, indent=1).encode()


def _file(row: Receipt) -> dict[str, object]:
    digests = {row.procedure_digest, *row.calendars.values()}
    law = dict(Declaration.objects.filter(pk__in=digests).values_list("digest", "content"))
    decision = from_plain(Decision, json.loads(row.content))
    return dict(document(decision, law, reasons=row.act.note))


NONE = Text(
    az="Bu hərəkətin qəbzi yoxdur.",
    en="There is no receipt of this act.",
    ru="Для этого действия нет квитанции.",
)
