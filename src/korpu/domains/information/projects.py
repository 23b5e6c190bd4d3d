"""What the room adds to projects: a block on their pages, and figures for their indicators."""

from collections.abc import Iterable, Mapping

from django.db.models import QuerySet, Sum
from django.urls import reverse

from korpu.domains.information.enums import READABLE, RecommendationStatus
from korpu.domains.information.items import items_of
from korpu.domains.information.models import Distribution, Publication, Recommendation
from korpu.domains.information.selectors.public import publications_of
from korpu.domains.programmes.api import Counted, Counter, CountQuery, ProjectRef, ProjectSection
from korpu.foundations.accounts.api import Actor
from korpu.kernel.texts import Text

PUBLICATIONS = Text(az="nəşr", en="publications", ru="издания")
COPIES = Text(az="nüsxə", en="copies", ru="экземпляры")
RECOMMENDATIONS = Text(az="tövsiyə", en="recommendations", ru="рекомендации")


def count_publications(query: CountQuery) -> Counted:
    """Public publications of the project published here within the period, by kind."""
    rows = _publications(query).filter(
        status__in=READABLE,
        published_at__date__gte=query.first,
        published_at__date__lte=query.last,
    )
    kinds: dict[str, int] = {}
    for kind in rows.values_list("kind", flat=True):
        kinds[kind] = kinds.get(kind, 0) + 1
    said = Text(
        az="Layihənin {first} – {last} dövründə burada dərc edilmiş nəşrləri.",
        en="Publications of the project published here from {first} to {last}.",
        ru="Издания проекта, опубликованные здесь с {first} по {last}.",
    )
    return Counted(sum(kinds.values()), _during(said, query), _list(query), {"kind": kinds})


def count_copies(query: CountQuery) -> Counted:
    """Copies of the project's publications given out within the period, by recipients."""
    rows = Distribution.objects.filter(
        edition__publication__in=_publications(query),
        cancelled_at__isnull=True,
        given_on__gte=query.first,
        given_on__lte=query.last,
    )
    by_group = _sums(rows.values_list("recipients").annotate(Sum("copies")).order_by())
    said = Text(
        az="Layihə nəşrlərinin {first} – {last} dövründə paylanmış nüsxələri; ləğv edilmiş qeydlər sayılmır.",  # noqa: E501  one sentence
        en="Copies of the project's publications given out from {first} to {last}; cancelled entries do not count.",  # noqa: E501  one sentence
        ru="Экземпляры изданий проекта, розданные с {first} по {last}, без отменённых записей.",
    )
    total = sum(by_group.values())
    return Counted(total, _during(said, query), _list(query), {"recipients": by_group})


def count_done_recommendations(query: CountQuery) -> Counted:
    """Recommendations of the project's publications carried out within the period."""
    total = Recommendation.objects.filter(
        publication__in=_publications(query),
        status=RecommendationStatus.DONE,
        ended_on__gte=query.first,
        ended_on__lte=query.last,
    ).count()
    said = Text(
        az="Layihə nəşrlərinin {first} – {last} dövründə sübutla icra edilmiş tövsiyələri.",
        en="Recommendations of the project's publications carried out, with evidence, from {first} to {last}.",  # noqa: E501  one sentence
        ru="Рекомендации изданий проекта, выполненные с подтверждением с {first} по {last}.",
    )
    href = f"{reverse('information:recommendations')}?project={query.project.uuid}&status=done"
    return Counted(total, _during(said, query), href)


def section_context(project: ProjectRef, for_actor: Actor) -> Mapping[str, object] | None:
    """The project's publications; None where it has none."""
    found = publications_of(project, for_actor=for_actor)
    if not found:
        return None
    href = f"{reverse('information:publications')}?project={project.uuid}"
    return {"items": items_of(found), "href": href}


SECTION = ProjectSection(
    id="publications",
    title=Text(az="Nəşrlər", en="Publications", ru="Издания"),
    order=40,
    template="information/parts/project.html",
    context=section_context,
)
COUNTERS = (
    Counter(
        "information.publications",
        Text(az="Dərc edilmiş nəşrlər", en="Publications published", ru="Опубликованные издания"),
        PUBLICATIONS,
        count_publications,
    ),
    Counter(
        "information.copies",
        Text(az="Paylanmış nüsxələr", en="Copies given out", ru="Розданные экземпляры"),
        COPIES,
        count_copies,
    ),
    Counter(
        "information.recommendations",
        Text(
            az="İcra edilmiş tövsiyələr",
            en="Recommendations carried out",
            ru="Выполненные рекомендации",
        ),
        RECOMMENDATIONS,
        count_done_recommendations,
    ),
)


def _publications(query: CountQuery) -> QuerySet[Publication]:
    rows = Publication.objects.filter(project_uuid=query.project.uuid)
    return rows.filter(activity_uuid=query.activity_uuid) if query.activity_uuid else rows


def _sums(rows: Iterable[tuple[str, int]]) -> dict[str, int]:
    return dict(rows)


def _during(said: Text, query: CountQuery) -> Text:
    return said.format(first=f"{query.first:%d.%m.%Y}", last=f"{query.last:%d.%m.%Y}")


def _list(query: CountQuery) -> str:
    return f"{reverse('information:publications')}?project={query.project.uuid}"
