"""``korpu statistics``: loading public tables from the command line."""

import argparse
from pathlib import Path

from django.utils import timezone

from korpu.domains.statistics.services.datasets import import_population
from korpu.foundations.accounts.api import acting, system_actor


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``statistics`` and what it can do."""
    parser = subparsers.add_parser(
        "statistics",
        help="load public statistical tables",
        description="Statistics: load public tables of other bodies.",
    )
    actions = parser.add_subparsers(title="actions", metavar="ACTION", required=True)
    load = actions.add_parser(
        "import",
        help="load UNHCR's table of refugee populations",
        description=(
            "Load UNHCR's table of refugee populations (CSV in UTF-8, or Parquet) and show it on "
            "the page of the series. The file is loaded whole or not at all; loading the same file "
            "again changes nothing."
        ),
        epilog="Source: https://www.unhcr.org/refugee-statistics/ (CC BY 4.0).",
    )
    load.add_argument("file", type=Path, metavar="FILE", help="the table to load")
    load.set_defaults(run=_import)


def _import(arguments: argparse.Namespace) -> int:
    with acting(system_actor()) as actor:
        dataset = import_population(path=arguments.file, actor=actor, at=timezone.now())
    print(f"{dataset.row_count} rows of {dataset.name} are current (sha256 {dataset.sha256}).")  # noqa: T201  the command's answer
    return 0
