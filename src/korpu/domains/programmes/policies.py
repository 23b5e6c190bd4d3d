"""What cannot be right, whoever enters it: checked before a part is kept."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from django.db.models import Sum
from django.utils.translation import gettext_lazy as _

from korpu.domains.programmes.enums import ENDS, ApprovalState, DateKind, PartyRole
from korpu.domains.programmes.figures import is_counted
from korpu.domains.programmes.models import (
    Activity,
    Budget,
    BudgetLine,
    Claim,
    Indicator,
    Part,
    Party,
    Period,
    ProjectDate,
    ProjectInstrument,
    ProjectOffice,
    Split,
    Transaction,
)
from korpu.domains.programmes.money import is_at_most_a_year
from korpu.foundations.codelists import api as codelists
from korpu.kernel.errors import InvalidInput, NotPossibleNow
from korpu.kernel.texts import Message, Text

Faults = dict[str, Message]
FOLLOWED = Text(
    az="Qeyd bu məlumata əsaslanır. Əvvəlcə əsas götürülən başqa məlumatı seçin.",
    en="The record follows this claim. First choose another claim to follow.",
    ru="Запись следует этому утверждению. Сначала выберите другое.",
)
_END_BEFORE_START = _("The last day cannot be before the first day.")


def check_part(part: Part) -> None:
    """Refuse a part that cannot be right beside the others of its project.

    Raises:
        InvalidInput: with a sentence for each field at fault.
    """
    faults = _CHECKS[type(part)](part) if type(part) in _CHECKS else {}
    if faults:
        raise InvalidInput(_("This cannot be right."), fields=faults)


def check_removal(part: Part) -> None:
    """Refuse to take out what the record leans on.

    Raises:
        NotPossibleNow: it is the claim the record follows, and others speak against it.
    """
    if isinstance(part, Claim) and part.is_followed and _others(part, point=part.point).exists():
        raise NotPossibleNow(FOLLOWED)


def _party(part: Party) -> Faults:
    if part.organisation_id is None and not part.label_az:
        return {"organisation": _("Choose an organisation, or describe it in words.")}
    if part.share is not None and part.role != PartyRole.DONOR:
        return {"share": _("Only a donor has a share of the budget.")}
    others = _others(part, role=PartyRole.DONOR).aggregate(total=Sum("share"))["total"] or 0
    if part.share is not None and others + part.share > 1:
        left = (1 - Decimal(others)) * 100
        return {
            "share": _("The donors' shares come to more than 100 %%. At most %(left)s %% is left.")
            % {"left": f"{left.normalize():f}"}
        }
    return {}


def _date(part: ProjectDate) -> Faults:
    if part.kind != DateKind.OFFICE_OPENED and _others(part, kind=part.kind).exists():
        return {"kind": _("The project has a day of this kind already. Change that one.")}
    for start, end in ENDS.items():
        if part.kind not in (start, end):
            continue
        other = _others(part, kind=end if part.kind == start else start).first()
        if other and (part.day > other.day) == (part.kind == start) and part.day != other.day:
            return {"day": _("The end would be before the start: %(day)s.") % {"day": other.day}}
    return {}


def _activity(part: Activity) -> Faults:
    faults: Faults = {}
    for name in ("planned", "actual"):
        start, end = getattr(part, f"{name}_start"), getattr(part, f"{name}_end")
        if start and end and end < start:
            faults[f"{name}_end"] = _END_BEFORE_START
    return faults


def _period(part: Period) -> Faults:
    if part.last < part.first:
        return {"last": _END_BEFORE_START}
    if _others(part, indicator=part.indicator_id, first=part.first, last=part.last).exists():
        return {"first": _("The indicator has this period already. Change that one.")}
    if part.actual is None:
        return {}
    if is_counted(part.indicator, part):
        return {"actual": _("This figure is counted from work and cannot be typed.")}
    if part.source_id is None:
        return {"source": _("Name the source of a typed figure.")}
    return _splits_of_figure(part)


def _splits_of_figure(part: Period) -> Faults:
    """No dimension the indicator does not have, and no more than the whole in any."""
    for dimension, split in part.splits.items():
        if dimension not in part.indicator.dimensions:
            sentence = _("The indicator is not split by %(dimension)s.")
            return {"splits": sentence % {"dimension": dimension}}
        if sum(Decimal(value) for value in split.values()) > (part.actual or 0):
            sentence = _("By %(dimension)s the parts come to more than the figure.")
            return {"splits": sentence % {"dimension": dimension}}
    return {}


def _claim(part: Claim) -> Faults:
    if part.source_id is None:
        return {"source": _("Name the source that says so.")}
    if not part.point_az:
        return {"point_az": _("Say what the sources disagree on, or choose a point.")}
    return {}


def _instrument(part: ProjectInstrument) -> Faults:
    if _others(part, instrument=part.instrument_id).exists():
        return {"instrument": _("The project names this instrument already. Change that one.")}
    return {}


def _office(part: ProjectOffice) -> Faults:
    if not codelists.is_known("countries", part.country):
        return {"country": _("Not a code of a state: %(codes)s.") % {"codes": part.country}}
    if part.opened_on and part.closed_on and part.closed_on < part.opened_on:
        return {"closed_on": _END_BEFORE_START}
    return {}


def _split(part: Split) -> Faults:
    if part.source_id is None:
        return {"source": _("Name the source that says how the amount is split.")}
    whole = part.whole.amount
    if part.amount == 0 or (part.amount > 0) != (whole > 0):
        return {"amount": _("A part has the sign of the whole and is not zero.")}
    of = {"budget": part.budget_id, "line": part.line_id, "transaction": part.transaction_id}
    beside = _others(part, **of, party__isnull=part.party_id is None)
    if beside.filter(party=part.party_id, component=part.component_id).exists():
        return {"to": _("There is a part for it already. Change that one.")}
    left = abs(whole) - abs(beside.aggregate(total=Sum("amount"))["total"] or Decimal(0))
    if abs(part.amount) > left:
        sentence = _("The parts would come to more than the whole. At most %(left)s is left.")
        return {"amount": sentence % {"left": left}}
    return {}


def _indicator(part: Indicator) -> Faults:
    """A total typed from a source is not covered up by counting over the same days."""
    if not part.counter or part.pk is None:
        return {}
    typed = Period.objects.filter(
        indicator=part.pk, removed_at__isnull=True, actual__isnull=False
    ).order_by("-last")
    latest = typed.first()
    if latest is None or not is_counted(part, latest):
        return {}
    sentence = _("There is a typed figure up to %(day)s. Count from a later day on.")
    return {"counted_from": sentence % {"day": latest.last}}


def _budget(part: Budget) -> Faults:
    return {} if part.amount > 0 else {"amount": _("The amount must be above zero.")}


def _line(part: BudgetLine) -> Faults:
    if part.last < part.first:
        return {"last": _END_BEFORE_START}
    if not is_at_most_a_year(part.first, part.last):
        return {"last": _("A budget line covers at most one year. Make a line for each year.")}
    if part.amount <= 0:
        return {"amount": _("The amount must be above zero.")}
    return _beyond_the_whole(part)


def _beyond_the_whole(part: BudgetLine) -> Faults:
    whole = whole_budget(part.project_id)
    if whole is None:
        return {}
    if part.currency != whole.currency:
        sentence = _("The budget is in %(currency)s; its lines are in the same currency.")
        return {"currency": sentence % {"currency": whole.currency}}
    rest = _others(part).exclude(state=ApprovalState.REFUSED).exclude(pk=part.replaces_id)
    taken = rest.aggregate(total=Sum("amount"))["total"] or Decimal(0)
    if taken + part.amount > whole.amount:
        sentence = _(
            "The lines would come to more than the whole budget. At most %(left)s is left."
        )
        return {"amount": sentence % {"left": whole.amount - taken}}
    return {}


def _transaction(part: Transaction) -> Faults:
    if part.amount == 0:
        return {"amount": _("The amount cannot be zero.")}
    if part.rate is not None and part.rate_on is None:
        return {"rate_on": _("Give the day of the rate: without it the amount is not converted.")}
    if part.rate is None and part.rate_on is not None:
        return {"rate": _("Give the rate of that day, or leave both empty.")}
    whole = whole_budget(part.project_id)
    if part.rate is not None and whole and part.currency == whole.currency:
        return {"rate": _("The budget is in this currency: no rate is needed.")}
    return {}


def whole_budget(project_id: int) -> Budget | None:
    """The approved whole of a project's money."""
    return Budget.objects.filter(
        project=project_id, state=ApprovalState.APPROVED, removed_at__isnull=True
    ).first()


def _others(part: Part, **like: Any) -> Any:
    rows = type(part)._default_manager.filter(project=part.project_id, removed_at__isnull=True)  # noqa: SLF001  Django's public door to any model
    return rows.filter(**like).exclude(pk=part.pk)


_CHECKS: Mapping[type[Part], Callable[[Any], Faults]] = {
    Party: _party,
    ProjectDate: _date,
    Activity: _activity,
    Indicator: _indicator,
    Period: _period,
    Budget: _budget,
    BudgetLine: _line,
    Transaction: _transaction,
    Claim: _claim,
    ProjectInstrument: _instrument,
    ProjectOffice: _office,
    Split: _split,
}
