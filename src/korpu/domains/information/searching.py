"""What the search of the whole site finds here."""

from korpu.domains.information.items import items_of
from korpu.domains.information.selectors.public import ranked
from korpu.foundations.ui.public import Found
from korpu.kernel.texts import Language

LIMIT = 20


def search_published(words: str, language: Language) -> list[Found]:
    """Published publications that hold every word in some form, the best match first.

    Titles in every language are searched whatever ``language`` the reader speaks.
    """
    del language
    rows = list(ranked(words, limit=LIMIT))
    return [
        Found(
            item.title,
            item.href,
            item.kind,
            " · ".join(filter(None, (item.languages, item.issued))),
        )
        for item in items_of(rows)
    ]
