"""The chain over the trail: verifying it, remembering its head."""

import hashlib
from collections.abc import Generator, Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from typing import Any

from django.db import connection, transaction
from psycopg.sql import SQL, Literal

from korpu.kernel.texts import Text

ZERO = bytes(32)
StoredLink = tuple[int, int, bytes, str | None]
_NEARBY = 1000
_CHUNK = 10_000  # links read at a time: small enough that the server sorts them in memory
_RANGE = "select min(event_id), max(event_id) from audit_seal where seq > %s and seq <= %s"
_STREAM = """
  copy (select s.seq, s.event_id, s.hash, e.body
          from (select * from audit_seal where seq > {after} and seq <= {until}) s
          left join (select id, body from audit_event where id between {first} and {last}) e
            on e.id = s.event_id
         order by s.seq)
  to stdout (format binary)"""


class FaultKind(Enum):
    """What is wrong with the chain at its first bad place."""

    ALTERED = Text(
        az="{seq} nömrəli yazı və ya onun möhürü dəyişdirilib.",
        en="Record {seq} or its seal has been altered.",
        ru="Запись № {seq} или её печать была изменена.",
    )
    REMOVED = Text(
        az="{seq} nömrəli yazı silinib.",
        en="Record {seq} has been removed.",
        ru="Запись № {seq} удалена.",
    )
    REORDERED = Text(
        az="{seq} nömrəli yazının yeri dəyişdirilib.",
        en="Record {seq} stands in another record's place.",
        ru="Запись № {seq} стоит на месте другой записи.",
    )
    INSERTED = Text(
        az="{event} açarlı hadisə zəncirdən kənarda əlavə edilib.",
        en="The event with key {event} was inserted outside the chain.",
        ru="Событие с ключом {event} добавлено в обход цепочки.",
    )
    CUT = Text(
        az="Zəncir {seq} nömrəsindən əvvəl kəsilib: saxlanmış nişan daha uzundur.",
        en="The chain has been cut before record {seq}: a kept anchor reaches further.",
        ru="Цепочка обрезана до записи № {seq}: сохранённая отметка указывает дальше.",
    )
    REWRITTEN = Text(
        az="Zəncir {seq} nömrəsindən əvvəl yenidən yazılıb: saxlanmış nişan uyğun gəlmir.",
        en="The chain was rewritten before record {seq}: a kept anchor does not match.",
        ru="Цепочка переписана до записи № {seq}: сохранённая отметка не совпадает.",
    )


@dataclass(frozen=True, slots=True)
class Fault:
    """The first bad place. ``seq``: number in the chain, 0 where the event never got one."""

    kind: FaultKind
    seq: int
    event_id: int | None = None

    @property
    def sentence(self) -> Text:
        return self.kind.value.format(seq=self.seq, event=self.event_id or "–")


@dataclass(frozen=True, slots=True)
class Head:
    """A place of the chain that was or is its end; kept outside, it is an anchor."""

    seq: int
    hash: bytes

    def __str__(self) -> str:
        return f"{self.seq}:{self.hash.hex()}"

    @classmethod
    def parse(cls, written: str) -> "Head":
        """Read ``str(head)`` back.

        Raises:
            ValueError: it is not ``<number>:<64 hexadecimal digits>``.
        """
        number, _, digest = written.strip().partition(":")
        head = cls(int(number), bytes.fromhex(digest))
        if head.seq < 0 or len(head.hash) != len(ZERO):
            raise ValueError("An anchor is written <number>:<64 hexadecimal digits>.")
        return head


@dataclass(frozen=True, slots=True)
class Verification:
    """What a verification found. ``fault`` None: the chain is sound up to ``head``."""

    rows: int
    head: Head
    fault: Fault | None
    waiting: int

    @property
    def sound(self) -> bool:
        return self.fault is None


def links() -> Generator[StoredLink, None, None]:
    """The chain as stored, in order: (number, event key, hash, body). Streams.

    Grain: one row per sealed event. The body is None where the event is gone.
    """
    end = head().seq
    for after in range(0, end, _CHUNK):
        yield from _chunk(after, min(after + _CHUNK, end))


def _chunk(after: int, until: int) -> Generator[StoredLink, None, None]:
    # The savepoint: a stream that is left early is cancelled, and what follows must go on.
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_RANGE, [after, until])
        first, last = cursor.fetchone()
        numbers = {"after": after, "until": until, "first": first or 0, "last": last or 0}
        query = SQL(_STREAM).format(**{name: Literal(one) for name, one in numbers.items()})
        raw: Any = cursor.connection.cursor()
        with raw.copy(query) as copy:
            copy.set_types(["int8", "int8", "bytea", "text"])
            yield from copy.rows()


