from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from korpu.foundations.ui import formats
from korpu.foundations.ui.languages import speak
from korpu.kernel.money import Money
from korpu.kernel.texts import Text

DAY = date(2026, 3, 5)
NARROW, WIDE = "\N{NO-BREAK SPACE}", " "


def spaces(text: str) -> str:
    return text.replace(NARROW, WIDE)


@pytest.mark.parametrize(
    ("language", "short", "long"),
    [
        ("az", "05.03.2026", "5 mart 2026"),
        ("en", "05/03/2026", "5 March 2026"),
        ("ru", "05.03.2026", "5 марта 2026 г."),
    ],
)
def test_dates_follow_the_language(language: str, short: str, long: str) -> None:
    with speak(language):
        assert (formats.short_date(DAY), formats.long_date(DAY)) == (short, long)


@pytest.mark.parametrize(
    ("language", "month"), [("az", "mart 2026"), ("en", "March 2026"), ("ru", "март 2026")]
)
def test_a_day_is_shown_no_more_exactly_than_it_is_known(language: str, month: str) -> None:
    with speak(language):
        assert formats.partial_date(DAY, "month") == month
        assert formats.partial_date(DAY, "year") == "2026"
        assert formats.partial_date(DAY, "day") == formats.long_date(DAY)
        assert formats.partial_date(None, "month") == formats.NOTHING


def test_a_moment_is_shown_in_local_time() -> None:
    with speak("az"):
        assert formats.moment(datetime(2026, 3, 5, 21, 30, tzinfo=UTC)) == "06.03.2026, 01:30"
        assert formats.short_date(datetime(2026, 3, 5, 21, 30, tzinfo=UTC)) == "06.03.2026"


@pytest.mark.parametrize(
    ("language", "written", "amount", "part"),
    [
        ("az", "1.234.567,5", "1.234,50 AZN", "12,5 %"),
        ("en", "1,234,567.5", "1,234.50 AZN", "12.5 %"),
        ("ru", "1 234 567,5", "1 234,50 AZN", "12,5 %"),
    ],
)
def test_numbers_follow_the_language(language: str, written: str, amount: str, part: str) -> None:
    with speak(language):
        assert spaces(formats.number(1234567.5)) == written
        assert spaces(formats.money(Money(Decimal("1234.5"), "AZN"))) == amount
        assert spaces(formats.share(0.125)) == part


def test_nothing_is_a_dash_and_zero_is_zero() -> None:
    with speak("az"):
        for show in (formats.short_date, formats.long_date, formats.moment, formats.number):
            assert show(None) == "–"
        assert formats.number(0) == "0"
        assert formats.as_text(None) == "–"
        assert formats.as_text(False) == "Xeyr"


def test_upper_case_is_azerbaijani_only_where_azerbaijani_is_spoken() -> None:
    word = Text(az="icra", en="issue", ru="иск")
    with speak("az"):
        assert formats.upper(word) == "İCRA"
        assert formats.lower("IŞIQ") == "ışıq"
    with speak("en"):
        assert formats.upper(word) == "ISSUE"


@pytest.mark.parametrize(
    ("size", "written"), [(1, "1 KB"), (640_000, "640 KB"), (1_250_000, "1,2 MB")]
)
def test_file_sizes_are_in_the_unit_people_read(size: int, written: str) -> None:
    with speak("az"):
        assert spaces(formats.file_size(size)) == written
