"""Two records become one person and can become two again, and nothing is lost on the way."""

from datetime import timedelta
from uuid import uuid4

import pytest

from korpu.foundations.accounts.api import acting
from korpu.foundations.accounts.testing import make_actor, make_compartment
from korpu.foundations.persons.api import (
    Fact,
    FactKind,
    Gate,
    PersonQuery,
    RelationKind,
    Source,
    SourceKind,
    add_facts,
    display_names,
    documents_of,
    facts_of,
    find_candidates,
    gate,
    get_person,
    involve,
    merge_persons,
    on_merge,
    record_document,
    record_protection_hold,
    relate,
    relations_of,
    undo_merge,
)
from korpu.foundations.persons.models import Involvement, Merge
from korpu.foundations.persons.services import merging
from korpu.foundations.persons.testing import make_person
from korpu.kernel.errors import InvalidInput, NotPermitted, NotPossibleNow

pytestmark = pytest.mark.django_db


@pytest.fixture
def two(office, supervisor, at):
    """One man twice: by his passport, and by what he said."""
    case = uuid4()
    kept = make_person("Əliyev", "Elman", compartment=office, case_uuid=case)
    absorbed = make_person("Alijew", "Elman", compartment=office, case_uuid=uuid4(), sex="X")
    with acting(supervisor):
        involve(person=absorbed, case_uuid=case, compartment=office, part="subject")
        for person, number in ((kept, "C1111111"), (absorbed, "C2222222"), (absorbed, "C1111111")):
            record_document(
                person=person,
                kind="passport",
                issuer="AZE",
                number=number,
                issued_on=None,
                valid_until=None,
                actor=supervisor,
                at=at,
            )
        wife = make_person("Əliyeva", "Sona", sex="F", compartment=office)
        relate(person=absorbed, relative=wife, kind=RelationKind.SPOUSE, actor=supervisor, at=at)
    return kept, absorbed


def picture(person):
    """Everything that hangs on a record."""
    person.refresh_from_db()
    return (
        person.name,
        person.merged_into_id,
        sorted(facts_of(person).values_list("pk", flat=True)),
        sorted(documents_of(person).values_list("pk", flat=True)),
        sorted(relations_of(person).values_list("pk", flat=True)),
        sorted(person.involvements.values_list("pk", flat=True)),
    )


def merge(kept, absorbed, actor, at, reason="same fingerprints"):
    return merge_persons(kept=kept, absorbed=absorbed, reason=reason, actor=actor, at=at)


def test_what_hung_on_both_hangs_on_one_and_goes_back_exactly(two, supervisor, at):
    kept, absorbed = two
    with acting(supervisor):
        before = picture(kept), picture(absorbed)
        done = merge(kept, absorbed, supervisor, at)
        assert facts_of(kept).count() == 10
        assert documents_of(kept).count() == 2, "the passport both had is not there twice"
        assert kept.involvements.count() == 2, "the case both were in is not there twice"
        assert relations_of(kept).count() == 1
        undo_merge(merge=done, reason="twins", actor=supervisor, at=at)
        assert (picture(kept), picture(absorbed)) == before


def test_the_absorbed_record_leads_to_the_one_kept(two, supervisor, at):
    kept, absorbed = two
    with acting(supervisor):
        merge(kept, absorbed, supervisor, at)
        found = get_person(uuid=absorbed.uuid, for_actor=supervisor, purpose="test")
        assert found == kept
        candidates = find_candidates(query=PersonQuery(name="Alijew Elman"), for_actor=supervisor)
        assert [one.uuid for one in candidates] == [kept.uuid], "found by the absorbed name too"


def test_after_the_undoing_each_is_found_by_its_own_name(two, supervisor, at):
    kept, absorbed = two
    with acting(supervisor):
        done = merge(kept, absorbed, supervisor, at)
        undo_merge(merge=done, reason="twins", actor=supervisor, at=at)
        found = find_candidates(query=PersonQuery(name="Alijew Elman"), for_actor=supervisor)
        assert found[0].uuid == absorbed.uuid


def test_what_was_added_since_stays_with_the_record_kept(two, supervisor, at):
    kept, absorbed = two
    with acting(supervisor):
        done = merge(kept, absorbed, supervisor, at)
        add_facts(
            person=kept,
            facts=[Fact(FactKind.PHONE, "+994 12 345 67 89")],
            source=Source(SourceKind.STATEMENT),
            actor=supervisor,
            at=at + timedelta(hours=1),
        )
        undo_merge(merge=done, reason="twins", actor=supervisor, at=at)
        assert FactKind.PHONE in facts_of(kept).values_list("kind", flat=True)


def test_nothing_is_recorded_on_an_absorbed_record(two, supervisor, at):
    kept, absorbed = two
    with acting(supervisor):
        merge(kept, absorbed, supervisor, at)
        absorbed.refresh_from_db()
        with pytest.raises(NotPossibleNow):
            add_facts(
                person=absorbed,
                facts=[Fact(FactKind.PHONE, "+994 12 345 67 89")],
                source=Source(SourceKind.STATEMENT),
                actor=supervisor,
                at=at,
            )


