"""What calls offer to the public site as a whole."""

from collections.abc import Iterable, Iterator

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from korpu.domains.calls.models import Call
from korpu.domains.calls.selectors.public import newest_calls, published_calls
from korpu.engines.azeri import holds_words, search_words
from korpu.foundations.accounts.api import NOBODY
from korpu.foundations.ui.public import Found, PublicMatter

_LIMIT = 500


def search_published(words: str) -> list[Found]:
    """Published calls whose titles hold every word in some form."""
    asked = search_words(words)
    rows = published_calls(for_actor=NOBODY)[:_LIMIT]
    return _found(row for row in rows if holds_words(asked, *row.title.as_dict().values()))


def _newest(limit: int) -> list[Found]:
    return _found(newest_calls(for_actor=NOBODY)[:limit])


def _pages() -> Iterator[Found]:
    yield Found(_("Calls for proposals"), reverse("calls:public_calls"), "")
    yield from _found(published_calls(for_actor=NOBODY)[:_LIMIT])


def _found(calls: Iterable[Call]) -> list[Found]:
    return [
        Found(
            one.title,
            reverse("calls:public_call", args=(one.number,)),
            _("Call for proposals"),
            at=one.published_at,
        )
        for one in calls
    ]


MATTER = PublicMatter(
    id="calls",
    title=_("Calls for proposals"),
    order=25,
    search=search_published,
    newest=_newest,
    pages=_pages,
)
