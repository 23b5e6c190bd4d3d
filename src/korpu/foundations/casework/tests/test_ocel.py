"""The logs of cases leave the house as a valid event log in which nobody is named."""

import json
import sqlite3
from argparse import Namespace
from pathlib import Path

import pytest
from django.db import connection

from korpu.engines.procedure.ocel import check_json
from korpu.foundations.accounts.api import acting
from korpu.foundations.accounts.testing import make_actor
from korpu.foundations.casework.command import export_ocel, name_deviations
from korpu.foundations.casework.testing import act, make_case

pytestmark = pytest.mark.django_db


def test_the_export_is_valid_and_the_replay_finds_an_act_smuggled_into_the_database(
    tmp_path: Path, as_owner, capsys: pytest.CaptureFixture[str]
) -> None:
    officer = make_actor("readmission_officer")
    with acting(officer):
        case = make_case(actor=officer)
        act(case, "begin_examination", officer, note="A note with a name.")
    assert export_ocel(Namespace(file=tmp_path / "log.json")) == 0
    assert export_ocel(Namespace(file=tmp_path / "log.sqlite")) == 0
    content = json.loads((tmp_path / "log.json").read_text())
    assert check_json(content) == []
    assert [each["type"] for each in content["events"]] == [
        "submit_application",
        "begin_examination",
    ]
    assert "A note with a name." not in (tmp_path / "log.json").read_text()
    assert officer.account is not None
    assert officer.account.full_name not in (tmp_path / "log.json").read_text()
    with sqlite3.connect(tmp_path / "log.sqlite") as database:
        assert database.execute("select count(*) from event").fetchone() == (2,)
    assert name_deviations(Namespace()) == 0
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("set constraints all immediate")
        cursor.execute("alter table casework_act disable trigger casework_act_append_only")
        cursor.execute("update casework_act set act = 'confirm_arrival' where seq = 2")
        cursor.execute("alter table casework_act enable trigger casework_act_append_only")
    capsys.readouterr()
    assert name_deviations(Namespace()) == 1
    assert "entry 2 confirm_arrival" in capsys.readouterr().out
