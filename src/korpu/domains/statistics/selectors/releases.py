"""Releases as the public and the workbench see them."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from korpu.domains.statistics.declarations import period_named
from korpu.domains.statistics.enums import OPEN_RELEASES, PUBLIC_RELEASES, ReleaseStatus
from korpu.domains.statistics.figures import Figure, FigureTable, figure_table
from korpu.domains.statistics.models import Cell, Release
from korpu.engines.measures.api import Measure, from_record
from korpu.foundations.accounts.api import Actor
from korpu.foundations.ui.tables import Asked, Page, fetch_page
from korpu.kernel.errors import NotFound
from korpu.kernel.texts import Text

_LISTED = ("run",)
_LARGE = ("run__manifest",)


@dataclass(frozen=True)
class ReleaseView:
    """A release with what its page shows."""

    release: Release

    @cached_property
    def measure(self) -> Measure:
        """The rule as it was when the figures were counted."""
        return from_record(self.release.run.rule)

    @cached_property
    def table(self) -> FigureTable:
        return figure_table(
            self.measure, Cell.objects.filter(run=self.release.run).order_by("place")
        )

    @property
    def parameters(self) -> dict[str, Any]:
        """The parameters the figures were released under, by id."""
        return {each["id"]: each for each in self.release.run.parameters["parameters"]}

    @property
    def period_ended_on(self) -> object:
        return period_named(self.measure, self.release.period).last

    @cached_property
    def successor(self) -> Release | None:
        """The release that replaced this one; None while it is current."""
        return Release.objects.filter(supersedes=self.release, status__in=PUBLIC_RELEASES).first()

    def figure(self, place: int) -> Figure:
        """The figure at a place. Raises NotFound."""
        for figure in self.table.figures.values():
            if figure.place == place:
                return figure
        raise _no_such_release()


def list_releases(*, asked: Asked[Release], for_actor: Actor) -> Page[Release]:
    """One page of what has been published, superseded releases included."""
    del for_actor  # row-level security decides; what is public is public to everybody
    rows = _public().filter(**_wanted(asked.filters))
    return fetch_page(rows.defer(*_LARGE), asked, key="uuid")


def newest_releases(*, for_actor: Actor, limit: int) -> list[Release]:
    """Releases now in force, the last published first."""
    del for_actor  # what is public is public to everybody
    rows = Release.objects.filter(status=ReleaseStatus.PUBLISHED)
    return list(rows.order_by("-published_at", "-pk")[:limit])


def announced_releases(*, for_actor: Actor) -> list[Release]:
    """Approved releases whose day is still to come, the nearest first; at most fifty."""
    del for_actor
    rows = Release.objects.filter(status=ReleaseStatus.APPROVED)
    return list(rows.order_by("due_on", "measure")[:50])


def public_release(*, uuid: UUID, for_actor: Actor) -> ReleaseView:
    """A published release, current or superseded. Raises NotFound."""
    del for_actor
    return ReleaseView(_found(_public(), uuid))


def open_releases(*, for_actor: Actor) -> list[Release]:
    """Drafts and approved releases of the actor's compartments, the newest first."""
    allowed = for_actor.compartments_with("statistics.run.read")
    rows = Release.objects.filter(status__in=OPEN_RELEASES, compartment_id__in=allowed)
    return list(rows.select_related(*_LISTED).defer(*_LARGE).order_by("-prepared_at")[:50])


def workbench_release(*, uuid: UUID, for_actor: Actor) -> ReleaseView:
    """A release of the actor's compartments, whatever its status. Raises NotFound."""
    allowed = for_actor.compartments_with("statistics.run.read")
    rows = Release.objects.filter(compartment_id__in=allowed)
    return ReleaseView(_found(rows, uuid))


def _public() -> QuerySet[Release]:
    return Release.objects.filter(status__in=PUBLIC_RELEASES).select_related(*_LISTED)


def _wanted(filters: Any) -> dict[str, Any]:
    wanted = {"measure": filters.get("measure"), "period__startswith": filters.get("year")}
    return {key: value for key, value in wanted.items() if value}


def _found(rows: QuerySet[Release], uuid: UUID) -> Release:
    release = rows.select_related("run", "supersedes").filter(uuid=uuid).first()
    if release is None:
        raise _no_such_release()
    return release


def _no_such_release() -> NotFound:
    return NotFound(
        Text(
            az="Belə dərc yoxdur və ya hələ açıq deyil.",
            en="There is no such release, or it is not public yet.",
            ru="Такой публикации нет или она ещё не открыта.",
        )
    )
