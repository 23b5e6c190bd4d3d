"""``korpu mrz`` as it is typed."""

import io
import json
import sys

import pytest

from korpu.engines.mrtd.command import MOST_BYTES, main
from korpu.kernel.errors import InvalidInput, NotFound

GOOD = (
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10\n"
)
DOCUMENT = {
    "format": "TD1",
    "document_code": "I",
    "issuer": "AZE",
    "primary": "Əliyeva",
    "secondary": "Günay",
    "number": "AA1234567890",
    "nationality": "AZE",
    "birth": "1990-??-??",
    "sex": "F",
    "expiry": "2031-05-01",
}


@pytest.fixture
def told(tmp_path, capsys):
    def run(action, given, *options):
        path = tmp_path / "given"
        path.write_bytes(given if isinstance(given, bytes) else given.encode())
        code = main(["mrz", action, str(path), "--on", "2026-11-23", *options])
        return code, capsys.readouterr().out

    return run


def test_a_zone_is_read_and_checked_in_three_languages(told):
    code, read = told("read", GOOD, "--language", "en")
    assert code == 0
    assert "Date of birth: 1974-08-12 (740812)" in read
    assert "Issuing State: UTO (Utopia (specimen))" in read
    for language, verdict in (("az", "uyğundur"), ("en", "keeps"), ("ru", "соответствует")):
        code, checked = told("check", GOOD, "--language", language)
        assert code == 0
        assert verdict in checked


def test_a_damaged_zone_is_told_with_its_place_paragraph_and_proposal(told):
    code, checked = told("check", GOOD.replace("7408122", "74O8122"))
    assert code == 1
    assert "FAULT 2:14 birth_date" in checked
    assert "(Doc 9303-3, 4.8)" in checked
    assert "PROPOSAL (not applied)" in checked
    assert "the check digits agree (Check digit of the date of birth" in checked


def test_the_same_comes_as_plain_data(told):
    code, checked = told("check", GOOD.replace("10\n", "12\n"), "--json")
    data = json.loads(checked)
    assert code == 1
    assert data["format"] == "TD3"
    assert data["content"]["birth"]["value"] == "1974-08-12"
    wrong = next(each for each in data["findings"] if each["kind"] == "fault")
    assert (wrong["rule"], wrong["line"], wrong["first"]) == ("composite_digit", 2, 44)
    assert set(wrong["message"]) == {"az", "en", "ru"}


def test_a_document_is_written_and_reads_back(told):
    code, lines = told("write", json.dumps(DOCUMENT))
    assert code == 0
    assert lines.startswith("I<AZEAA1234567<890")
    code, read = told("read", lines)
    assert code == 0
    assert "Document number: AA1234567890" in read
    assert "Date of birth: 1990-??-?? (90<<<<)" in read
    assert "Surname: ALIYEVA" in read


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"format": "TD9"}, "format"),
        ({"birth": "yesterday"}, "birth"),
        ({"expiry": "2031-??-01"}, "expiry"),
        ({"number": 7}, "number"),
        ({"number": "A" * 40}, "number"),
        ({"sex": "Y"}, "sex"),
        ({"primary": "42"}, "name"),
        ({"primary": "中"}, "name"),
        ({"issuer": "GBN"}, "issuer"),
        ({"document_code": "IV"}, "document_code"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_a_description_that_cannot_be_written_names_the_field(told, capsys, change, field):
    with pytest.raises(InvalidInput):
        told("write", json.dumps(DOCUMENT | change))
    assert f"{field}: " in capsys.readouterr().out


@pytest.mark.parametrize(
    ("given", "error"),
    [("[1]", InvalidInput), ("{", InvalidInput), ("[" * 30000, InvalidInput), ("", InvalidInput)],
)
def test_a_description_that_is_no_json_object_is_refused(told, given, error):
    with pytest.raises(error):
        told("write", given)


def test_more_than_a_zone_can_need_is_refused_unread(told, monkeypatch):
    class Endless(io.RawIOBase):
        asked = 0

        def readable(self):
            return True

        def readinto(self, into):
            Endless.asked += len(into)
            into[:] = b"A" * len(into)
            return len(into)

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(Endless())))
    with pytest.raises(InvalidInput):
        main(["mrz", "check", "-"])
    assert Endless.asked < 4 * MOST_BYTES
    code, checked = told("check", b"\x7fELF\x00\x01\x02")
    assert code == 1
    assert "not_text" in checked
    with pytest.raises(NotFound):
        main(["mrz", "read", "/nowhere/at/all"])
