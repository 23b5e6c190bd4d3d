"""``korpu procedures``: list, prove, draw and print the declared procedures."""

import argparse
import json
import random
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from korpu.engines.procedure.bpmn import bpmn
from korpu.engines.procedure.diff_command import add_arguments, print_diff
from korpu.engines.procedure.drawing import draw
from korpu.engines.procedure.effects import EFFECT_TEXTS
from korpu.engines.procedure.library import Library, load_library
from korpu.engines.procedure.model import Procedure
from korpu.engines.procedure.schema import schema_of_declarations
from korpu.engines.procedure.sheet import sheet
from korpu.engines.procedure.stories import play
from korpu.engines.procedure.story_files import read_stories
from korpu.engines.procedure.story_titles import title_of
from korpu.engines.procedure.walks import walk
from korpu.engines.procedure.wording import cited, counted
from korpu.kernel.texts import LANGUAGES, Language, speaking

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001  # its only name

JURISDICTION = Path(__file__).parents[2] / "jurisdictions" / "az"
FOUND, SOUND = 1, 0
WALKED_FROM = date(2025, 1, 6)


def add_parser(subparsers: "Subparsers") -> None:
    """Add ``procedures`` and its actions to the ``korpu`` command."""
    parser = subparsers.add_parser(
        "procedures",
        help="list, prove, draw and print the procedures declared from the law",
        description="The procedures declared from the law.",
    )
    parser.add_argument("--folder", type=Path, default=JURISDICTION, help="a jurisdiction's folder")
    actions = parser.add_subparsers(required=True, metavar="action", title="actions")
    _add(actions, "list", list_procedures, "every procedure, its version and days in force")
    _add(actions, "prove", prove_procedures, "prove each sound and play its written cases")
    add_arguments(_add(actions, "diff", print_diff, "say what changes for whom in a new version"))
    for name, run, what in (
        ("draw", draw_procedure, "draw one as SVG"),
        ("sheet", print_sheet, "print the reference sheet of one in Markdown"),
        ("bpmn", print_bpmn, "print one as BPMN 2.0 with its layout"),
        ("cases", print_cases, "print the written cases of one by what they expect"),
        ("explain", explain_procedure, "print every term of one with its length and its law"),
    ):
        action = _add(actions, name, run, what)
        action.add_argument("procedure", help="for example az/readmission-own-national")
        action.add_argument("--language", choices=LANGUAGES, default="en")
        action.add_argument("--on", type=date.fromisoformat, help="version in force on this day")
    walks = _add(actions, "walk", walk_procedures, "walk random cases through all of them")
    walks.add_argument("--walks", type=int, default=100_000, help="over all procedures")
    walks.add_argument("--seed", type=int, default=1)
    schema = _add(actions, "schema", print_schema, "print the JSON Schema of a declaration")
    schema.set_defaults(procedure="")
    reference = _add(
        actions, "reference", write_reference, "write drawings and sheets of all into a folder"
    )
    reference.add_argument("target", type=Path)


def list_procedures(arguments: argparse.Namespace) -> int:
    """Print one line a version."""
    for found in load_library(arguments.folder).procedures:
        until = found.valid_until or "…"
        _print(f"{found.id}  {found.version}  {found.valid_from} – {until}  {found.title.en}")
    return SOUND


def prove_procedures(arguments: argparse.Namespace) -> int:
    """Prove every procedure and play every written case; 1 when something does not hold.

    Raises:
        DeclarationError: a declaration is unsound; the shortest counter-example is its detail.
    """
    library = load_library(arguments.folder)
    for found in library.procedures:
        _print(f"sound  {found.id} {found.version}")
    stories = read_stories(arguments.folder)
    failed = 0
    for story in stories:
        differences = play(story, library)
        failed += bool(differences)
        for difference in differences:
            _print(f"{story.place}: {difference}")
    _print(f"{len(stories) - failed} of {len(stories)} written cases hold")
    return FOUND if failed else SOUND


def draw_procedure(arguments: argparse.Namespace) -> int:
    """Print the SVG of one procedure."""
    _print(draw(_one(arguments), arguments.language).rstrip())
    return SOUND


def print_sheet(arguments: argparse.Namespace) -> int:
    """Print the reference sheet of one procedure."""
    _print(sheet(_one(arguments), arguments.language).rstrip())
    return SOUND


