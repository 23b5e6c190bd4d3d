"""The command as somebody learns it."""

import subprocess
import sys

import pytest

from korpu.kernel.errors import Unavailable
from korpu.site import cli
from korpu.site.cli import rooms


def words_of(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    with pytest.raises(SystemExit) as ended:
        cli.main(words)
    assert ended.value.code == 0
    return capsys.readouterr().out


def test_help_names_every_command_and_where_to_begin(capsys) -> None:
    said = words_of(capsys, "--help")
    for name in (*rooms.COMMANDS, "demo", "serve", "migrate", "doctor", "backup", "restore"):
        assert f"\n    {name}" in said
    assert "To try it out:" in said


@pytest.mark.parametrize(
    "name", ["demo", "serve", "migrate", "database", "doctor", "backup", "restore", *rooms.COMMANDS]
)
def test_every_command_explains_itself(capsys, name) -> None:
    assert f"usage: korpu {name}" in words_of(capsys, name, "--help")


def test_a_domain_error_is_a_sentence_and_code_2(capsys, monkeypatch) -> None:
    def fail(words: list[str]) -> int:
        raise Unavailable("The database does not answer.", "Start it.")

    monkeypatch.setattr(cli, "run", fail)
    with pytest.raises(SystemExit) as ended:
        cli.main(["demo"])
    said = capsys.readouterr()
    assert ended.value.code == 2
    assert said.err == "korpu: The database does not answer. Start it.\n"
    assert said.out == ""


def test_an_unknown_command_ends_with_usage(capsys) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["dance"])
    assert ended.value.code == 2
    assert "usage: korpu" in capsys.readouterr().err


def test_a_reader_who_has_seen_enough_ends_the_command_quietly() -> None:
    command = [sys.executable, "-m", "korpu.site.cli", "procedures", "list"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.close()
        said = running.stderr.read()
    assert running.returncode == cli.NOBODY_READS
    assert said == b""
