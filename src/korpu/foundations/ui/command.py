"""``korpu messages``: keep the translations in step with the code."""

import argparse
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2]


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``messages extract|compile|check`` to the command line."""
    parser = commands.add_parser(
        "messages", help="translations: gather strings, compile them, find what lacks one"
    )
    actions = parser.add_subparsers(dest="action", required=True)
    for name, run, words in (
        ("extract", extract, "bring every catalogue in line with the code, keeping translations"),
        ("compile", compile_, "compile every catalogue that is newer than its compiled form"),
        ("check", check, "list every string without a complete Azerbaijani or Russian translation"),
    ):
        actions.add_parser(name, help=words, description=words).set_defaults(run=run)


def extract(_arguments: argparse.Namespace) -> int:
    from korpu.foundations.ui.messages import update_catalogues

    return _print_paths(update_catalogues(PACKAGE))


def compile_(_arguments: argparse.Namespace) -> int:
    from korpu.foundations.ui.messages import compile_catalogues

    return _print_paths(compile_catalogues(PACKAGE))


def check(_arguments: argparse.Namespace) -> int:
    """Exit code 1 when anything lacks a translation."""
    from korpu.foundations.ui import messages

    findings = messages.check(PACKAGE)
    for finding in findings:
        print(finding)  # noqa: T201  # the answer of the command
    return 1 if findings else 0


def _print_paths(paths: list[Path]) -> int:
    for path in paths:
        print(path.relative_to(PACKAGE))  # noqa: T201  # the answer of the command
    return 0
