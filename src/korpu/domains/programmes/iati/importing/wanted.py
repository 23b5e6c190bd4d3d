"""What of a record our tables can hold, as values of the project and of its parts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from korpu.domains.programmes.enums import PartyRole, Precision, ValueState
from korpu.domains.programmes.iati.mapping import codes
from korpu.engines.iati.model.activity import Activity, ParticipatingOrg
from korpu.engines.iati.model.common import Narrative, Texts
from korpu.engines.iati.model.money import Transaction
from korpu.engines.iati.model.results import Indicator, Measured, Period, Result
from korpu.kernel.texts import LANGUAGES, Text

PERCENT = "percent"
TITLE_LENGTH, NAME_LENGTH = 500, 300


@dataclass(frozen=True, slots=True)
class Wanted:
    """One part a record would add: its kind, what tells it from others, its values.

    ``under`` is the identity of the part it belongs to (the result of an indicator, the indicator
    of a period); ``path`` is where it stands in the file.
    """

    kind: str
    identity: tuple[str, ...]
    values: dict[str, Any]
    path: str
    under: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """What a person reads of it."""
        return " · ".join(part for part in self.identity if part)


def text_of(narratives: Sequence[Narrative], default: str | None) -> Text | None:
    """The text in our languages; one that is missing borrows the first that is there."""
    said = {each.lang or default or "": (each.text or "").strip() for each in narratives}
    first = next((text for text in said.values() if text), "")
    if not first:
        return None
    return Text(**{language: said.get(language) or first for language in LANGUAGES})


def project_values(activity: Activity) -> dict[str, Any]:
    """Title, summary and status, as far as the record says them."""
    values: dict[str, Any] = {}
    default = activity.lang
    title = text_of(activity.title.narrative if activity.title else (), default)
    if title:
        values |= _worded("title", title, TITLE_LENGTH)
    general = next((one for one in activity.description if one.type in {None, "1"}), None)
    summary = text_of(general.narrative if general else (), default)
    if summary:
        values |= _worded("summary", summary, None)
    code = (activity.activity_status.code if activity.activity_status else None) or ""
    if code in codes.STATUS_OF:
        values["status"] = codes.STATUS_OF[code]
    return values


def wanted_parts(activity: Activity) -> Iterator[Wanted]:
    """The parts the record would add, those that others depend on first."""
    yield from _dates(activity)
    yield from _parties(activity)
    yield from _lines(activity)
    yield from _movements(activity)
    for place, result in enumerate(activity.result, start=1):
        yield from _result(result, f"result[{place}]", activity.lang)


def _dates(activity: Activity) -> Iterator[Wanted]:
    for place, one in enumerate(activity.activity_date, start=1):
        kind = codes.DATE_OF.get(one.type or "")
        if kind is not None and one.iso_date is not None:
            values = {"kind": kind, "day": one.iso_date, "precision": Precision.DAY}
            yield Wanted("date", (kind.value,), values, f"activity-date[{place}]")


def _parties(activity: Activity) -> Iterator[Wanted]:
    for place, one in enumerate(activity.participating_org, start=1):
        name = _party_name(one, activity.lang)
        role = codes.ROLE_OF.get(one.role or "")
        if role is not None and name is not None:
            values = {"role": role, "countries": [], **_worded("label", name, NAME_LENGTH)}
            if role == PartyRole.DONOR:
                values["share_state"] = ValueState.NOT_STATED
            path = f"participating-org[{place}]"
            yield Wanted("party", (role.value, name.en), values, path)


def _party_name(one: ParticipatingOrg, default: str | None) -> Text | None:
    named = text_of(one.narrative, default)
    return named or (Text(one.ref, one.ref, one.ref) if one.ref else None)


def _lines(activity: Activity) -> Iterator[Wanted]:
    for place, one in enumerate(activity.budget, start=1):
        first = one.period_start and one.period_start.iso_date
        last = one.period_end and one.period_end.iso_date
        currency = (one.value and one.value.currency) or activity.default_currency
        amount = one.value and one.value.text
        if first and last and currency and amount is not None:
            values = {"first": first, "last": last, "amount": amount, "currency": currency}
            identity = (str(first), str(last), f"{amount:.2f}", currency)
            yield Wanted("line", identity, values, f"budget[{place}]")


def _movements(activity: Activity) -> Iterator[Wanted]:
    for place, one in enumerate(activity.transaction, start=1):
        values = _movement(one, activity.default_currency)
        if values:
            identity = (
                str(values["day"]),
                str(values["kind"].value),
                f"{values['amount']:.2f}",
                values["currency"],
                values["reference"],
            )
            yield Wanted("transaction", identity, values, f"transaction[{place}]")


def _movement(one: Transaction, default: str | None) -> dict[str, Any] | None:
    kind = codes.TRANSACTION_OF.get((one.transaction_type and one.transaction_type.code) or "")
    day = one.transaction_date and one.transaction_date.iso_date
    currency = (one.value and one.value.currency) or default
    amount = one.value and one.value.text
    if kind is None or not day or not currency or not amount:
        return None
    described = text_of(one.description.narrative if one.description else (), None)
    return {
        "kind": kind,
        "day": day,
        "amount": amount,
        "currency": currency,
        "reference": (one.ref or "")[:100],
        "description": described.az[:300] if described else "",
    }


def _result(result: Result, path: str, default: str | None) -> Iterator[Wanted]:
    title = _title(result.title, default)
    level = codes.RESULT_OF.get(result.type or "")
    if level is None or title is None:
        return
    values = {"level": level, **_worded("title", title, TITLE_LENGTH)}
    identity = (title.en,)
    yield Wanted("result", identity, values, path)
    for place, indicator in enumerate(result.indicator, start=1):
        yield from _indicator(indicator, f"{path}/indicator[{place}]", default, identity)


def _indicator(
    indicator: Indicator, path: str, default: str | None, under: tuple[str, ...]
) -> Iterator[Wanted]:
    title = _title(indicator.title, default)
    if title is None or indicator.measure not in {"1", "2"}:
        return
    values = {
        "unit": PERCENT if indicator.measure == "2" else "",  # the standard says no other unit
        "is_rising": indicator.ascending is not False,
        **_worded("title", title, TITLE_LENGTH),
        **_baseline(indicator),
    }
    identity = (*under, title.en)
    yield Wanted("indicator", identity, values, path, under)
    for place, period in enumerate(indicator.period, start=1):
        yield from _period(period, f"{path}/period[{place}]", identity)


def _baseline(indicator: Indicator) -> dict[str, Any]:
    for one in indicator.baseline:
        value = _number(one.value)
        if value is not None and not one.dimension:
            return {
                "baseline": value,
                "baseline_state": ValueState.STATED,
                "baseline_year": one.year,
            }
    return {}


def _period(period: Period, path: str, under: tuple[str, ...]) -> Iterator[Wanted]:
    first = period.period_start and period.period_start.iso_date
    last = period.period_end and period.period_end.iso_date
    if not first or not last:
        return
    values: dict[str, Any] = {"first": first, "last": last}
    for name, measured in (("target", period.target), ("actual", period.actual)):
        value = _total(measured)
        if value is not None:
            values |= {name: value, f"{name}_state": ValueState.STATED}
    splits = _splits(period.actual)
    if splits and "actual" in values:
        values["splits"] = splits
    yield Wanted("period", (*under, str(first), str(last)), values, path, under)


def _total(measured: Sequence[Measured]) -> Decimal | None:
    totals = [_number(one.value) for one in measured if not one.dimension and not one.location]
    return totals[0] if len(totals) == 1 else None


def _splits(measured: Sequence[Measured]) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for one in measured:
        value = _number(one.value)
        if len(one.dimension) == 1 and value is not None:
            named = one.dimension[0]
            if named.name and named.value:
                found.setdefault(named.name, {})[named.value] = str(value)
    return found


def _number(text: str | None) -> Decimal | None:
    try:
        number = Decimal((text or "").strip())
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _title(given: Texts | None, default: str | None) -> Text | None:
    return text_of(given.narrative if given else (), default)


def _worded(name: str, text: Text, length: int | None) -> dict[str, str]:
    return {f"{name}_{language}": text.in_language(language)[:length] for language in LANGUAGES}
