"""The machine-readable zone: read, checked, repaired and written."""

import csv
from datetime import date
from pathlib import Path

import pycountry
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from korpu.engines.mrtd.api import (
    LAYOUTS,
    Document,
    Format,
    PartialDate,
    check,
    check_digit,
    indistinguishable,
    known_codes,
    rules,
    unprotected,
    unseen,
    write,
)
from korpu.engines.mrtd.checking import walk
from korpu.engines.mrtd.reading import cut
from korpu.engines.mrtd.tests import twin
from korpu.engines.mrtd.tests.drawing import ALPHABET, ON, documents, specimens, zones
from korpu.kernel.errors import InvalidInput

TABLE = (Path(__file__).parent / "data" / "specimens.csv").read_text(encoding="utf-8")
SPECIMENS = list(csv.DictReader(TABLE.splitlines()))
TD3 = (
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
    "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
)


def lines_of(row):
    return [row[name] for name in ("line1", "line2", "line3") if row[name]]


def broken(report):
    return {each.rule for each in report.findings if each.kind in {"fault", "deviation"}}


def found(text, rule, **options):
    report = check(text, on=options.pop("on", ON), **options)
    return next((each for each in report.findings if each.rule == rule), None)


@pytest.mark.parametrize("row", SPECIMENS, ids=lambda row: row["line1"] + row["line2"][:13])
def test_a_published_specimen_is_judged_as_the_standard_judges_it(row):
    report = check("\n".join(lines_of(row)), on=ON)
    assert report.conforms == (row["conforms"] == "yes")
    assert broken(report) == set(row["broken"].split())
    assert {each.rule for each in report.deviations} == set(row["deviations"].split())
    assert (found("\n".join(lines_of(row)), "name_truncated") is not None) == bool(row["truncated"])
    if report.fields:
        assert report.format == row["format"]


@pytest.mark.parametrize(
    ("text", "digit"),
    [
        ("520727", "3"),
        ("AB2134<<<", "5"),
        ("HA672242<658022549601086<<<<<<<<<<<<<<0", "8"),
        ("D231458907<<<<<<<<<<<<<<<34071279507122<<<<<<<<<<<", "2"),
        ("HA672242<658022549601086<<<<<<<", "8"),
        ("<<<<<<", "0"),
        ("D23145890734", "9"),
    ],
)
def test_the_standards_own_examples_of_check_digits_come_out(text, digit):
    assert check_digit(text) == digit


@given(st.text(ALPHABET, max_size=50))
def test_a_check_digit_is_what_the_slow_twin_computes(text):
    assert check_digit(text) == twin.digit(text)


def test_a_check_digit_of_other_characters_is_refused():
    with pytest.raises(InvalidInput):
        check_digit("É1")


@settings(max_examples=200)
@given(zones())
def test_the_walk_the_quick_answer_and_the_slow_twin_agree_on_damaged_zones(lines):
    report = check("\n".join(lines), on=ON)
    layout = report.layout
    zone = "".join(lines)
    findings = walk(zone, cut(zone, layout), layout, on=ON)
    wrong = {each.rule for each in findings if each.kind in {"fault", "deviation"}}
    assert report.conforms == (not wrong)
    digits = {each for each in wrong if each.endswith("digit")} | (wrong & {"long_number_form"})
    assert digits == twin.wrong_digits(layout.format, lines)


@settings(max_examples=200)
@given(documents())
def test_what_is_written_is_read_back(document):
    report = check("\n".join(write(document, on=ON)), on=ON)
    content = report.content
    assert report.conforms, report.findings
    assert report.format == document.format
    assert content.document_code == document.document_code
    assert (content.issuer, content.nationality) == (document.issuer, document.nationality)
    assert (content.number, content.sex) == (document.number, document.sex)
    assert content.expiry.value == document.expiry
    assert (content.optional, content.optional_2) == (document.optional, document.optional_2)
    birth = content.birth
    if isinstance(document.birth, PartialDate):
        assert (birth.month, birth.day) == (document.birth.month, document.birth.day)
        assert (birth.year is None) == (document.birth.year is None)
    elif document.birth <= document.expiry:
        assert birth.value == document.birth
    primary, secondary = document.primary.split(), document.secondary.split()
    if not content.name.possibly_truncated:
        assert content.name.primary == tuple(primary)
        assert content.name.secondary == tuple(secondary)
    for got, given_name in ((content.name.primary, primary), (content.name.secondary, secondary)):
        assert all(full.startswith(cut_) for cut_, full in zip(got, given_name, strict=False))


