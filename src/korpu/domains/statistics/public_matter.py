"""What statistics offers to the public site as a whole."""

from collections.abc import Iterable, Iterator

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from korpu.domains.statistics.declarations import measures
from korpu.domains.statistics.lists import measure_title
from korpu.domains.statistics.models import Release
from korpu.domains.statistics.selectors.releases import newest_releases
from korpu.engines.azeri import holds_words, search_words
from korpu.engines.measures.api import Measure
from korpu.foundations.accounts.api import NOBODY
from korpu.foundations.ui.public import Dataset, Distribution, Found, PublicMatter

LIMIT = 20
_PAGE_LIMIT = 2_000


def search_published(words: str) -> list[Found]:
    """Published releases whose measure's title or definition holds every word in some form."""
    asked = search_words(words)
    wanted = [one.id for one in measures().values() if asked and _holds(one, asked)]
    rows = newest_releases(for_actor=NOBODY, limit=_PAGE_LIMIT) if wanted else []
    return _found([row for row in rows if row.measure in wanted][:LIMIT])


def _newest(limit: int) -> list[Found]:
    return _found(newest_releases(for_actor=NOBODY, limit=limit))


def _pages() -> Iterator[Found]:
    yield Found(_("Official statistics"), reverse("statistics:releases"), "")
    yield Found("", reverse("statistics:series"), "")
    yield from _newest(_PAGE_LIMIT)


def _holds(measure: Measure, asked: list[frozenset[str]]) -> bool:
    texts = [*measure.title.as_dict().values(), *measure.definition.as_dict().values()]
    return holds_words(asked, *texts)


def _found(releases: Iterable[Release]) -> list[Found]:
    return [
        Found(
            f"{measure_title(one.measure)}, {one.period}",
            reverse("statistics:release", args=(one.uuid,)),
            _("Official statistics"),
            at=one.published_at,
        )
        for one in releases
    ]


def _datasets() -> list[Dataset]:
    """The newest release of each measure, in every form it is offered."""
    newest: dict[str, Release] = {}
    for release in newest_releases(for_actor=NOBODY, limit=_PAGE_LIMIT):
        newest.setdefault(release.measure, release)
    known = measures()
    return [
        Dataset(
            f"statistics-{measure}",
            known[measure].title,
            known[measure].definition,
            _distributions(release),
            release.published_at,
            keywords=("statistics", "migration"),
        )
        for measure, release in newest.items()
        if measure in known
    ]


def _distributions(release: Release) -> list[Distribution]:
    period = release.period
    return [
        Distribution(
            f"{words}, {period}", reverse(f"statistics:{name}", args=(release.uuid,)), media
        )
        for name, words, media in (
            ("csv", "CSV", "text/csv"),
            ("sdmx_csv", "SDMX-CSV 2.0", "text/csv"),
            ("sdmx_structure", "SDMX-ML 3.0", "application/xml"),
        )
    ]


MATTER = PublicMatter(
    id="statistics",
    title=_("Official statistics"),
    order=50,
    search=search_published,
    newest=_newest,
    pages=_pages,
    datasets=_datasets,
)
