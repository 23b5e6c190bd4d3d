"""Auditors read words, not names of tables."""

import re
from pathlib import Path

import pytest
from django.db import connection

import korpu
from korpu.foundations.audit.things import name_things, named_things, thing
from korpu.kernel.texts import Text, speaking

CALL = re.compile(r'object_type="([a-z_.]+)"')


@pytest.mark.django_db
def test_every_audited_table_has_a_name() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "select tgrelid::regclass::text from pg_trigger where tgname = 'korpu_audit'"
        )
        tables = {name for (name,) in cursor.fetchall()}
    assert tables - named_things() == set()


def test_every_kind_of_thing_read_has_a_name() -> None:
    sources = [
        file for file in Path(korpu.__file__).parent.rglob("*.py") if "/tests/" not in str(file)
    ]
    read = {kind for file in sources for kind in CALL.findall(file.read_text(encoding="utf-8"))}
    assert len(read) > 5
    assert read - named_things() == set()


def test_a_name_is_given_once_and_said_in_the_readers_language() -> None:
    with speaking("ru"):
        assert thing("casework_case") == "Дело"
    assert thing("no_such_table") == "no_such_table"
    with pytest.raises(ValueError, match="named twice"):
        name_things({"casework_case": Text(az="x", en="y", ru="z")})
