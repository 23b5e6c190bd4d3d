"""Names: spelt in the zone, cut to fit, and compared with what is printed."""

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from korpu.engines.mrtd.api import (
    Document,
    Format,
    PartialDate,
    Printed,
    alternatives,
    check,
    compare,
    transliterate,
    write,
)
from korpu.engines.mrtd.command import main
from korpu.engines.mrtd.holder import read_name, write_name
from korpu.engines.mrtd.name_comparison import compare_names
from korpu.engines.mrtd.tests.drawing import ON, documents, words
from korpu.engines.mrtd.transliteration import rows, transliterate_components
from korpu.kernel.errors import InvalidInput

# The standard's own examples: printed name, width of the field, field.
WHOLE = [
    ("ERIKSSON", "ANNA MARIA", 39, "ERIKSSON<<ANNA<MARIA"),
    ("HENG", "DEBORAH MING LO", 39, "HENG<<DEBORAH<MING<LO"),
    ("SMITH-JONES", "SUSIE MARGARET", 39, "SMITH<JONES<<SUSIE<MARGARET"),
    ("O'CONNOR", "ENYA SIOBHAN", 39, "OCONNOR<<ENYA<SIOBHAN"),
    ("D’ARTAGNAN", "MARIE-ELISE", 30, "DARTAGNAN<<MARIE<ELISE"),
    ("VAN DER MUELLEN", "MARTIN", 31, "VAN<DER<MUELLEN<<MARTIN"),
    ("AL-BASRI", "HUDA MUHAMMAD JAWAD", 39, "AL<BASRI<<HUDA<MUHAMMAD<JAWAD"),
    ("VILARCHAO FERNANDEZ", "JOSE RAMON", 39, "VILARCHAO<FERNANDEZ<<JOSE<RAMON"),
    ("ARKFREITH", "", 30, "ARKFREITH"),
    ("SATRIYA SUDARPA", "", 39, "SATRIYA<SUDARPA"),
    ("PAPANDROPOULOUS", "JONATHON ALEC", 30, "PAPANDROPOULOUS<<JONATHON<ALEC"),
    ("ERIKSSON", "ANNA, MARIA", 39, "ERIKSSON<<ANNA<MARIA"),
    ("CAÑÓN", "TÉRÈSA", 39, "CANON<<TERESA"),
]
initials = st.sampled_from("ABC")
NILA, BENN = "NILAVADHANANANDA", "BENNELONG WOOLOOMOOLOO WARRANDYTE WARNAMBOOL"
CUT = [
    (NILA, "CHAYAPA DEJTHAMRONG KRASUANG", "NILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<K"),
    (NILA, "ARNPOL PETCH CHARONGUANG", "NILAVADHANANANDA<<ARNPOL<PETCH<CHARONGU"),
    (NILA, "ARNPOL PETCH CHARONGUANG", "NILAVADHANANANDA<<ARN<PET<CHARO"),
    (NILA, "ARNPOL PETCH CHARONGUANG", "NILAVADHANANANDA<<ARNPOL<PE<CH"),
    (BENN, "DINGO POTOROO", "BENNELONG<WOOLOOMOOLOO<WARRANDYTE<W<<DI"),
    (BENN, "DINGO POTOROO", "BENNELONG<WOOLOOM<WARRAND<WARNAM<<DINGO"),
    (BENN, "DINGO POTOROO", "BENNEL<WOOLOO<WARRAN<WARNAM<<DINGO<POTO"),
    (BENN, "DINGO POTOROO", "BENNE<WOOLO<WARRA<WARNA<<DIN<P"),
    (BENN, "DINGO POTOROO", "BENN<WOOL<WARR<WARN<<DINGO<POTO"),
]


@pytest.mark.parametrize(("primary", "secondary", "width", "field"), WHOLE)
def test_a_name_that_fits_is_written_as_the_standard_writes_it(primary, secondary, width, field):
    mine = (transliterate_components(primary), transliterate_components(secondary))
    assert write_name(*mine, width) == field.ljust(width, "<")
    parts = read_name(field.ljust(40, "<"))
    zone = (parts.primary, parts.secondary)
    assert compare_names(zone, (primary, secondary)) in {"same", "spelling"}


@pytest.mark.parametrize(("primary", "secondary", "field"), CUT)
def test_a_cut_name_is_recognised_whatever_method_the_issuer_used(primary, secondary, field):
    parts = read_name(field)
    assert parts.possibly_truncated
    zone = (parts.primary, parts.secondary)
    assert compare_names(zone, (primary, secondary), cut=True) == "truncated"
    assert compare_names(zone, (primary, secondary)) not in {"same", "spelling", "truncated"}
    mine = (transliterate_components(primary), transliterate_components(secondary))
    ours = read_name(write_name(*mine, len(field)))
    assert (
        compare_names((ours.primary, ours.secondary), (primary, secondary), cut=True) == "truncated"
    )


