from pathlib import Path

from django.db import migrations

from korpu.foundations.accounts.operations import ProtectTable
from korpu.foundations.audit.operations import AuditTable

SQL = Path(__file__).parent / "sql"
MINE = "any((select korpu_compartments())::bigint[])"
ME = "(select korpu_actor())"
BASIC_KINDS = (
    "'surname', 'given_names', 'patronymic', 'other_name', 'language', 'phone', 'email', 'address'"
)
PERSON = ("persons_person", "person_id")


def _involved(person: str) -> str:
    return (
        f"exists (select from persons_involvement i where i.person_id = {person}"
        f" and i.compartment_id = {MINE})"
    )


def _registered(person: str) -> str:
    return (
        f"exists (select from persons_person p where p.id = {person} and p.compartment_id = {MINE})"
    )


def _granted(person: str, scope: str = "") -> str:
    only = f" and g.scope = '{scope}'" if scope else ""
    return (
        f"exists (select from persons_readinggrant g where g.person_id = {person}"
        " and g.ended_at is null and korpu_today() between g.valid_from and g.valid_until"
        f" and (g.user_id = {ME} or g.compartment_id = {MINE}){only})"
    )


def _held(person: str) -> str:
    """The file is one of the reader's own offices'."""
    return f"({_involved(person)} or {_registered(person)})"


def _open(person: str) -> str:
    """The whole file is open to the reader."""
    return f"({_held(person)} or {_granted(person, 'full')})"


OWN_PERSON = (
    f"compartment_id = {MINE} or {_involved('persons_person.id')} or exists (select from"
    " persons_merge m where m.absorbed_id = persons_person.id and m.undone_at is null)"
)
NOT_CONFIDENTIAL = f"(confidential_to_id is null or confidential_to_id = {MINE})"


def _script(name: str, undo: str) -> migrations.RunSQL:
    return migrations.RunSQL((SQL / name).read_text(encoding="utf-8"), undo)


class Migration(migrations.Migration):
    dependencies = [
        ("persons", "0001_initial"),
        ("accounts", "0002_access"),
        ("audit", "0001_initial"),
        ("organisations", "0001_initial"),
    ]
    operations = [
        _script("text.sql", "drop function az_sort(text); drop function az_fold(text);"),
        _script(
            "gate.sql",
            "drop function korpu_gate(bigint[], date); drop function korpu_person_kept(uuid);"
            "drop function korpu_person_cluster(bigint[]);",
        ),
        _script(
            "merging.sql",
            "drop function korpu_person_move(bigint); drop function korpu_person_return(bigint);"
            "drop function korpu_person_repoint(bigint, bigint);",
        ),
        _script(
            "search.sql",
            "drop function korpu_index_person(bigint, text, smallint, text, text[], text[], jsonb);"
            "drop function korpu_unindex_person(bigint);"
            "drop function korpu_person_candidates"
            "(text[], text[], jsonb, smallint[], boolean, integer);"
            "drop function korpu_name_tokens(text, text, text[], boolean);"
            "drop function korpu_persons_by_document(text);"
            "drop function korpu_person_known_by(bigint[]);"
            "drop function korpu_person_entries(uuid[]);"
            "drop function korpu_registered_since(text[], timestamptz, timestamptz);",
        ),
        _script(
            "grants.sql",
            "drop trigger grant_guard on persons_readinggrant;"
            "drop function korpu_reading_grant_guard();",
        ),
        ProtectTable(
            "persons_person",
            using=f"{OWN_PERSON} or {_granted('persons_person.id')}",
            check=OWN_PERSON,
            delete="false",
        ),
        ProtectTable("persons_involvement", using=f"compartment_id = {MINE}"),
        ProtectTable(
            "persons_identityfact",
            using=f"{NOT_CONFIDENTIAL} and ({_open('person_id')}"
            f" or (kind in ({BASIC_KINDS}) and {_granted('person_id')}))",
            check=f"{NOT_CONFIDENTIAL} and {_held('person_id')}",
            delete="false",
        ),
        ProtectTable(
            "persons_helddocument",
            using=_open("person_id"),
            check=_held("person_id"),
            delete="false",
        ),
        ProtectTable(
            "persons_relation",
            using=f"{_open('person_id')} or {_open('relative_id')}",
            check=f"{_held('person_id')} or {_held('relative_id')}",
            delete="false",
        ),
        ProtectTable(
            "persons_merge",
            using=f"compartment_id = {MINE} or {_involved('kept_id')}",
            delete="false",
        ),
        ProtectTable(
            "persons_readinggrant",
            using=f"user_id = {ME} or compartment_id = {MINE} or granted_in_id = {MINE}",
            check=f"granted_in_id = {MINE}",
            delete="false",
        ),
        ProtectTable("persons_protectionhold", using=f"compartment_id = {MINE}", delete="false"),
        ProtectTable("persons_searchreceipt", using=f"actor_id = {ME}", delete="false"),
        # What only the functions of this room read and write.
        *(
            ProtectTable(f"persons_{table}", using="false")
            for table in (
                "mergemove",
                "nametoken",
                "quietbusiness",
                "searchentry",
                "searchpair",
                "tokenneighbour",
            )
        ),
        migrations.RunSQL(
            "insert into persons_quietbusiness values ('protection'), ('asylum')",
            "delete from persons_quietbusiness",
        ),
        AuditTable("persons_person"),
        *(
            AuditTable(f"persons_{table}", parent=PERSON)
            for table in (
                "involvement",
                "identityfact",
                "helddocument",
                "relation",
                "readinggrant",
            )
        ),
        AuditTable("persons_merge", parent=("persons_person", "kept_id")),
        # That a hold exists and changes is noted; what it rests on stays with its compartment.
        AuditTable("persons_protectionhold", mask=("kind", "source", "ending_reason")),
    ]
