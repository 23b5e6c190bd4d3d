"""``korpu mrz``: read, check, compare and write the machine-readable zone of travel documents."""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from korpu.engines.mrtd.comparing import compare
from korpu.engines.mrtd.describing import document_of, printed_of
from korpu.engines.mrtd.report import Report, check
from korpu.engines.mrtd.showing import (
    as_data,
    comparisons_as_data,
    show_comparison,
    show_content,
    show_findings,
)
from korpu.engines.mrtd.writing import write
from korpu.kernel.errors import InvalidInput, NotFound
from korpu.kernel.texts import LANGUAGES, Text, speaking

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001  # its only name

SOUND, FOUND = 0, 1
MOST_BYTES = 64 * 1024
_STANDARD_INPUT = "-"
NO_FILE = Text(
    az="{path} faylı oxunmur: yolu yoxlayın.",
    en="The file {path} cannot be read: check the path.",
    ru="Файл {path} не читается: проверьте путь.",
)
TOO_LARGE = Text(
    az="Giriş {most} baytdan böyükdür: yalnız soruşulanı verin.",
    en="The input is larger than {most} bytes: give only what is asked for.",
    ru="Ввод больше {most} байт: передайте только то, что требуется.",
)
NOT_JSON = Text(
    az="Giriş JSON obyekti deyil: sətir {line}, işarə {column}.",
    en="The input is not a JSON object: line {line}, character {column}.",
    ru="Ввод не является объектом JSON: строка {line}, знак {column}.",
)
NOT_TWO_ZONES = Text(
    az="JSON obyektində “mrz” (mətn) və “printed” (obyekt) olmalıdır.",
    en="The JSON object must hold “mrz” (text) and “printed” (an object).",
    ru="В объекте JSON должны быть «mrz» (текст) и «printed» (объект).",
)


def add_parser(subparsers: "Subparsers") -> None:
    """Add ``mrz`` and its actions to the ``korpu`` command."""
    what = "read, check, compare and write the machine-readable zone of travel documents"
    parser = subparsers.add_parser("mrz", help=what, description=what)
    actions = parser.add_subparsers(required=True, metavar="action", title="actions")
    told = {
        "read": (read_zone, "the fields of a zone; 1 when they cannot be told apart"),
        "check": (check_zone, "everything found in a zone; 1 when it does not conform"),
        "compare": (compare_zones, "a zone with the printed zone, from JSON; 1 unless they agree"),
        "write": (write_zone, "the lines for a document described in JSON"),
    }
    for name, (run, help_text) in told.items():
        action = actions.add_parser(name, help=help_text, description=help_text)
        action.add_argument("file", metavar="FILE", help="a file, or - for the standard input")
        action.add_argument("--json", action="store_true", help="plain data instead of sentences")
        action.add_argument("--language", choices=LANGUAGES, default="en")
        action.add_argument("--on", type=date.fromisoformat, help="day of the check (today)")
        action.add_argument("--issued-on", type=date.fromisoformat, help="day of issue, if known")
        action.set_defaults(run=run)


def read_zone(arguments: argparse.Namespace) -> int:
    """Print what a zone says; 1 when its fields cannot be told apart.

    Raises:
        InvalidInput: the input is too large.
        NotFound: the file is not there.
    """
    report = _report(arguments)
    if arguments.json:
        _print(_json(as_data(report)))
    else:
        with speaking(arguments.language):
            _print_all(show_content(report.content) if report.content else show_findings(report))
    return SOUND if report.content else FOUND


def check_zone(arguments: argparse.Namespace) -> int:
    """Print everything found in a zone; 1 when it has a fault or a deviation.

    Raises:
        InvalidInput: the input is too large.
        NotFound: the file is not there.
    """
    report = _report(arguments)
    if arguments.json:
        _print(_json(as_data(report)))
    else:
        with speaking(arguments.language):
            _print_all(show_findings(report))
    return SOUND if report.conforms else FOUND


