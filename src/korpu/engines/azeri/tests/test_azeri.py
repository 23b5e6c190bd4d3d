import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korpu.engines.azeri import (
    ALPHABET,
    az_fold,
    az_lower,
    az_sort_key,
    az_title,
    az_upper,
    slug,
)

UPPER = "ABCÇDEƏFGĞHXIİJKQLMNOÖPRSŞTUÜVYZ"
words = st.text(alphabet=ALPHABET + UPPER, max_size=20)
names = st.text(
    alphabet=ALPHABET + UPPER + "wWéÉñàåŽß -'0123456789" + "абвгдеёжәғүһйЁ", max_size=20
)


@pytest.mark.parametrize(
    ("given_text", "lower"),
    [("İSTİ", "isti"), ("ISTI", "ıstı"), ("ƏLİYEV", "əliyev"), ("I\u0307", "i"), ("ИВАН", "иван")],
)
def test_lower_case_keeps_the_two_i_apart(given_text, lower):
    assert az_lower(given_text) == lower


def test_upper_case_keeps_the_dot():
    assert az_upper("viza") == "VİZA"
    assert az_upper("ışıq") == "IŞIQ"


@given(words)
def test_case_can_be_taken_back(word):
    assert az_lower(az_upper(word)) == az_lower(word)
    assert az_upper(az_lower(word)) == az_upper(word)
    assert len(az_lower(word)) == len(word)


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("ƏLİYEV ELMAN RZA OĞLU", "Əliyev Elman Rza oğlu"),
        ("şahla İSMAYIL QIZI", "Şahla İsmayıl qızı"),
        ("hüseynzadə-əliyeva", "Hüseynzadə-Əliyeva"),
        ("İBRAHİM", "İbrahim"),
        ("ıldırım", "Ildırım"),
        ("", ""),
    ],
)
def test_a_name_is_titled_as_in_a_letter(written, title):
    assert az_title(written) == title


def _letter_by_letter(text):
    """The slow twin: compare place in the alphabet, then small before capital."""
    order = ALPHABET + "w"
    return [order.index(sign) for sign in az_lower(text)], [sign in UPPER + "W" for sign in text]


@given(words, words)
def test_the_key_orders_like_the_alphabet(one, other):
    by_key = az_sort_key(one) < az_sort_key(other)
    assert by_key == (_letter_by_letter(one) < _letter_by_letter(other))


def test_space_hyphen_and_digit_come_before_letters_and_other_scripts_after():
    listed = ["Иван", "Zaur", "Wagner", "Ağa", "Ağ 2", "Ağ-ay", "Ağ ay", "Élan", "Elan"]
    assert sorted(listed, key=az_sort_key) == [
        "Ağ 2",
        "Ağ ay",
        "Ağ-ay",
        "Ağa",
        "Elan",
        "Élan",
        "Zaur",
        "Wagner",
        "Иван",
    ]


@given(names)
def test_folding_is_done_once(name):
    assert az_fold(az_fold(name)) == az_fold(name)


@given(words)
def test_case_never_changes_a_folded_word(word):
    assert az_fold(az_upper(word)) == az_fold(word) == az_fold(az_lower(word))
    assert set(az_fold(word)) <= set(string.ascii_lowercase)


@pytest.mark.parametrize(
    ("text", "address"),
    [("Şəki İşıq Öyrənmə", "seki-isiq-oyrenme"), ("  Nə?  ", "ne"), ("Иван", ""), ("a--b", "a-b")],
)
def test_a_slug_is_plain(text, address):
    assert slug(text) == address
