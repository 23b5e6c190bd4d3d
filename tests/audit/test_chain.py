"""The trail cannot be altered unnoticed: each kind of tampering is named at its first place."""

import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import DatabaseError, ProgrammingError, connection, transaction

from korpu.foundations.accounts.testing import make_actor, make_office
from korpu.foundations.audit.api import (
    FaultKind,
    Head,
    Verification,
    record_reading,
    seal,
    take_anchor,
    verify,
    write_bundle,
)
from korpu.foundations.audit.chain import head
from korpu.foundations.audit.running import reading_all
from korpu.kernel.ids import new_id

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def sql(statement: str, *values: object) -> object:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchone()[0] if cursor.description else None


def check(*anchors: Head) -> Verification:
    with reading_all():
        return verify(anchors)


@pytest.fixture
def sealed() -> int:
    """A chain of some length; returns the length."""
    make_office("one")
    make_actor("auditor")
    seal()
    with reading_all():
        return head().seq


@pytest.fixture
def tamper(as_role) -> Callable[..., None]:
    """Change the trail as a dishonest owner of the database would: with its guards switched off."""

    def run(*statements: str) -> None:
        with as_role("korpu_owner"):
            for table in ("audit_event", "audit_seal", "audit_pending"):
                sql(f"alter table {table} disable trigger user")
            sql("set constraints all immediate")
            for statement in statements:
                sql(statement)
            sql("set constraints all immediate")
            for table in ("audit_event", "audit_seal", "audit_pending"):
                sql(f"alter table {table} enable trigger user")

    return run


def test_an_untouched_chain_is_sound(sealed: int) -> None:
    result = check()
    assert result.sound
    assert result.rows == sealed > 5
    assert result.waiting == 0


def test_an_altered_record_is_named(sealed: int, tamper) -> None:
    tamper("""update audit_event set body = replace(body, '"at"', '"At"')
              where id = (select event_id from audit_seal where seq = 3)""")
    assert (check().fault.kind, check().fault.seq) == (FaultKind.ALTERED, 3)


def test_a_removed_record_is_named(sealed: int, tamper) -> None:
    tamper(
        "create temp table gone on commit drop as select event_id from audit_seal where seq = 4",
        "delete from audit_seal where seq = 4",
        "delete from audit_event where id = (select event_id from gone)",
    )
    assert (check().fault.kind, check().fault.seq) == (FaultKind.REMOVED, 4)


def test_records_that_changed_places_are_named(sealed: int, tamper) -> None:
    tamper(
        "alter table audit_seal drop constraint audit_seal_event_id_key",
        """update audit_seal a set event_id = b.event_id from audit_seal b
            where (a.seq, b.seq) in ((2, 4), (4, 2))""",
    )
    assert (check().fault.kind, check().fault.seq) == (FaultKind.REORDERED, 2)


def test_a_record_slipped_in_beside_the_chain_is_named(sealed: int, tamper) -> None:
    tamper("""insert into audit_event (body) values ('{"kind": "reading", "type": "x"}')""")
    fault = check().fault
    assert fault.kind is FaultKind.INSERTED
    assert fault.event_id == sql_as_service("select max(id) from audit_event")


def test_a_record_slipped_into_the_chain_is_named(sealed: int, tamper) -> None:
    tamper(
        """insert into audit_event (body) values ('{"kind": "reading", "type": "x"}')""",
        "update audit_seal set seq = seq + 1000000 where seq > 3",
        "update audit_seal set seq = seq - 999999 where seq > 1000000",
        """insert into audit_seal (seq, event_id, hash)
           select 4, max(id), sha256('guess') from audit_event""",
    )
    assert check().fault.seq == 4


def test_a_cut_chain_is_revealed_by_an_anchor(sealed: int, tamper) -> None:
    with reading_all():
        kept = head()
    tamper(
        f"create temp table gone on commit drop as select event_id from audit_seal"
        f" where seq = {sealed}",
        f"delete from audit_seal where seq = {sealed}",
        "delete from audit_event where id = (select event_id from gone)",
    )
    assert check().sound
    assert (check(kept).fault.kind, check(kept).fault.seq) == (FaultKind.CUT, sealed)


def test_a_chain_rewritten_to_its_end_is_revealed_by_an_anchor(sealed: int, tamper) -> None:
    with reading_all():
        kept = take_anchor()
    rebuild = """
      do $$ declare previous bytea := decode(repeat('00', 32), 'hex'); link record; begin
        for link in select s.seq, e.body from audit_seal s join audit_event e on e.id = s.event_id
                     order by s.seq loop
          previous := korpu_audit_link(previous, link.seq, link.body);
          update audit_seal set hash = previous where seq = link.seq;
        end loop; end $$"""
    tamper("update audit_event set body = replace(body, 'one', 'two')", rebuild)
    fault = check(kept).fault
    assert (fault.kind, fault.seq) == (FaultKind.REWRITTEN, kept.seq)


