"""What the pages of changes of the law read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from korpu.engines.procedure.api import (
    CalendarEdit,
    Deadline,
    DeclarationError,
    Diff,
    Finding,
    Procedure,
    diff,
    markdown,
)
from korpu.engines.procedure.wording import counted, dated
from korpu.foundations.accounts.api import Actor
from korpu.foundations.audit.api import names_of
from korpu.foundations.casework.api import library
from korpu.foundations.law import sentences
from korpu.foundations.law.enums import ChangeKind, ChangeState
from korpu.foundations.law.library import as_edit
from korpu.foundations.law.models import Change, Work
from korpu.foundations.law.naming import subject_of
from korpu.foundations.law.trial import differences, proof_of, trial_of
from korpu.foundations.ui.tables import Asked, Page, fetch_page
from korpu.kernel.errors import InvalidInput, NotFound
from korpu.kernel.texts import Language, Text

READ = "law.change.read"


@dataclass(frozen=True, slots=True)
class ChangePage:
    """One change with everything its signer must know.

    Attributes:
        diffs: what changes for whom, per version it makes different; of a draft only.
        findings: what the proof finds; empty: sound.
        fault: why the law could not be read with it; empty: it can.
        days: of a change of a calendar, what it says of each day.
        works: computations asked for, the last first.
        names: of the people who signed, by key.
    """

    change: Change
    subject: Text
    diffs: Sequence[Diff]
    findings: Sequence[Finding]
    fault: str
    days: Sequence[Text]
    works: Sequence[Work]
    names: Mapping[int, str]
    may_draft: bool
    may_publish: bool

    @property
    def is_sound(self) -> bool:
        return not self.findings and not self.fault


def changes(*, for_actor: Actor, asked: Asked[Change]) -> Page[Change]:
    """Changes of the law, a page at a time.

    Raises:
        NotPermitted: the actor may not see them.
    """
    for_actor.check(READ)
    found = Change.objects.defer("content")
    for name in ("state", "kind"):
        if value := asked.filters.get(name):
            found = found.filter(**{name: value})
    return fetch_page(found, asked, key="uuid")


def find_change(*, uuid: UUID, for_actor: Actor) -> Change:
    """One change.

    Raises:
        NotPermitted: the actor may not see it.
        NotFound: there is none.
    """
    for_actor.check(READ)
    found = Change.objects.filter(uuid=uuid).first()
    if found is None:
        raise NotFound(sentences.NO_SUCH_CHANGE)
    return found


def change_page(*, uuid: UUID, for_actor: Actor, on: date) -> ChangePage:
    """The page of one change; of a draft with diff and proof."""
    change = find_change(uuid=uuid, for_actor=for_actor)
    diffs, findings, fault = _judged(change, on)
    people = {change.drafted_by_id, change.published_by_id or 0, change.withdrawn_by_id or 0}
    is_draft = change.state == ChangeState.DRAFT
    return ChangePage(
        change=change,
        subject=subject_of(change),
        diffs=diffs,
        findings=findings,
        fault=fault,
        days=days_of(change, on),
        works=list(Work.objects.filter(change=change).order_by("-pk")[:10]),
        names=names_of(people),
        may_draft=is_draft and for_actor.may("law.change.draft"),
        may_publish=for_actor.may("law.change.publish")
        and change.drafted_by_id != for_actor.user_id,
    )


def _judged(change: Change, on: date) -> tuple[list[Diff], Sequence[Finding], str]:
    if change.is_of_calendar or change.state != ChangeState.DRAFT:
        return [], (), ""
    try:
        trial = trial_of(change, on=on)
        pairs = list(differences(change, trial))
        return [diff(old, new) for old, new in pairs], proof_of(change, trial), ""
    except (DeclarationError, InvalidInput) as error:
        return [], (), str(error)


def diff_as_markdown(*, uuid: UUID, for_actor: Actor, language: Language, on: date) -> str:
    """What a draft changes for whom, as a file to send round."""
    page = change_page(uuid=uuid, for_actor=for_actor, on=on)
    return "\n".join(markdown(each, language) for each in page.diffs)


def days_of(change: Change, on: date) -> list[Text]:
    """What a change of a calendar says of each day."""
    if not change.is_of_calendar:
        return []
    edit: CalendarEdit = as_edit(change, published_on=on)
    told = [FREE.format(day=dated(each.on), title=each.title) for each in edit.closures]
    told += [
        SWAPPED.format(day=dated(each.closed), worked=dated(each.worked)) for each in edit.exchanges
    ]
    told += [OF_HOLIDAY.format(day=dated(day)) for days in edit.decreed.values() for day in days]
    if edit.decreed_until:
        told.append(DECREED.format(day=dated(edit.decreed_until)))
    return told


def subjects_for(kind: ChangeKind, *, on: date) -> list[tuple[str, str]]:
    """What a change of a kind can be about, by title."""
    known = library()
    if kind in {ChangeKind.NUMBER, ChangeKind.SOURCE}:
        return sorted(_numbers(on), key=lambda one: one[1])
    if kind is ChangeKind.TERM:
        return [
            (f"{procedure.id}#{deadline.id}", f"{procedure.title}: {deadline.title}")
            for procedure in known.current(on)
            for deadline in procedure.deadlines.values()
        ]
    return [(name, str(calendar.title)) for name, calendar in known.calendars.items()]


def term_called(subject: str, *, on: date) -> tuple[Procedure, Deadline] | None:
    """The term of ``procedure#deadline`` as it is in force; null when there is none."""
    name, _, deadline = subject.partition("#")
    for procedure in library().current(on):
        if procedure.id == name and deadline in procedure.deadlines:
            return procedure, procedure.deadlines[deadline]
    return None


def _numbers(on: date) -> list[tuple[str, str]]:
    found = []
    for name, parameter in library().parameters.items():
        version = parameter.on(on) or parameter.versions[-1]
        shown = UNKNOWN if version.quantity is None else counted(version.quantity, parameter.unit)
        since = f", {dated(version.valid_from)}" if version.valid_from else ""
        found.append((name, f"{parameter.title}: {shown}{since}"))
    return found


def holidays_of_decree() -> list[tuple[str, str]]:
    """The holidays whose days a decree sets, of every calendar."""
    return [
        (holiday.id, str(holiday.title))
        for calendar in library().calendars.values()
        for holiday in calendar.holidays
        if not holiday.days
    ]


UNKNOWN = Text(az="məlum deyil", en="not known", ru="неизвестно")
FREE = Text(
    az="{day} qeyri-iş günüdür: {title}.",
    en="{day} is free: {title}.",
    ru="{day} – нерабочий день: {title}.",
)
SWAPPED = Text(
    az="{day} qeyri-iş günüdür, əvəzində {worked} iş günüdür.",
    en="{day} is free, and {worked} is a working day instead.",
    ru="{day} – нерабочий день, вместо него {worked} – рабочий.",
)
OF_HOLIDAY = Text(az="{day} bayram günüdür.", en="{day} is a holiday.", ru="{day} – праздник.")
DECREED = Text(
    az="Təqvim {day} tarixinədək müəyyən edilib.",
    en="The calendar is decreed up to {day}.",
    ru="Календарь утверждён до {day}.",
)
