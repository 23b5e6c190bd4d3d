"""What can be done with a case now, and why not the rest."""

from dataclasses import dataclass
from datetime import date

from korpu.engines.procedure.api import Act as DeclaredAct
from korpu.foundations.accounts.api import Actor
from korpu.foundations.casework.enums import Audience
from korpu.foundations.casework.judgement import options, refusal_for
from korpu.foundations.casework.models import Case
from korpu.foundations.casework.projection import whole_log
from korpu.foundations.casework.sides import roles_held
from korpu.kernel.texts import Text


@dataclass(frozen=True, slots=True)
class Option:
    """An act as the case page shows it.

    Attributes:
        permitted: one of the reader's roles may do it.
        refusal: why it is not possible now; empty when it is.
    """

    act: DeclaredAct
    possible: bool
    permitted: bool
    refusal: Text


def options_of(*, case: Case, for_actor: Actor, on: date) -> list[Option]:
    """The acts of the present status, those the reader may do first.

    The other side sees only what it may and can do.
    """
    held = roles_held(case, for_actor)
    if not held:
        return []
    side = held[0].side
    shown = [
        Option(found.act, found.possible, found.permitted, refusal_for(found.refusals, side))
        for found in options(case, whole_log(case), held=held, on=on, by=str(for_actor.user_id))
    ]
    if side is Audience.COUNTERPART:
        shown = [option for option in shown if option.possible and option.permitted]
    return sorted(shown, key=lambda option: (not option.permitted, not option.possible))
