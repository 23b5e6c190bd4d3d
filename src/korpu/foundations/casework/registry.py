"""What higher rooms register: kinds of case, listeners of acts, guards of what leaves the house."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.core.exceptions import ImproperlyConfigured

from korpu.engines.procedure.api import CaseState, FactValue
from korpu.foundations.accounts.api import Actor
from korpu.foundations.casework.enums import Audience
from korpu.foundations.casework.forms import ActForm
from korpu.foundations.casework.models import Act, Case, Letter
from korpu.kernel.errors import NotFound
from korpu.kernel.texts import Message, Text

Facts = Mapping[str, FactValue]


@dataclass(frozen=True)
class ActDone:
    """What an effect or a listener is told, inside the transaction of the act.

    Attributes:
        case: the case with its new projection, locked.
        act: the appended entry.
        state: the fold of the log including the entry.
        data: what the act's form carried for the domain; never stored in the log.
    """

    case: Case
    act: Act
    state: CaseState
    actor: Actor
    at: datetime
    data: Mapping[str, object]


Effect = Callable[[ActDone], None]
TermHistory = Callable[[Case, Actor], Mapping[str, Sequence[Message]]]
"""Sentences about what happened to a case's terms, by deadline."""
CasePart = Callable[[Case, frozenset[int], Actor], Iterable[tuple[str, bytes]]]
"""What a higher room adds to the file of a case, as (name, content), for the entries in it."""
OutgoingGuard = Callable[[Case, Actor, datetime], None]
SendingGuard = Callable[[Letter, Actor, datetime], None]


@dataclass(frozen=True)
class Panel:
    """A part of the case page that a domain fills.

    Attributes:
        permission: needed in the case's compartment; without it the panel is not drawn.
        template: Jinja2 template, given what ``context`` returns.
        context: reads what the template shows; bounded, and only what the actor may see.
    """

    id: str
    title: Message
    permission: str
    template: str
    context: Callable[[Case, Actor], Mapping[str, object]]


def _no_facts(case: Case, on: date) -> Facts:  # noqa: ARG001  the shape of CaseType.facts
    return {}


@dataclass(frozen=True)
class CaseType:
    """What a domain adds to a declared procedure.

    Attributes:
        procedure: identifier of the declaration, such as ``az/readmission-own-national``.
        business: whose compartments may hold such cases.
        number_prefix: before year and number, such as ``RDM``.
        facts: the facts conditions are judged by, read anew before each act; a missing one is
            unknown. An act cannot state a fact this computes, unless it is in ``stated_facts``.
        act_forms: the form of an act; by default a date and a note.
        effects: what an act writes in the domain, in the same transaction after the append.
        panels: parts of the case page.
        stated_facts: facts an act may state itself although ``facts`` computes them.
        counterpart_acts: acts the other side may see.
        office_acts: acts kept even from those the case is shared with.
    """

    procedure: str
    business: str
    number_prefix: str
    facts: Callable[[Case, date], Facts] = _no_facts
    act_forms: Mapping[str, type[ActForm]] = field(default_factory=dict)
    effects: Mapping[str, Effect] = field(default_factory=dict)
    panels: Sequence[Panel] = ()
    stated_facts: frozenset[str] = frozenset()
    counterpart_acts: frozenset[str] = frozenset()
    office_acts: frozenset[str] = frozenset()

    def states(self, act: str) -> frozenset[str]:
        """Facts that the form of ``act`` will state."""
        return self.form_of(act).states

    def form_of(self, act: str) -> type[ActForm]:
        """The form of ``act``: the domain's, or date and note."""
        return self.act_forms.get(act, ActForm)

    def audience_of(self, act: str) -> Audience:
        """Who besides the office sees an entry of ``act``."""
        if act in self.counterpart_acts:
            return Audience.COUNTERPART
        return Audience.OFFICE if act in self.office_acts else Audience.SHARED


_case_types: dict[str, CaseType] = {}
_listeners: dict[tuple[str, str], list[Effect]] = defaultdict(list)
_every_act: list[Effect] = []
_tabs: dict[str, "Tab"] = {}
_histories: list[TermHistory] = []
_parts: list[CasePart] = []
_guards: list[OutgoingGuard] = []
_sending_guards: list[SendingGuard] = []


def register_case_type(case_type: CaseType) -> None:
    """Make cases of a procedure possible; called once, in ``AppConfig.ready()``.

    Raises:
        ImproperlyConfigured: the procedure is registered already.
    """
    if case_type.procedure in _case_types:
        raise ImproperlyConfigured(f"The case type {case_type.procedure} is registered twice.")
    _case_types[case_type.procedure] = case_type


def unregister_case_type(procedure: str) -> None:
    """Take a registration back; for tests that bring a procedure of their own."""
    del _case_types[procedure]
    for key in [key for key in _listeners if key[0] == procedure]:
        del _listeners[key]


