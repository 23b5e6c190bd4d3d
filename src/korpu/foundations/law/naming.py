"""What the parts of the law are called on a page."""

from korpu.engines.procedure.api import Library
from korpu.foundations.casework.api import library
from korpu.foundations.law.models import Change
from korpu.kernel.texts import Text


def subject_of(change: Change) -> Text:
    """The number, term or calendar a change is about."""
    return named(library(), change.subject)


def named(known: Library, subject: str) -> Text:
    """The title of a parameter, of ``procedure#deadline`` or of a calendar; else its own name."""
    if subject in known.calendars:
        return known.calendars[subject].title
    if subject in known.parameters:
        return known.parameters[subject].title
    name, _, deadline = subject.partition("#")
    for procedure in known.procedures:
        if procedure.id == name and deadline in procedure.deadlines:
            return BOTH.format(term=procedure.deadlines[deadline].title, procedure=procedure.title)
    return Text(az=subject, en=subject, ru=subject)


BOTH = Text(az="{term} – {procedure}", en="{term} – {procedure}", ru="{term} – {procedure}")
