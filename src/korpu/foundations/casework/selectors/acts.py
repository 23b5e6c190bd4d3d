"""What the page of one act shows."""

from dataclasses import dataclass
from datetime import date

from korpu.engines.procedure.api import Act as DeclaredAct
from korpu.engines.procedure.api import Procedure
from korpu.foundations.accounts.api import Actor
from korpu.foundations.casework import sentences
from korpu.foundations.casework.engine import procedure_of
from korpu.foundations.casework.forms import ActForm
from korpu.foundations.casework.models import Case, Deviation
from korpu.foundations.casework.registry import case_type
from korpu.foundations.casework.selectors.deviations import my_leave
from korpu.foundations.casework.selectors.options import options_of
from korpu.kernel.errors import NotFound
from korpu.kernel.texts import Text

NOTHING = Text(az="", en="", ru="")


@dataclass(frozen=True, slots=True)
class ActPage:
    """The page of one act.

    Attributes:
        refusal: why it cannot be done now; empty when it can.
        becomes: the status the case will have; empty when it stays or returns.
        irreversible: it ends the case or decides against the person; the form asks for a
            confirmation.
        leave: by which the reader may record it out of its place; null: it must fit.
    """

    act: DeclaredAct
    form: type[ActForm]
    refusal: Text
    becomes: Text
    irreversible: bool
    leave: Deviation | None = None

    @property
    def possible(self) -> bool:
        return not self.refusal.az


def act_page(*, case: Case, act: str, for_actor: Actor, on: date) -> ActPage:
    """The page of an act of the procedure.

    Raises:
        NotFound: the procedure has no such act.
    """
    procedure = procedure_of(case)
    declared = procedure.acts.get(act)
    if declared is None:
        raise NotFound(sentences.NO_SUCH_ACT, facts={"act": act})
    leave = my_leave(case=case, act=act, for_actor=for_actor)
    return ActPage(
        act=declared,
        form=case_type(case.procedure).form_of(act),
        refusal=NOTHING if leave else _refusal(case, declared, for_actor, on),
        becomes=_becomes(procedure, declared),
        irreversible=_is_irreversible(procedure, declared),
        leave=leave,
    )


def _refusal(case: Case, declared: DeclaredAct, actor: Actor, on: date) -> Text:
    for option in options_of(case=case, for_actor=actor, on=on):
        if option.act.id == declared.id and option.permitted:
            return option.refusal
    return sentences.NOT_OFFERED


def _becomes(procedure: Procedure, act: DeclaredAct) -> Text:
    status = procedure.statuses.get(act.to_status)
    return status.title if status else NOTHING


def _is_irreversible(procedure: Procedure, act: DeclaredAct) -> bool:
    status = procedure.statuses.get(act.to_status)
    return act.refuses or bool(status and status.final)
