"""What those who prepare publications read, drafts included; bounded to their compartments."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar
from uuid import UUID

from django.db.models import Prefetch, QuerySet, Sum

from korpu.domains.information import sentences
from korpu.domains.information.models import (
    Distribution,
    Edition,
    EditionFile,
    Publication,
    Recommendation,
    RecommendationStep,
    Series,
)
from korpu.domains.information.permissions import READ
from korpu.domains.information.selectors.public import PublicationView, narrowed, with_kinds
from korpu.domains.information.services.distribution import stock_of
from korpu.domains.programmes.api import activity_choices, find_project
from korpu.foundations.accounts.api import Actor
from korpu.foundations.codelists.api import titles
from korpu.foundations.ui.tables import Asked, Page, fetch_page
from korpu.kernel.errors import NotFound
from korpu.kernel.texts import Message, Text

LIST_LIMIT = 300
Row = TypeVar("Row", Edition, EditionFile, Distribution, Recommendation)


@dataclass(frozen=True, slots=True)
class ChannelCount:
    """Copies of an edition given out through a channel; cancelled entries do not count."""

    channel: Message
    copies: int


@dataclass(frozen=True)
class EditionDesk:
    """An edition with its copies, as the office sees it."""

    edition: Edition
    label: str
    is_behind: bool

    @cached_property
    def files(self) -> list[EditionFile]:
        return [one for one in self.edition.files.all() if one.removed_at is None]

    @cached_property
    def stock(self) -> int | None:
        """Printed copies left; None: the print run is not stated."""
        return stock_of(self.edition)

    @cached_property
    def distributions(self) -> list[Distribution]:
        """What was given out, the newest first, cancelled entries included."""
        rows = self.edition.distributions.select_related("recorded_by")
        return list(rows[:LIST_LIMIT])

    @cached_property
    def by_channel(self) -> list[ChannelCount]:
        """How many copies went through each channel."""
        names = titles("distribution-channels")
        counted = self.edition.distributions.filter(cancelled_at__isnull=True)
        sums = counted.values_list("channel").annotate(total=Sum("copies")).order_by("channel")
        return [ChannelCount(names.get(code, code), total) for code, total in sums]


def list_publications(*, asked: Asked[Publication], for_actor: Actor) -> Page[Publication]:
    """One page of the office's publications, drafts and withdrawn ones included."""
    rows = narrowed(_ours(for_actor), asked.filters)
    if asked.filters.get("status"):
        rows = rows.filter(status=asked.filters["status"])
    return with_kinds(fetch_page(rows, asked, key="uuid"))


def every_publication(*, asked: Asked[Publication], for_actor: Actor) -> list[Publication]:
    """The list as it was narrowed, for a file; at most twenty thousand."""
    rows = narrowed(_ours(for_actor), asked.filters)
    if asked.filters.get("status"):
        rows = rows.filter(status=asked.filters["status"])
    return list(rows.order_by("sort_key", "pk")[:20_000])


def get_publication(*, uuid: UUID, for_actor: Actor) -> PublicationView:
    """A publication of the actor's office, whatever its status.

    Raises:
        NotFound: none that this actor may know of.
    """
    found = _ours(for_actor).filter(uuid=uuid).first()
    if found is None:
        raise NotFound(sentences.NO_PUBLICATION)
    found.kind_title = titles("publication-kinds").get(found.kind, found.kind)
    return PublicationView(found)


def get_edition(*, uuid: UUID, for_actor: Actor) -> Edition:
    """An edition of the actor's office. Raises NotFound."""
    return _one(Edition.objects.all(), "publication", uuid, for_actor, sentences.NO_EDITION)


def get_file(*, uuid: UUID, for_actor: Actor) -> EditionFile:
    """A file that is still with an edition of the actor's office. Raises NotFound."""
    rows = EditionFile.objects.filter(removed_at__isnull=True).select_related("file")
    return _one(rows, "edition__publication", uuid, for_actor, sentences.NO_EDITION)


def get_distribution(*, uuid: UUID, for_actor: Actor) -> Distribution:
    """An entry of the actor's office. Raises NotFound."""
    rows = Distribution.objects.all()
    return _one(rows, "edition__publication", uuid, for_actor, sentences.NO_DISTRIBUTION)


def get_recommendation(*, uuid: UUID, for_actor: Actor) -> Recommendation:
    """A recommendation of the actor's office with its reports. Raises NotFound."""
    steps = Prefetch("steps", RecommendationStep.objects.order_by("-pk"))
    rows = Recommendation.objects.prefetch_related(steps)
    return _one(rows, "publication", uuid, for_actor, sentences.NO_RECOMMENDATION)


def series_choices(*, for_actor: Actor) -> list[tuple[str, str]]:
    """Uuid and title of every series."""
    for_actor.check(READ)
    return [(str(one.uuid), str(one.title)) for one in Series.objects.all()[:LIST_LIMIT]]


def find_series(uuid: UUID, *, for_actor: Actor) -> Series | None:
    """A series by its uuid; None: there is none."""
    for_actor.check(READ)
    return Series.objects.filter(uuid=uuid).first()


def replaceable(*, than: Publication | None, for_actor: Actor) -> Sequence[Publication]:
    """Publications another one may take the place of."""
    rows = _ours(for_actor).exclude(pk=than.pk if than else 0)
    return list(rows.order_by("sort_key")[:LIST_LIMIT])


def _ours(actor: Actor) -> QuerySet[Publication]:
    allowed = actor.compartments_with(READ)
    rows = Publication.objects.filter(compartment__in=allowed)
    return rows.select_related("series", "created_by").prefetch_related("editions").defer("search")


def _one(rows: QuerySet[Row], to: str, uuid: UUID, actor: Actor, missing: Text) -> Row:
    allowed = actor.compartments_with(READ)
    mine = rows.filter(uuid=uuid, **{f"{to}__compartment__in": allowed})
    found = mine.select_related(to).first()
    if found is None:
        raise NotFound(missing)
    return found


def activities_of(
    project: str | None, row: Publication | None, *, for_actor: Actor
) -> list[tuple[str, str]]:
    """Activities to choose from: of the project just chosen, else of the publication's.

    ``project``: uuid as it was sent; None: nothing was sent. Empty where no project is meant.
    """
    kept = str(row.project_uuid or "") if row else ""
    named = kept if project is None else project
    try:
        found = find_project(UUID(named)) if named else None
    except ValueError:
        return []
    return activity_choices(found, for_actor=for_actor) if found else []
