"""What changes for whom between two versions, in sentences."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from korpu.engines.procedure import diff_words as words
from korpu.engines.procedure.effects import EFFECT_TEXTS
from korpu.engines.procedure.exchange import canonical
from korpu.engines.procedure.model import (
    Act,
    Anchor,
    Citation,
    Deadline,
    Extension,
    Parameter,
    ParameterVersion,
    Procedure,
    Status,
)
from korpu.engines.procedure.wording import CONFIDENCE_TEXTS, cited, counted, joined
from korpu.kernel.texts import Language, Text, speaking

Subject = Literal["procedure", "status", "act", "term"]


@dataclass(frozen=True, slots=True)
class Change:
    """One difference.

    Attributes:
        id: of the status, act or term it is about; of the procedure otherwise.
        roles: whose work it changes, in the order of the alphabet; empty: everybody's.
        person: it concerns the person the case is about.
    """

    subject: Subject
    id: str
    title: Text
    sentence: Text
    roles: tuple[str, ...] = ()
    person: bool = False


@dataclass(frozen=True, slots=True)
class Diff:
    """Everything that differs between two versions, in the order of the declaration."""

    old: Procedure
    new: Procedure
    changes: tuple[Change, ...]

    @property
    def roles(self) -> tuple[str, ...]:
        """The roles whose work changes, in the order of the alphabet."""
        return tuple(sorted({role for each in self.changes for role in each.roles}))

    def for_role(self, role: str) -> tuple[Change, ...]:
        return tuple(each for each in self.changes if role in each.roles)

    @property
    def for_persons(self) -> tuple[Change, ...]:
        return tuple(each for each in self.changes if each.person)


def diff(old: Procedure, new: Procedure) -> Diff:
    """Compare two versions: term by term, act by act, status by status.

    Complete: whatever the declarations say differently has a change. Not compared are the names
    and days in force of the versions themselves.
    """
    found = (
        *_whole(old, new),
        *_each("status", old.statuses, new.statuses, _status, new),
        *_each("act", old.acts, new.acts, lambda one, two: _act(one, two, new), new),
        *_each("term", old.deadlines, new.deadlines, lambda one, two: _term(one, two, new), new),
    )
    return Diff(old, new, found)


def markdown(found: Diff, language: Language) -> str:
    """The diff as a page of Markdown: by role, then what concerns the person."""
    with speaking(language):
        lines = [f"# {found.new.title}: {found.old.version} → {found.new.version}", ""]
        for role in found.roles:
            title = found.new.role_titles.get(role, Text(role, role, role))
            lines += [f"## {title}", "", *_bullets(found.for_role(role)), ""]
        if found.for_persons:
            lines += [f"## {words.PERSON}", "", *_bullets(found.for_persons), ""]
        rest = tuple(each for each in found.changes if not each.roles and not each.person)
        if rest:
            lines += [f"## {words.EVERYBODY}", "", *_bullets(rest), ""]
        if not found.changes:
            lines += [str(words.NO_CHANGE), ""]
        return "\n".join(lines)


def _bullets(changes: tuple[Change, ...]) -> list[str]:
    return [f"- **{each.title}.** {each.sentence}" for each in changes]


Compare = Callable[[object, object], Iterator[Text]]


def _each(  # one way for statuses, acts and terms
    subject: Subject,
    old: Mapping[str, Status] | Mapping[str, Act] | Mapping[str, Deadline],
    new: Mapping[str, Status] | Mapping[str, Act] | Mapping[str, Deadline],
    compare: Callable[..., Iterator[Text]],
    procedure: Procedure,
) -> Iterator[Change]:
    for name in dict.fromkeys((*old, *new)):
        before, after = old.get(name), new.get(name)
        known = after or before
        assert known is not None
        for sentence in _sentences(before, after, compare):
            title = known.title
            roles, person = (
                _whom(known, procedure),
                isinstance(known, Act | Deadline) and _concerns(known),
            )
            yield Change(subject, name, title, sentence, roles, person)


def _sentences(
    before: object, after: object, compare: Callable[..., Iterator[Text]]
) -> Iterator[Text]:
    if before is None:
        yield words.ADDED
    elif after is None:
        yield words.REMOVED
    elif canonical(before) != canonical(after):
        told = list(compare(before, after))
        yield from told or [words.OTHERWISE]


def _whom(known: Status | Act | Deadline, procedure: Procedure) -> tuple[str, ...]:
    if isinstance(known, Status):
        return (known.owner,) if known.owner else ()
    if isinstance(known, Act):
        return tuple(sorted(known.roles))
    awaited = [procedure.acts[act].roles for act in known.met_by if act in procedure.acts]
    told = {known.escalates_to} if known.escalates_to else set()
    return tuple(sorted(frozenset(told).union(*awaited)))


def _concerns(known: Act | Deadline) -> bool:
    if isinstance(known, Act):
        return known.refuses or known.letter is not None
    return known.binds == "person" or known.kind == "statutory"


def _whole(old: Procedure, new: Procedure) -> Iterator[Change]:
    pairs = (
        (old.title, new.title, words.RENAMED.format(old=old.title, new=new.title)),
        (old.facts, new.facts, words.FACTS),
        (old.formerly, new.formerly, words.OTHERWISE),
    )
    for before, after, sentence in pairs:
        if canonical(before) != canonical(after):
            yield Change("procedure", new.id, new.title, sentence)
    for citation in new.law:
        if citation not in old.law:
            told = words.BASIS.format(law=cited(citation))
            yield Change("procedure", new.id, new.title, told)
    for citation in old.law:
        if citation not in new.law:
            told = words.NO_BASIS.format(law=cited(citation))
            yield Change("procedure", new.id, new.title, told)
    if new.transition and new.transition != old.transition:
        told = words.MOVES if new.transition.running == "move" else words.KEEPS
        yield Change("procedure", new.id, new.title, told)


def _status(old: Status, new: Status) -> Iterator[Text]:
    if old.title != new.title:
        yield words.RENAMED.format(old=old.title, new=new.title)
    if old.owner != new.owner:
        yield words.OWNER
    if old.final != new.final:
        yield words.NOW_FINAL if new.final else words.NOT_FINAL


def _act(old: Act, new: Act, procedure: Procedure) -> Iterator[Text]:
    if old.title != new.title:
        yield words.RENAMED.format(old=old.title, new=new.title)
    yield from _roles(old.roles, new.roles, procedure)
    old_told = {each.sentence: each for each in old.conditions}
    new_told = {each.sentence: each for each in new.conditions}
    for sentence in new_told.keys() - old_told.keys():
        yield words.CONDITION.format(sentence=sentence)
    for sentence in old_told.keys() - new_told.keys():
        yield words.NO_CONDITION.format(sentence=sentence)
    if old.remedy != new.remedy:
        yield words.REMEDY.format(remedy=new.remedy.sentence) if new.remedy else words.NO_REMEDY
    if (old.from_statuses, old.to_status) != (new.from_statuses, new.to_status):
        yield words.PATH
    yield from _articles(old.law, new.law)


def _roles(old: frozenset[str], new: frozenset[str], procedure: Procedure) -> Iterator[Text]:
    for role in sorted(new - old):
        yield words.MAY.format(role=procedure.role_titles.get(role, role))
    for role in sorted(old - new):
        yield words.MAY_NOT.format(role=procedure.role_titles.get(role, role))


def _term(old: Deadline, new: Deadline, procedure: Procedure) -> Iterator[Text]:
    yield from _number(old.parameter, new.parameter)
    yield from _extension(old.extension, new.extension)
    if old.kind != new.kind:
        yield words.KINDS[new.kind]
    if old.roll != new.roll:
        yield words.ROLLS[new.roll]
    if old.effect != new.effect:
        effect = EFFECT_TEXTS[new.effect] if new.effect else words.NO_EFFECT
        yield words.EFFECT.format(effect=effect)
    if old.calendar != new.calendar:
        yield words.CALENDAR
    if old.proposes != new.proposes:
        yield _proposal(new, procedure)
    if old.starts_with != new.starts_with:
        events = [_event(each, procedure) for each in new.starts_with]
        yield words.ANCHOR.format(events=joined(events, "; "))
    yield from _articles(old.law, new.law)


def _proposal(rule: Deadline, procedure: Procedure) -> Text:
    if rule.proposes is None:
        return words.PROPOSES_NOTHING
    return words.PROPOSES.format(act=procedure.acts[rule.proposes].title)


def _event(anchor: Anchor, procedure: Procedure) -> Text:
    if anchor.lapse_of:
        return procedure.deadlines[anchor.lapse_of].title
    if anchor.fact:
        return procedure.facts[anchor.fact].title
    return procedure.acts[anchor.act or ""].title


def _extension(old: Extension | None, new: Extension | None) -> Iterator[Text]:
    if not old or not new:
        return
    for before, after in ((old.parameter, new.parameter), (old.at_most, new.at_most)):
        if before and after:
            yield from _number(before, after)


def _number(old: Parameter, new: Parameter) -> Iterator[Text]:
    before, after = old.versions[-1], new.versions[-1]
    if before.quantity != after.quantity or old.unit != new.unit:
        yield words.NUMBER.format(
            old=_counted(old, before), new=_counted(new, after), law=cited(after.citation)
        )
    elif before.citation != after.citation:
        sure = CONFIDENCE_TEXTS[after.citation.confidence]
        yield words.SOURCED.format(
            number=_counted(new, after), law=cited(after.citation), sure=sure
        )
    elif old.versions != new.versions:
        yield words.OTHERWISE


def _counted(parameter: Parameter, version: ParameterVersion) -> Text:
    return words.UNKNOWN if version.quantity is None else counted(version.quantity, parameter.unit)


def _articles(old: tuple[Citation, ...], new: tuple[Citation, ...]) -> Iterator[Text]:
    added = [cited(each) for each in new if each not in old]
    if added:
        yield words.BASIS.format(law=joined(added, "; "))
