from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from pypdf import PdfReader

from korpu.foundations.ui import pdf
from korpu.kernel.texts import LANGUAGES, Text

AT = datetime(2026, 3, 5, 10, 0, tzinfo=UTC)
LETTER = {
    "sender": {"name": "Dövlət Miqrasiya Xidməti", "lines": ["Bakı şəhəri"]},
    "number": "RDM-2026-000123",
    "date": date(2026, 3, 5),
    "addressee": {"name": "Bundespolizeipräsidium", "lines": ["Potsdam"]},
    "subject": Text(az="Müraciətə cavab", en="Reply to the application", ru="Ответ на запрос"),
    "blocks": [
        "Şəxs: Əliyeva İradə Çingiz qızı.",
        {"heading": "Sənədlər"},
        {"rows": [["Pasport", "P1234567"], ["Doğum tarixi", date(1990, 5, 1)]]},
        {"list": ["birinci", "ikinci"]},
    ],
    "reasons": [{"text": "Vətəndaşlıq təsdiqlənmədi.", "law": "maddə 3"}],
    "remedy": "30 gün ərzində məhkəməyə müraciət edə bilərsiniz.",
    "signature": {"name": "Rəşad Quliyev", "title": "Şöbə rəisi"},
}


def read(made: bytes) -> tuple[PdfReader, str]:
    reader = PdfReader(BytesIO(made))
    return reader, " ".join(" ".join(page.extract_text().split()) for page in reader.pages)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_letter_is_tagged_and_says_its_language(language: str) -> None:
    reader, _text = read(pdf.render(pdf.PLAIN_LETTER, LETTER, language, at=AT))
    root = reader.trailer["/Root"]
    assert root["/Lang"].startswith(language)
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]


def test_azerbaijani_text_can_be_read_back() -> None:
    reader, text = read(pdf.render(pdf.PLAIN_LETTER, LETTER, "az", at=AT))
    assert reader.metadata is not None
    assert reader.metadata.title == "Müraciətə cavab"
    for words in (
        "Əliyeva İradə Çingiz qızı",
        "5 mart 2026",
        "1 may 1990",
        "Əsaslar",
        "Vətəndaşlıq təsdiqlənmədi. (maddə 3)",
        "Səhifə 1 / 1",
    ):
        assert words in text


def test_words_and_dates_of_the_letter_follow_its_language() -> None:
    text = read(pdf.render(pdf.PLAIN_LETTER, LETTER, "ru", at=AT))[1]
    assert "Ответ на запрос" in text
    assert "5 марта 2026 г." in text


def test_what_a_person_typed_never_becomes_markup() -> None:
    typed = '#panic("x") $a$ *bold* "; #eval(1+1) \\'
    text = read(pdf.render(pdf.PLAIN_LETTER, {**LETTER, "blocks": [typed]}, "az", at=AT))[1]
    assert '#panic("x") $a$ *bold*' in text


def test_the_same_letter_is_the_same_bytes() -> None:
    first, second = (pdf.render(pdf.PLAIN_LETTER, LETTER, "az", at=AT) for _ in range(2))
    assert first == second


def test_a_long_letter_counts_its_pages() -> None:
    long = {**LETTER, "blocks": ["Uzun mətn. " * 80] * 12}
    reader, text = read(pdf.render(pdf.PLAIN_LETTER, long, "az", at=AT))
    pages = len(reader.pages)
    assert pages > 1
    assert f"Səhifə {pages} / {pages}" in text


def test_only_the_fonts_of_the_house_are_embedded() -> None:
    made = pdf.render(pdf.PLAIN_LETTER, LETTER, "az", at=AT)
    fonts = {
        str(font.get_object()["/BaseFont"]).split("+")[-1]
        for page in PdfReader(BytesIO(made)).pages
        for font in page["/Resources"]["/Font"].values()
    }
    assert fonts
    assert all(name.startswith("SourceSans3") for name in fonts), fonts
