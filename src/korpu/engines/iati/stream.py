"""Reading a file record by record, in bounded memory, whatever somebody put into it.

A file from outside is hostile until it has been read: a document type is refused before anything
in it is expanded, nothing is fetched, depth and size have limits, and a record is thrown away once
it has been looked at.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import IO, Literal

from lxml import etree

from korpu.engines.iati.declaring import Element, Node
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


class Unreadable(Exception):  # it says what the file is
    """The file cannot be read any further; the finding says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(str(finding.message))
        self.finding = finding


@dataclass(frozen=True, slots=True)
class Root:
    """The opening of a file: which kind it is; ``element`` has the attributes and no records."""

    kind: FileKind
    element: Node
    cls: type[Element]

    @property
    def name(self) -> str:
        """The name of the root element."""
        return str(self.element.tag)


@dataclass(frozen=True, slots=True)
class Record:
    """One activity or organisation; ``element`` is gone as soon as the next one is asked for."""

    element: Node
    number: int
    cls: type[Activity] | type[Organisation]

    @property
    def identifier(self) -> str:
        """What the record calls itself; empty where it does not say."""
        name = "iati-identifier" if self.cls is Activity else "organisation-identifier"
        return (self.element.findtext(name) or "").strip()


@dataclass(frozen=True, slots=True)
class Stray:
    """Something between the records that is none; ``foreign``: of another namespace, at the end."""

    element: Node
    foreign: bool


Part = Root | Record | Stray

_FILES: dict[str, tuple[FileKind, type[Element], str, type[Activity] | type[Organisation]]] = {
    "iati-activities": ("activities", ActivityFile, "iati-activity", Activity),
    "iati-organisations": ("organisations", OrganisationFile, "iati-organisation", Organisation),
}


def stream(source: IO[bytes], limits: Limits | None = None) -> Iterator[Part]:
    """The root, then one part after another, in the order of the file.

    Raises:
        Unreadable: not well-formed, too large, with a document type, or no IATI file at all.
            The parts before the spot have been given already.
    """
    yield from _Reading(limits or Limits()).parts(source)


def _parser(*events: Literal["start", "end"], tag: str | None = None) -> etree.XMLPullParser:
    return etree.XMLPullParser(
        events=events,
        tag=tag,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


class _Reading:
    """First a parser that stops at the root, then one that reports whole records only."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.count = self.total = self.since = 0

    def parts(self, source: IO[bytes]) -> Iterator[Part]:
        head, kind, cls, record_tag, record_cls = self._open(source)
        parser = _parser("start", "end", tag=record_tag)
        root: Node | None = None
        for chunk in chain(head, self._chunks(source)):
            for event, element in self._fed(parser, chunk):
                if root is None:
                    root = element if element.getparent() is None else element.getparent()
                    assert root is not None
                    yield Root(kind, root, cls)
                if event == "end" and element.getparent() is root:
                    yield from _strays_before(element)
                    self.count += 1
                    self.since = 0
                    yield Record(element, self.count, record_cls)
                    _forget(element, root)
        last = self._close(parser)
        if root is None:
            yield Root(kind, last, cls)
        for stray in last.iterchildren():
            if stray.tag != record_tag:
                yield Stray(stray, foreign=str(stray.tag).startswith("{"))

    def _open(self, source: IO[bytes]) -> "_Opened":
        parser = _parser("start")
        head: list[bytes] = []
        for chunk in self._chunks(source):
            head.append(chunk)
            for _, root in self._fed(parser, chunk):
                if root.getroottree().docinfo.doctype:
                    raise Unreadable(has_doctype())
                if root.tag not in _FILES:
                    raise Unreadable(not_iati(str(root.tag), root.sourceline))
                return (head, *_FILES[str(root.tag)])
        self._close(parser)
        raise AssertionError("a document without an element is not well-formed")

    def _chunks(self, source: IO[bytes]) -> Iterator[bytes]:
        while chunk := source.read(CHUNK):
            self.total += len(chunk)
            if self.total > self.limits.file_bytes:
                raise Unreadable(too_large(self.limits.file_bytes))
            yield chunk

    def _fed(self, parser: etree.XMLPullParser, chunk: bytes) -> Iterator[tuple[str, Node]]:
        self.since += len(chunk)
        try:
            parser.feed(chunk)
        except etree.XMLSyntaxError as error:
            raise Unreadable(not_xml(error)) from None
        yield from parser.read_events()
        if self.since > self.limits.record_bytes:
            raise Unreadable(too_large(self.limits.record_bytes, record=True))

    def _close(self, parser: etree.XMLPullParser) -> Node:
        try:
            return parser.close()
        except etree.XMLSyntaxError as error:
            raise Unreadable(not_xml(error)) from None


_Opened = tuple[list[bytes], FileKind, type[Element], str, type[Activity] | type[Organisation]]


def _strays_before(record: Node) -> Iterator[Stray]:
    for each in record.itersiblings(preceding=True):
        if each.tag != record.tag:
            yield Stray(each, foreign=False)


def _forget(record: Node, root: Node) -> None:
    record.clear(keep_tail=True)
    while record.getprevious() is not None:
        del root[0]


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