@given(
    st.lists(words | initials, min_size=1, max_size=9),
    st.lists(words | initials, max_size=9),
    st.sampled_from([30, 31, 39]),
)
def test_a_cut_name_fills_its_field_ends_with_a_letter_and_keeps_an_initial(first, second, width):
    field = write_name(tuple(first), tuple(second), width)
    whole = "<".join(first) + ("<<" + "<".join(second) if second else "")
    assert len(field) == width
    if len(whole) <= width:
        assert field.rstrip("<") == whole
    elif any(len(each) > 1 for each in first):
        assert field[-1] != "<"
        assert bool(read_name(field).secondary) == bool(second)


@pytest.mark.parametrize(
    ("word", "language", "written"),
    [
        ("Əliyev", "az", "ALIYEV"),
        ("Gülçöhrə", "az", "GULCOHRA"),
        ("İIıi", "", "IIII"),
        ("Müller", "", "MUELLER"),
        ("Weiß", "", "WEISS"),
        ("Țepeș", "", "TEPES"),
        ("Nguyễn", "", "NGUYEN"),
        ("Oʻtkir", "", "OTKIR"),
        ("Щукин", "ru", "SHCHUKIN"),
        ("Гончар", "uk", "HONCHAR"),
        ("Євген", "uk", "YEVHEN"),
        ("Зінаїда", "uk", "ZINAIDA"),
        ("Ђорђевић", "sr", "DORDEVIC"),
        ("Ѓорѓи", "mk", "GJORGJI"),
        ("Әли", "", "ALI"),
        ("محمد", "", "MXHMD"),
        ("عبّاس", "", "EBBAS"),
        ("فضّة", "", "FXDZXDZXAH"),
        ("الرازي", "", "ALRAZY"),
    ],
)
def test_a_national_letter_is_written_by_the_tables(word, language, written):
    assert transliterate(word, language) == written
    assert all(alternatives(word))