@pytest.mark.parametrize("lines", specimens(), ids=lambda lines: lines[0][:5] + str(len(lines)))
def test_a_single_changed_character_is_found_or_listed_as_unseen(lines):
    layout = check("\n".join(lines), on=ON).layout
    zone = "".join(lines)
    listed = {(each.line, each.position): each for each in unseen(zone, layout)}
    for offset, sign in enumerate(zone):
        place = layout.place(offset)
        for other in ALPHABET.replace(sign, ""):
            damaged = layout.split(zone[:offset] + other + zone[offset + 1 :])
            if check("\n".join(damaged), on=ON).conforms:
                assert other in listed[place].characters, (place, sign, other)
    assert {each.field for each in listed.values() if not each.covered} >= {"name", "sex"}


def test_the_digits_are_known_to_miss_everyday_mistakes():
    assert {("<", "K"), ("6", "G"), ("1", "L")} <= {
        (sign, other) for sign in ALPHABET for other in indistinguishable(sign)
    }
    assert unprotected(Format.TD1) == ("document_code", "issuer", "sex", "nationality", "name")
    assert "optional" in unprotected(Format.MRV_A)


@pytest.mark.parametrize(
    ("text", "rule", "place"),
    [
        ("", "empty", (0, 0)),
        ("\n \n", "empty", (0, 0)),
        ("A" * 2000, "too_long", (0, 0)),
        ("P<UTO\x00", "not_text", (0, 0)),
        (TD3[0], "line_count", (0, 0)),
        ("\n".join(TD3 * 2), "line_count", (0, 0)),
        (f"{TD3[0]}\n{TD3[1][:-1]}", "line_length", (2, 0)),
        (f"{TD3[0][:36]}\n{TD3[1]}", "line_length", (1, 0)),
        ("\n".join(TD3).replace("ANNA", "АNNA"), "lookalike", (1, 16)),
        ("\n".join(TD3).replace("MARIA", "MÅRIA"), "characters", (1, 22)),
        ("\n".join(TD3).replace("ANNA", "aNNA"), "lower_case", (1, 16)),
        ("\n".join(TD3).replace("ANNA", "AN A"), "characters", (1, 18)),
        (f"{TD3[1]}\n{TD3[0]}", "line_order", (0, 0)),
    ],
)
def test_what_cannot_be_read_is_named_and_nothing_else_is_said(text, rule, place):
    report = check(text, on=ON)
    one = found(text, rule)
    assert (one.line, one.first) == place
    assert one.kind == "fault"
    assert not report.conforms
    assert report.content is None


def test_a_chip_stores_the_zone_as_one_line():
    assert check("".join(TD3), on=ON).conforms
    assert check("".join(specimens()[0]), on=ON).format == "TD1"


@pytest.mark.parametrize(
    ("text", "reason", "proven", "ambiguous"),
    [
        (f"{TD3[1]}\n{TD3[0]}", "order", True, False),
        ("\n".join(TD3).replace("7408122", "74O8I22"), "confusion", True, False),
        ("\n".join(TD3).replace("UTO7408", "UT07408"), "confusion", False, True),
        ("\n".join(TD3).replace("L898", "Ⅼ898"), None, None, None),
        ("\n".join(TD3).replace("ERIK", "ЕRIК"), "script", False, False),
        ("\n".join(TD3).lower(), "script", False, False),
        ("\n".join(TD3).replace("<<<10", "<<10"), "filler", True, True),
        ("\n".join(TD3).replace("10\n", "10")[:-2] + "99", None, None, None),
    ],
)
def test_a_repair_is_proposed_with_its_proof_and_never_applied(text, reason, proven, ambiguous):
    report = check(text, on=ON)
    assert not report.conforms
    if reason is None:
        assert report.repairs == ()
        return
    repair = report.repairs[0]
    assert (repair.reason, repair.proven, repair.ambiguous) == (reason, proven, ambiguous)
    assert "".join(report.lines) == "".join(text.split())
    assert any(each.lines == TD3 for each in report.repairs)
    assert all(check("\n".join(each.lines), on=ON).conforms for each in report.repairs)
    for change in repair.changes:
        assert repair.lines[change.line - 1][change.position - 1] == change.proposed


def test_a_known_deviation_is_told_apart_from_a_fault():
    card = "\n".join(
        next(lines_of(each) for each in SPECIMENS if each["deviations"] == "long_number_digit")
    )
    [known] = check(card, on=ON).deviations
    assert known.rule == "long_number_digit"
    assert known.deviation.oid == "2.23.136.1.1.7.3.2"
    assert check(card, on=ON).faults == ()
    other = check(card.replace("BEL", "FRA"), on=ON)
    assert {each.rule for each in other.faults} == {"long_number_digit"}
    unstated = check("\n".join(TD3).replace("2F1", "2X1"), on=ON)
    assert [each.deviation.type for each in unstated.deviations] == ["MRZ-WrongData"]


