"""What happens to one made-up person: the acts of a readmission in their order, and their days."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from django.utils import timezone

# Each ending with the acts that lead to it, and how many of a hundred old cases end so.
ENDINGS: Mapping[str, tuple[int, Sequence[str]]] = {
    "returned": (46, ("examine", "identify", "agree", "document", "announce", "arrive", "close")),
    "returned_after_interview": (
        8,
        ("examine", "interview", "interviewed", "identify", "agree", "document", "announce",
         "arrive", "close"),
    ),
    "refused": (20, ("examine", "refuse", "close_refused")),
    "withdrawn": (8, ("examine", "withdraw")),
    "not_transferred": (8, ("examine", "identify", "agree", "document", "close_not_transferred")),
    "deemed": (6, ("deem", "document", "announce", "arrive", "close")),
    "sent_back": (4, ("quarantine", "send_back")),
}  # fmt: skip

# How cases of the last weeks stand: the acts done so far.
OPEN: Sequence[Sequence[str]] = (
    (),
    ("incomplete",),
    ("examine",),
    ("examine", "identify"),
    ("examine", "interview"),
    ("examine", "identify", "agree"),
    ("examine", "identify", "agree", "document"),
    ("examine", "identify", "agree", "document", "announce"),
    ("examine", "identify", "agree", "document", "announce", "arrive"),
    ("quarantine",),
    ("examine", "refuse"),
)

# Days from one act to the next: least and most. They are habits of this made-up office.
DAYS: Mapping[str, tuple[int, int]] = {
    "examine": (1, 3), "incomplete": (1, 3), "quarantine": (1, 4), "send_back": (3, 9),
    "identify": (1, 4), "interview": (1, 3), "interviewed": (4, 7), "agree": (1, 3),
    "refuse": (2, 8), "deem": (24, 27), "document": (1, 6), "announce": (3, 20), "arrive": (2, 10),
    "close": (1, 5), "close_refused": (1, 6), "close_not_transferred": (110, 125),
    "withdraw": (1, 6),
}  # fmt: skip


WEEKEND = 2  # an act that would fall on a weekend waits for Monday


@dataclass(frozen=True, slots=True)
class Step:
    """An act of the story and the moment it is done."""

    name: str
    at: datetime

    @property
    def on(self) -> date:
        return timezone.localdate(self.at)


@dataclass(frozen=True, slots=True)
class Story:
    """One application: when it came, and what followed."""

    number: int
    received_at: datetime
    steps: tuple[Step, ...]

    @property
    def random(self) -> Random:
        """The draw that belongs to this story alone."""
        return Random(f"korpu-story-{self.number}")  # noqa: S311  made-up people, no secret


def plan_stories(count: int, *, today: date) -> list[Story]:
    """``count`` applications over two years up to ``today``; the same for the same day."""
    return [_story(number, count, today) for number in range(count)]


def _story(number: int, count: int, today: date) -> Story:
    random = Random(f"korpu-plan-{number}")  # noqa: S311  made-up people, no secret
    recent = number % 4 == 0
    if recent:
        names = OPEN[(number // 4) % len(OPEN)]
        needed = sum(DAYS[name][1] + WEEKEND for name in names)
        begun = today - timedelta(days=needed + random.randint(1, 6))
    else:
        names = _ending(random)
        needed = sum(DAYS[name][1] + WEEKEND for name in names)
        span = max(730 - needed, 1)
        begun = today - timedelta(days=needed + round(span * (1 - number / count)) + 1)
    return Story(number, _moment(begun, random), tuple(_steps(names, begun, random)))


def _ending(random: Random) -> Sequence[str]:
    kinds = list(ENDINGS.values())
    (_share, names) = random.choices(kinds, weights=[share for share, _ in kinds])[0]
    return names


def _steps(names: Sequence[str], begun: date, random: Random) -> list[Step]:
    steps, day = [], begun
    for name in names:
        day = _working_day(day + timedelta(days=random.randint(*DAYS[name])))
        steps.append(Step(name, _moment(day, random)))
    return steps


def _working_day(day: date) -> date:
    return day + timedelta(days={5: 2, 6: 1}.get(day.weekday(), 0))


def _moment(day: date, random: Random) -> datetime:
    clock = time(random.randint(9, 17), random.randrange(60))
    return timezone.make_aware(datetime.combine(day, clock))
