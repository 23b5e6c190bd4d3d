"""What rooms bring to the ``korpu`` command can be run from it."""

import pytest

from korpu.site.cli import run


def test_procedures_are_proven_from_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["procedures", "prove"]) == 0
    assert "sound  az/readmission-own-national " in capsys.readouterr().out