def test_the_tables_are_whole():
    by_table = {}
    for row in rows().values():
        by_table.setdefault((row.paragraph, row.status), []).append(row)
        assert all(set(each) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZ") for each in row.spellings)
    assert len(by_table["9303-3, 6.A", "standard"]) == 95
    cyrillic = len(by_table["9303-3, 6.B", "standard"]) + len(by_table["9303-3, 6.B", "corrected"])
    assert cyrillic == 48
    assert rows()["Ə"].status == "added"
    assert rows()["Ñ"].spellings == ("N", "NXX")


@pytest.mark.parametrize("word", ["中国", "Иван1", "A1", "ᚠ"])
def test_a_letter_without_a_row_is_refused_and_not_guessed(word):
    with pytest.raises(InvalidInput) as refused:
        transliterate_components(word)
    assert word not in str(refused.value)


@pytest.mark.parametrize(
    ("zone", "printed", "issuer", "reason"),
    [
        ("JAFAROV<<CHINGIZ", ("Cəfərov", "Çingiz"), "AZE", "practice"),
        ("JAFAROV<<CHINGIZ", ("Cəfərov", "Çingiz"), "TUR", "similar"),
        ("MULLER<<JORG", ("Müller", "Jörg"), "D", "spelling"),
        ("ANNA<<ERIKSSON", ("ERIKSSON", "ANNA"), "", "swapped"),
        ("ERIKSSON<<ANNA", ("ERIKSSON", "ANNA MARIA"), "", "missing"),
        ("ERIKSSON<<ANNA<MARIA", ("ERIKSSON", "ANNA"), "", "extra"),
        ("VANDERMUELLEN<<MARTIN", ("VAN DER MUELLEN", "MARTIN"), "", "joined"),
        ("SMITH<<JOHN", ("SMITH", "DR. JOHN"), "", "title"),
        ("JAFAROV<<IVAN", ("Джафаров", "Иван"), "", "similar"),
        ("ALIYEV<<ILHAM", ("ALIYEV", "VUGAR"), "AZE", "other"),
        ("ALIYEV<<A", ("ALIYEV", "ANAR"), "AZE", "similar"),
        ("ALIYEV", ("", ""), "", "other"),
    ],
)
def test_a_difference_of_names_has_its_reason(zone, printed, issuer, reason):
    parts = read_name(zone)
    assert compare_names((parts.primary, parts.secondary), printed, issuer=issuer) == reason


NATIONAL = st.text("ABCÇDEƏFGĞHXIİJKQLMNOÖPRSŞTUÜVYZÄØÅÑ", min_size=1, max_size=12)


@settings(max_examples=60)
@given(documents(), st.lists(NATIONAL, min_size=1, max_size=3), st.lists(NATIONAL, max_size=3))
def test_what_is_written_from_a_printed_name_never_raises_a_doubt(document, first, second):
    printed = Printed(
        primary=" ".join(first), secondary="-".join(second), number=document.number,
        birth=document.birth, sex=document.sex, expiry=document.expiry, issuer=document.issuer,
    )  # fmt: skip
    named = replace(document, primary=printed.primary, secondary=printed.secondary)
    report = check("\n".join(write(named, on=ON)), on=ON)
    found = compare(report.content, printed, form=report.format, on=ON)
    grades = {each.field: each.grade for each in found if each.reason != "foreign_holder"}
    assert {"doubtful", "differs"}.isdisjoint(grades.values()), found


SPECIMEN = Document(
    format=Format.TD3, document_code="PP", issuer="AZE", primary="ƏLİYEVA", secondary="GÜNAY",
    number="C12345678", nationality="AZE", birth=date(1990, 5, 1), sex="X",
    expiry=date(2031, 1, 5), optional="5ABCDE1",
)  # fmt: skip
SAME = Printed(
    issuer="AZE", number="C12345678", primary="ƏLİYEVA", secondary="GÜNAY", nationality="AZE",
    birth=date(1990, 5, 1), sex="X", expiry=date(2031, 1, 5), personal_number="5ABCDE1",
    issued_on=date(2026, 1, 5),
)  # fmt: skip


def compared(printed, document=SPECIMEN):
    report = check("\n".join(write(document, on=ON)), on=ON)
    found = compare(report.content, printed, form=report.format, on=ON)
    return {each.field: (each.grade, each.reason) for each in found}


def test_two_zones_that_agree_agree_in_every_field():
    assert {grade for grade, _ in compared(SAME).values()} == {"agrees"}
    assert {grade for grade, _ in compared(Printed()).values()} == {"not_compared"}


@pytest.mark.parametrize(
    ("change", "field", "grade", "reason"),
    [
        ({"number": "C 1234-5678"}, "number", "explained", "number_spaces"),
        ({"number": "C12E45678"}, "number", "differs", "other"),
        ({"number": "CI2345678"}, "number", "doubtful", "number_similar"),
        ({"birth": date(1890, 5, 1)}, "birth", "agrees", "same"),
        ({"birth": date(1990, 1, 5)}, "birth", "differs", "day_month"),
        ({"birth": PartialDate(1990)}, "birth", "doubtful", "less_known"),
        ({"expiry": date(2032, 1, 5)}, "expiry", "differs", "other"),
        ({"sex": "F"}, "sex", "differs", "other"),
        ({"nationality": "TUR"}, "nationality", "differs", "other"),
        ({"nationality": "AZƏRBAYCAN"}, "nationality", "not_compared", "not_a_code"),
        ({"personal_number": "9ZZZZZ9"}, "personal_number", "doubtful", "personal_number"),
        ({"issued_on": date(1980, 1, 1)}, "issued_on", "differs", "issued_before_birth"),
        ({"issued_on": date(2026, 12, 1)}, "issued_on", "differs", "issued_in_future"),
    ],
)
def test_a_difference_of_the_zones_is_graded(change, field, grade, reason):
    assert compared(replace(SAME, **change))[field] == (grade, reason)


def test_germany_visas_and_foreign_holders_have_rules_of_their_own():
    german = replace(SPECIMEN, issuer="D", nationality="D")
    assert compared(replace(SAME, issuer="DEU"), german)["issuer"] == ("explained", "germany")
    visa = replace(SPECIMEN, format=Format.MRV_A, document_code="V")
    longer = replace(SAME, number="C12345678901")
    assert compared(longer, visa)["number"] == ("explained", "number_cut")
    assert compared(longer)["number"] == ("differs", "other")
    stranger = replace(SPECIMEN, nationality="TUR")
    assert compared(Printed(), stranger)["nationality"] == ("doubtful", "foreign_holder")
    overseas = replace(SPECIMEN, issuer="GBR", nationality="GBN")
    assert compared(Printed(), overseas)["nationality"] == ("not_compared", "not_given")


def test_the_command_compares_two_zones(tmp_path, capsys):
    zone = "\n".join(write(SPECIMEN, on=ON))
    path = tmp_path / "given.json"

    def run(printed, *options):
        path.write_text(json.dumps({"mrz": zone, "printed": printed}), encoding="utf-8")
        code = main(["mrz", "compare", str(path), "--on", "2026-11-23", *options])
        return code, capsys.readouterr().out

    code, told = run({"primary": "ƏLİYEVA", "secondary": "GÜNAY", "birth": "1990-05-01"})
    assert code == 0
    assert "AGREES Name" in told
    code, told = run({"expiry": "2032-01-05"}, "--language", "ru")
    assert code == 1
    assert "РАЗЛИЧАЕТСЯ Срок действия" in told
    code, told = run({"sex": "M"}, "--json")
    assert {each["reason"] for each in json.loads(told)["comparison"]} >= {"other", "not_given"}
    for wrong in ({"birth": "?"}, {"sex": 1}, {"colour": "red"}, {"expiry": "2031-??-01"}):
        with pytest.raises(InvalidInput):
            run(wrong)
    path.write_text("{}")
    with pytest.raises(InvalidInput):
        main(["mrz", "compare", str(path)])
