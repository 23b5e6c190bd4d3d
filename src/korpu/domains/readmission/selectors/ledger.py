"""Reading the ledger of what bodies of other states received."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from korpu.domains.readmission import sentences
from korpu.domains.readmission.models import Exchange, ExchangeAlert, ExchangeStatement
from korpu.domains.readmission.permissions import AUDIT_EXCHANGE, READ_ALERT, READ_EXCHANGE
from korpu.foundations.accounts.api import Actor
from korpu.foundations.audit.api import names_of
from korpu.foundations.casework.api import Case
from korpu.foundations.organisations.models import Organisation
from korpu.foundations.ui.tables import Asked, Page, fetch_page
from korpu.kernel.errors import NotFound

MOST_IN_FILE = 20_000
"""Entries in one file; narrow the period for more."""
MOST_STATEMENTS = 50
MOST_IN_STATEMENT = 1000


def entries_of_case(*, case: Case, asked: Asked[Exchange], for_actor: Actor) -> Page[Exchange]:
    """One page of what the other side of a case received."""
    for_actor.check(READ_EXCHANGE, compartment_id=case.compartment_id)
    return _signed_page(Exchange.objects.filter(case=case), asked)


def entries_for_statement(*, case: Case, for_actor: Actor) -> list[Exchange]:
    """Everything the other side of a case received, the newest first; at most 1,000 entries."""
    for_actor.check(READ_EXCHANGE, compartment_id=case.compartment_id)
    rows = Exchange.objects.filter(case=case).select_related("recipient").order_by("-id")
    return _signed(list(rows[:MOST_IN_STATEMENT]))


def statements_of(*, case: Case, for_actor: Actor) -> list[ExchangeStatement]:
    """Statements handed out in a case, the newest first; at most 50."""
    for_actor.check(READ_EXCHANGE, compartment_id=case.compartment_id)
    rows = ExchangeStatement.objects.filter(case=case).select_related("file")
    return list(rows.order_by("-id")[:MOST_STATEMENTS])


def get_statement(*, uuid: UUID, for_actor: Actor) -> ExchangeStatement:
    """One statement with its case.

    Raises:
        NotFound: there is none the actor may read.
    """
    found = (
        ExchangeStatement.objects.filter(
            uuid=uuid, compartment_id__in=for_actor.compartments_with(READ_EXCHANGE)
        )
        .select_related("file", "case__compartment__office__organisation")
        .first()
    )
    if found is None:
        raise NotFound(sentences.NO_SUCH_STATEMENT)
    return found


def entries_of_statement(statement: ExchangeStatement) -> list[Exchange]:
    """The entries a statement lists, the newest first."""
    if statement.last_entry_id is None:
        return []
    rows = Exchange.objects.filter(case=statement.case_id, pk__lte=statement.last_entry_id)
    return _signed(list(rows.select_related("recipient").order_by("-id")[:MOST_IN_STATEMENT]))


def all_entries(*, asked: Asked[Exchange], for_actor: Actor) -> Page[Exchange]:
    """One page of the whole ledger, for those who watch over it."""
    for_actor.check(AUDIT_EXCHANGE)
    return _signed_page(_narrowed(Exchange.objects.all(), asked.filters), asked)


def entries_in_file(*, asked: Asked[Exchange], for_actor: Actor) -> list[Exchange]:
    """The ledger as filtered, the newest first, at most 20,000 entries."""
    for_actor.check(AUDIT_EXCHANGE)
    rows = _narrowed(Exchange.objects.all(), asked.filters).select_related("recipient")
    return _signed(list(rows.order_by("-recorded_at", "-id")[:MOST_IN_FILE]))


def recipients() -> list[tuple[str, str]]:
    """Bodies that received anything the reader may know of, by name."""
    found = Organisation.objects.filter(pk__in=Exchange.objects.values("recipient"))
    return sorted(
        ((body.code, str(body.title)) for body in found), key=lambda pair: pair[1].casefold()
    )


def alerts(*, asked: Asked[ExchangeAlert], for_actor: Actor) -> Page[ExchangeAlert]:
    """Claims recorded after data had left, in the protection offices of the actor."""
    places = for_actor.compartments_with(READ_ALERT)
    return fetch_page(ExchangeAlert.objects.filter(compartment_id__in=places), asked, key="uuid")


def get_alert(*, uuid: UUID, for_actor: Actor) -> ExchangeAlert:
    """One alert.

    Raises:
        NotFound: there is none for the actor.
    """
    places = for_actor.compartments_with(READ_ALERT)
    found = ExchangeAlert.objects.filter(uuid=uuid, compartment_id__in=places).first()
    if found is None:
        raise NotFound(sentences.NO_SUCH_ALERT)
    return found


def entries_of_alert(
    *, alert: ExchangeAlert, asked: Asked[Exchange], for_actor: Actor
) -> Page[Exchange]:
    """What the other side of the alert's case received."""
    for_actor.check(READ_ALERT, compartment_id=alert.compartment_id)
    return _signed_page(Exchange.objects.filter(case_id=alert.case_key), asked)


def _narrowed(rows: QuerySet[Exchange], filters: Any) -> QuerySet[Exchange]:
    first: date | None = filters.get("first")
    last: date | None = filters.get("last")
    wanted = {
        "recipient__code": filters.get("body"),
        "channel": filters.get("channel"),
        "basis": filters.get("basis"),
        "case_number": filters.get("case"),
        "occurred_on__gte": first,
        "occurred_on__lte": last,
    }
    return rows.filter(**{name: value for name, value in wanted.items() if value})


def _signed_page(rows: QuerySet[Exchange], asked: Asked[Exchange]) -> Page[Exchange]:
    page = fetch_page(rows.select_related("recipient"), asked, key="uuid")
    _signed(page.rows)
    return page


def _signed(entries: Sequence[Exchange]) -> list[Exchange]:
    """The entries with the names of those who received or sent."""
    names = names_of({entry.recorded_by_id for entry in entries})
    for entry in entries:
        entry.signature = names.get(entry.recorded_by_id, "")
    return list(entries)
