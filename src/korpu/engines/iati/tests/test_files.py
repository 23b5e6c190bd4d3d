"""Files from outside: hostile, broken, of another version, or simply very large."""

import io
import os
from dataclasses import replace
from pathlib import Path

import pytest

from korpu.engines.iati.checking import check_file
from korpu.engines.iati.command import main
from korpu.engines.iati.model.common import Line
from korpu.engines.iati.stream import MEGABYTE, Limits, Record, Unreadable, stream
from korpu.engines.iati.tests.samples import NOW, organisation, project
from korpu.engines.iati.writing import write_activities, write_organisations, write_record
from korpu.kernel.errors import InvalidInput, NotFound

GOOD = write_activities([project()], generated_at=NOW)
BODY = GOOD.decode().split("\n", 1)[1]
BOMB = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY a{n} "{"&a" + str(n - 1) + ";" if n > 1 else "&a;"}{"&a;" * 10}">'
        for n in range(1, 9)
    )
    + ']><iati-activities version="2.03"><iati-activity>&a8;</iati-activity></iati-activities>'
)
OUTSIDE = (
    '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    '<iati-activities version="2.03">&e;</iati-activities>'
)


def _checked(content: bytes | str, **limits: int):
    raw = content if isinstance(content, bytes) else content.encode()
    return check_file(io.BytesIO(raw), now=NOW, limits=Limits(**limits))


HOSTILE = [
    ("a bomb of entities", BOMB, "doctype"),
    ("an entity from outside", OUTSIDE, "doctype"),
    (
        "entities in an attribute of the root",
        BOMB.replace('version="2.03"', 'version="&a8;"'),
        "doctype",
    ),
    ("nothing at all", "", "not-xml"),
    ("words", "not xml", "not-xml"),
    ("a file cut off", GOOD[:-40], "not-xml"),
    (
        "bytes of another encoding",
        '<?xml version="1.0" encoding="UTF-8"?>\n<iati-activities version="2.03">\xff'.encode(
            "latin-1"
        ),
        "not-xml",
    ),
    ("an encoding nobody knows", GOOD.replace(b'"UTF-8"', b'"KLINGON"'), "not-xml"),
    ("a web page", "<html><body/></html>", "not-iati"),
    (
        "depth without end",
        '<iati-activities version="2.03"><iati-activity>' + "<a>" * 5000,
        "not-xml",
    ),
    ("a NUL", GOOD.replace(b"Bridge", b"Br\x00dge"), "not-xml"),
]


@pytest.mark.parametrize(("what", "content", "rule"), HOSTILE, ids=[case[0] for case in HOSTILE])
def test_a_file_that_cannot_be_read_is_refused_with_one_clear_finding(what, content, rule):
    report = _checked(content)
    assert not report.complete
    assert report.findings[-1].rule == rule
    assert report.findings[-1].family == "file"
    assert report.errors >= 1


def test_other_encodings_are_read_as_they_say():
    for name in ("utf-16", "iso-8859-9"):
        text = (
            f'<?xml version="1.0" encoding="{name}"?>\n{BODY.replace("ö", "o").replace("ə", "e")}'
        )
        assert _checked(text.encode(name)).clean


@pytest.mark.parametrize(
    ("version", "read"), [("1.05", 0), ("1.01", 0), ("2.01", 1), ("2.02", 1), ("9", 1), ("2.03", 1)]
)
def test_another_version_is_said_and_an_old_family_is_not_read(version, read):
    report = _checked(GOOD.replace(b'version="2.03"', f'version="{version}"'.encode()))
    said = [finding.rule for finding in report.findings]
    assert said == ([] if version == "2.03" else ["version"])
    assert report.records == read


def test_two_records_of_one_identifier_are_found():
    twice = write_activities([project(), project()], generated_at=NOW)
    (finding,) = _checked(twice).findings
    assert (finding.rule, finding.path) == ("repeated", "iati-activity[2]/iati-identifier")


