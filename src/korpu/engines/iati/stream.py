"""Reading a file record by record, in bounded memory, whatever somebody put into it.

A file from outside is hostile until it has been read: a document type is refused before anything
in it is expanded, nothing is fetched, depth and size have limits, and a record is thrown away once
it has been looked at.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Literal

from lxml import etree

from korpu.engines.iati.declaring import Element
from korpu.engines.iati.findings import Finding
from korpu.engines.iati.model.activity import Activity, ActivityFile
from korpu.engines.iati.model.organisation import Organisation, OrganisationFile
from korpu.kernel.texts import Text

FileKind = Literal["activities", "organisations"]
CHUNK = 1 << 16
MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of a file is read before it is refused; in bytes."""

    file_bytes: int = 100 * MEGABYTE
    record_bytes: int = 16 * MEGABYTE


class Unreadable(Exception):  # noqa: N818  # it says what the file is
    """The file cannot be read any further; the finding says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(str(finding.message))
        self.finding = finding


@dataclass(frozen=True, slots=True)
class Root:
    """The opening of a file: which kind it is; ``element`` has the attributes and no records."""

    kind: FileKind
    element: etree._Element
    cls: type[Element]


@dataclass(frozen=True, slots=True)
class Record:
    """One activity or organisation; ``element`` is gone as soon as the next one is asked for."""

    element: etree._Element
    number: int
    cls: type[Element]

    @property
    def identifier(self) -> str:
        """What the record calls itself; empty where it does not say."""
        name = "iati-identifier" if self.cls is Activity else "organisation-identifier"
        return (self.element.findtext(name) or "").strip()


@dataclass(frozen=True, slots=True)
class Stray:
    """Something between the records that is none; ``foreign``: of another namespace, at the end."""

    element: etree._Element
    foreign: bool


Part = Root | Record | Stray

_FILES: dict[str, tuple[FileKind, type[Element], str, type[Element]]] = {
    "iati-activities": ("activities", ActivityFile, "iati-activity", Activity),
    "iati-organisations": ("organisations", OrganisationFile, "iati-organisation", Organisation),
}


def stream(source: IO[bytes], limits: Limits | None = None) -> Iterator[Part]:
    """The root, then one part after another, in the order of the file.

    Raises:
        Unreadable: not well-formed, too large, with a document type, or no IATI file at all.
            The parts before the spot have been given already.
    """
    limits = limits or Limits()
    parser = etree.XMLPullParser(
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    yield from _Reading(parser, limits).parts(source)


class _Reading:
    def __init__(self, parser: "etree.XMLPullParser", limits: Limits) -> None:
        self.parser, self.limits = parser, limits
        self.root: etree._Element | None = None
        self.record_tag, self.record_cls = "", Activity
        self.depth = self.count = 0
        self.total = self.since = 0

    def parts(self, source: IO[bytes]) -> Iterator[Part]:
        while chunk := source.read(CHUNK):
            self.total += len(chunk)
            self.since += len(chunk)
            if self.total > self.limits.file_bytes:
                raise Unreadable(too_large(self.limits.file_bytes))
            self._feed(chunk)
            yield from self._events()
            if self.since > self.limits.record_bytes:
                raise Unreadable(too_large(self.limits.record_bytes, record=True))
        self._close()
        yield from self._events()

    def _feed(self, chunk: bytes) -> None:
        try:
            self.parser.feed(chunk)
        except etree.XMLSyntaxError as error:
            raise Unreadable(not_xml(error)) from None

    def _close(self) -> None:
        try:
            self.parser.close()
        except etree.XMLSyntaxError as error:
            raise Unreadable(not_xml(error)) from None

    def _events(self) -> Iterator[Part]:
        for event, element in self.parser.read_events():
            if event == "start":
                self.depth += 1
                if self.depth == 1:
                    yield self._open(element)
            else:
                self.depth -= 1
                if self.depth == 1:
                    yield self._part(element)
                    self._forget(element)

    def _open(self, element: etree._Element) -> Root:
        if element.getroottree().docinfo.doctype:
            raise Unreadable(has_doctype())
        if element.tag not in _FILES:
            raise Unreadable(not_iati(str(element.tag), element.sourceline))
        kind, cls, self.record_tag, record_cls = _FILES[str(element.tag)]
        self.record_cls = record_cls  # type: ignore[assignment]  # either class of record
        self.root = element
        return Root(kind, element, cls)

    def _part(self, element: etree._Element) -> Part:
        if element.tag == self.record_tag:
            self.count += 1
            self.since = 0
            return Record(element, self.count, self.record_cls)
        return Stray(element, foreign=str(element.tag).startswith("{") and self.count > 0)

    def _forget(self, element: etree._Element) -> None:
        element.clear(keep_tail=True)
        while element.getprevious() is not None:
            assert self.root is not None
            del self.root[0]


def too_large(limit: int, *, record: bool = False) -> Finding:
    """The file, or one record of it, is over its limit."""
    what = Text(
        az="Bir qeyd" if record else "Fayl",
        en="One record" if record else "The file",
        ru="Одна запись" if record else "Файл",
    )
    message = Text(
        az="{what} {limit} MB-dan böyükdür və oxunmadı. Onu kiçik fayllara bölün.",
        en="{what} is larger than {limit} MB and was not read. Split it into smaller files.",
        ru="{what} больше {limit} МБ и не прочитан(а). Разделите на файлы поменьше.",
    )
    return Finding("file", "too-large", "error", message.format(what=what, limit=limit // MEGABYTE))


def not_xml(error: etree.XMLSyntaxError) -> Finding:
    """The file is not well-formed XML; the parser's own words follow."""
    message = Text(
        az="Fayl XML kimi oxunmur: {line}-ci sətir, {column}-ci simvol ({reason}).",
        en="The file cannot be read as XML: line {line}, character {column} ({reason}).",
        ru="Файл не читается как XML: строка {line}, символ {column} ({reason}).",
    )
    line, column = error.position
    reason = (error.msg or "").split(", line ")[0]
    filled = message.format(line=line, column=column, reason=reason)
    return Finding("file", "not-xml", "error", filled, line=line)


def has_doctype() -> Finding:
    """The file brings a document type, in which entities could be hidden."""
    message = Text(
        az="Faylda sənəd növü bəyannaməsi (<!DOCTYPE>) var. Təhlükəsizlik üçün belə fayl "
        "oxunmur: bəyannaməni silin.",
        en="The file carries a document type (<!DOCTYPE>). For safety such a file is not read: "
        "remove the declaration.",
        ru="В файле есть объявление типа документа (<!DOCTYPE>). В целях безопасности такой файл "
        "не читается: удалите объявление.",
    )
    return Finding("file", "doctype", "error", message)


def not_iati(name: str, line: int | None) -> Finding:
    """The root element is none of the two the standard knows."""
    message = Text(
        az="Bu, IATI faylı deyil: birinci element <iati-activities> və ya <iati-organisations> "
        "olmalıdır, burada isə <{name}>.",
        en="This is no IATI file: its first element must be <iati-activities> or "
        "<iati-organisations>, here it is <{name}>.",
        ru="Это не файл IATI: первым элементом должен быть <iati-activities> или "
        "<iati-organisations>, а здесь <{name}>.",
    )
    shown = etree.QName(name).localname
    return Finding("file", "not-iati", "error", message.format(name=shown), line=line)