def write_zone(arguments: argparse.Namespace) -> int:
    """Print the lines for a document.

    Raises:
        InvalidInput: the input is no JSON, or the zone would not conform.
        NotFound: the file is not there.
    """
    with speaking(arguments.language), _naming_fields():
        document = document_of(_object(arguments.file))
        lines = write(document, on=_today(arguments), issued_on=arguments.issued_on)
    _print(_json({"lines": list(lines)}) if arguments.json else "\n".join(lines))
    return SOUND


def compare_zones(arguments: argparse.Namespace) -> int:
    """Print how the printed zone compares; 1 when a field differs or a human has to look.

    Raises:
        InvalidInput: the input is no JSON with ``mrz`` and ``printed``.
        NotFound: the file is not there.
    """
    with speaking(arguments.language), _naming_fields():
        given = _object(arguments.file)
        zone, told = given.get("mrz"), given.get("printed")
        if not isinstance(zone, str) or not isinstance(told, dict):
            raise InvalidInput(NOT_TWO_ZONES)
        printed = printed_of(told)
        day = arguments.issued_on or printed.issued_on
        report = check(zone, on=_today(arguments), issued_on=day)
        if report.content is None or report.format is None:
            _print_all(show_findings(report))
            return FOUND
        found = compare(report.content, printed, form=report.format, on=report.on)
        if arguments.json:
            _print(_json(as_data(report) | {"comparison": comparisons_as_data(found)}))
        else:
            _print_all(show_comparison(each) for each in found)
    return FOUND if any(each.grade in {"doubtful", "differs"} for each in found) else SOUND


@contextmanager
def _naming_fields() -> Iterator[None]:
    """Print every wrong field of a description before the error ends the command."""
    try:
        yield
    except InvalidInput as refused:
        _print_all(f"{name}: {told}" for name, told in refused.fields.items())
        raise


def _report(arguments: argparse.Namespace) -> Report:
    text = _given(arguments.file)
    return check(text, on=_today(arguments), issued_on=arguments.issued_on)


def _today(arguments: argparse.Namespace) -> date:
    given: date | None = arguments.on
    return given or datetime.now(UTC).astimezone().date()


def _object(path: str) -> Mapping[str, Any]:
    try:
        found = json.loads(_given(path))
    except json.JSONDecodeError as error:
        raise InvalidInput(NOT_JSON.format(line=error.lineno, column=error.colno)) from None
    except RecursionError:
        raise InvalidInput(NOT_JSON.format(line=1, column=1)) from None
    if not isinstance(found, dict):
        raise InvalidInput(NOT_JSON.format(line=1, column=1))
    return found


def _given(path: str) -> str:
    return given_bytes(path).decode("utf-8-sig", "replace")


def given_bytes(path: str) -> bytes:
    """The bytes of a file, never more of it than what is asked for can need.

    Args:
        path: ``-`` for the standard input.

    Raises:
        InvalidInput: there is more.
        NotFound: no such file.
    """
    try:
        if path == _STANDARD_INPUT:
            data = sys.stdin.buffer.read(MOST_BYTES + 1)
        else:
            with Path(path).open("rb") as file:
                data = file.read(MOST_BYTES + 1)
    except OSError:
        raise NotFound(NO_FILE.format(path=path)) from None
    if len(data) > MOST_BYTES:
        raise InvalidInput(TOO_LARGE.format(most=MOST_BYTES))
    return data


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2)


def _print_all(lines: Iterable[str]) -> None:
    for line in lines:
        _print(line)


def _print(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def main(argv: Sequence[str] | None = None) -> int:
    """``python -m korpu.engines.mrtd.command``: the same without the rest of the system."""
    parser = argparse.ArgumentParser("korpu")
    add_parser(parser.add_subparsers(required=True))
    arguments = parser.parse_args(argv)
    return int(arguments.run(arguments))


if __name__ == "__main__":
    sys.exit(main())
