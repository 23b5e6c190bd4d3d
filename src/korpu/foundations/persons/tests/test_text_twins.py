"""The database folds and sorts Azerbaijani exactly as Python does."""

from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from korpu.engines.azeri import ALPHABET, az_fold, az_sort_key

SIGNS = (
    ALPHABET
    + ALPHABET.replace("i", "").upper()
    + "İwWéÉñÑàßŽøØŁđæÆœþÿ’'- 0123456789."
    + "абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғһҝөүҹјАБЁЙӘҒҺҜӨҮҸЈ"
    + "ابپتجچحخدذرزسشصضطعغفقکگلمنوهیآ\u200c"
    + "\u0307\u0301αβγԱՙաბგდ"
)
texts = st.lists(st.text(alphabet=SIGNS, max_size=25), min_size=1, max_size=40)
relaxed = settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])


def _in_database(function, given_texts):
    with connection.cursor() as cursor:
        cursor.execute(
            f"select {function}(t) from unnest(%s::text[]) with ordinality as u(t, n) order by n",
            [given_texts],
        )
        return [row[0] for row in cursor.fetchall()]


class TextTwins(TestCase):
    @relaxed
    @given(texts)
    def test_folding_is_the_same(self, given_texts):
        assert _in_database("az_fold", given_texts) == [az_fold(text) for text in given_texts]

    @relaxed
    @given(texts)
    def test_sort_keys_are_the_same(self, given_texts):
        assert _in_database("az_sort", given_texts) == [az_sort_key(text) for text in given_texts]

    def test_order_by_the_key_is_the_order_of_the_alphabet(self):
        with connection.cursor() as cursor:
            cursor.execute(
                "select string_agg(t, ' ' order by az_sort(t) collate \"C\")"
                " from unnest(array['Xəzər', 'Qurban', 'Həsən', 'Zaur', 'Əli', 'Elçin']) t"
            )
            assert cursor.fetchone() == ("Elçin Əli Həsən Xəzər Qurban Zaur",)
