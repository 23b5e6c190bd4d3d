"""The ``korpu`` command: one module per subcommand, each found by ``korpu --help``."""

import argparse
import os
import sys
from collections.abc import Sequence

from django.core.exceptions import ImproperlyConfigured

from korpu.kernel.errors import DomainError
from korpu.kernel.texts import speaking
from korpu.site.cli import backup, database, demo, doctor, migrate, restore, rooms, serve

FAILED = 2
NOBODY_READS = 141
"""As a shell calls the end by a closed pipe: 128 and the number of the signal."""
COMMANDS = (demo, serve, migrate, database, doctor, backup, restore)

DESCRIPTION = """\
The open system a national migration service runs on.

To try it out:        korpu demo
To run the service:   korpu database prepare, korpu migrate, korpu serve (settings: docs/how-to)
When something fails: korpu doctor
"""


def main(argv: Sequence[str] | None = None) -> None:
    """Entry point of the ``korpu`` command; ends with 0, 1 (a check found something) or 2."""
    words = list(sys.argv[1:] if argv is None else argv)
    with speaking("en"):
        try:
            ended = run(words)
            sys.stdout.flush()
            sys.exit(ended)
        except BrokenPipeError:  # the reader has seen enough, as in `korpu … | head`
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(NOBODY_READS)
        except DomainError as error:
            print(f"korpu: {error}", file=sys.stderr)
        except ImproperlyConfigured as error:
            print(f"korpu: {error}\nAsk korpu doctor for more.", file=sys.stderr)
        sys.exit(FAILED)


def run(words: list[str]) -> int:
    """Parse the words and run the command they name."""
    parser = make_parser()
    if words and words[0] in rooms.COMMANDS:
        return rooms.run(words)
    arguments = parser.parse_args(words)
    return int(arguments.run(arguments))


def make_parser() -> argparse.ArgumentParser:
    """The parser of the whole command; the rooms' own are added when they are used."""
    parser = argparse.ArgumentParser(
        "korpu", description=DESCRIPTION, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    subparsers = parser.add_subparsers(required=True, metavar="command", title="commands")
    for module in COMMANDS:
        module.add_parser(subparsers)
    rooms.add_names(subparsers)
    return parser
