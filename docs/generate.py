"""Writes the pages of ``docs/reference`` that follow from the code.

``uv run python docs/generate.py`` writes them; with ``--check`` it changes nothing, names what is
stale and ends with 1. The sheets of procedures are written by ``korpu procedures reference``.
"""

import argparse
import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import grimp

REFERENCE = Path(__file__).resolve().parent / "reference"
LAYERS = ("site", "domains", "foundations", "engines", "kernel")
IMPORTS_HEAD = """\
# Imports between rooms

Generated from the code; `uv run lint-imports` checks that every arrow points downwards. An arrow
that follows from others is left out.

```mermaid
flowchart TD"""
WHOLE = ("site", "kernel")  # layers that are one room


def pages() -> Mapping[str, str]:
    """Every generated page by its name below ``docs/reference``."""
    return {"command.md": command_page(), "imports.md": imports_page()}


def command_page() -> str:
    os.environ["COLUMNS"] = "96"
    from korpu.site.cli import make_parser
    from korpu.site.cli.rooms import COMMANDS

    parser = make_parser()
    parts = ["# The korpu command", "", "Generated from the command itself.", ""]
    parts += ["```text", parser.format_help().rstrip(), "```", ""]
    for name, sub in _subparsers(parser):
        if name.split(" ")[0] not in COMMANDS:
            parts += [f"## korpu {name}", "", "```text", sub.format_help().rstrip(), "```", ""]
    return "\n".join(parts)


def _subparsers(
    parser: argparse.ArgumentParser, before: str = ""
) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    for action in parser._actions:  # noqa: SLF001 - argparse has no public way to list them
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001 - as above
            for name, sub in action.choices.items():
                yield f"{before}{name}", sub
                yield from _subparsers(sub, f"{before}{name} ")


def imports_page() -> str:
    """Which room imports which; what follows from other arrows is left out."""
    arrows = _reduced(_room_imports())
    rooms = sorted({room for arrow in arrows for room in arrow})
    lines = [IMPORTS_HEAD]
    for layer in LAYERS:
        inside = [room for room in rooms if room.split(".")[0] == layer]
        if inside:
            lines += [
                f'  subgraph layer_{layer}["{layer}"]',
                *(f"    {_node(room)}" for room in inside),
                "  end",
            ]
    lines += [f"  {_id(upper)} --> {_id(lower)}" for upper, lower in sorted(arrows)]
    return "\n".join([*lines, "```", ""])


def _room_imports() -> set[tuple[str, str]]:
    graph = grimp.build_graph("korpu", cache_dir=None)
    arrows = set()
    for module in graph.modules:
        for imported in graph.find_modules_directly_imported_by(module):
            pair = _room(module), _room(imported)
            if all(pair) and pair[0] != pair[1]:
                arrows.add(pair)
    return arrows


def _room(module: str) -> str:
    parts = module.split(".")[1:]
    if not parts or "tests" in parts or parts[0] not in LAYERS:
        return ""
    return parts[0] if parts[0] in WHOLE else ".".join(parts[:2]) if len(parts) > 1 else ""


def _reduced(arrows: set[tuple[str, str]]) -> set[tuple[str, str]]:
    below: dict[str, set[str]] = {}
    for upper, lower in arrows:
        below.setdefault(upper, set()).add(lower)

    def reaches(start: str, goal: str, seen: set[str]) -> bool:
        if start == goal:
            return True
        seen.add(start)
        return any(reaches(n, goal, seen) for n in below.get(start, ()) if n not in seen)

    return {
        (upper, lower)
        for upper, lower in arrows
        if not any(reaches(other, lower, {upper}) for other in below[upper] - {lower})
    }


def _id(room: str) -> str:
    return room.replace(".", "_")


def _node(room: str) -> str:
    return f'{_id(room)}["{room.rsplit(".", maxsplit=1)[-1]}"]'


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing, name what is stale")
    check = parser.parse_args().check
    stale = [
        name
        for name, text in pages().items()
        if not (REFERENCE / name).exists() or (REFERENCE / name).read_text() != text
    ]
    for name in stale:
        if not check:
            (REFERENCE / name).write_text(pages()[name])
        print(f"{'stale' if check else 'written'}: docs/reference/{name}")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
