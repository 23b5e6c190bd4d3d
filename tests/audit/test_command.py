"""``korpu audit``: what an operator types."""

import argparse
import re
from pathlib import Path

import pytest

from korpu.foundations.accounts.testing import make_actor
from korpu.foundations.audit.command import add_parser
from korpu.foundations.audit.models import Event
from korpu.foundations.audit.running import reading_all

pytestmark = pytest.mark.django_db


def korpu(*words: str) -> int:
    parser = argparse.ArgumentParser()
    add_parser(parser.add_subparsers(required=True))
    options = parser.parse_args(words)
    return int(options.run(options))


def test_verifying_says_how_much_is_sound_and_is_noted_itself(capsys) -> None:
    make_actor("auditor")
    assert korpu("audit", "anchor") == 0
    assert korpu("audit", "verify") == 0
    assert re.search(r"Sound: \d+ records", capsys.readouterr().out)
    with reading_all():
        assert Event.objects.filter(kind="check").count() == 1


def test_a_kept_anchor_that_does_not_fit_ends_with_one(capsys, tmp_path: Path) -> None:
    make_actor("auditor")
    korpu("audit", "anchor")
    number = capsys.readouterr().out.split(":")[0]
    kept = tmp_path / "anchors"
    kept.write_text(f"{number}:{'ab' * 32}\n")
    assert korpu("audit", "verify", "--anchors", str(kept)) == 1
    assert "NOT SOUND" in capsys.readouterr().out


@pytest.mark.parametrize("anchor", ["nonsense", "12:xyz", "12:abcd"])
def test_an_unreadable_anchor_is_named(capsys, anchor: str) -> None:
    assert korpu("audit", "verify", "--anchor", anchor) == 2
    assert "cannot be read" in capsys.readouterr().err


def test_the_bundle_is_written_once_and_never_over_another_file(capsys, tmp_path: Path) -> None:
    make_actor("auditor")
    target = tmp_path / "trail.zip"
    assert korpu("audit", "bundle", str(target)) == 0
    assert target.stat().st_size > 1000
    assert korpu("audit", "bundle", str(target)) == 2
    assert "exists" in capsys.readouterr().err
