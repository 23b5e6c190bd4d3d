"""Code lists come from their standards, run for a period, and are never deleted."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.db import DatabaseError, transaction

from korpu.engines.azeri import az_sort_key
from korpu.foundations.accounts.api import acting, system_actor
from korpu.foundations.accounts.testing import make_actor
from korpu.foundations.codelists import api
from korpu.foundations.codelists.declared import DeclaredCode, DeclaredList, read_list
from korpu.foundations.codelists.models import Code
from korpu.foundations.codelists.models.code_list import Confidence
from korpu.kernel.errors import InvalidInput, NotFound
from korpu.kernel.texts import Text

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def text(word):
    return Text(az=word, en=word, ru=word)


def colours(*codes):
    declared = tuple(DeclaredCode(code=code, title=text(code)) for code in codes)
    return DeclaredList("colours", text("Colours"), "house", "1", Confidence.SEEN, declared)


@pytest.fixture
def system():
    with acting(system_actor()) as actor:
        yield actor


def test_countries_carry_the_names_of_the_cldr(system):
    germany = api.title("countries", "DEU")
    assert germany.as_dict() == {"az": "Almaniya", "en": "Germany", "ru": "Германия"}
    assert api.attributes("countries", "AZE")["alpha_2"] == "AZ"


def test_every_present_country_has_a_name_of_its_own_in_each_language(system):
    rows = Code.objects.filter(list_id="countries", valid_until__isnull=True)
    assert rows.count() > 240
    same = [row.code for row in rows if row.title_ru == row.title_en]
    assert same == []


def test_a_former_state_is_known_but_cannot_be_chosen_today(system):
    assert api.is_known("countries", "SUN")
    assert not api.is_valid("countries", "SUN", on=TODAY)
    assert api.is_valid("countries", "SUN", on=date(1985, 1, 1))


def test_nationalities_are_the_countries_and_the_special_codes(system):
    codes = {code for code, _ in api.choices("nationalities", on=TODAY, language="en")}
    assert {"AZE", "DEU", "XXA", "XXX"} <= codes
    assert "SUN" not in codes


def test_choices_follow_the_azerbaijani_alphabet(system):
    titles = [title for _, title in api.choices("countries", on=TODAY, language="az")]
    assert titles == sorted(titles, key=az_sort_key)
    assert titles.index("Çin") < titles.index("Danimarka") < titles.index("Xorvatiya")


def test_a_list_of_the_house_keeps_its_own_order(system):
    assert [code for code, _ in api.choices("sex", on=TODAY, language="ru")] == ["F", "M", "X"]


def test_an_unknown_list_is_said_to_be_unknown(system):
    with pytest.raises(NotFound):
        api.choices("no-such-list", on=TODAY, language="az")


def test_loading_twice_changes_nothing(system):
    assert api.load_codelists(at=NOON) == []
    assert api.load_codelists(at=NOON, lists=[colours("red")]) == ["colours"]
    assert api.load_codelists(at=NOON, lists=[colours("red")]) == []


def test_a_withdrawn_code_ends_and_one_declared_again_runs_again(system):
    api.load_codelists(at=NOON, lists=[colours("red", "blue")])
    api.load_codelists(at=NOON, lists=[colours("red")])
    assert Code.objects.get(list_id="colours", code="blue").valid_until == date(2026, 11, 21)
    assert not api.is_valid("colours", "blue", on=TODAY)
    assert api.title("colours", "blue") == text("blue")
    api.load_codelists(at=NOON, lists=[replace(colours("red", "blue"), version="2")])
    assert api.is_valid("colours", "blue", on=TODAY)


def test_nobody_but_the_release_writes_a_code():
    with acting(make_actor("administrator")):
        with pytest.raises(DatabaseError), transaction.atomic():
            Code.objects.create(list_id="sex", code="Q", title_az="q", title_en="q", title_ru="q")
        assert Code.objects.filter(list_id="sex").update(position=9) == 0


HEAD = "list: a\ntitle: {az: a, en: a, ru: a}\nsource: s\nversion: 1\n"
SURE = HEAD + "confidence: seen\n"
B = "{code: b, title: {az: a, en: a, ru: a}}"


@pytest.mark.parametrize(
    ("content", "part_of_the_message"),
    [
        ("list: [", "no YAML"),
        ("- a", "mapping"),
        ("list: a", "missing"),
        (f"{SURE}codes: []\ncolour: red", "not known: colour"),
        (SURE.replace(", ru: a", "") + "codes: []", "needs az, en and ru"),
        (f"{HEAD}confidence: sure\ncodes: []", "confidence is one of"),
        (f"{SURE}codes: [{B.replace(' b', ' no')}]", "must be text"),
        (f"{SURE}codes: [{B}, {B}]", "stand twice: b"),
    ],
)
def test_a_wrong_file_says_which_and_what(tmp_path, content, part_of_the_message):
    path = tmp_path / "a.yaml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InvalidInput, match=part_of_the_message):
        read_list(path)