@pytest.mark.parametrize(
    "statement",
    [
        "update audit_event set body = '{}'",
        "delete from audit_event",
        "update audit_seal set hash = sha256('x')",
        "delete from audit_seal",
        "delete from audit_anchor",
        "truncate audit_event cascade",
    ],
)
def test_even_the_owner_changes_and_removes_nothing(sealed: int, as_role, statement: str) -> None:
    with reading_all():
        take_anchor()
    with pytest.raises(ProgrammingError, match="never changed or removed"), as_role("korpu_owner"):
        sql(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "insert into audit_event (body) values ('{}')",
        "select korpu_audit_add('{}')",
        "insert into audit_pending (event_id) values (1)",
        "insert into audit_seal (seq, event_id, hash) values (999, 1, sha256('x'))",
        """select korpu_audit_note('[{"kind": "change", "type": "x"}]')""",
    ],
)
def test_the_application_writes_through_the_door_alone(sealed: int, statement: str) -> None:
    with (
        pytest.raises(DatabaseError, match=r"own functions|row-level|themselves|permission denied"),
        transaction.atomic(),
    ):
        sql(statement)


def test_events_committed_out_of_order_are_sealed_without_a_gap(sealed: int) -> None:
    for _ in range(3):
        record_reading(
            actor=make_actor("auditor"), object_type="x.y", object_uuid=new_id(), purpose="p"
        )
    assert check().waiting != 0
    assert seal(2) == 2
    assert check().sound
    seal()
    assert check().rows > sealed + 2
    assert check().waiting == 0


@pytest.fixture
def bundle(sealed: int, tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "trail.zip"
    with reading_all():
        write_bundle(path, at=NOW)
    return path


def stand_alone(bundle: Path, *options: str) -> subprocess.CompletedProcess[str]:
    verifier = bundle.parent / "verify.py"
    with zipfile.ZipFile(bundle) as archive:
        verifier.write_bytes(archive.read("verify.py"))
    return subprocess.run(
        [sys.executable, "-I", str(verifier), str(bundle), *options],
        capture_output=True,
        text=True,
        check=False,
    )


def rewritten(bundle: Path, change: Callable[[list[dict]], None]) -> Path:
    target = bundle.parent / "changed.zip"
    with zipfile.ZipFile(bundle) as old, zipfile.ZipFile(target, "w") as new:
        records = [json.loads(line) for line in old.read("events.jsonl").splitlines()]
        change(records)
        lines = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
        for name in ("manifest.json", "verify.py"):
            new.writestr(name, old.read(name))
        new.writestr("events.jsonl", lines)
    return target


def test_a_third_party_verifies_the_bundle_without_our_database(bundle: Path, sealed: int) -> None:
    result = stand_alone(bundle)
    assert result.returncode == 0, result.stderr
    assert f"Sound: {sealed} records" in result.stdout


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda records: records[2].update(body="{}"), "record 3 does not fit"),
        (lambda records: records.pop(1), "record 2 is missing"),
        (lambda records: records.pop(), "manifest names another head"),
        (lambda records: records.reverse(), "record 1 is missing"),
    ],
)
def test_a_third_party_sees_what_was_done_to_the_bundle(bundle: Path, change, sentence) -> None:
    result = stand_alone(rewritten(bundle, change))
    assert result.returncode == 1
    assert sentence in result.stderr


def test_a_third_partys_own_anchor_reveals_a_cut_bundle(bundle: Path, sealed: int) -> None:
    result = stand_alone(bundle, "--anchor", f"{sealed + 1}:{'ab' * 32}")
    assert result.returncode == 1
    assert f"an anchor names record {sealed + 1}" in result.stderr


def test_a_bundle_can_be_written_into_memory(sealed: int) -> None:
    target = io.BytesIO()
    with reading_all():
        assert write_bundle(target, at=NOW).seq == sealed


def test_an_anchor_reads_back_as_it_was_printed(sealed: int) -> None:
    with reading_all():
        kept = head()
    assert Head.parse(str(kept)) == kept
    with pytest.raises(ValueError, match="anchor is written"):
        Head.parse("12:abcd")


def sql_as_service(statement: str) -> object:
    with reading_all():
        return sql(statement)
