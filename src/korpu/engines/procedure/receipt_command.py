"""``korpu receipt check FILE``: run a decision again, with nothing but its receipt."""

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from korpu.engines.procedure.receipts import check
from korpu.kernel.errors import InvalidInput
from korpu.kernel.texts import speaking

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001  # its only name

AGREES, DIFFERS, UNREADABLE = 0, 1, 2


def add_parser(subparsers: "Subparsers") -> None:
    """Add ``receipt check`` to the ``korpu`` command."""
    parser = subparsers.add_parser("receipt", help="check the receipt of a decision, offline")
    actions = parser.add_subparsers(required=True, metavar="action", title="actions")
    action = actions.add_parser(
        "check",
        help="run the decision of a receipt again and compare",
        description="Reads one file, touches no database and no network. Ends with 0 when running "
        "the decision again gives what the receipt says, with 1 and every difference when it does "
        "not, with 2 when the file is not a receipt.",
    )
    action.add_argument("file", type=Path)
    action.set_defaults(run=check_file)


def check_file(arguments: argparse.Namespace) -> int:
    """Print whether the receipt agrees, and where it does not."""
    with speaking("en"):
        try:
            content = json.loads(arguments.file.read_text(encoding="utf-8"))
            found = check(content if isinstance(content, dict) else {})
        except (OSError, ValueError, InvalidInput) as error:
            _print(f"cannot be read: {error}")
            return UNREADABLE
        for each in found:
            _print(f"differs in {each.where}")
            _print(f"  stated: {each.stated}")
            _print(f"  found:  {each.found}")
        _print("differs" if found else "agrees")
    return DIFFERS if found else AGREES


def _print(line: str) -> None:
    sys.stdout.write(f"{line}\n")
