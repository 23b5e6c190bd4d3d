from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from korpu.domains.events.calendar import Attendee, Entry, feed, message, one_line, plain

BAKU = ZoneInfo("Asia/Baku")
AT = datetime(2026, 11, 22, 9, tzinfo=UTC)
HOSTILE = "Təlim\r\nBEGIN:VALARM\nATTENDEE:mailto:x@evil.test;,\\ \u2028X"


def entry(**changes):
    facts = {
        "uid": "one@korpu",
        "sequence": 2,
        "title": "Sənədlərin təhlükəsizliyi",
        "starts": datetime(2026, 12, 1, 9, 30, tzinfo=BAKU),
        "ends": datetime(2026, 12, 1, 17, tzinfo=BAKU),
        "stamped_at": AT,
        "organiser": "Dövlət Miqrasiya Xidməti",
        "organiser_email": "events@example.org",
    }
    return Entry(**facts | changes)


def read(made):
    calendar = Calendar.from_ical(made)
    return calendar, calendar.walk("VEVENT")[0]


@given(st.text(max_size=300), st.text(max_size=300), st.text(max_size=80))
def test_every_text_comes_back_from_the_folded_lines_as_it_was(title, description, place):
    made = message(entry(title=title, description=description, place=place), "PUBLISH")
    _, event = read(made)
    assert str(event.get("summary")) == one_line(title)
    assert str(event.get("description", "")) == plain(description)
    assert str(event.get("location", "")) == one_line(place)
    assert all(len(line) <= 75 for line in made.split(b"\r\n"))


def test_a_line_of_azerbaijani_is_folded_between_letters_not_within_one():
    made = message(entry(title="Ə" * 200), "PUBLISH")
    for line in made.split(b"\r\n"):
        line.decode("utf-8")


def test_an_hour_carries_the_time_zone_it_is_meant_in():
    calendar, event = read(message(entry(), "REQUEST", Attendee("Aysel", "a@example.org")))
    assert calendar["method"] == "REQUEST"
    assert [str(zone["tzid"]) for zone in calendar.walk("VTIMEZONE")] == ["Asia/Baku"]
    assert event["dtstart"].params["TZID"] == "Asia/Baku"
    assert event["dtstart"].dt.astimezone(UTC) == datetime(2026, 12, 1, 5, 30, tzinfo=UTC)
    assert event["sequence"] == 2
    assert event["attendee"].params["CN"] == "Aysel"


def test_calling_off_says_so_under_the_same_name_with_a_higher_sequence():
    calendar, event = read(message(entry(sequence=3, is_cancelled=True), "CANCEL"))
    assert (calendar["method"], event["status"], event["sequence"]) == ("CANCEL", "CANCELLED", 3)


def test_whole_days_end_on_the_day_after():
    days = entry(starts=date(2026, 12, 1), ends=date(2026, 12, 3))
    calendar, event = read(message(days, "PUBLISH"))
    assert (event["dtstart"].dt, event["dtend"].dt) == (date(2026, 12, 1), date(2026, 12, 4))
    assert not calendar.walk("VTIMEZONE")


def test_a_title_with_line_ends_begins_no_property_of_its_own():
    made = feed([entry(title=HOSTILE, place=HOSTILE, organiser=HOSTILE)], title=HOSTILE)
    calendar, event = read(made)
    assert not calendar.walk("VALARM")
    assert "attendee" not in event
    assert event["organizer"].params["CN"] == one_line(HOSTILE)
