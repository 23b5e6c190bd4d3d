"""Budgets and transactions of a project as the file states them."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from korpu.domains.programmes.enums import DateKind
from korpu.domains.programmes.iati.mapping import codes
from korpu.domains.programmes.iati.mapping.words import narratives
from korpu.domains.programmes.models import Budget as WholeBudget
from korpu.domains.programmes.models import BudgetLine, Party, ProjectDate
from korpu.domains.programmes.models import Transaction as Movement
from korpu.domains.programmes.money import generate_lines
from korpu.engines.iati.model.common import Code, Day, Texts, Value
from korpu.engines.iati.model.money import Budget, ProviderOrg, ReceiverOrg, Transaction
from korpu.kernel.texts import Text


def budgets(
    whole: Sequence[WholeBudget], lines: Sequence[BudgetLine], dates: Sequence[ProjectDate]
) -> tuple[Budget, ...]:
    """The agreed lines; where there are none, lines computed from the whole over its period.

    Computed lines are indicative, agreed ones committed. A whole whose period nobody states
    gives no line. No source states the day of an exchange rate: a line's first day stands for it.
    """
    if lines:
        return tuple(
            _line(one.first, one.last, one.amount, one.currency, codes.COMMITTED) for one in lines
        )
    period = period_of(dates)
    if period is None or not whole:
        return ()
    first, last = period
    return tuple(
        _line(part.first, part.last, part.amount, whole[0].currency, codes.INDICATIVE)
        for part in generate_lines(whole[0].amount, first, last)
    )


def period_of(dates: Sequence[ProjectDate]) -> tuple[date, date] | None:
    """From the first to the last day of a project: the actual days, or else the planned ones."""
    days = {one.kind: one.day for one in dates}
    first = days.get(DateKind.ACTUAL_START) or days.get(DateKind.PLANNED_START)
    last = days.get(DateKind.ACTUAL_END) or days.get(DateKind.PLANNED_END)
    return (first, last) if first and last and first <= last else None


def transactions(moved: Sequence[Movement], types: Mapping[str, str]) -> tuple[Transaction, ...]:
    """What was moved, in the currency it was moved in."""
    return tuple(
        Transaction(
            ref=one.reference or None,
            transaction_type=Code(code=codes.TRANSACTIONS[one.kind]),
            transaction_date=Day(iso_date=one.day),
            value=_value(one.amount, one.currency, one.rate_on or one.day),
            description=_description(one.description),
            provider_org=_provider(one.provider, types),
            receiver_org=_receiver(one.receiver, types),
        )
        for one in moved
    )


def _line(first: date, last: date, amount: Decimal, currency: str, status: str) -> Budget:
    return Budget(
        type=codes.ORIGINAL,
        status=status,
        period_start=Day(iso_date=first),
        period_end=Day(iso_date=last),
        value=_value(amount, currency, first),
    )


def _value(amount: Decimal, currency: str, on: date) -> Value:
    return Value(currency=currency, value_date=on, text=amount)


def _description(words: str) -> Texts | None:
    found = narratives(Text(az=words, en="", ru=""))
    return Texts(narrative=found) if found else None


def _provider(party: Party | None, types: Mapping[str, str]) -> ProviderOrg | None:
    if party is None:
        return None
    return ProviderOrg(type=type_of(party, types), narrative=narratives(party.name))


def _receiver(party: Party | None, types: Mapping[str, str]) -> ReceiverOrg | None:
    if party is None:
        return None
    return ReceiverOrg(type=type_of(party, types), narrative=narratives(party.name))


def type_of(party: Party, types: Mapping[str, str]) -> str | None:
    """The kind of organisation; None where it stands in no register of ours."""
    return None if party.organisation is None else types.get(party.organisation.kind)
