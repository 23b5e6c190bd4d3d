"""The states on the other side of cases."""

from collections import defaultdict

from korpu.foundations.accounts.models import Compartment
from korpu.foundations.organisations.enums import OrganisationKind


def senders() -> dict[str, tuple[tuple[int, ...], str]]:
    """Compartments and authorities of each requesting state, by its alpha-3 code."""
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    filing = Compartment.objects.filter(
        office__organisation__kind=OrganisationKind.REQUESTING_AUTHORITY
    )
    for place in filing.select_related("office__organisation").order_by("office__code"):
        body = place.office.organisation
        found[body.country].append((place.pk, str(body.title)))
    return {
        country: (tuple(key for key, _ in places), ", ".join(sorted({name for _, name in places})))
        for country, places in sorted(found.items())
    }
