"""A readmission in error as its readers see it."""

from collections.abc import Sequence
from dataclasses import replace

from korpu.domains.readmission.contents import read_back
from korpu.domains.readmission.enums import Track
from korpu.domains.readmission.models import Particulars
from korpu.domains.readmission.permissions import READ_APPLICATION
from korpu.domains.readmission.sheets import sheets
from korpu.domains.readmission.statement import Statement
from korpu.domains.readmission.summary import Section, summary_of
from korpu.foundations.accounts.api import Actor
from korpu.foundations.casework.api import Case


def error_found(case: Case, *, for_actor: Actor) -> Sequence[Section]:
    """The finding in words; empty: nothing to read."""
    statement = error_statement(case, for_actor=for_actor)
    return [section for section in summary_of(statement) if section.rows] if statement else ()


def error_statement(case: Case, *, for_actor: Actor) -> Statement | None:
    """The finding; the other side reads the copy it was sent. None: nothing to read."""
    if not for_actor.may(READ_APPLICATION):
        return None
    found = Particulars.objects.filter(case=case, sheet=Track.ERROR).order_by("told").first()
    if found is None:
        return None
    content = read_back(sheets()[Track.ERROR], found.content)
    return replace(Statement(), track=Track.ERROR, particulars=content)
