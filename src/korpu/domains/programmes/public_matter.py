"""What the programmes room offers to the public site as a whole."""

from collections.abc import Iterable, Iterator

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from korpu.domains.programmes.models import Project
from korpu.domains.programmes.public import matching_projects, newest_projects
from korpu.foundations.accounts.api import NOBODY
from korpu.foundations.ui.public import Dataset, Distribution, Found, PublicMatter
from korpu.kernel.texts import Text

_LIMIT = 500


def search_published(words: str) -> list[Found]:
    """Published projects that hold every word in some form and spelling."""
    return _found(matching_projects(words, for_actor=NOBODY))


def _newest(limit: int) -> list[Found]:
    return _found(newest_projects(for_actor=NOBODY, limit=limit))


def _pages() -> Iterator[Found]:
    yield Found(_("Projects"), reverse("programmes:public_projects"), "")
    yield from _newest(_LIMIT)


def _found(projects: Iterable[Project]) -> list[Found]:
    return [
        Found(
            f"{one.acronym}: {one.title}",
            reverse("programmes:public_project", args=(one.code,)),
            _("Project"),
            one.summary,
            one.published_at,
        )
        for one in projects
    ]


def _datasets() -> list[Dataset]:
    return [
        Dataset(
            "projects",
            Text(az="Layihələr", en="Projects", ru="Проекты"),
            Text(
                az="Layihələr: adları, vəziyyəti, müddəti, donorları və büdcəsi, mənbələri ilə.",
                en="Projects: titles, status, period, donors and budget, with their sources.",
                ru="Проекты: названия, статус, период, доноры и бюджет, с источниками.",
            ),
            (Distribution("CSV", reverse("programmes:projects_csv"), "text/csv"),),
            keywords=("projects", "migration", "aid"),
        ),
        Dataset(
            "results",
            Text(az="Layihələrin nəticələri", en="Results of projects", ru="Результаты проектов"),
            Text(
                az="Göstəricilərin dövrlər üzrə qiymətləri: sayılmış və ya mənbəyi göstərilmiş.",
                en="Indicators and their figures per period, counted or with their source.",
                ru="Показатели и их значения по периодам: подсчитанные или с указанием источника.",
            ),
            (Distribution("CSV", reverse("programmes:results_csv"), "text/csv"),),
            keywords=("projects", "results", "indicators"),
        ),
    ]


MATTER = PublicMatter(
    id="projects",
    title=_("Projects"),
    order=10,
    search=search_published,
    newest=_newest,
    pages=_pages,
    datasets=_datasets,
)
