"""Subcommands that rooms bring along. A room's module is imported only when its command is used."""

import argparse
import importlib
import os
from dataclasses import dataclass
from typing import Any

from korpu.site.cli.system import add_state_option, set_up_django, system


@dataclass(frozen=True, slots=True)
class RoomCommand:
    """``module`` offers ``add_parser(subparsers)``; ``django`` says that it needs the system."""

    module: str
    help: str
    django: bool = True


COMMANDS: dict[str, RoomCommand] = {
    "audit": RoomCommand("korpu.foundations.audit.command", "verify the audit trail, take it out"),
    "casework": RoomCommand("korpu.foundations.casework.command", "check the cases"),
    "iati": RoomCommand(
        "korpu.engines.iati.command", "check IATI files, and compare two of them", django=False
    ),
    "mrz": RoomCommand(
        "korpu.engines.mrtd.command",
        "read, check and write the machine-readable zone of travel documents",
        django=False,
    ),
    "procedures": RoomCommand(
        "korpu.engines.procedure.command",
        "list, prove, draw and print the procedures declared from the law",
        django=False,
    ),
    "receipt": RoomCommand(
        "korpu.engines.procedure.receipt_command",
        "check the receipt of a decision, offline",
        django=False,
    ),
    "seal": RoomCommand(
        "korpu.engines.mrtd.seal_command",
        "check the visible digital seal of a visa or an emergency travel document",
        django=False,
    ),
    "statistics": RoomCommand("korpu.domains.statistics.api", "load public statistical tables"),
    "messages": RoomCommand(
        "korpu.foundations.ui.command", "gather, compile and check translations", django=False
    ),
}


def add_names(subparsers: Any) -> None:
    """Name the commands in ``korpu --help``."""
    for name, command in COMMANDS.items():
        subparsers.add_parser(name, help=command.help, add_help=False)


def run(words: list[str]) -> int:
    """Run a room's command; asking for its help needs no database."""
    command = COMMANDS[words[0]]
    if not command.django:
        return _run(command, words)
    if {"-h", "--help"} & set(words):
        os.environ["KORPU_MODE"] = "test"
        set_up_django()
        return _run(command, words)
    before = argparse.ArgumentParser(add_help=False)
    add_state_option(before)
    arguments, rest = before.parse_known_args(words)
    with system(arguments):
        return _run(command, rest)


def _run(command: RoomCommand, words: list[str]) -> int:
    parser = argparse.ArgumentParser("korpu")
    subparsers = parser.add_subparsers(required=True, metavar="command")
    importlib.import_module(command.module).add_parser(subparsers)
    arguments = parser.parse_args(words)
    return int(arguments.run(arguments) or 0)
