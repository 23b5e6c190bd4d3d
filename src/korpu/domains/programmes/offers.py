"""What the choices of a form offer: bounded readings, filtered by row security below."""

from dataclasses import dataclass

from korpu.domains.programmes.counting import counters
from korpu.domains.programmes.enums import FigureState
from korpu.domains.programmes.models import (
    Claim,
    FigureProposal,
    Instrument,
    Part,
    Period,
    Project,
    Source,
)
from korpu.foundations.accounts.api import Actor
from korpu.foundations.accounts.models import Compartment, User
from korpu.foundations.organisations.models import Organisation

AT_MOST = 500


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing to choose: its row, what the form calls it, and its code in a workbook."""

    pk: str
    words: str
    code: str


def parts_offered(model: type[Part], project: Project) -> list[Offer]:
    """The project's parts of one kind."""
    parts = model._default_manager.filter(project=project, removed_at__isnull=True)  # noqa: SLF001  Django's public door to any model
    return [Offer(str(part.pk), _shortened(str(part)), part.key) for part in parts[:AT_MOST]]


def sources_offered() -> list[Offer]:
    """The register of sources."""
    sources = Source.objects.filter(removed_at__isnull=True)[:AT_MOST]
    return [Offer(str(one.pk), str(one.title), one.code) for one in sources]


def instruments_offered(but: Instrument | None = None) -> list[Offer]:
    """The register of legal instruments, all but one."""
    rows = Instrument.objects.filter(removed_at__isnull=True)
    rows = rows.exclude(pk=but.pk) if but else rows
    return [Offer(str(one.pk), _shortened(str(one.title)), one.code) for one in rows[:AT_MOST]]


def points_offered(project: Project) -> list[Offer]:
    """Points on which sources of the project disagree."""
    claims = Claim.objects.filter(project=project, removed_at__isnull=True)[:AT_MOST]
    points = {one.point: str(one.point_title) for one in claims}
    return [Offer(point, _shortened(words), point) for point, words in points.items()]


def waiting_change(period: Period) -> FigureProposal | None:
    """What waits to take the place of an approved figure."""
    return FigureProposal.objects.filter(period=period, state=FigureState.PROPOSED).first()


def organisations_offered() -> list[Offer]:
    """The register of organisations."""
    bodies = Organisation.objects.all()[:AT_MOST]
    offers = [Offer(str(body.pk), str(body.title), body.code) for body in bodies]
    return sorted(offers, key=lambda offer: offer.words)


def keepers_offered(project: Project) -> list[Offer]:
    """Colleagues who may watch a risk: people of the organisation that keeps the project."""
    people = User.objects.filter(
        organisation__offices=project.compartment.office, is_active=True, is_system=False
    ).order_by("full_name")
    return [Offer(str(one.pk), one.full_name, one.email) for one in people[:AT_MOST]]


def counters_offered() -> list[tuple[str, str]]:
    """Counters of other rooms; empty first: figures are typed."""
    return [(one.id, str(one.title)) for one in counters().values()]


def predecessors_offered(project: Project | None) -> list[tuple[str, str]]:
    """Projects another one may build on: all but itself."""
    others = Project.objects.exclude(pk=project.pk) if project else Project.objects.all()
    return [(str(one.pk), f"{one.acronym}: {one.title}") for one in others[:AT_MOST]]


def offices_offered(actor: Actor) -> list[tuple[str, str]]:
    """Compartments in which the actor keeps projects."""
    kept = Compartment.objects.filter(pk__in=actor.compartments_with("programmes.project.edit"))
    return [(str(one.pk), str(one.office.title)) for one in kept.select_related("office")[:AT_MOST]]


def _shortened(words: str) -> str:
    return words if len(words) <= 100 else f"{words[:99]}…"  # noqa: PLR2004  a line of a select box
