"""Acts per second through ``casework.api.perform_act``, by one process and by two.

    uv run python -m benchmarks.population        # once
    uv run python -m benchmarks.acts
    uv run python -m benchmarks.acts --rounds 3 --acts 400

Every act is what a submitted form makes of it: one transaction that knows its actor, the lock, the
judgement, the appended entry, the refolded columns and deadlines, the triggers of the trail; then
the seal. What a domain reads and writes beside it (facts, effects) is not in it. The server flushes
to disk at every commit. Each process takes its own cases, from received to under examination and on
to confirmed identity.
"""

import subprocess
import sys
import time
from argparse import SUPPRESS, Namespace
from statistics import median

from benchmarks.population import LARGEST
from benchmarks.world import parser, plain_readmission, world

ENOUGH_WARM_UP = 10


def main() -> None:
    arguments = parser(__doc__)
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--acts", type=int, default=400, help="by each process in each round")
    arguments.add_argument("--share", type=int, nargs=2, help=SUPPRESS)
    given = arguments.parse_args()
    with world(given.state):
        if given.share:
            plain_readmission()
            work(given.acts, *given.share)
            return
        for processes in (1, 2):
            rates = [together(given, processes) for _ in range(given.rounds)]
            print(
                f"{processes} process(es): best {max(rates):7.1f}, median {median(rates):7.1f}"
                f" acts/s ({given.rounds} rounds of {processes * given.acts} acts)",
                flush=True,
            )


def together(given: Namespace, processes: int) -> float:
    """Acts per second of processes that start acting at the same moment."""
    state, acts = str(given.state), given.acts
    command = [sys.executable, "-m", "benchmarks.acts", "--state", state, "--acts", str(acts)]
    started = [
        subprocess.Popen(
            [*command, "--share", str(at), str(processes)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for at in range(processes)
    ]
    for one in started:
        assert one.stdout is not None
        assert one.stdout.readline() == "ready\n"
    begun = time.perf_counter()
    for one in started:
        assert one.stdin is not None
        one.stdin.write("go\n")
        one.stdin.flush()
    for one in started:
        assert one.stdout is not None
        assert one.stdout.readline() == "done\n"
    spent = time.perf_counter() - begun
    for one in started:
        one.communicate()
    return processes * acts / spent


def work(acts: int, share: int, shares: int) -> None:
    """Be one of ``shares`` processes: prepare, wait for the word, act."""
    from korpu.foundations.accounts.api import acting, actor_of, system_actor
    from korpu.foundations.accounts.models import User
    from korpu.foundations.casework.models import Case

    with acting(system_actor()):
        officer = User.objects.filter(email__endswith=f"@{LARGEST}.test").order_by("pk")[share]
    actor = actor_of(officer)
    wanted = ENOUGH_WARM_UP + acts
    with acting(actor):
        (place,) = actor.compartments_with("casework.case.read")
        received = Case.objects.filter(
            compartment=place, status="received", act_count=1, closed_at=None
        )
        cases = [case for case in received.order_by("pk") if case.pk % shares == share]
    todo = [(case, name) for case in cases for name in ("begin_examination", "confirm_identity")]
    if len(todo) < wanted:
        raise SystemExit("Too few received cases are left: korpu benchmarks.population --again")
    perform(todo[:ENOUGH_WARM_UP], actor)
    print("ready", flush=True)
    sys.stdin.readline()
    perform(todo[ENOUGH_WARM_UP:wanted], actor)
    print("done", flush=True)


def perform(todo: list[tuple[object, str]], actor: object) -> None:
    from django.utils import timezone

    from korpu.foundations.accounts.api import acting
    from korpu.foundations.audit.api import seal
    from korpu.foundations.casework.api import perform_act

    for case, name in todo:
        at = timezone.now()
        with acting(actor):  # type: ignore[arg-type]
            perform_act(
                case=case,  # type: ignore[arg-type]
                act=name,
                actor=actor,  # type: ignore[arg-type]
                at=at,
                effective_on=timezone.localdate(at),
                facts={},
                note="Measured.",
                expected_act_count=1 if name == "begin_examination" else 2,
            )
        seal()


if __name__ == "__main__":
    main()
