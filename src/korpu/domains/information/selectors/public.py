"""What everybody may read. The database shows a visitor nothing else."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from korpu.domains.information import sentences
from korpu.domains.information.enums import PUBLIC, READABLE, Status
from korpu.domains.information.models import (
    Edition,
    EditionFile,
    Publication,
    Recommendation,
    RecommendationStep,
)
from korpu.domains.information.selectors.search import matching
from korpu.domains.programmes.api import ProjectRef, find_project
from korpu.foundations.accounts.api import Actor
from korpu.foundations.codelists.api import titles
from korpu.foundations.ui.tables import Asked, Page, fetch_page
from korpu.kernel.errors import NotFound

LIST_LIMIT = 200
SITE_MAP_LIMIT = 40_000


@dataclass(frozen=True)
class PublicationView:
    """A publication with what its page shows."""

    publication: Publication

    @cached_property
    def editions(self) -> list[Edition]:
        """Those the reader may see with their files, the newest of each language first."""
        files = EditionFile.objects.filter(removed_at__isnull=True).select_related("file")
        editions = self.publication.editions.prefetch_related(Prefetch("files", files))
        return list(editions.order_by("-position", "languages", "pk")[:LIST_LIMIT])

    @property
    def languages(self) -> list[str]:
        """Every language there is an edition in, each once."""
        every = (tongue for edition in self.editions for tongue in edition.languages)
        return list(dict.fromkeys(every))

    def is_behind(self, edition: Edition) -> bool:
        """Whether the text this edition renders has a newer edition since."""
        rendered = next((e for e in self.editions if e.pk == edition.translation_of_id), None)
        return rendered is not None and any(
            other.languages == rendered.languages and other.position > rendered.position
            for other in self.editions
            if other.status == Status.PUBLISHED
        )

    @cached_property
    def recommendations(self) -> list[Recommendation]:
        """Its recommendations in their order, each with its reports, the last first."""
        steps = RecommendationStep.objects.order_by("-pk")
        rows = self.publication.recommendations.prefetch_related(Prefetch("steps", steps))
        return list(rows[:LIST_LIMIT])

    @cached_property
    def project(self) -> ProjectRef | None:
        """The project it was made in, where the reader may see that."""
        uuid = self.publication.project_uuid
        return find_project(uuid) if uuid else None

    @cached_property
    def siblings(self) -> list[Publication]:
        """The other public numbers of its series, in order."""
        series = self.publication.series
        if series is None:
            return []
        rows = _public().filter(series=series).exclude(pk=self.publication.pk)
        return list(rows.order_by("number_in_series", "pk")[:LIST_LIMIT])

    @cached_property
    def successor(self) -> Publication | None:
        """What replaced it; None: nothing has."""
        return self.publication.successors.filter(status__in=READABLE).first()


def list_published(*, asked: Asked[Publication], for_actor: Actor) -> Page[Publication]:
    """One page of what is published, replaced publications included."""
    del for_actor  # what is public is public to everybody
    return with_kinds(fetch_page(published(asked.filters), asked, key="uuid"))


def with_kinds(page: Page[Publication]) -> Page[Publication]:
    """The page with the kind of each publication in words."""
    name_kinds(page.rows)
    return page


def name_kinds(rows: Iterable[Publication]) -> None:
    """Give each publication the words of its kind, in one query for all."""
    known = titles("publication-kinds")
    for row in rows:
        row.kind_title = known.get(row.kind, row.kind)


def published(filters: Mapping[str, Any]) -> QuerySet[Publication]:
    """Published publications narrowed by the filters of the public list."""
    rows = narrowed(_public().filter(status__in=READABLE), filters)
    return rows.prefetch_related("editions")


def narrowed(rows: QuerySet[Publication], filters: Mapping[str, Any]) -> QuerySet[Publication]:
    """Publications narrowed by the filters the lists share."""
    editions = Edition.objects.exclude(status=Status.WITHDRAWN)
    if filters.get("words"):
        rows = rows.filter(pk__in=matching(filters["words"]))
    if filters.get("kind"):
        rows = rows.filter(kind=filters["kind"])
    if filters.get("project"):
        rows = rows.filter(project_uuid=filters["project"])
    if filters.get("language"):
        in_it = editions.filter(languages__contains=[filters["language"]])
        rows = rows.filter(pk__in=in_it.values("publication_id"))
    if filters.get("year"):
        dated = editions.filter(issued_on__year=filters["year"])
        rows = rows.filter(pk__in=dated.values("publication_id"))
    return rows


def published_publication(*, slug: str, for_actor: Actor) -> PublicationView:
    """A publication that is or was public; of a withdrawn one only title and reason are shown.

    Raises:
        NotFound: none that the public may know of.
    """
    del for_actor
    found = _public().filter(slug=slug).first()
    if found is None:
        raise NotFound(sentences.NO_PUBLICATION)
    name_kinds([found])
    return PublicationView(found)


def published_file(*, uuid: UUID, for_actor: Actor) -> EditionFile:
    """A file of a published edition.

    Raises:
        NotFound: there is none, or it was withdrawn.
    """
    del for_actor
    found = (
        EditionFile.objects.filter(
            uuid=uuid,
            removed_at__isnull=True,
            edition__status__in=READABLE,
            edition__publication__status__in=READABLE,
        )
        .select_related("file", "edition__publication")
        .first()
    )
    if found is None:
        raise NotFound(sentences.NO_EDITION)
    return found


def publications_of(project: ProjectRef, *, for_actor: Actor) -> list[Publication]:
    """What a project published, series together, then by title; at most two hundred."""
    del for_actor
    rows = _public().filter(project_uuid=project.uuid, status__in=READABLE)
    ordered = rows.order_by("kind", "series", "number_in_series", "sort_key")
    found = list(ordered.prefetch_related("editions")[:LIST_LIMIT])
    name_kinds(found)
    return found


def newest(*, for_actor: Actor, limit: int = 30) -> list[Publication]:
    """What was published last, for the feed and the first page."""
    del for_actor
    rows = _public().filter(status=Status.PUBLISHED).prefetch_related("editions")
    found = list(rows.order_by("-published_at", "-pk")[:limit])
    name_kinds(found)
    return found


def every_public(*, for_actor: Actor) -> list[tuple[str, datetime]]:
    """Address and last change of every published page, for the site map."""
    del for_actor
    rows = Publication.objects.filter(status__in=READABLE).order_by("pk")
    return list(rows.values_list("slug", "changed_at")[:SITE_MAP_LIMIT])


def list_recommendations(*, asked: Asked[Recommendation], for_actor: Actor) -> Page[Recommendation]:
    """What became of the recommendations of public studies."""
    del for_actor
    rows = Recommendation.objects.filter(publication__status__in=READABLE)
    wanted = {
        "status": asked.filters.get("status"),
        "publication__project_uuid": asked.filters.get("project"),
    }
    rows = rows.filter(**{key: value for key, value in wanted.items() if value})
    return fetch_page(
        rows.select_related("publication").prefetch_related("steps"), asked, key="uuid"
    )


def ranked(words: str, *, limit: int) -> list[Publication]:
    """Published publications that hold the words, the best match first."""
    ranks = matching(words)
    best = list(ranks)[:limit]
    rows = _public().filter(pk__in=best, status__in=READABLE).prefetch_related("editions")
    found = sorted(rows, key=lambda row: best.index(row.pk))
    name_kinds(found)
    return found


def _public() -> QuerySet[Publication]:
    return Publication.objects.filter(status__in=PUBLIC).select_related("series").defer("search")
