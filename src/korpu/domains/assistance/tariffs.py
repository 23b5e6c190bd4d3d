"""How much a plan may spend: read from the tariff it is pinned to, never from code."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Q, Sum

from korpu.domains.assistance.enums import COUNTED_DELIVERIES, PersonRole, Phase
from korpu.domains.assistance.models import PlanVersion, Programme, SupportPlan, TariffRow
from korpu.kernel.errors import InvalidInput
from korpu.kernel.texts import Text

NO_TARIFF = Text(
    az="Bu proqramın həmin gün üçün tarifi yoxdur.",
    en="The programme has no tariff for that day.",
    ru="На этот день у программы нет тарифа.",
)
NO_TARIFF_HELP = Text(
    az="Administrator tarifin yeni versiyasını mənbəsi ilə daxil etməlidir.",
    en="An administrator must enter a tariff version with its source.",
    ru="Администратор должен внести версию тарифа с указанием источника.",
)


@dataclass(frozen=True, slots=True)
class Ceiling:
    """The most one plan may spend in one phase, in euro, and how far its source can be trusted.

    Attributes:
        amount_eur: what the tariff gives this household.
        delivered_eur: already delivered under earlier versions of the plan.
        confidence: that of the weakest row the sum was made of.
    """

    phase: Phase
    amount_eur: Decimal
    delivered_eur: Decimal
    confidence: str

    @property
    def left_eur(self) -> Decimal:
        """What the lines of the version may add up to."""
        return self.amount_eur - self.delivered_eur


_TRUST = ("unverified", "weak", "seen_in_part", "seen")


def tariff_version_on(*, programme: Programme, on: date) -> str:
    """The version given to plans opened on ``on``.

    Raises:
        InvalidInput: no version is in force that day.
    """
    in_force = Q(valid_until__isnull=True) | Q(valid_until__gte=on)
    version = (
        programme.tariff_rows.filter(in_force, valid_from__lte=on)
        .order_by("-valid_from")
        .values_list("version", flat=True)
        .first()
    )
    if version is None:
        raise InvalidInput(NO_TARIFF, NO_TARIFF_HELP)
    return version


def ceilings(plan: SupportPlan, version: PlanVersion | None = None) -> dict[Phase, Ceiling]:
    """The ceiling of each phase for this plan's household; a phase without a row pays nothing.

    Deliveries under versions other than ``version`` count as spent; None: under all of them.
    """
    rows = TariffRow.objects.filter(
        programme=plan.programme_id, version=plan.tariff_version, return_type=plan.return_type
    )
    by_phase: dict[Phase, list[TariffRow]] = {phase: [] for phase in Phase}
    for row in rows:
        by_phase[Phase(row.phase)].append(row)
    spent = _delivered(plan, version)
    return {phase: _ceiling(phase, found, plan, spent[phase]) for phase, found in by_phase.items()}


def _delivered(plan: SupportPlan, version: PlanVersion | None) -> dict[Phase, Decimal]:
    counted = plan.deliveries.filter(state__in=COUNTED_DELIVERIES)
    if version is not None:
        counted = counted.exclude(line__version=version)
    sums = counted.values_list("line__phase").annotate(total=Sum("amount_eur")).order_by()
    return dict.fromkeys(Phase, Decimal(0)) | {Phase(phase): total for phase, total in sums}


def _ceiling(
    phase: Phase, rows: Iterable[TariffRow], plan: SupportPlan, delivered: Decimal
) -> Ceiling:
    counts = _head_counts(plan)
    used = [row for row in rows if counts.get(PersonRole(row.person_role), 0)]
    amount = sum((row.amount_eur * counts[PersonRole(row.person_role)] for row in used), Decimal(0))
    weakest = min((row.confidence for row in used), key=_TRUST.index, default="seen")
    return Ceiling(phase, amount, delivered, weakest)


def _head_counts(plan: SupportPlan) -> dict[PersonRole, int]:
    child = PersonRole.UNACCOMPANIED_CHILD
    head = child if plan.is_unaccompanied_child else PersonRole.RETURNEE
    return {head: 1, PersonRole.FAMILY_MEMBER: plan.family_member_count}
