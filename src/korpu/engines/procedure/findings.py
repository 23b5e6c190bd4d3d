"""One fault of a procedure, told as the shortest story that shows it."""

from collections.abc import Sequence
from dataclasses import dataclass

from korpu.engines.procedure import proof_sentences as told
from korpu.engines.procedure.model import Procedure
from korpu.engines.procedure.statespace import Situation, StateSpace, Step
from korpu.kernel.texts import Text


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault of a procedure.

    Attributes:
        code: which rule of soundness is broken.
        subject: the status, act, deadline or role at fault.
        story: the shortest way there, one sentence a step; empty where none is needed.
    """

    code: str
    subject: str
    sentence: Text
    story: tuple[Text, ...] = ()

    def __str__(self) -> str:
        return "\n".join([f"{self.code} [{self.subject}]: {self.sentence}", *map(str, self.story)])


def tell(procedure: Procedure, space: StateSpace, situation: Situation) -> tuple[Text, ...]:
    """The shortest way to ``situation``, one numbered sentence a step."""
    return narrate(procedure, space.way_to(situation))


def narrate(
    procedure: Procedure, steps: Sequence[Step], by_one: frozenset[int] = frozenset()
) -> tuple[Text, ...]:
    """The steps of a way, one numbered sentence each; ``by_one``: those one person does."""
    story: list[Text] = []
    for number, step in enumerate(steps, 1):
        if step.act is None:
            assert step.lapsed is not None
            title = procedure.deadlines[step.lapsed].title
            story.append(told.TIME.format(number=number, deadline=title))
            continue
        act = procedure.acts[step.act]
        reached = act.to_status if act.to_status in procedure.statuses else step.target.status
        status = procedure.statuses[reached].title
        sentence = told.DONE.format(number=number, act=act.title, status=status)
        story.append(told.HERSELF.format(step=sentence) if number in by_one else sentence)
    return tuple(story)
