"""Which system a command is about: the service the environment names, or the demonstration here."""

import argparse
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import django

from korpu.kernel.errors import Unavailable
from korpu.site.postgres import Cluster, default_state_directory
from korpu.site.state import DemoState, ensure_database

Subparsers = argparse._SubParsersAction  # noqa: SLF001 - argparse has no public name for it
SERVICE_VARIABLES = ("DATABASE_URL", "DATABASE_OWNER_URL")


def add_state_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--state-dir",
        type=Path,
        metavar="FOLDER",
        help="where the demonstration keeps its database and files "
        "(default: KORPU_STATE_DIR, /var/lib/korpu for root, else below ~/.local/state)",
    )


def state_of(arguments: argparse.Namespace) -> DemoState:
    chosen: Path | None = getattr(arguments, "state_dir", None)
    return DemoState((chosen or default_state_directory()).absolute())


def names_a_service() -> bool:
    """Whether the environment points at a real service."""
    in_production = os.environ.get("KORPU_MODE") == "production"
    return in_production or any(os.environ.get(name) for name in SERVICE_VARIABLES)


@contextmanager
def system(arguments: argparse.Namespace) -> Iterator[None]:
    """Have Django ready inside the block, on the service or on the demonstration here.

    Raises:
        Unavailable: neither exists.
    """
    if names_a_service():
        os.environ.setdefault("KORPU_MODE", "production")
        set_up_django()
        yield
        return
    state = state_of(arguments)
    if not state.exists:
        raise Unavailable(
            "There is no system to work on.",
            f"Name a database in DATABASE_URL, or run korpu demo first (looked in {state.folder}).",
        )
    with Cluster(state.folder).running() as cluster:
        ensure_database(cluster)
        os.environ.update(state.variables(cluster))
        set_up_django()
        yield


def set_up_django() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "korpu.site.settings"
    django.setup()


def parser_of(subparsers: Any, name: str, help_: str, description: str) -> argparse.ArgumentParser:
    """A subcommand whose long help keeps its line breaks."""
    made: argparse.ArgumentParser = subparsers.add_parser(
        name,
        help=help_,
        description=description,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    return made
