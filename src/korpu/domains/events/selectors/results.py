"""What participants answered, so that nobody can be found from it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from korpu.domains.events.declarations import EventRules, Question, event_rules
from korpu.domains.events.models import Event
from korpu.kernel.texts import Message

SCALE = (5, 4, 3, 2, 1)


@dataclass(frozen=True, slots=True)
class Result:
    """What was answered to one question.

    Attributes:
        shares: answer and its share (0 to 1), rounded as the rules say; empty for a text.
        mean: of a scale, one decimal; None for other kinds.
        texts: what was written, in an order that says nothing.
    """

    question: Question
    count: int
    shares: Sequence[tuple[Message, Decimal]]
    mean: Decimal | None
    texts: Sequence[str]


@dataclass(frozen=True, slots=True)
class Results:
    """The answers to all questions; ``results`` is empty while there are too few of them.

    Attributes:
        given: how many people answered.
        count: how many of them the results rest on: the first ones, in steps of ``fewest``, so that
            no answer can be read off from what changed since yesterday.
    """

    given: int
    count: int
    fewest: int
    step_percent: int
    is_withheld: bool
    results: Sequence[Result]


def results_of(event: Event) -> Results:
    """What participants of an event answered; withheld while fewer than the rules ask for."""
    rules = event_rules()
    given = event.evaluations.count()
    fewest = rules.fewest_answers.value
    full = event.evaluations.filter(group__lt=given // fewest)
    counted = list(full.order_by("uuid").values_list("answers", flat=True))
    found = tuple(_result(one, counted, rules) for one in rules.questions) if counted else ()
    step = rules.share_step_percent.value
    return Results(given, len(counted), fewest, step, not counted, found)


def _result(
    question: Question, answers: Sequence[Mapping[str, int | str]], rules: EventRules
) -> Result:
    given = [one[question.id] for one in answers if one.get(question.id)]
    fewest = rules.fewest_answers.value
    if len(given) < fewest:
        return Result(question, len(given), (), None, ())
    if question.kind == "text":
        return Result(question, len(given), (), None, sorted(str(one) for one in given))
    counted = Counter(given)
    shown: list[tuple[int | str, Message]] = (
        [(value, str(value)) for value in SCALE]
        if question.kind == "scale"
        else list(question.choices.items())
    )
    step = rules.share_step_percent.value
    shares = [(title, _share(counted[value], len(given), step)) for value, title in shown]
    mean = _mean([int(one) for one in given]) if question.kind == "scale" else None
    return Result(question, len(given), shares, mean, ())


def _share(count: int, total: int, step: int) -> Decimal:
    """The share to the nearest ``step`` per cent."""
    return Decimal(round(count * 100 / total / step) * step) / 100


def _mean(values: Sequence[int]) -> Decimal:
    return (Decimal(sum(values)) / len(values)).quantize(Decimal("0.1"))
