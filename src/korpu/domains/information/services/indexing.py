"""The words under which a publication is found, kept beside it."""

from functools import reduce
from operator import add

from django.contrib.postgres.search import SearchVector
from django.db.models import Value

from korpu.domains.information.models import Publication
from korpu.engines.azeri import az_sort_key, search_words
from korpu.foundations.codelists.api import title as code_title
from korpu.kernel.texts import LANGUAGES


def index_publication(publication: Publication) -> None:
    """Write the words of titles, series, author and summaries; titles weigh most.

    Each text goes in by its stems, which find Azerbaijani and the spelling without marks alike, and
    by PostgreSQL's own English and Russian dictionaries.
    """
    heading = [publication.title_az, publication.title_en, publication.title_ru]
    kind = code_title("publication-kinds", publication.kind)
    beside = [*publication.author.as_dict().values(), *kind.as_dict().values()]
    if publication.series:
        beside += publication.series.title.as_dict().values()
    body = [getattr(publication, f"summary_{language}") for language in LANGUAGES]
    parts = (("A", heading), ("B", beside), ("C", body))
    vectors = [vector for weight, texts in parts for vector in _vectors(" ".join(texts), weight)]
    rows = Publication.objects.filter(pk=publication.pk)
    rows.update(search=reduce(add, vectors), sort_key=az_sort_key(publication.title.az))


def _vectors(text: str, weight: str) -> list[SearchVector]:
    stems = " ".join(stem for word in search_words(text) for stem in sorted(word))
    return [
        SearchVector(Value(stems), config="simple", weight=weight),
        SearchVector(Value(text), config="english", weight=weight),
        SearchVector(Value(text), config="russian", weight=weight),
    ]
