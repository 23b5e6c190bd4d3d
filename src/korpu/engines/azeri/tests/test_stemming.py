"""Forms of a word find one another; words that differ stay apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korpu.engines.azeri import ALPHABET, az_stems, az_upper, holds_words, search_words

# Written by hand: the word of the dictionary, then forms as they stand in titles and sentences.
FORMS = {
    "layihə": "layihənin layihəsi layihəsində layihələr layihələrin layihəyə layihədən layihələrdə",
    "təlim": "təlimin təlimlər təlimləri təlimlərin təlimdə təlimdən təlimə",
    "hesabat": "hesabatı hesabatın hesabatlar hesabatların hesabatda hesabatdan hesabatına",
    "qaçqın": "qaçqınlar qaçqınların qaçqına qaçqından qaçqınlara qaçqınları",
    "miqrasiya": "miqrasiyanın miqrasiyada miqrasiyaya miqrasiyası miqrasiyadan",
    "vətəndaş": "vətəndaşlar vətəndaşların vətəndaşına vətəndaşlarının vətəndaşdan",
    "sənəd": "sənədlər sənədlərin sənədin sənədi sənəddə sənədlərdən",
    "ölkə": "ölkənin ölkələr ölkələrin ölkəsi ölkəyə ölkədən",
    "sərhəd": "sərhəddə sərhədin sərhədlər sərhədi",
    "reinteqrasiya": "reinteqrasiyanın reinteqrasiyası reinteqrasiyasına reinteqrasiyaya",
    "Azərbaycan": "Azərbaycanın Azərbaycanda Azərbaycandan Azərbaycana",
    "bazar": "bazarın bazarında bazarı bazarlar",
    "tövsiyə": "tövsiyələr tövsiyələrin tövsiyəsi",
    "lüğət": "lüğəti lüğətin lüğətlər",
    "məktəb": "məktəblər məktəbin məktəbi məktəbdə",
    "bülleten": "bülletenlər bülletenin bülletendə",
}


@pytest.mark.parametrize("word", FORMS)
def test_every_form_of_a_word_shares_a_stem_with_it(word: str) -> None:
    assert [form for form in FORMS[word].split() if not az_stems(form) & az_stems(word)] == []


def test_different_words_share_no_stem() -> None:
    every = [stem for word in FORMS for stem in az_stems(word)]
    assert len(every) == len(set(every))
    assert not az_stems("miqrant") & az_stems("miqrasiya")


def test_both_spellings_of_the_acronym_and_of_a_town_are_one_word() -> None:
    assert search_words("MOBILAZE") == search_words("MOBİLAZE") == search_words("mobilaze")
    assert search_words("Şəki") == search_words("Seki") == search_words("ŞƏKİ")


def test_a_text_holds_what_it_says_in_another_form_and_nothing_else() -> None:
    title = "Azərbaycanda qaçqınların inteqrasiya siyasəti üzrə Yol xəritəsinə dair tövsiyələr"
    for words in ("qaçqın", "INTEQRASIYANIN SİYASƏTİ", "yol xəritə", "tovsiye", "inteq"):
        assert holds_words(search_words(words), title), words
    for words in ("", "readmissiya", "qaçqın readmissiya", "yo"):
        assert not holds_words(search_words(words), title), words


@given(st.text(alphabet=ALPHABET, min_size=1, max_size=25))
def test_a_stem_has_no_ending_left_and_capitals_change_nothing(word: str) -> None:
    stems = az_stems(word)
    assert stems == az_stems(az_upper(word))
    assert all(az_stems(stem) == {stem} for stem in stems)


@given(st.text(max_size=60))
def test_any_text_gives_words_without_signs_between_them(text: str) -> None:
    assert all(stem and " " not in stem for stems in search_words(text) for stem in stems)
