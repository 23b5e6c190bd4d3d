"""``korpu casework …``"""

import argparse
from pathlib import Path
from typing import Any

from django.utils import timezone

from korpu.engines.procedure.ocel import to_text, write_json, write_sqlite
from korpu.foundations.accounts.api import acting, system_actor
from korpu.foundations.audit.api import record_export
from korpu.foundations.casework.ocel import event_log, replayed
from korpu.foundations.casework.stuck import stuck_cases
from korpu.foundations.casework.verification import verify_projection


def add_parser(subparsers: "argparse._SubParsersAction[Any]") -> None:
    """Add ``casework verify`` to the command line."""
    parser = subparsers.add_parser("casework", help="check the cases")
    actions = parser.add_subparsers(required=True, metavar="action")
    verify = actions.add_parser(
        "verify",
        help="replay every case's log and compare with what is stored",
        description="Folds the log of every case under its pinned procedure and compares the "
        "result with the stored status, counts and deadlines. Ends with 1 if one differs.",
    )
    verify.set_defaults(run=verify_cases)
    stuck = actions.add_parser(
        "stuck",
        help="find open cases that nobody can bring on",
        description="Looks at the open cases of each procedure, version and status: is there an "
        "act, somebody who holds a role for it, an owner or a term. Ends with 1 if one is stuck.",
    )
    stuck.set_defaults(run=find_stuck)
    export = actions.add_parser(
        "ocel",
        help="write the logs of all cases as OCEL 2.0",
        description="Writes an object-centric event log for process mining: JSON, or SQLite where "
        "the file's name ends in .sqlite. No name and no note is in it; people are opaque keys.",
    )
    export.add_argument("file", type=Path)
    export.set_defaults(run=export_ocel)
    replaying = actions.add_parser(
        "conformance",
        help="replay every log and name each deviation from its procedure",
        description="Replays the log of every case under its pinned version, entry by entry. Names "
        "what was recorded as a deviation with leave; ends with 1 if an entry does not fit.",
    )
    replaying.set_defaults(run=name_deviations)


def verify_cases(_: argparse.Namespace) -> int:
    """Print each difference; the exit code is 1 if there is one."""
    found = 0
    with acting(system_actor()):
        for wrong in verify_projection():
            found += 1
            print(  # noqa: T201  the command speaks to a terminal
                f"{wrong.case_number} {wrong.field}: stored {wrong.stored!r},"
                f" replayed {wrong.replayed!r}"
            )
    print(f"{found} differences" if found else "Every case equals its replay.")  # noqa: T201  as above
    return 1 if found else 0


def find_stuck(_: argparse.Namespace) -> int:
    """Print each group of stuck cases; the exit code is 1 if there is one."""
    with acting(system_actor()):
        found = list(stuck_cases(on=timezone.localdate()))
    for group in found:
        print(  # noqa: T201  as above
            f"{group.procedure} {group.status}: {group.count} cases, such as {group.example}:"
            f" {group.why}"
        )
    print(f"{len(found)} groups of stuck cases" if found else "No case is stuck.")  # noqa: T201  as above
    return 1 if found else 0


def export_ocel(arguments: argparse.Namespace) -> int:
    """Write the file; that it was taken out is recorded."""
    with acting(system_actor()) as actor:
        objects, events = event_log()
        record_export(actor=actor, object_type="casework.worklist", detail="OCEL 2.0")
    if arguments.file.suffix == ".sqlite":
        write_sqlite(objects, events, arguments.file)
    else:
        arguments.file.write_text(to_text(write_json(objects, events)), encoding="utf-8")
    print(f"{len(events)} events, {len(objects)} objects")  # noqa: T201  as above
    return 0


def name_deviations(_: argparse.Namespace) -> int:
    """Print each deviation; the exit code is 1 if one was not allowed."""
    illegal = allowed = 0
    with acting(system_actor()):
        for case, each in replayed():
            allowed, illegal = allowed + bool(each.allowed_by), illegal + (not each.allowed_by)
            leave = "allowed: " if each.allowed_by else ""
            place = f"{case.number} entry {each.position + 1} {each.act}"
            print(f"{place}: {leave}{each.kind}: {each.sentence}")  # noqa: T201  as above
    fits = f"{illegal} deviations" if illegal else "Every log fits its procedure."
    print(f"{fits} {allowed} recorded with leave." if allowed else fits)  # noqa: T201  as above
    return 1 if illegal else 0
