"""Checking a whole file, or one record before it is written to one."""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import IO

from lxml import etree

from korpu.engines.iati import fast
from korpu.engines.iati.codelists import check_codes
from korpu.engines.iati.declaring import shape_of
from korpu.engines.iati.findings import Finding, ModelPath
from korpu.engines.iati.model.activity import Activity
from korpu.engines.iati.model.organisation import Organisation
from korpu.engines.iati.rules import Ruleset, standard_rules
from korpu.engines.iati.stream import FileKind, Limits, Record, Root, Unreadable, stream
from korpu.engines.iati.structure import check_root, check_structure, stray_part
from korpu.engines.iati.writing import VERSION, write_record
from korpu.kernel.texts import Text

MOST_FINDINGS = 1000
OLD_FAMILY = "1."


@dataclass(slots=True)
class Report:
    """What a check of a file found.

    Attributes:
        kind: activities or organisations; None where the file could not be opened.
        records: how many records were checked.
        findings: the first findings, at most as many as asked for.
        errors: how many errors there are in all; ``warnings`` likewise.
        complete: False where the check had to stop before the end of the file.
    """

    kind: FileKind | None = None
    records: int = 0
    findings: list[Finding] = field(default_factory=list)
    errors: int = 0
    warnings: int = 0
    complete: bool = True

    @property
    def clean(self) -> bool:
        """Whether the file was read to its end without an error; warnings may remain."""
        return self.complete and not self.errors


def check_file(
    source: IO[bytes],
    *,
    now: datetime,
    limits: Limits | None = None,
    ruleset: Ruleset | None = None,
    most: int = MOST_FINDINGS,
    seen: Callable[[Record], None] | None = None,
) -> Report:
    """Check structure, rules and codes of every record, one record in memory at a time.

    Args:
        source: the file, opened for bytes.
        now: the moment that dates may not lie after.
        limits: how much is read before the file is refused.
        ruleset: other rules than those of the standard.
        most: how many findings are kept; all are counted.
        seen: called with each record after its check, before it is forgotten.
    """
    report = Report()
    for finding in _findings(source, report, ruleset or standard_rules(), now, limits, seen):
        report.errors += finding.severity == "error"
        report.warnings += finding.severity == "warning"
        if len(report.findings) < most:
            report.findings.append(finding)
    return report


def _findings(
    source: IO[bytes],
    report: Report,
    ruleset: Ruleset,
    now: datetime,
    limits: Limits | None,
    seen: Callable[[Record], None] | None,
) -> Iterator[Finding]:
    identifiers: dict[str, int] = {}
    root: Root | None = None
    try:
        for part in stream(source, limits):
            if isinstance(part, Root):
                root, report.kind = part, part.kind
                yield from _check_root(part)
                if not _same_family(part):
                    report.complete = False
                    return
            elif isinstance(part, Record):
                report.records += 1
                yield from _check_record(part, ruleset, now)
                yield from _repeated(part, identifiers)
                if seen is not None:
                    seen(part)
            elif root is not None and not part.foreign:
                yield stray_part(part.element, root.element)
    except Unreadable as refused:
        report.complete = False
        yield refused.finding
        return
    if root is not None and not report.records:
        yield _empty(root)


def _check_record(part: Record, ruleset: Ruleset, now: datetime) -> Iterator[Finding]:
    element, number, cls = part.element, part.number, part.cls
    found: list[Finding] = []
    if not fast.is_valid(element, cls):
        found += check_structure(element, number, cls)
    found += ruleset.check(element, number, cls, now=now)
    found += check_codes(element, number, cls)
    identifier = part.identifier
    return (finding.within(identifier) for finding in found)


def check_record(record: Activity | Organisation, *, now: datetime) -> tuple[Finding, ...]:
    """Check a record as it would be written, without writing a file.

    Raises:
        InvalidInput: a text holds a character that XML cannot carry.
    """
    written = write_record(record).encode()
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    element = etree.parse(io.BytesIO(written), parser).getroot()
    part = Record(element, 1, type(record))
    return tuple(_check_record(part, standard_rules(), now))


def _check_root(root: Root) -> Iterator[Finding]:
    yield from check_root(root.element, root.cls)
    version = root.element.get("version")
    if version is not None and version != VERSION:
        message = Text(
            az="Fayl standartın {version} versiyasındadır; burada 2.03 versiyası oxunur. Faylı "
            "göndərəndən 2.03 versiyasını istəyin.",
            en="The file is in version {version} of the standard; version 2.03 is read here. Ask "
            "whoever sent it for version 2.03.",
            ru="Файл составлен по версии {version} стандарта; здесь читается версия 2.03. "
            "Попросите отправителя прислать версию 2.03.",
        )
        yield Finding(
            "version",
            "version",
            "error",
            message.format(version=version[:20]),
            f"{root.name}/@version",
            line=root.element.sourceline,
        )


def _same_family(root: Root) -> bool:
    return not root.element.get("version", "").startswith(OLD_FAMILY)


def _repeated(part: Record, identifiers: dict[str, int]) -> Iterator[Finding]:
    identifier = part.identifier
    if not identifier:
        return
    first = identifiers.setdefault(identifier, part.number)
    if first != part.number:
        name = "iati-identifier" if part.cls is Activity else "organisation-identifier"
        message = Text(
            az="Bu identifikator {number} nömrəli qeyddə var: hər qeydin özününkü olmalıdır.",
            en="Record {number} has this identifier already: each record needs its own.",
            ru="Этот идентификатор уже есть у записи {number}: у каждой записи должен быть свой.",
        )
        yield Finding(
            "file",
            "repeated",
            "error",
            message.format(number=first),
            f"{part.element.tag!s}[{part.number}]/{name}",
            (shape_of(part.cls).children[0].field,),
            part.element.sourceline,
            identifier,
        )


def _empty(root: Root) -> Finding:
    message = Text(
        az="Faylda heç bir qeyd yoxdur.",
        en="The file holds no record.",
        ru="В файле нет ни одной записи.",
    )
    return Finding("structure", "missing", "error", message, str(root.element.tag))


def is_error(finding: Finding) -> bool:
    """Whether the finding forbids publishing."""
    return finding.severity == "error"


def at_field(findings: tuple[Finding, ...], model_path: ModelPath) -> tuple[Finding, ...]:
    """The findings at a field of the record or at any part of it."""
    size = len(model_path)
    return tuple(finding for finding in findings if finding.model_path[:size] == model_path)
