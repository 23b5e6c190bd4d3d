"""``korpu procedures diff``: what changes for whom between two versions."""

import argparse
import sys

from korpu.engines.procedure.diff import diff, markdown
from korpu.engines.procedure.library import load_library
from korpu.kernel.texts import LANGUAGES


def add_arguments(action: argparse.ArgumentParser) -> None:
    """The procedure, two of its versions, the language."""
    action.add_argument("procedure", help="for example az/readmission-own-national")
    action.add_argument("old", help="the version it is compared with")
    action.add_argument("new", help="the version it becomes; of another procedure: ID@VERSION")
    action.add_argument("--language", choices=LANGUAGES, default="en")


def print_diff(arguments: argparse.Namespace) -> int:
    """Print the diff in Markdown.

    Raises:
        NotFound: there is no such procedure or version.
    """
    library = load_library(arguments.folder)
    other, _, version = arguments.new.rpartition("@")
    old = library.version(arguments.procedure, arguments.old)
    new = library.version(other or arguments.procedure, version)
    sys.stdout.write(markdown(diff(old, new), arguments.language))
    return 0
