"""``korpu mrz``: read, check and write the machine-readable zone of travel documents."""

import argparse
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from korpu.engines.mrtd.layouts import Format
from korpu.engines.mrtd.report import Report, check
from korpu.engines.mrtd.showing import as_data, show_content, show_findings
from korpu.engines.mrtd.writing import Document, PartialDate, write
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
    az="Giriş {most} baytdan böyükdür: bir zona və ya bir sənəd verin.",
    en="The input is larger than {most} bytes: give one zone, or one document.",
    ru="Ввод больше {most} байт: передайте одну зону или один документ.",
)
NOT_JSON = Text(
    az="Giriş JSON obyekti deyil: sətir {line}, işarə {column}.",
    en="The input is not a JSON object: line {line}, character {column}.",
    ru="Ввод не является объектом JSON: строка {line}, знак {column}.",
)
NOT_A_DOCUMENT = Text(
    az="Sənəd təsvirində səhv var.",
    en="The description of the document is wrong.",
    ru="В описании документа ошибка.",
)
MISSING = Text(az="Bu sahə yoxdur.", en="This field is missing.", ru="Этого поля нет.")
UNKNOWN_FIELD = Text(
    az="Belə sahə yoxdur.", en="There is no such field.", ru="Такого поля не существует."
)
NOT_A_DATE = Text(
    az="Tarixi İİİİ-AA-GG kimi yazın; naməlum hissə üçün ? qoyun.",
    en="Write the date as YYYY-MM-DD, with ? for an unknown part.",
    ru="Напишите дату как ГГГГ-ММ-ДД, неизвестную часть — знаком ?.",
)
NOT_TEXT = Text(az="Mətn olmalıdır.", en="It must be text.", ru="Должен быть текст.")
FORMATS = Text(
    az="Formatlardan biri: {formats}.", en="One of {formats}.", ru="Один из форматов: {formats}."
)
_DATE_PARTS = 3
_TEXTS = (
    *("document_code", "issuer", "primary", "secondary", "number", "nationality"),
    *("sex", "optional", "optional_2", "language"),
)
_REQUIRED = ("document_code", "issuer", "primary", "number", "nationality", "sex")


def add_parser(subparsers: "Subparsers") -> None:
    """Add ``mrz`` and its actions to the ``korpu`` command."""
    what = "read, check and write the machine-readable zone of travel documents"
    parser = subparsers.add_parser("mrz", help=what, description=what)
    actions = parser.add_subparsers(required=True, metavar="action", title="actions")
    told = {
        "read": (read_zone, "the fields of a zone; 1 when they cannot be told apart"),
        "check": (check_zone, "everything found in a zone; 1 when it does not conform"),
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
    with speaking(arguments.language):
        try:
            document = document_of(_object(arguments.file))
            lines = write(document, on=_today(arguments), issued_on=arguments.issued_on)
        except InvalidInput as refused:
            _print_all(f"{name}: {told}" for name, told in refused.fields.items())
            raise
    _print(_json({"lines": list(lines)}) if arguments.json else "\n".join(lines))
    return SOUND


def document_of(described: Mapping[str, Any]) -> Document:
    """A document from plain data.

    Raises:
        InvalidInput: a field is missing, unknown or of the wrong kind; all of them are named.
    """
    wrong: dict[str, Text] = {}
    known = {*_TEXTS, "format", "birth", "expiry", "filler_digit"}
    wrong |= {name: UNKNOWN_FIELD for name in described if name not in known}
    wrong |= {name: MISSING for name in (*_REQUIRED, "format", "birth", "expiry")
              if name not in described}  # fmt: skip
    texts = {name: described[name] for name in _TEXTS if name in described}
    wrong |= {name: NOT_TEXT for name, value in texts.items() if not isinstance(value, str)}
    formats = [each.value for each in Format]
    if described.get("format") not in formats:
        wrong["format"] = FORMATS.format(formats=", ".join(formats))
    birth, expiry = _date(described.get("birth")), _date(described.get("expiry"))
    wrong |= {name: NOT_A_DATE for name, day in (("birth", birth), ("expiry", expiry)) if not day}
    if isinstance(expiry, PartialDate):
        wrong["expiry"] = NOT_A_DATE
    if wrong or birth is None or not isinstance(expiry, date):
        raise InvalidInput(NOT_A_DOCUMENT, fields=wrong)
    filler = described.get("filler_digit") is True
    form = Format(described["format"])
    return Document(format=form, birth=birth, expiry=expiry, filler_digit=filler, **texts)


def _date(given: object) -> date | PartialDate | None:
    if not isinstance(given, str):
        return None
    try:
        return date.fromisoformat(given)
    except ValueError:
        return _partial_date(given.split("-"))


def _partial_date(parts: list[str]) -> PartialDate | None:
    known = [None if set(part) == {"?"} else part for part in parts]
    if len(parts) != _DATE_PARTS or not any(part is None for part in known):
        return None
    if any(part is not None and not (part.isascii() and part.isdigit()) for part in known):
        return None
    return PartialDate(*(None if part is None else int(part) for part in known))


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
    """The text of a file, never more of it than a zone or a description can need.

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
    return data.decode("utf-8-sig", "replace")


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
