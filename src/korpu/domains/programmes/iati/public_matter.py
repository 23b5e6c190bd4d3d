"""What IATI reporting offers to the public site as a whole."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from korpu.domains.programmes.iati.selectors import newest_records
from korpu.foundations.accounts.api import NOBODY
from korpu.foundations.ui.public import Dataset, Distribution, Found, PublicMatter
from korpu.kernel.texts import Text


def _pages() -> Iterator[Found]:
    yield Found(_("Projects as IATI files"), reverse("programmes_iati:files"), "")


def _datasets() -> list[Dataset]:
    records = newest_records(for_actor=NOBODY)
    if not records:
        return []
    return [
        Dataset(
            "iati",
            Text(
                az="Layihələr IATI faylları şəklində",
                en="Projects as IATI files",
                ru="Проекты в виде файлов IATI",
            ),
            Text(
                az="Layihələr bütün ölkələrin hesabat formasında (IATI 2.03), yoxlanılmış.",
                en="The projects in the form all countries report in (IATI 2.03), checked.",
                ru="Проекты в форме отчётности всех стран (IATI 2.03), проверенные.",
            ),
            (Distribution("XML", reverse("programmes_iati:activities"), "application/xml"),),
            changed_at=max(one.published_at for one in records),
            keywords=("projects", "IATI", "aid"),
        )
    ]


MATTER = PublicMatter(
    id="iati",
    title=_("Projects as IATI files"),
    order=15,
    pages=_pages,
    datasets=_datasets,
)
