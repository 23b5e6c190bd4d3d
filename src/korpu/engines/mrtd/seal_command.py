"""``korpu seal``: check the visible digital seal of a visa or an emergency travel document."""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from korpu.engines.mrtd.command import FOUND, SOUND, given_bytes
from korpu.engines.mrtd.seal_checking import SealReport, check_json_seal, check_seal, trust_title
from korpu.engines.mrtd.seal_json import JsonSeal
from korpu.engines.mrtd.seals import MAGIC, Seal
from korpu.kernel.texts import LANGUAGES, Text, speaking

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001  # its only name

SIGNER = Text(az="İmzalayan", en="Signer", ru="Подписавший")
ISSUER = Text(az="Verən dövlət", en="Issuing State", ru="Государство выдачи")
ISSUED = Text(az="Sənədin verilmə tarixi", en="Document issued", ru="Документ выдан")
SIGNED = Text(az="Möhürün imzalanma tarixi", en="Seal signed", ru="Печать подписана")
KIND = Text(az="Növ", en="Kind", ru="Вид")
NOT_CHECKED = Text(az="YOXLANILMAYIB", en="NOT CHECKED", ru="НЕ ПРОВЕРЕНО")


def add_parser(subparsers: "Subparsers") -> None:
    """Add ``seal`` to the ``korpu`` command."""
    what = "check the visible digital seal of a visa or an emergency travel document"
    parser = subparsers.add_parser("seal", help=what, description=what)
    actions = parser.add_subparsers(required=True, metavar="action", title="actions")
    told = "everything found in a seal; 1 when it is not valid"
    action = actions.add_parser("check", help=told, description=told)
    action.add_argument("file", metavar="FILE", help="bytes or hexadecimal text; - for input")
    action.add_argument("--certificate", action="append", default=[], help="of a signer")
    action.add_argument("--issuer", action="append", default=[], help="of an authority")
    action.add_argument("--printed", help="file with the zone of the document with the seal")
    action.add_argument("--passport", help="file with the zone of the passport of a visa")
    action.add_argument("--json", action="store_true", help="plain data instead of sentences")
    action.add_argument("--language", choices=LANGUAGES, default="en")
    action.add_argument("--on", type=date.fromisoformat, help="day of the check (today)")
    action.set_defaults(run=check_given)


def check_given(arguments: argparse.Namespace) -> int:
    """Print everything found in a seal; 1 when it is not valid.

    Raises:
        InvalidInput: an input is too large, or a certificate is none.
        NotFound: a file is not there.
    """
    with speaking(arguments.language):
        report = _report(arguments)
        lines = [_json(report)] if arguments.json else _shown(report)
        for line in lines:
            sys.stdout.write(f"{line}\n")
    return SOUND if report.valid else FOUND


def _report(arguments: argparse.Namespace) -> SealReport:
    given = given_bytes(arguments.file)
    on = arguments.on or datetime.now(UTC).astimezone().date()
    issuers = [given_bytes(each) for each in arguments.issuer]
    if given.lstrip().startswith(b"{"):
        return check_json_seal(given.decode("utf-8", "replace"), on=on, issuers=issuers)
    return check_seal(
        _bytes_of_seal(given),
        on=on,
        certificates=[given_bytes(each) for each in arguments.certificate],
        issuers=issuers,
        printed=_text(arguments.printed),
        passport=_text(arguments.passport),
    )


def _shown(report: SealReport) -> Iterator[str]:
    yield _line(report.result.word, report)
    for each in report.findings:
        if each != report.result:
            yield f"{each.word}: {each.message}"
    if report.seal:
        yield from _seal(report.seal)
    for told in report.not_checked:
        yield f"{NOT_CHECKED}: {told}"


def _line(word: str, report: SealReport) -> str:
    return f"{word} ({trust_title(report.result.trust)}): {report.result.message}"


def _seal(seal: Seal | JsonSeal) -> Iterator[str]:
    if isinstance(seal, JsonSeal):
        yield f"{ISSUER}: {seal.issuer}"
        yield f"{KIND}: {seal.type}"
        return
    header = seal.header
    yield f"{ISSUER}: {header.issuer}"
    if seal.profile:
        yield f"{KIND}: {seal.profile.title}"
    yield f"{SIGNER}: {header.signer} {header.reference}"
    yield f"{ISSUED}: {header.issued_on.isoformat()}"
    yield f"{SIGNED}: {header.signed_on.isoformat()}"
    yield from (f"  {line}" for line in seal.zone or ())


def _json(report: SealReport) -> str:
    return json.dumps(seal_as_data(report), ensure_ascii=False, indent=2)


def seal_as_data(report: SealReport) -> dict[str, Any]:
    """The report as plain data, sentences in every language."""
    return {
        "result": report.result.word,
        "trust": report.result.trust,
        "message": report.result.message.as_dict(),
        "findings": [
            {"word": each.word, "trust": each.trust, "message": each.message.as_dict()}
            for each in report.findings
        ],
        "not_checked": [each.as_dict() for each in report.not_checked],
        "seal": report.seal and _seal_as_data(report.seal),
    }


def _seal_as_data(seal: Seal | JsonSeal) -> dict[str, Any]:
    if isinstance(seal, JsonSeal):
        told = {"type": seal.type, "version": seal.version, "issuer": seal.issuer}
        return {**told, "message": seal.message}
    header = seal.header
    return {
        "version": seal.version,
        "issuer": header.issuer,
        "signer": header.signer,
        "reference": header.reference,
        "issued_on": header.issued_on.isoformat(),
        "signed_on": header.signed_on.isoformat(),
        "profile": seal.profile and seal.profile.id,
        "zone": list(seal.zone or ()),
        "features": {str(tag): value.hex() for tag, value in seal.features.items()},
    }


def _bytes_of_seal(given: bytes) -> bytes:
    """The bytes themselves, or those a hexadecimal text stands for."""
    if given[:1] == bytes([MAGIC]):
        return given
    try:
        return bytes.fromhex(given.decode("ascii"))
    except ValueError:
        return given


def _text(path: str | None) -> str | None:
    return None if path is None else given_bytes(path).decode("utf-8-sig", "replace")


def main(argv: Sequence[str] | None = None) -> int:
    """``python -m korpu.engines.mrtd.seal_command``: without the rest of the system."""
    parser = argparse.ArgumentParser("korpu")
    add_parser(parser.add_subparsers(required=True))
    arguments = parser.parse_args(argv)
    return int(arguments.run(arguments))


if __name__ == "__main__":
    sys.exit(main())