def test_what_stands_between_the_records_is_found():
    strange = GOOD.replace(b"  <iati-activity ", b"<surprise/>  <iati-activity ")
    (finding,) = _checked(strange).findings
    assert (finding.rule, finding.path) == ("unknown", "iati-activities/surprise")
    foreign = GOOD.replace(b"</iati-activities>", b'<o:x xmlns:o="urn:o"/></iati-activities>')
    assert _checked(foreign).clean
    assert not _checked('<iati-activities version="2.03"/>').clean


class _Endless(io.RawIOBase):
    """A file of many megabytes that is never held anywhere."""

    def __init__(self, piece: bytes, times: int) -> None:
        self.left, self.piece = times, piece
        self.head, self.tail = BODY.split("\n")[0].encode(), b"</iati-activities>"

    def read(self, _size: int = -1) -> bytes:
        if self.head:
            found, self.head = self.head, b""
            return found
        if self.left:
            self.left -= 1
            return self.piece
        found, self.tail = self.tail, b""
        return found


def _resident() -> int:
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="memory is read from /proc")
def test_a_large_file_passes_in_bounded_memory_until_it_is_too_large():
    record = write_record(project()).encode()
    piece = record * (500_000 // len(record))
    before, peak = _resident(), [0]

    def look(part: Record) -> None:
        peak.append(_resident() if part.number % 100 == 0 else 0)

    parts = stream(_Endless(piece, 1000), Limits(file_bytes=30 * MEGABYTE))
    with pytest.raises(Unreadable) as refused:
        list(map(look, (part for part in parts if isinstance(part, Record))))
    assert refused.value.finding.rule == "too-large"
    assert max(peak) - before < 15 * MEGABYTE


def test_one_record_without_end_is_refused():
    for endless in (_Endless(b"<title/>" * 20_000, 100), _Endless(b"<junk/>" * 20_000, 100)):
        endless.head += b"<iati-activity>" if b"title" in endless.piece else b""
        with pytest.raises(Unreadable) as refused:
            list(stream(endless, Limits(record_bytes=2 * MEGABYTE)))
        assert refused.value.finding.rule == "too-large"


def test_findings_are_kept_to_a_number_and_counted_to_the_last():
    bad = GOOD.replace(b"<narrative", b"<narrative colour='red'")
    report = check_file(io.BytesIO(bad), now=NOW, most=2)
    assert len(report.findings) == 2
    assert report.errors > 2


def test_a_control_character_is_refused_when_writing():

    with pytest.raises(InvalidInput):
        write_record(replace(project(), iati_identifier=Line(text="a\x00b")))


def test_the_command_says_each_finding_and_ends_with_its_verdict(tmp_path, capsys):
    good, bad = tmp_path / "good.xml", tmp_path / "bad.xml"
    good.write_bytes(GOOD)
    bad.write_bytes(GOOD.replace(b'<activity-status code="4"/>', b'<activity-status code="9"/>'))
    assert main(["iati", "validate", str(good)]) == 0
    assert main(["iati", "validate", str(good), str(bad), "--language", "az"]) == 1
    said = capsys.readouterr().out
    assert "bad.xml: 1 records, 1 errors, 0 warnings" in said
    assert "iati-activity[1]/activity-status/@code: “9” ActivityStatus siyahısında yoxdur" in said
    assert main(["iati", "diff", str(good), str(good)]) == 0
    assert main(["iati", "diff", str(good), str(bad)]) == 1
    assert "~ AZ-IVI-123-BRIDGE activity-status/@code: 4 → 9" in capsys.readouterr().out
    with pytest.raises(NotFound):
        main(["iati", "validate", str(tmp_path / "nowhere.xml")])
    other = tmp_path / "organisation.xml"
    other.write_bytes(write_organisations([organisation()], generated_at=NOW))
    assert main(["iati", "diff", str(good), str(other)]) == 1
    assert capsys.readouterr().out.splitlines() == ["- AZ-IVI-123-BRIDGE", "+ AZ-IVI-123"]
