"""From the model to a file: the standard's order, one spelling of each value, the same bytes.

Two records that are equal are written alike, whoever writes them and when: attributes and
elements in the order of the model, values in one canonical form, two spaces for each level.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime

from korpu.engines.iati.declaring import ChildShape, Element, Shape, shape_of
from korpu.engines.iati.model.activity import Activity, ActivityFile
from korpu.engines.iati.model.organisation import Organisation, OrganisationFile
from korpu.engines.iati.stream import FileKind
from korpu.kernel.errors import InvalidInput
from korpu.kernel.texts import Text

VERSION = "2.03"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_TEXT = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}
_ATTRIBUTE = {**_TEXT, '"': "&quot;", "\n": "&#10;", "\t": "&#9;"}
_TEXT_TABLE, _ATTRIBUTE_TABLE = str.maketrans(_TEXT), str.maketrans(_ATTRIBUTE)


def write_activities(activities: Iterable[Activity], *, generated_at: datetime | None) -> bytes:
    """A whole file of activities.

    Raises:
        InvalidInput: a text holds a character that XML cannot carry.
    """
    opening = ActivityFile(version=VERSION, generated_datetime=generated_at)
    return b"".join(write_file(opening, activities))


def write_organisations(
    organisations: Iterable[Organisation], *, generated_at: datetime | None
) -> bytes:
    """A whole file of organisations.

    Raises:
        InvalidInput: a text holds a character that XML cannot carry.
    """
    opening = OrganisationFile(version=VERSION, generated_datetime=generated_at)
    return b"".join(write_file(opening, organisations))


def write_file(
    opening: ActivityFile | OrganisationFile, records: Iterable[Element]
) -> Iterator[bytes]:
    """A file in pieces, one record each, so that a large one need not be held in memory.

    Args:
        opening: the root's own attributes; records it holds come before ``records``.
        records: activities or organisations.
    """
    shape = shape_of(type(opening))
    name = "iati-activities" if isinstance(opening, ActivityFile) else "iati-organisations"
    yield f"{HEAD}<{name}{_attributes(opening, shape)}>\n".encode()
    known = shape.children[0]
    for record in (*getattr(opening, known.field), *records):
        yield write_record(record, indent=1).encode()
    yield f"</{name}>\n".encode()


def wrap_records(written: Iterable[str], *, kind: FileKind, generated_at: datetime | None) -> bytes:
    """Records that :func:`write_record` wrote one level deep, as a whole file."""
    opening: ActivityFile | OrganisationFile
    if kind == "activities":
        opening = ActivityFile(version=VERSION, generated_datetime=generated_at)
    else:
        opening = OrganisationFile(version=VERSION, generated_datetime=generated_at)
    head, tail = write_file(opening, ())
    return b"".join((head, *(each.encode() for each in written), tail))


def write_record(record: Element, *, indent: int = 0) -> str:
    """One activity or organisation as XML, each line shifted by ``indent`` levels."""
    name = "iati-activity" if isinstance(record, Activity) else "iati-organisation"
    pieces: list[str] = []
    _element(name, record, shape_of(type(record)), "  " * indent, pieces)
    written = "".join(pieces)
    if _FORBIDDEN.search(written):
        raise InvalidInput(
            Text(
                az="Mətndə faylda yazıla bilməyən idarəedici simvol var: onu silin.",
                en="A text holds a control character that cannot be written to a file: remove it.",
                ru="В тексте есть управляющий символ, который нельзя записать в файл: удалите его.",
            )
        )
    return written


def _element(name: str, value: Element, shape: Shape, indent: str, pieces: list[str]) -> None:
    head = f"{indent}<{name}{_attributes(value, shape)}"
    if shape.text is not None:
        own = getattr(value, shape.text_field)
        text = "" if own is None else shape.text.write(own).translate(_TEXT_TABLE)
        pieces.append(f"{head}>{text}</{name}>\n" if text else f"{head}/>\n")
        return
    inner: list[str] = []
    deeper = indent + "  "
    for known in shape.children:
        _part(known, getattr(value, known.field), deeper, inner)
    if inner:
        pieces.append(f"{head}>\n")
        pieces.extend(inner)
        pieces.append(f"{indent}</{name}>\n")
    else:
        pieces.append(f"{head}/>\n")


def _part(known: ChildShape, value: object, indent: str, pieces: list[str]) -> None:
    if value is None or value == ():
        return
    if known.kind is not None:
        text = known.kind.write(value).translate(_TEXT_TABLE)
        pieces.append(f"{indent}<{known.name}>{text}</{known.name}>\n")
        return
    assert known.shape is not None
    for each in value if isinstance(value, tuple) else (value,):
        _element(known.name, each, known.shape, indent, pieces)


def _attributes(value: Element, shape: Shape) -> str:
    written = ""
    for known in shape.attributes.values():
        own = getattr(value, known.field)
        if own is not None:
            written += f' {known.name}="{known.kind.write(own).translate(_ATTRIBUTE_TABLE)}"'
    return written
