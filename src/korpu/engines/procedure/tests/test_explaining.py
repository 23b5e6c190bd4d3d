"""Every date says why it is what it is, in three languages."""

from datetime import UTC, date, datetime

import pytest

from korpu.engines.procedure.api import DeadlineState, Library, LogEntry, fold
from korpu.engines.procedure.wording import counted
from korpu.kernel.texts import LANGUAGES


def entry(act: str, on: date, **facts: object) -> LogEntry:
    return LogEntry(act, datetime(on.year, on.month, on.day, 9, tzinfo=UTC), on, facts)


def reply(library: Library, *log: LogEntry, on: date, which: str = "reply") -> DeadlineState:
    procedure = library.procedure("az/readmission-own-national", on=date(2026, 6, 1))
    found = fold(procedure, log, library.calendars, on=on).deadline(which)
    assert found is not None
    return found


def test_a_plain_term_names_anchor_length_end_law_and_doubt(library: Library) -> None:
    found = reply(library, entry("submit_application", date(2026, 6, 1)), on=date(2026, 6, 2))
    assert found.explanation.en == (
        "Counted from 1 June 2026 (Submit the application); that day does not count."
        " The term is 15 calendar days. The last day is 16 June 2026."
        " Basis: EU–Azerbaijan readmission agreement, OJ L 128, 30.4.2014, p. 17,"
        " Art. 11 (expected) (weak source)."
        " Unverified rule: have it confirmed before you rely on this date."
    )


def test_a_moved_last_day_says_from_where_and_why(library: Library) -> None:
    found = reply(library, entry("submit_application", date(2026, 6, 11)), on=date(2026, 6, 12))
    assert found.due_on == date(2026, 6, 29)
    expected = "The last day falls on 26 June 2026 (Armed Forces Day), so it moves to 29 June 2026."
    assert expected in found.explanation.en
    assert "26.06.2026 tarixinə düşür (Silahlı Qüvvələr Günü)" in found.explanation.az
    assert "приходится на 26.06.2026 (День Вооружённых сил)" in found.explanation.ru


def test_skipped_days_are_counted_and_named(library: Library) -> None:
    log = [
        entry("submit_application", date(2026, 6, 1)),
        entry("record_deemed_agreement", date(2026, 6, 12)),
    ]
    found = reply(library, *log, on=date(2026, 6, 12), which="travel_document")
    text = found.explanation
    assert "Not counted: 4 weekend days; 15 June 2026 — National Salvation Day." in text.en


def test_a_standing_clock_says_since_when_and_what_is_left(library: Library) -> None:
    log = [
        entry("submit_application", date(2026, 6, 1)),
        entry("return_as_incomplete", date(2026, 6, 4)),
    ]
    found = reply(library, *log, on=date(2026, 6, 30))
    assert "stood still since 4 June 2026; left: 13 calendar days" in found.explanation.en
    assert "осталось: 13 календарных дней" in found.explanation.ru


def test_a_number_nobody_knows_is_asked_for(library: Library) -> None:
    log = [
        entry("submit_application", date(2026, 6, 1)),
        entry("begin_examination", date(2026, 6, 1)),
        entry("request_interview", date(2026, 6, 2)),
    ]
    found = reply(library, *log, on=date(2026, 6, 30), which="interview")
    assert found.state == "not_computable"
    assert found.explanation.en.startswith("No date is computed: the rule's number is not known.")


def test_a_date_beyond_the_decrees_is_called_provisional(library: Library) -> None:
    found = reply(library, entry("submit_application", date(2026, 12, 20)), on=date(2026, 12, 21))
    assert found.provisional
    assert "decreed only up to 31 December 2026" in found.explanation.en
    assert "yalnız 31.12.2026 tarixinədək" in found.explanation.az


def test_every_explanation_is_complete_in_every_language(library: Library) -> None:
    found = reply(library, entry("submit_application", date(2026, 6, 1)), on=date(2026, 6, 30))
    for language in LANGUAGES:
        text = found.explanation.in_language(language)
        assert "{" not in text
        assert text.endswith(".")


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (1, "1 рабочий день"),
        (2, "2 рабочих дня"),
        (5, "5 рабочих дней"),
        (11, "11 рабочих дней"),
        (14, "14 рабочих дней"),
        (21, "21 рабочий день"),
        (112, "112 рабочих дней"),
    ],
)
def test_russian_counts_in_three_forms(quantity: int, words: str) -> None:
    assert counted(quantity, "working_days").ru == words


def test_english_has_one_day_and_two_days() -> None:
    assert counted(1, "calendar_days").en == "1 calendar day"
    assert counted(2, "calendar_days").en == "2 calendar days"
