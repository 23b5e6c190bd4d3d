"""Many zones at once give what one after another gives."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from korpu.engines.mrtd.api import RULES, Format, check, check_batch, write
from korpu.engines.mrtd.checking import walk
from korpu.engines.mrtd.layouts import LAYOUTS
from korpu.engines.mrtd.reading import cut
from korpu.engines.mrtd.tests.drawing import ALPHABET, ON, days, documents, specimens


def plainly(zone, form, issued_on=None):
    layout = LAYOUTS[form]
    if len(zone) != layout.size or set(zone) - set(ALPHABET):
        return {"not_read"}
    found = walk(zone, cut(zone, layout), layout, on=ON, issued_on=issued_on)
    return {each.rule for each in found if each.kind in {"fault", "deviation"}}


@st.composite
def many(draw):
    """A format and zones of it: sound, damaged, cut short and with foreign characters."""
    form = draw(st.sampled_from(Format))
    zones = []
    for _ in range(draw(st.integers(1, 4))):
        zone = list("".join(write(draw(documents(form)), on=ON)))
        for _ in range(draw(st.integers(0, 5))):
            zone[draw(st.integers(0, len(zone) - 1))] = draw(st.sampled_from(ALPHABET))
        zones.append("".join(zone))
    odd = st.sampled_from(["", "Я" * 90, "<" * 88, "<" * 90, "<" * 72, "A" * 88, "P<" * 36, "é<"])
    return form, draw(st.permutations(zones + draw(st.lists(odd, max_size=2))))


@settings(max_examples=150)
@given(many(), st.none() | days)
def test_a_batch_breaks_the_same_rules_as_the_walk(drawn, issued_on):
    form, zones = drawn
    batch = check_batch(zones, form, on=ON, issued_on=issued_on)
    for row, zone in enumerate(zones):
        assert batch.broken(row) == plainly(zone, form, issued_on), zone
        assert batch.conforms[row] == (not batch.broken(row))


@pytest.mark.parametrize("form", Format)
def test_every_single_change_of_a_specimen_is_seen_alike(form):
    zone = next("".join(each) for each in specimens() if check("".join(each), on=ON).format == form)
    damaged = [zone[:at] + sign + zone[at + 1 :] for at in range(len(zone)) for sign in ALPHABET]
    batch = check_batch(damaged, form, on=ON)
    for row in range(0, len(damaged), 3):
        assert batch.broken(row) == plainly(damaged[row], form), damaged[row]


def test_no_zone_at_all_is_an_empty_batch_and_the_rules_fit_their_bits():
    assert len(check_batch([], Format.TD3, on=ON).conforms) == 0
    assert len(RULES) <= 32
