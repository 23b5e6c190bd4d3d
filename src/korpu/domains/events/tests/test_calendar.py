from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from korpu.domains.events.calendar import Attendee, Entry, feed, message, one_line, plain
from korpu.domains.events.entries import hours
from korpu.domains.events.enums import DayPart
from korpu.domains.events.models import Event
from korpu.domains.events.services.events import VenueFacts, set_places
from korpu.domains.events.services.programme import remove_session
from korpu.domains.events.testing import make_event
from korpu.domains.events.tests.conftest import FIRST
from korpu.domains.events.zones import zone_of_country
from korpu.foundations.accounts.api import acting
from korpu.kernel.texts import Text

BAKU, VIENNA = ZoneInfo("Asia/Baku"), ZoneInfo("Europe/Vienna")
AT = datetime(2026, 11, 2, 9, tzinfo=UTC)
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


@st.composite
def spans(draw):
    """Hours of one to eight days within a fortnight, most of them alike, in one of two zones."""
    first = date(2026, draw(st.integers(1, 12)), 20)
    days = sorted(draw(st.sets(st.integers(0, 13), min_size=1, max_size=8)))
    usual = (time(9), time(17), BAKU)
    odd = st.tuples(
        st.integers(6, 12).map(time), st.integers(13, 22).map(time), st.sampled_from([BAKU, VIENNA])
    )
    found = []
    for day in days:
        begin, end, zone = draw(st.one_of(st.just(usual), odd))
        on = first + timedelta(days=day)
        found.append((datetime.combine(on, begin, zone), datetime.combine(on, end, zone)))
    return found


def shown(calendar):
    """What a reader of RFC 5545 shows: the series day by day, without and with its exceptions."""
    series, *moved = calendar.walk("VEVENT")
    starts, ends = series["dtstart"].dt, series["dtend"].dt
    count = series["rrule"]["COUNT"][0] if "rrule" in series else 1
    found = {}
    for number in range(count):
        begin = starts + timedelta(days=number)  # by the clock on the wall, as the rule says
        found[begin.astimezone(UTC)] = (begin, ends + timedelta(days=number))
    for left_out in series["exdate"].dts if "exdate" in series else ():
        del found[left_out.dt.astimezone(UTC)]
    for one in moved:
        assert one["uid"] == series["uid"]
        found[one["recurrence-id"].dt.astimezone(UTC)] = (one["dtstart"].dt, one["dtend"].dt)
    return sorted((begin.astimezone(UTC), end.astimezone(UTC)) for begin, end in found.values())


@given(spans())
def test_the_hours_of_each_of_several_days_come_back_as_they_were(days):
    (starts, ends), *more = days
    made = message(entry(starts=starts, ends=ends, more=tuple(more)), "REQUEST")
    calendar = Calendar.from_ical(made)
    assert shown(calendar) == [(a.astimezone(UTC), b.astimezone(UTC)) for a, b in days]
    assert len({str(one["uid"]) for one in calendar.walk("VEVENT")}) == 1
    zones = {str(zone["tzid"]) for zone in calendar.walk("VTIMEZONE")}
    assert zones == {a.tzinfo.key for a, _ in days}


def test_calling_off_several_days_names_the_series_alone():
    late = (datetime(2026, 12, 2, 14, tzinfo=BAKU), datetime(2026, 12, 2, 18, tzinfo=BAKU))
    calendar, _ = read(message(entry(more=(late,), is_cancelled=True), "CANCEL"))
    assert len(calendar.walk("VEVENT")) == 1


@pytest.mark.django_db
def test_an_event_of_three_days_stands_in_calendars_with_the_hours_of_each(manager):
    event = make_event(manager, first=FIRST, days=3, at=AT)
    with acting(manager):
        short = event.half_days.get(held_on=FIRST + timedelta(days=1), part=DayPart.AFTERNOON)
        remove_session(session=short.sessions.get(), actor=manager)
        found = hours(Event.objects.get(pk=event.pk))
        assert [(a.isoformat(), f"{b:%H:%M}") for a, b in found] == [
            ("2026-11-10T09:00:00+04:00", "17:00"),
            ("2026-11-11T09:00:00+04:00", "12:00"),
            ("2026-11-12T09:00:00+04:00", "17:00"),
        ]
        places = [VenueFacts("AUT", Text("Vyana", "Vienna", "Вена"))]
        set_places(event=event, venues=places, sides=[], actor=manager)
        abroad = hours(Event.objects.get(pk=event.pk))
        assert abroad[0][0].isoformat() == "2026-11-10T09:00:00+01:00", "The hour of its place."
        far = [*places, VenueFacts("AZE", Text("Bakı", "Baku", "Баку"))]
        set_places(event=event, venues=far, sides=[], actor=manager)
        assert not hours(Event.objects.get(pk=event.pk)), "Two hours at once are no hour."
        for half in event.half_days.filter(held_on=FIRST + timedelta(days=2)):
            remove_session(session=half.sessions.get(), actor=manager)
        set_places(event=event, venues=far[1:], sides=[], actor=manager)
        assert not hours(Event.objects.get(pk=event.pk)), "The last day has no programme yet."


@pytest.mark.parametrize(
    ("country", "zone"),
    [("AZE", "Asia/Baku"), ("LTU", "Europe/Vilnius"), ("RUS", None), ("XXX", None)],
)
def test_a_country_with_several_hours_has_no_hour_of_its_own(country, zone):
    found = zone_of_country(country, FIRST)
    assert (found and found.key) == zone


def test_a_title_with_line_ends_begins_no_property_of_its_own():
    made = feed([entry(title=HOSTILE, place=HOSTILE, organiser=HOSTILE)], title=HOSTILE)
    calendar, event = read(made)
    assert not calendar.walk("VALARM")
    assert "attendee" not in event
    assert event["organizer"].params["CN"] == one_line(HOSTILE)