def print_bpmn(arguments: argparse.Namespace) -> int:
    """Print the BPMN of one procedure."""
    _print(bpmn(_one(arguments), arguments.language).rstrip())
    return SOUND


def print_cases(arguments: argparse.Namespace) -> int:
    """Print what each written case of one procedure expects, and where it stands."""
    library = load_library(arguments.folder)
    with speaking(arguments.language):
        for story in read_stories(arguments.folder):
            if story.procedure == arguments.procedure:
                procedure = library.procedure(story.procedure, on=story.steps[0].on)
                _print(f"{story.place}: {title_of(story, procedure)}")
    return SOUND


def explain_procedure(arguments: argparse.Namespace) -> int:
    """Print each term of one procedure: what starts it, how long it is, what its lapse means."""
    procedure = _one(arguments)
    with speaking(arguments.language):
        for rule in procedure.deadlines.values():
            _print(str(rule.title))
            for parameter in rule.parameters:
                version = parameter.versions[-1]
                known = version.quantity is not None
                length = counted(version.quantity or 0, parameter.unit) if known else "?"
                _print(f"  {length}: {cited(version.citation)}")
            if rule.effect:
                _print(f"  {EFFECT_TEXTS[rule.effect]}")
    return SOUND


def print_schema(arguments: argparse.Namespace) -> int:  # noqa: ARG001  every action takes them
    """Print the JSON Schema that gives completion in editors."""
    _print(json.dumps(schema_of_declarations(), indent=2))
    return SOUND


def walk_procedures(arguments: argparse.Namespace) -> int:
    """Walk random cases through every procedure; 1 when one gets stuck."""
    library = load_library(arguments.folder)
    chance = random.Random(arguments.seed)  # noqa: S311  the same walks again for the same seed
    each, wrong = -(-arguments.walks // len(library.procedures)), 0
    for procedure in library.procedures:
        begin = max(procedure.valid_from, WALKED_FROM)
        found = [walk(procedure, library.calendars, chance, begin=begin) for _ in range(each)]
        ended = sum(one.ended for one in found)
        faults = [one for one in found if one.fault]
        wrong += len(faults)
        _print(f"{procedure.id} {procedure.version}: {ended} of {each} ended, {len(faults)} faults")
        for one in faults[:1]:
            _print(f"  {one.fault} after {', '.join(one.acts)}")
    return FOUND if wrong else SOUND


def write_reference(arguments: argparse.Namespace) -> int:
    """Write what :func:`reference` gives; files already up to date stay as they are."""
    for name, content in reference(load_library(arguments.folder), date.max).items():
        path = arguments.target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
        _print(str(path))
    return SOUND


def reference(library: Library, on: date) -> dict[str, str]:
    """Drawing and sheet of every procedure in force on a day, by file name, in each language."""
    files: dict[str, str] = {}
    for procedure in library.current(on):
        name = procedure.id.replace("/", "-")
        for language in LANGUAGES:
            files |= _pages(procedure, name, language)
    return files


def _pages(procedure: Procedure, name: str, language: Language) -> dict[str, str]:
    picture = f"{name}.{language}.svg"
    heading, rest = sheet(procedure, language).split("\n\n", 1)
    with speaking(language):
        text = f"{heading}\n\n![{procedure.title}]({picture})\n\n{rest}"
    return {picture: draw(procedure, language), f"{name}.{language}.md": text}


def _one(arguments: argparse.Namespace) -> Procedure:
    library = load_library(arguments.folder)
    return library.procedure(arguments.procedure, on=arguments.on or date.max)


def _add(
    actions: "Subparsers", name: str, run: Callable[[argparse.Namespace], int], what: str
) -> argparse.ArgumentParser:
    action = actions.add_parser(name, help=what, description=what)
    action.set_defaults(run=run)
    return action


def _print(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def main(argv: Sequence[str] | None = None) -> int:
    """``python -m korpu.engines.procedure.command``: the same without the rest of the system."""
    parser = argparse.ArgumentParser("korpu")
    add_parser(parser.add_subparsers(required=True))
    arguments = parser.parse_args(argv)
    with speaking("en"):
        return int(arguments.run(arguments))


if __name__ == "__main__":
    sys.exit(main())
