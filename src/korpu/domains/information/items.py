"""A publication as a list of the public pages shows it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from korpu.domains.information.enums import READABLE, Status
from korpu.domains.information.forms.choices import language_name
from korpu.domains.information.models import Edition, Publication
from korpu.foundations.ui.formats import partial_date
from korpu.kernel.texts import Message


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a list; ``languages`` and ``issued`` are empty where they are not stated."""

    title: Message
    href: str
    kind: Message
    languages: str
    issued: str
    is_superseded: bool


def items_of(publications: Iterable[Publication]) -> list[Item]:
    """The lines of a list; kinds and editions must have been fetched."""
    return [_item(one) for one in publications]


def _item(publication: Publication) -> Item:
    return Item(
        title=publication.title,
        href=reverse("information:publication", args=(publication.slug,)),
        kind=publication.kind_title,
        languages=languages_of(publication),
        issued=issued(publication),
        is_superseded=publication.status == Status.SUPERSEDED,
    )


def public_editions(publication: Publication) -> list[Edition]:
    """Editions with a text somebody can read; prefetched."""
    return [edition for edition in publication.editions.all() if edition.status in READABLE]


def languages_of(publication: Publication) -> str:
    """The languages there is an edition in; empty: not stated."""
    every = [code for edition in public_editions(publication) for code in edition.languages]
    return ", ".join(language_name(code) for code in dict.fromkeys(every))


def issued(publication: Publication) -> str:
    """When the newest dated edition appeared, as exactly as it is known; empty: not stated."""
    newest = newest_dated(publication)
    return partial_date(newest.issued_on, newest.issued_precision) if newest else ""


def newest_dated(publication: Publication) -> Edition | None:
    """The public edition that appeared last; None where no date is stated."""
    dated = [(edition.issued_on, edition.pk, edition) for edition in public_editions(publication)
             if edition.issued_on]  # fmt: skip
    return max(dated)[2] if dated else None
