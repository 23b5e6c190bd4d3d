import csv
import string
from itertools import product
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from korpu.engines.names import (
    canonical,
    key,
    mixed_scripts,
    neighbours,
    scripts_of,
    similarity,
    words,
)

PAIRS = Path(__file__).parents[5].parent / "shared/reference/data/documents/names"
SAME = 0.95
keys = st.text(alphabet="abdijklmnprstuvz", min_size=4, max_size=9)


def _pairs():
    for file in ("pairs.csv", "pairs-constructed.csv"):
        if (PAIRS / file).exists():
            with (PAIRS / file).open(encoding="utf-8") as lines:
                yield from (
                    (row["left"], row["right"], row["same_person"] == "yes")
                    for row in csv.DictReader(lines)
                    if "do not score" not in row["kind"]
                )


@pytest.mark.skipif(
    not PAIRS.exists(), reason="the hand-made pairs of names are not on this machine"
)
def test_the_hand_made_pairs_are_told_together_and_apart():
    wrong = [
        (left, right, round(similarity(left, right), 2))
        for left, right, same in _pairs()
        if (similarity(left, right) >= SAME) != same
    ]
    assert wrong == []


@pytest.mark.parametrize(
    "spellings",
    [
        (
            "Məmmədov Elçin",
            "MAMMADOV ELCHIN",
            "Мамедов Эльчин",
            "Мәммәдов Елчин",
            "Mammadov, Elchin",
        ),
        ("Cəfərov Cavid", "JAFAROV JAVID", "Джафаров Джавид", "Ҹәфәров Ҹавид", "JAFAROV<<JAVID"),
        ("Qasımova Gülnarə", "GASIMOVA GULNARA", "Касымова Гюльнара"),
        ("Hüseynzadə-Əliyeva Günay", "HUSEYNZADA ALIYEVA GUNAY", "Günay Hüseynzadə Əliyeva"),
        ("Xəlilov Yaşar Tofiq oğlu", "ХАЛИЛОВ ЯШАР ТОФИК ОГЛЫ", "KHALILOV YASHAR TOFIG OGLU"),
    ],
)
def test_spellings_of_one_name_share_their_keys(spellings):
    assert {frozenset(canonical(name)) for name in spellings} == {
        frozenset(canonical(spellings[0]))
    }


@pytest.mark.parametrize(
    ("one", "other"),
    [("Əliyev", "Vəliyev"), ("Elman", "Elmir"), ("Kamran", "Muradov"), ("Əliyev", "Əliyeva")],
)
def test_names_of_different_people_keep_different_keys(one, other):
    assert canonical(one) != canonical(other)


def test_son_of_and_daughter_of_are_not_searched():
    assert words("Əliyev Elman Rza oğlu") == ("əliyev", "elman", "rza")
    assert canonical("oğlu qızı") == ()


@pytest.mark.parametrize("nothing", ["", "   ", "<<<", "123", "ขนุน"])
def test_a_name_without_known_letters_has_no_key_and_is_like_nothing(nothing):
    assert canonical(nothing) == ()
    assert similarity(nothing, "Əliyev") == 0.0


@given(st.text(max_size=40))
def test_keys_are_plain_letters_whatever_is_typed(text):
    assert all(set(found) <= set(string.ascii_lowercase) for found in canonical(text))


def test_a_slip_of_one_letter_always_meets_in_the_neighbours():
    """The slow twin is the edit distance itself, over every word of four or five letters a, b."""
    every = ["".join(word) for size in (4, 5) for word in product("ab", repeat=size)]
    close = [pair for pair in product(every, every) if OSA.distance(*pair) <= 1]
    assert len(close) > len(every)
    assert [pair for pair in close if not neighbours(pair[0]) & neighbours(pair[1])] == []


@given(keys, st.integers(0, 8), st.sampled_from(["drop", "swap", "change", "add"]))
def test_each_kind_of_slip_is_found(word, at, kind):
    at %= len(word) - 1
    slips = {
        "drop": word[:at] + word[at + 1 :],
        "swap": word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        "change": word[:at] + "z" + word[at + 1 :],
        "add": word[:at] + "z" + word[at:],
    }
    slip = slips[kind]
    assume(len(slip) >= 4)
    assert neighbours(word) & neighbours(slip)


@given(keys, keys)
def test_likeness_has_no_direction(one, other):
    assert similarity(one, other) == similarity(other, one)
    assert similarity(one, one) == (1.0 if canonical(one) else 0.0)


def test_the_key_is_stable_under_case_and_marks_of_the_keyboard():
    assert key("ağayev") == canonical("AĞAYEV")[0] == canonical("Ağayev’")[0]


def test_a_cyrillic_letter_inside_a_latin_word_is_noticed():
    assert mixed_scripts("Аliyev")
    assert not mixed_scripts("Əliyev Алиев")
    assert scripts_of("Əliyev Алиев 1") == {"Latn", "Cyrl"}
    assert scripts_of("123") == frozenset()