def case_type(procedure: str) -> CaseType:
    """The registration of ``procedure``.

    Raises:
        NotFound: no room registered it.
    """
    try:
        return _case_types[procedure]
    except KeyError:
        raise NotFound(
            Text(
                az="Bu prosedur üzrə işlər aparılmır.",
                en="No cases are run under this procedure.",
                ru="Дела по этой процедуре не ведутся.",
            ),
            facts={"procedure": procedure},
        ) from None


def case_types() -> tuple[CaseType, ...]:
    """Every registration, by procedure."""
    return tuple(_case_types[name] for name in sorted(_case_types))


def on_act(procedure: str, act: str, callback: Effect) -> None:
    """Call ``callback`` in the transaction of each ``act``, after the domain's own effect.

    Raises:
        ImproperlyConfigured: this very callback listens already.
    """
    if callback in _listeners[procedure, act]:
        raise ImproperlyConfigured(f"{callback!r} listens to {procedure} {act} twice.")
    _listeners[procedure, act].append(callback)


def on_every_act(callback: Effect) -> None:
    """Call ``callback`` in the transaction of each act of each procedure, after all others.

    Raises:
        ImproperlyConfigured: this very callback listens already.
    """
    if callback in _every_act:
        raise ImproperlyConfigured(f"{callback!r} listens to every act twice.")
    _every_act.append(callback)


def effects_of(procedure: str, act: str) -> tuple[Effect, ...]:
    """The domain's effect of the act, then the listeners in order of registration."""
    own = case_type(procedure).effects.get(act)
    return (*((own,) if own else ()), *_listeners[procedure, act], *_every_act)


@dataclass(frozen=True, slots=True)
class Tab:
    """A page of a higher room among those of a case.

    Attributes:
        shown: whether it stands on the page of this case for this reader; asks no database.
    """

    title: Message
    shown: Callable[[Case, Actor], bool]


def register_tab(
    title: Message, url_name: str, *, shown: Callable[[Case, Actor], bool] = lambda _c, _a: True
) -> None:
    """Put a page of a higher room among the tabs of a case; its address takes the case's uuid.

    The other side does not see it.

    Raises:
        ImproperlyConfigured: the page is registered already.
    """
    if url_name in _tabs:
        raise ImproperlyConfigured(f"{url_name} is a tab already.")
    _tabs[url_name] = Tab(title, shown)


def further_tabs(case: Case, actor: Actor) -> Mapping[str, Message]:
    """Titles of the registered tabs of a case by the name of their address."""
    return {name: tab.title for name, tab in _tabs.items() if tab.shown(case, actor)}


def register_term_history(history: TermHistory) -> None:
    """Show sentences of a higher room at the deadlines of a case.

    Raises:
        ImproperlyConfigured: this one is registered already.
    """
    if history in _histories:
        raise ImproperlyConfigured(f"{history!r} tells twice.")
    _histories.append(history)


def history_of_terms(case: Case, actor: Actor) -> dict[str, list[Message]]:
    """What every room tells about the deadlines of a case, by deadline."""
    told: dict[str, list[Message]] = defaultdict(list)
    for history in _histories:
        for deadline, sentences in history(case, actor).items():
            told[deadline].extend(sentences)
    return dict(told)


def register_case_part(part: CasePart) -> None:
    """Add files of a higher room to a case that is taken out whole.

    Raises:
        ImproperlyConfigured: this part is registered already.
    """
    if part in _parts:
        raise ImproperlyConfigured(f"{part!r} is added twice.")
    _parts.append(part)


def further_parts() -> Sequence[CasePart]:
    """What other rooms add to the file of a case, in order of registration."""
    return _parts


def register_outgoing_guard(guard: OutgoingGuard) -> None:
    """Ask ``guard`` before anything of a case leaves the house, again at the moment of sending.

    A guard raises ``NotPossibleNow`` to stop it; its sentence must not say why a person is
    protected.

    Raises:
        ImproperlyConfigured: this guard is registered already.
    """
    if guard in _guards:
        raise ImproperlyConfigured(f"{guard!r} guards twice.")
    _guards.append(guard)


def check_outgoing(case: Case, *, actor: Actor, at: datetime) -> None:
    """Raise ``NotPossibleNow`` when a guard stops what would leave the house."""
    for guard in _guards:
        guard(case, actor, at)


def register_sending_guard(guard: SendingGuard) -> None:
    """Ask ``guard`` before one letter is sent, beside the guards of everything that leaves.

    A guard raises ``NotPossibleNow`` with the sentence that the page shows in place of the button.

    Raises:
        ImproperlyConfigured: this guard is registered already.
    """
    if guard in _sending_guards:
        raise ImproperlyConfigured(f"{guard!r} guards twice.")
    _sending_guards.append(guard)


def check_sending(letter: Letter, *, actor: Actor, at: datetime) -> None:
    """Raise ``NotPossibleNow`` when a guard stops this letter from being sent."""
    for guard in _sending_guards:
        guard(letter, actor, at)
