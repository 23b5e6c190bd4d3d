"""With whom a case can be shared by hand."""

from uuid import UUID

from korpu.foundations.accounts.api import Actor, roles
from korpu.foundations.accounts.models import Compartment, User
from korpu.foundations.casework import sentences
from korpu.foundations.casework.models import Case, CaseShare
from korpu.foundations.organisations.enums import OrganisationKind
from korpu.kernel.errors import NotFound

OUTSIDE = (OrganisationKind.REQUESTING_AUTHORITY, OrganisationKind.FOREIGN_BODY)
"""Bodies of other states are told by letters that pass the gate, never by opening a case."""


def places_to_share_with(*, case: Case, for_actor: Actor) -> list[tuple[str, str]]:  # noqa: ARG001
    """Key and name of the compartments a case can be opened to: not its own, none abroad."""
    found = Compartment.objects.exclude(pk__in=[case.compartment_id, case.counterpart_id or 0])
    found = found.exclude(office__organisation__kind__in=OUTSIDE)
    titles = {role.business: str(role.title) for role in roles().values()}
    return [
        (str(one.pk), f"{one.office.title} ({titles.get(one.business, one.business)})")
        for one in found.select_related("office").order_by("office__code", "business")
    ]


def people_to_share_with(*, case: Case, for_actor: Actor) -> list[tuple[str, str]]:  # noqa: ARG001
    """Key and name of the people a case can be opened to, by name; none of bodies abroad."""
    found = User.objects.filter(is_active=True, is_system=False)
    found = found.exclude(organisation__kind__in=OUTSIDE).select_related("organisation")
    return [
        (str(one.pk), f"{one.full_name} ({one.organisation.title if one.organisation else '–'})")
        for one in found.order_by("full_name")[:500]
    ]


def get_share(*, case: Case, uuid: UUID, for_actor: Actor) -> CaseShare:  # noqa: ARG001
    """One share of a case.

    Raises:
        NotFound: there is none the actor may see.
    """
    found = CaseShare.objects.filter(case=case, pk=uuid).select_related("case").first()
    if found is None:
        raise NotFound(sentences.NOT_IN_THIS_CASE)
    return found