@pytest.mark.parametrize(
    ("code", "issued_on", "on", "rule"),
    [
        ("PB", date(2026, 1, 1), ON, "document_code_letter"),
        ("PB", date(2025, 12, 31), ON, None),
        ("PB", None, ON, "code_undated"),
        ("PB", None, date(2025, 6, 1), None),
        ("P<", date(2027, 12, 31), date(2028, 6, 1), None),
        ("P<", date(2028, 1, 1), date(2028, 6, 1), "document_code_missing"),
        ("P<", None, date(2028, 6, 1), "code_undated"),
        ("PO", date(2026, 1, 1), ON, None),
        ("PO", date(2020, 1, 1), ON, "code_meaning"),
        ("PO", None, ON, "code_meaning"),
        ("PU", date(2030, 1, 1), date(2030, 2, 1), None),
        ("P1", None, ON, "document_code"),
        ("I<", None, ON, "document_code"),
    ],
)
def test_a_document_code_is_judged_by_the_day_of_issue(code, issued_on, on, rule):
    report = check("\n".join(TD3).replace("P<", code, 1), on=on, issued_on=issued_on)
    about_code = {"document_code_letter", "document_code_missing", "code_undated", "code_meaning",
                  "document_code"}  # fmt: skip
    assert {each.rule for each in report.findings} & about_code == ({rule} if rule else set())


def test_a_passport_without_a_harmonised_letter_expires_before_2038():
    late = Document(
        format=Format.TD3, document_code="P", issuer="AZE", primary="ALIYEV", number="C1",
        nationality="AZE", birth=date(1990, 1, 1), sex="M", expiry=date(2038, 1, 1),
    )  # fmt: skip
    with pytest.raises(InvalidInput) as refused:
        write(late, on=date(2028, 1, 1))
    assert set(refused.value.fields) == {"document_code"}


@pytest.mark.parametrize(
    ("given_code", "field", "rule"),
    [
        ("GBN", "issuer", "issuer_class"),
        ("XXA", "issuer", "issuer_class"),
        ("DEU", "issuer", "issuer_class"),
        ("DEU", "nationality", "nationality_class"),
        ("IAO", "nationality", "nationality_class"),
        ("GBN", "nationality", None),
        ("QQQ", "issuer", "issuer_unknown"),
        ("ANT", "issuer", "deprecated_code"),
        ("A<E", "issuer", "issuer_form"),
        ("<AE", "nationality", "nationality_form"),
    ],
)
def test_a_code_stands_only_where_it_may(given_code, field, rule):
    place = LAYOUTS[Format.TD3].slices[field]
    zone = "".join(TD3)
    report = check(zone[: place.start] + given_code + zone[place.stop :], on=ON)
    told = {each.rule: each for each in report.findings if each.rule != "specimen"}
    assert set(told) == {"expired", *([rule] if rule else [])}
    if rule:
        assert told[rule].field == field


def test_the_countries_known_are_those_of_iso_3166():
    assert {each.alpha_3 for each in pycountry.countries} - {"DEU"} <= set(known_codes())
    assert known_codes()["DEU"].may == "none"


@pytest.mark.parametrize(
    ("raw", "on", "expiry", "born"),
    [
        ("740812", ON, "301231", date(1974, 8, 12)),
        ("261123", ON, "301231", date(2026, 11, 23)),
        ("261124", ON, "301231", date(1926, 11, 24)),
        ("050101", ON, "940623", date(1905, 1, 1)),
        ("000229", ON, "301231", date(2000, 2, 29)),
        ("000229", date(1999, 1, 1), "010101", None),
    ],
)
def test_the_century_of_birth_follows_the_stated_rule(raw, on, expiry, born):
    line = f"L898902C36UTO{raw}{check_digit(raw)}F{expiry}{check_digit(expiry)}{'<' * 14}0"
    covered = line[:10] + line[13:20] + line[21:43]
    birth = check(f"{TD3[0]}\n{line}{check_digit(covered)}", on=on).content.birth
    assert birth.raw == raw
    assert birth.value == born


@pytest.mark.parametrize(
    ("raw", "rule"),
    [
        ("740230", "birth_date"),
        ("750229", "birth_date"),
        ("741301", "birth_date"),
        ("7<0101", "birth_date"),
        ("74A812", "birth_date"),
        ("74<<<<", "birth_unknown"),
        ("<<<<<<", "birth_unknown"),
        ("<<0229", "birth_unknown"),
    ],
)
def test_a_date_of_birth_may_be_unknown_in_part_but_not_impossible(raw, rule):
    assert found("\n".join(TD3).replace("740812", raw), rule) is not None


@given(st.text(max_size=200) | st.text(ALPHABET + "\n ", max_size=100))
def test_no_text_at_all_breaks_the_check(text):
    report = check(text, on=ON)
    assert report.conforms or report.findings
    assert len(report.repairs) < 5000


def test_every_sentence_is_there_in_every_language_and_holds_no_data_of_a_person():
    for rule in rules().values():
        told = rule.message.as_dict()
        assert all(told.values())
        assert len(set(told.values())) == 3
    report = check("\n".join(TD3).replace("ERIKSSON", "ERIKS50N"), on=ON)
    assert not any("ERIK" in str(each.message) for each in report.findings)
