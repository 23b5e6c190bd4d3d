"""What the information room offers to the public site as a whole."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from korpu.domains.information.items import items_of
from korpu.domains.information.models import Publication
from korpu.domains.information.selectors.public import every_public, newest, ranked
from korpu.foundations.accounts.api import NOBODY
from korpu.foundations.ui.public import Dataset, Distribution, Found, PublicMatter
from korpu.kernel.texts import Language, Text

LIMIT = 20


def search_published(words: str, language: Language | None = None) -> list[Found]:
    """Published publications that hold every word in some form, the best match first.

    Titles in every language are searched whatever ``language`` the reader speaks.
    """
    del language
    return _found(ranked(words, limit=LIMIT))


def _newest(limit: int) -> list[Found]:
    return _found(newest(for_actor=NOBODY, limit=limit))


def _pages() -> Iterator[Found]:
    yield Found(_("Publications"), reverse("information:publications"), "")
    yield Found(_("Recommendations"), reverse("information:recommendations"), "")
    for slug, changed_at in every_public(for_actor=NOBODY):
        yield Found("", reverse("information:publication", args=(slug,)), "", at=changed_at)


def _datasets() -> list[Dataset]:
    href = reverse("information:publications_csv")
    return [
        Dataset(
            "publications",
            Text(az="Nəşrlər", en="Publications", ru="Издания"),
            Text(
                az="Dərc edilmiş nəşrlər: növü, adları, müəllifi, dilləri, tarixi və mənbəyi.",
                en="Published works: kind, titles, author, languages, date and source.",
                ru="Опубликованные издания: вид, названия, автор, языки, дата и источник.",
            ),
            (Distribution("CSV", href, "text/csv"),),
            keywords=("publications", "migration"),
        )
    ]


def _found(rows: list[Publication]) -> list[Found]:
    lines = zip(items_of(rows), rows, strict=True)
    return [
        Found(
            item.title,
            item.href,
            item.kind,
            " · ".join(filter(None, (item.languages, item.issued))),
            row.published_at,
        )
        for item, row in lines
    ]


MATTER = PublicMatter(
    id="publications",
    title=_("Publications"),
    order=30,
    search=search_published,
    newest=_newest,
    pages=_pages,
    datasets=_datasets,
)