def verify(anchors: Iterable[Head] = ()) -> Verification:
    """Recompute every hash and find the first place that does not fit.

    Must run as somebody who may read the whole trail. The anchors kept in the database are
    compared too; only anchors kept elsewhere can reveal a chain that was cut or rewritten together
    with them.

    Args:
        anchors: heads kept elsewhere.
    """
    known: dict[int, set[bytes]] = {}
    for anchor in (*anchors, *kept_anchors()):
        known.setdefault(anchor.seq, set()).add(anchor.hash)
    with closing(links()) as chain:
        rows, last, fault = _walk(chain, known)
    if fault is not None and fault.kind is FaultKind.ALTERED:
        fault = _told_apart(fault, last)
    fault = fault or _cut(known, rows) or _inserted()
    return Verification(rows, Head(rows, last), fault, waiting_count())


def _walk(
    chain: Iterable[StoredLink], known: Mapping[int, set[bytes]]
) -> tuple[int, bytes, Fault | None]:
    """Sound rows before the end or the first bad place, the last sound hash, what is bad there."""
    sha256, previous, count = hashlib.sha256, ZERO, 0
    for seq, event_id, sealed, body in chain:
        if seq != count + 1 or body is None:
            return count, previous, Fault(FaultKind.REMOVED, count + 1)
        if sha256(previous + seq.to_bytes(8, "big") + body.encode()).digest() != sealed:
            return count, previous, Fault(FaultKind.ALTERED, seq, event_id)
        if seq in known and known[seq] != {sealed}:
            return count, previous, Fault(FaultKind.REWRITTEN, seq, event_id)
        previous, count = sealed, seq
    return count, previous, None


def head() -> Head:
    """The end of the chain as stored; number 0 while nothing is sealed."""
    row = _one("select seq, hash from audit_seal order by seq desc limit 1")
    return Head(row[0], bytes(row[1])) if row else Head(0, ZERO)


def waiting_count() -> int:
    """Events written and not sealed yet."""
    row = _one("select count(*) from audit_pending")
    return int(row[0]) if row else 0


def take_anchor() -> Head:
    """Remember the present head in the database, and return it to be kept elsewhere."""
    _one("select korpu_audit_take_anchor()")
    return head()


def kept_anchors() -> list[Head]:
    """The anchors remembered in the database, oldest first."""
    with connection.cursor() as cursor:
        cursor.execute("select seq, hash from audit_anchor order by id")
        return [Head(seq, bytes(digest)) for seq, digest in cursor.fetchall()]


def last_anchor_at() -> datetime | None:
    """When the latest anchor was taken; None: never."""
    row = _one("select max(taken_at) from audit_anchor")
    return row[0] if row else None


def _cut(known: Mapping[int, set[bytes]], last: int) -> Fault | None:
    beyond = [seq for seq in known if seq > last]
    return Fault(FaultKind.CUT, min(beyond)) if beyond else None


def _inserted() -> Fault | None:
    row = _one(
        "select min(e.id) from audit_event e"
        " where not exists (select from audit_seal s where s.event_id = e.id)"
        " and not exists (select from audit_pending p where p.event_id = e.id)"
    )
    return Fault(FaultKind.INSERTED, 0, row[0]) if row and row[0] is not None else None


def _told_apart(fault: Fault, previous: bytes) -> Fault:
    """Reordered rather than altered when the seal was made for a record that stands nearby."""
    with connection.cursor() as cursor:
        cursor.execute("select hash from audit_seal where seq = %s", [fault.seq])
        ((sealed,),) = cursor.fetchall()
        cursor.execute(
            "select e.body from audit_seal s join audit_event e on e.id = s.event_id"
            " where s.seq between %s and %s",
            [fault.seq - _NEARBY, fault.seq + _NEARBY],
        )
        before = previous + fault.seq.to_bytes(8, "big")
        for (body,) in cursor.fetchall():
            if hashlib.sha256(before + body.encode()).digest() == bytes(sealed):
                return replace(fault, kind=FaultKind.REORDERED)
    return fault


def _one(query: str) -> tuple[Any, ...] | None:
    with connection.cursor() as cursor:
        cursor.execute(query)
        row: tuple[Any, ...] | None = cursor.fetchone()
        return row