def test_double_merges_circles_and_merges_into_itself_are_refused(two, office, supervisor, at):
    kept, absorbed = two
    third = make_person("Quliyev", "Vüqar", compartment=office)
    with acting(supervisor):
        merge(kept, absorbed, supervisor, at)
        for one, other in ((kept, absorbed), (third, absorbed), (absorbed, kept), (kept, kept)):
            with pytest.raises(NotPossibleNow):
                merge(one, other, supervisor, at)
        assert Merge.objects.count() == 1


def test_merges_are_taken_back_in_the_reverse_order(two, office, supervisor, at):
    kept, absorbed = two
    third = make_person("Quliyev", "Vüqar", compartment=office)
    with acting(supervisor):
        before = picture(kept), picture(absorbed), picture(third)
        first = merge(kept, absorbed, supervisor, at)
        second = merge(third, kept, supervisor, at)
        assert get_person(uuid=absorbed.uuid, for_actor=supervisor, purpose="test") == third
        shown = display_names(person_ids=[absorbed.pk, third.pk, -1], for_actor=supervisor)
        assert shown == {absorbed.pk: "Quliyev Vüqar", third.pk: "Quliyev Vüqar"}
        with pytest.raises(NotPossibleNow):
            undo_merge(merge=first, reason="twins", actor=supervisor, at=at)
        undo_merge(merge=second, reason="twins", actor=supervisor, at=at)
        undo_merge(merge=first, reason="twins", actor=supervisor, at=at)
        with pytest.raises(NotPossibleNow):
            undo_merge(merge=first, reason="twins", actor=supervisor, at=at)
        assert (picture(kept), picture(absorbed), picture(third)) == before


def test_rows_of_an_office_the_merger_cannot_see_move_and_return_too(
    two, elsewhere, stranger, supervisor, at
):
    kept, absorbed = two
    with acting(stranger):
        hidden = involve(person=absorbed, case_uuid=uuid4(), compartment=elsewhere, part="subject")
    with acting(supervisor):
        done = merge(kept, absorbed, supervisor, at)
    with acting(stranger):
        assert Involvement.objects.get(pk=hidden.pk).person_id == kept.pk
        assert get_person(uuid=absorbed.uuid, for_actor=stranger, purpose="test") == kept
    with acting(supervisor):
        undo_merge(merge=done, reason="twins", actor=supervisor, at=at)
    with acting(stranger):
        assert Involvement.objects.get(pk=hidden.pk).person_id == absorbed.pk


def test_a_hold_on_either_record_blocks_both_and_only_its_own_after_the_undoing(
    two, supervisor, at
):
    kept, absorbed = two
    protector = make_actor("protection_officer")
    with acting(protector):
        record_protection_hold(
            person=absorbed,
            kind="status_held",
            source="decision",
            compartment=make_compartment("protection"),
            valid_from=at.date(),
            actor=protector,
            at=at,
        )
    with acting(supervisor):
        Involvement.objects.filter(person=absorbed).delete()
        assert gate([kept.pk]) == Gate.CLEAR
        done = merge(kept, absorbed, supervisor, at)
        assert gate([kept.pk]) == Gate.BLOCKED
        undo_merge(merge=done, reason="twins", actor=supervisor, at=at)
        assert gate([kept.pk]) == Gate.CLEAR
        assert gate([absorbed.pk]) == Gate.BLOCKED


def test_a_merge_needs_a_reason_and_the_permission(two, officer, supervisor, at):
    kept, absorbed = two
    with acting(supervisor), pytest.raises(InvalidInput):
        merge(kept, absorbed, supervisor, at, reason="  ")
    with acting(officer), pytest.raises(NotPermitted):
        merge(kept, absorbed, officer, at)


def test_a_record_of_another_office_cannot_be_merged(two, elsewhere, supervisor, at):
    kept, _ = two
    foreign = make_person("Quliyev", "Vüqar", compartment=elsewhere)
    with acting(supervisor), pytest.raises(NotPossibleNow):
        merge(kept, foreign, supervisor, at)


def test_a_higher_room_moves_its_own_rows_in_the_same_breath(two, supervisor, at, monkeypatch):
    monkeypatch.setattr(merging, "_listeners", {})
    heard = []
    on_merge("test", lambda source, target: heard.append((source.pk, target.pk)))
    kept, absorbed = two
    with acting(supervisor):
        done = merge(kept, absorbed, supervisor, at)
        undo_merge(merge=done, reason="twins", actor=supervisor, at=at)
    assert heard == [(absorbed.pk, kept.pk), (kept.pk, absorbed.pk)]
    with pytest.raises(ValueError, match="already"):
        on_merge("test", lambda source, target: None)
