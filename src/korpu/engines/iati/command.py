"""``korpu iati``: check files against the standard, and compare two of them."""

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING

import yaml

from korpu.engines.iati.checking import Report, check_file
from korpu.engines.iati.codelists import use_lists
from korpu.engines.iati.declaring import Element
from korpu.engines.iati.difference import differences
from korpu.engines.iati.findings import Finding
from korpu.engines.iati.reading import read_record
from korpu.engines.iati.releases import read_release, with_release
from korpu.engines.iati.stream import MEGABYTE, Limits, Record, Unreadable, stream
from korpu.kernel.errors import InvalidInput, NotFound
from korpu.kernel.texts import LANGUAGES, Text, speaking

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001  # its only name

FOUND, SOUND = 1, 0
AS_OF = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
NO_DAY = Text(
    az="Buraxılışın gününü il, ay və ya gün kimi yazın: 2026, 2026-05 və ya 2026-05-31.",
    en="Write the day of the release as a year, a month or a day: 2026, 2026-05 or 2026-05-31.",
    ru="Укажите дату выпуска годом, месяцем или днём: 2026, 2026-05 или 2026-05-31.",
)
NO_FILE = Text(
    az="{path} faylı oxunmur: yolu yoxlayın.",
    en="The file {path} cannot be read: check the path.",
    ru="Файл {path} не читается: проверьте путь.",
)


def add_parser(subparsers: "Subparsers") -> None:
    """Add ``iati`` and its actions to the ``korpu`` command."""
    what = "check IATI files against the standard, and compare two of them"
    parser = subparsers.add_parser("iati", help=what, description=what)
    actions = parser.add_subparsers(required=True, metavar="action", title="actions")
    validate = actions.add_parser(
        "validate", help="structure, rules and codes of every record; 1 when there is an error"
    )
    validate.add_argument("files", nargs="+", type=Path, metavar="FILE")
    validate.add_argument("--language", choices=LANGUAGES, default="en")
    validate.add_argument("--errors-only", action="store_true", help="leave warnings out")
    validate.add_argument("--most", type=int, default=1000, help="findings shown of each file")
    validate.add_argument(
        "--limit", type=int, default=1024, help="largest file, in MB (default: 1024)"
    )
    validate.set_defaults(run=validate_files)
    validate.add_argument("--lists", type=Path, help="code lists to check against, see codelists")
    lists = actions.add_parser(
        "codelists", help="bring the code lists up to a release: its XML files, or their folder"
    )
    lists.add_argument("release", nargs="+", type=Path, metavar="FILE")
    lists.add_argument("--as-of", required=True, help="day, month or year of the release")
    lists.add_argument("--to", required=True, type=Path, help="file to write")
    lists.set_defaults(run=load_lists)
    diff = actions.add_parser("diff", help="what differs; 1 when anything does")
    diff.add_argument("old", type=Path)
    diff.add_argument("new", type=Path)
    diff.set_defaults(run=diff_files)


def validate_files(arguments: argparse.Namespace) -> int:
    """Print the findings of each file and a line of totals; 1 when there is an error.

    Raises:
        NotFound: a file is not there.
    """
    clean = True
    if arguments.lists is not None:
        use_lists(arguments.lists)
    limits = Limits(file_bytes=arguments.limit * MEGABYTE)
    with speaking(arguments.language):
        for path in arguments.files:
            report = _checked(path, limits, arguments.most)
            for finding in report.findings:
                if finding.severity == "error" or not arguments.errors_only:
                    _print(_line(path, finding))
            _print(_totals(path, report))
            clean = clean and report.clean
    return SOUND if clean else FOUND


def load_lists(arguments: argparse.Namespace) -> int:
    """Write the lists brought up to a release, and print what that changes.

    Raises:
        InvalidInput: a file is no code list, or the day of the release is none.
    """
    if not AS_OF.fullmatch(arguments.as_of):
        raise InvalidInput(NO_DAY)
    data, updates = with_release(read_release(arguments.release), arguments.as_of)
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=100)
    arguments.to.write_text(text, encoding="utf-8")
    for one in updates:
        kept = "" if one.is_taken else " (fixed by the standard: left as it is)"
        _print(
            f"{one.name}: +{len(one.added)} -{len(one.gone)}{kept} {' '.join(one.added)}".rstrip()
        )
    _print(f"{arguments.to}: as of {arguments.as_of}, {len(updates)} lists differ")
    return SOUND


def diff_files(arguments: argparse.Namespace) -> int:
    """Print what differs between two files, record by record; 1 when anything does.

    Raises:
        InvalidInput: one of the files cannot be read as IATI.
        NotFound: one of the files is not there.
    """
    old, new = _records(arguments.old), _records(arguments.new)
    same = True
    for identifier in dict.fromkeys([*old, *new]):
        for line in _compared(identifier, old.get(identifier), new.get(identifier)):
            _print(line)
            same = False
    return SOUND if same else FOUND


def _compared(identifier: str, old: Element | None, new: Element | None) -> Iterator[str]:
    if old is None or new is None:
        yield f"{'+' if old is None else '-'} {identifier}"
        return
    for each in differences(old, new):
        yield f"~ {identifier} {each.path}: {_shown(each.old)} → {_shown(each.new)}"


def _shown(value: str | None) -> str:
    return "—" if value is None else value


def _records(path: Path) -> dict[str, Element]:
    found: dict[str, Element] = {}
    try:
        with _opened(path) as file:
            for part in stream(file, Limits(file_bytes=1024 * MEGABYTE)):
                if isinstance(part, Record):
                    found[part.identifier] = read_record(part.element, part.number, part.cls)[0]
    except Unreadable as refused:
        raise InvalidInput(f"{path}: {refused.finding.message}") from None
    return found


def _checked(path: Path, limits: Limits, most: int) -> Report:
    with _opened(path) as file:
        return check_file(file, now=datetime.now(UTC), limits=limits, most=most)


def _opened(path: Path) -> IO[bytes]:
    try:
        return path.open("rb")
    except OSError:
        raise NotFound(NO_FILE.format(path=path)) from None


def _line(path: Path, finding: Finding) -> str:
    line = f":{finding.line}" if finding.line else ""
    where = " ".join(part for part in (finding.record, finding.path) if part)
    return f"{path}{line}: {finding.severity} {finding.rule}: {where}: {finding.message}"


def _totals(path: Path, report: Report) -> str:
    stopped = "" if report.complete else ", stopped before the end"
    return (
        f"{path}: {report.records} records, {report.errors} errors, "
        f"{report.warnings} warnings{stopped}"
    )


def _print(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def main(argv: Sequence[str] | None = None) -> int:
    """``python -m korpu.engines.iati.command``: the same without the rest of the system."""
    parser = argparse.ArgumentParser("korpu")
    add_parser(parser.add_subparsers(required=True))
    arguments = parser.parse_args(argv)
    return int(arguments.run(arguments))


if __name__ == "__main__":
    sys.exit(main())
