"""The statement a person is handed: who abroad received what about them, in their own language."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from korpu.domains.readmission.enums import Channel
from korpu.domains.readmission.models import Exchange
from korpu.domains.readmission.tables import basis_of, confidence_words, what
from korpu.foundations.ui.formats import moment
from korpu.foundations.ui.languages import speak
from korpu.kernel.texts import Language


@dataclass(frozen=True, slots=True)
class StatementLine:
    """One thing that was received, in words."""

    when: str
    body: str
    told: str


@dataclass(frozen=True, slots=True)
class StatementText:
    """The statement in one language; the same on the page and in the document.

    Attributes:
        bases: each basis the data left on, with how far it was checked.
        rights: what the person can do.
    """

    title: str
    opening: str
    lines: Sequence[StatementLine]
    bases: Sequence[str]
    rights: str


def statement_text(
    *, number: str, entries: Sequence[Exchange], language: Language
) -> StatementText:
    """The words of a statement about one case."""
    with speak(language):
        count = len(entries)
        opening = ngettext(
            "In case %(number)s a body of another state received data about you once.",
            "In case %(number)s bodies of other states received data about you %(count)d times.",
            count,
        )
        none = _("In case %(number)s no body of another state has received data about you.")
        return StatementText(
            title=_("What was sent abroad about you"),
            opening=(opening if count else none) % {"number": number, "count": count},
            lines=[_line(entry) for entry in entries],
            bases=list(dict.fromkeys(map(_basis, entries))),
            rights=_(
                "If something here is wrong, or you want to know what exactly was told, ask the "
                "office named above. You may do so yourself or through your lawyer."
            ),
        )


def _line(entry: Exchange) -> StatementLine:
    channel = str(Channel(entry.channel).label)
    return StatementLine(
        when=moment(entry.recorded_at),
        body=str(entry.recipient.title),
        told=f"{channel}. {what(entry)}",
    )


def _basis(entry: Exchange) -> str:
    known = confidence_words(entry.confidence)
    return f"{basis_of(entry)}: {entry.instrument}, {entry.article} ({known})"
