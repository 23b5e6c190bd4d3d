"""What the events room offers to the public site as a whole."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from korpu.domains.events.models import Event
from korpu.domains.events.selectors.events import public_events
from korpu.domains.events.tables import days
from korpu.engines.azeri import az_fold
from korpu.foundations.accounts.api import NOBODY
from korpu.foundations.ui.public import Dataset, Distribution, Found, PublicMatter
from korpu.kernel.texts import Text

LIMIT = 20
LOOKED_THROUGH = 2_000


def _search(words: str) -> list[Found]:
    """Public events whose titles hold every word, in whatever language, the latest first."""
    wanted = az_fold(words).split()
    if not wanted:
        return []
    rows = public_events(filters={}, for_actor=NOBODY).order_by("-starts_on", "pk")
    held = (one for one in rows[:LOOKED_THROUGH] if all(word in _words(one) for word in wanted))
    return [_found(one) for one, _ in zip(held, range(LIMIT), strict=False)]


def _newest(limit: int) -> list[Found]:
    rows = public_events(filters={}, for_actor=NOBODY).filter(announced_at__isnull=False)
    return [_found(one) for one in rows.order_by("-announced_at", "pk")[:limit]]


def _pages() -> Iterator[Found]:
    yield Found(_("Events"), reverse("events:public_listing"), "")
    yield Found(_("Check a certificate"), reverse("events:check_any"), "")
    rows = public_events(filters={}, for_actor=NOBODY).order_by("pk")
    for slug in rows.values_list("slug", flat=True)[:LOOKED_THROUGH]:
        yield Found("", reverse("events:public_event", args=(slug,)), "")


def _datasets() -> list[Dataset]:
    return [
        Dataset(
            "events",
            Text(az="Tədbirlər təqvimi", en="Calendar of events", ru="Календарь мероприятий"),
            Text(
                az="Elan olunmuş və keçirilmiş tədbirlər, iCalendar formatında.",
                en="Events announced and held, as iCalendar.",
                ru="Объявленные и состоявшиеся мероприятия в формате iCalendar.",
            ),
            (Distribution("iCalendar", reverse("events:feed"), "text/calendar"),),
            keywords=("events", "calendar"),
        )
    ]


def _words(event: Event) -> str:
    project = event.project.acronym if event.project else ""
    titles = (event.title_az, event.title_en, event.title_ru, event.official_title, project)
    return az_fold(" ".join(titles))


def _found(event: Event) -> Found:
    href = reverse("events:public_event", args=(event.slug,))
    return Found(event.title, href, event.get_kind_display(), days(event), event.announced_at)


MATTER = PublicMatter(
    id="events",
    title=_("Events"),
    order=20,
    search=_search,
    newest=_newest,
    pages=_pages,
    datasets=_datasets,
)
