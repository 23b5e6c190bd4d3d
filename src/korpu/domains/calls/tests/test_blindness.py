"""What the database shows to whom, whatever a page would ask."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.utils import timezone

from korpu.domains.calls import testing
from korpu.domains.calls.access import holding
from korpu.domains.calls.enums import ApplicationStatus, Outcome
from korpu.domains.calls.models import (
    Application,
    ApplicationDocument,
    Assessment,
    Assessor,
    AssessorConflict,
    Call,
    Candidate,
    Decision,
    Notice,
    Score,
)
from korpu.domains.calls.services import applications, assessing, calls, deciding, eligibility
from korpu.domains.calls.services.deciding import Proposal
from korpu.foundations.accounts.api import NOBODY, acting, actor_of, system_actor
from korpu.foundations.accounts.testing import make_office, make_user
from korpu.kernel.errors import Conflict, InvalidInput, NotPermitted, NotPossibleNow

pytestmark = pytest.mark.django_db


@pytest.fixture
def team():
    return testing.make_committee()


@pytest.fixture
def call(team):
    return testing.make_call(team)


def judged(call, team, *, spread=(9, 9)):
    """Two eligible applications; the first scored by both with these points of 10."""
    one = testing.apply(call)
    two = testing.apply(call, "b@x.az", tax_number="2222222222")
    closed = testing.close(call, team)
    for each in (one, two):
        testing.find_eligible(each, team)
    for assessor, points in zip(team.assessors, spread, strict=True):
        testing.declare_none(closed, assessor)
        testing.score(one, assessor, {60: points, 40: 5})
    return one, two, closed


def revealed(call, team, **options):
    one, two, closed = judged(call, team, **options)
    for assessor in team.assessors:
        testing.score(two, assessor, {60: 9, 40: 5})
    with acting(team.manager):
        return one, two, assessing.reveal_scores(call=closed, actor=team.manager, at=testing.AFTER)


def test_a_draft_is_seen_by_the_holder_of_its_link_and_by_nobody_else(call, team):
    one, other = testing.begin(call), testing.begin(call, "b@x.az")
    testing.fill_in(one)
    for actor in (team.manager, team.director, team.first, NOBODY):
        with acting(actor):
            for model in (Application, Candidate, ApplicationDocument):
                assert not model.objects.exists(), (actor, model)
    with acting(NOBODY), holding(other.secret):
        assert Application.objects.get().pk == other.application.pk
        assert not Candidate.objects.exists()
    with acting(NOBODY), holding(one.secret):
        assert Candidate.objects.count() == 1
    with acting(NOBODY), holding("guessed"):
        assert not Application.objects.exists()


def test_the_link_decides_nothing(call, team):
    one = testing.apply(call)
    for changed in (
        {"status": ApplicationStatus.AWARDED},
        {"objection_until": timezone.localdate()},
        {"reference": "X"},
    ):
        with acting(NOBODY), holding(one.secret):
            refused = pytest.raises(DatabaseError, match="staff")
            with refused, transaction.atomic():
                Application.objects.update(**changed)
    with acting(NOBODY), holding(one.secret):
        receipt = Notice.objects.get()
        with pytest.raises(DatabaseError), transaction.atomic():
            Notice.objects.create(
                application=one.application,
                kind="decision",
                number="forged",
                language="az",
                file_id=receipt.file_id,
                issued_at=testing.START,
            )


def test_the_database_itself_refuses_an_application_after_the_deadline(call):
    one = testing.begin(call)
    testing.fill_in(one)
    with acting(NOBODY), holding(one.secret):
        late = {"status": "submitted", "submitted_at": testing.CLOSES + timedelta(seconds=1)}
        with pytest.raises(IntegrityError, match="no applications"), transaction.atomic():
            Application.objects.update(**late)
        with pytest.raises(NotPossibleNow, match="Müraciət müddəti"):
            applications.submit_application(application=one.application, at=testing.AFTER)


def test_scores_are_their_authors_until_every_sheet_is_locked(call, team):
    _one, two, closed = judged(call, team)
    for actor in (team.manager, team.director, system_actor()):
        with acting(actor):
            assert not Assessment.objects.exists()
            assert not Score.objects.exists()
    for actor in team.assessors:
        with acting(actor):
            assert [sheet.user_id for sheet in Assessment.objects.all()] == [actor.user_id]
            assert Score.objects.count() == 2
    with acting(team.manager):
        with pytest.raises(NotPossibleNow):
            assessing.reveal_scores(call=closed, actor=team.manager, at=testing.AFTER)
        with pytest.raises(IntegrityError, match="revealed"), transaction.atomic():
            Call.objects.filter(pk=call.pk).update(revealed_at=testing.AFTER)
    for assessor in team.assessors:
        testing.score(two, assessor, {60: 1, 40: 1})
    with acting(team.manager):
        assessing.reveal_scores(call=closed, actor=team.manager, at=testing.AFTER)
        assert Assessment.objects.count() == 4
    with acting(team.first):
        assert Assessment.objects.count() == 4


def test_a_locked_sheet_never_changes_and_nobody_writes_anothers(call, team):
    one, _two, _closed = judged(call, team)
    application = testing.seen_by(team.first, one)
    with acting(team.first):
        with pytest.raises(NotPossibleNow):
            assessing.save_sheet(
                application=application,
                points={},
                comment="",
                expected_version=1,
                actor=team.first,
                at=testing.AFTER,
            )
        for change in (
            lambda: Score.objects.update(points=0),
            lambda: Score.objects.all().delete(),
            lambda: Assessment.objects.update(locked_at=None),
        ):
            with pytest.raises(IntegrityError, match="locked"), transaction.atomic():
                change()
        with pytest.raises(DatabaseError), transaction.atomic():
            Assessment.objects.create(
                call=call,
                application=application,
                user=team.second.user,
                recorded_by=team.first.user,
                saved_at=testing.AFTER,
            )


def test_a_conflict_declared_or_found_takes_the_application_away(call, team):
    own = make_user(role="assessor", office=make_office("sinaq"))
    with acting(system_actor()):
        own.organisation.title_en = "SINAQ ictimai birliyi"
        own.organisation.save()
    one = testing.apply(call)
    two = testing.apply(call, "b@x.az", tax_number="2222222222")
    testing.close(call, team)
    for each in (one, two):
        testing.find_eligible(each, team)
    with acting(team.director):
        Application.objects.filter(pk=two.application.pk).update(organisation_name="Başqa")
    actor = actor_of(own)
    with acting(team.manager):
        assessing.appoint_assessor(call=call, user=own, actor=team.manager, at=testing.AFTER)
    testing.declare_none(call, actor)
    with acting(actor):
        assert [seen.pk for seen in Application.objects.all()] == [two.application.pk]
        assert AssessorConflict.objects.get().is_found
    with acting(team.first):
        mine = Assessor.objects.select_related("call").get(user_id=team.first.user_id)
        assert not Application.objects.exists(), "Nothing before the declaration."
        with pytest.raises(NotPermitted):
            assessing.declare_conflicts(
                assessor=mine, conflicts={}, actor=team.second, at=testing.AFTER
            )
        assessing.declare_conflicts(
            assessor=mine,
            conflicts={two.application.pk: "My brother works there."},
            actor=team.first,
            at=testing.AFTER,
        )
        assert [seen.pk for seen in Application.objects.all()] == [one.application.pk]


def test_totals_too_far_apart_wait_for_a_consensus_which_counts_alone(call, team):
    one, two, scored = revealed(call, team, spread=(9, 2))
    proposals = {each.application.pk: Proposal(Outcome.REJECT, "Why.") for each in (one, two)}
    with acting(team.manager):
        with pytest.raises(NotPossibleNow, match="çox fərqlidir"):
            deciding.propose_decisions(
                call=scored, proposals=proposals, actor=team.manager, at=testing.AFTER
            )
        application = testing.seen_by(team.manager, one)
        points = {
            key: assessing.Points(given)
            for key, given in zip(call.criteria.values_list("pk", flat=True), (5, 5), strict=True)
        }
        agreed = {"application": application, "actor": team.manager, "at": testing.AFTER}
        with pytest.raises(InvalidInput):
            assessing.record_consensus(points={}, comment="They met.", **agreed)
        assessing.record_consensus(points=points, comment="They met.", **agreed)
        with pytest.raises(NotPossibleNow):
            assessing.record_consensus(points=points, comment="Again.", **agreed)
        deciding.propose_decisions(
            call=scored, proposals=proposals, actor=team.manager, at=testing.AFTER
        )
        decision = Decision.objects.get(application=application)
        assert (str(decision.total), decision.rank) == ("70.00", 2)


def test_a_decision_takes_two_people_and_no_assessor(call, team):
    one, two, scored = revealed(call, team)
    proposals = {each.application.pk: Proposal(Outcome.RESERVE, "Why.") for each in (one, two)}
    with acting(team.manager):
        deciding.propose_decisions(
            call=scored, proposals=proposals, actor=team.manager, at=testing.AFTER
        )
        assert {row.is_tied for row in Decision.objects.all()} == {True}
        with pytest.raises(NotPermitted):
            deciding.approve_decisions(call=scored, actor=team.manager, at=testing.AFTER)
        with pytest.raises(IntegrityError), transaction.atomic():
            Decision.objects.update(approved_by_id=team.manager.user_id)
        Assessor.objects.create(
            call=scored,
            user=team.director.user,
            appointed_by=team.manager.user,
            appointed_at=testing.START,
            removed_at=testing.START,
        )
    with acting(team.director), pytest.raises(NotPermitted, match="qiymətləndirən"):
        deciding.approve_decisions(call=scored, actor=team.director, at=testing.AFTER)


def test_an_organisation_applies_once_and_again_after_withdrawing(call):
    first, second = testing.apply(call), testing.begin(call, "b@x.az")
    testing.fill_in(second)
    submit = {"application": second.application, "at": testing.START}
    with acting(NOBODY), holding(second.secret), pytest.raises(Conflict, match="VÖEN"):
        applications.submit_application(**submit)
    with acting(NOBODY), holding(first.secret):
        applications.withdraw_application(application=first.application, at=testing.START)
    with acting(NOBODY), holding(second.secret):
        applications.submit_application(**submit)


@pytest.mark.django_db(transaction=True)
def test_two_windows_submitting_at_once_make_one_submission(call):
    one = testing.begin(call)
    testing.fill_in(one)
    gate, outcomes = Barrier(2), []

    def submit():
        try:
            with acting(NOBODY), holding(one.secret):
                gate.wait()
                applications.submit_application(application=one.application, at=testing.START)
                outcomes.append("submitted")
        except NotPossibleNow:
            outcomes.append("refused")
        finally:
            connection.close()

    windows = [Thread(target=submit) for _ in range(2)]
    for window in windows:
        window.start()
    for window in windows:
        window.join()
    assert sorted(outcomes) == ["refused", "submitted"]


def saved_at_once(*sheets):
    """Every ``(assessor, applicant, points)`` saved as a first sheet at the same instant."""
    gate, outcomes = Barrier(len(sheets)), []

    def save(actor, application, points):
        try:
            with acting(actor):
                gate.wait()
                assessing.save_sheet(
                    application=application,
                    points=points,
                    comment="",
                    expected_version=0,
                    actor=actor,
                    at=testing.AFTER,
                )
            outcomes.append("saved")
        except Conflict:
            outcomes.append("conflict")
        finally:
            connection.close()

    threads = [Thread(target=save, args=sheet) for sheet in sheets]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(outcomes)


@pytest.mark.django_db(transaction=True)
def test_two_assessors_save_at_once_and_one_assessor_in_two_windows_saves_once(call, team):
    one = testing.apply(call)
    two = testing.apply(call, "b@x.az", tax_number="2222222222")
    testing.close(call, team)
    for each in (one, two):
        testing.find_eligible(each, team)
    for assessor in team.assessors:
        testing.declare_none(call, assessor)
    criterion = call.criteria.get(weight=60).pk
    first, second = (testing.seen_by(team.first, each) for each in (one, two))
    sheets = [
        (actor, first, {criterion: assessing.Points(points)})
        for actor, points in zip(team.assessors, (3, 8), strict=True)
    ]
    assert saved_at_once(*sheets) == ["saved", "saved"]
    for actor, points in zip(team.assessors, (3, 8), strict=True):
        with acting(actor):
            assert [score.points for score in Score.objects.all()] == [points]
    windows = [(team.first, second, {criterion: assessing.Points(points)}) for points in (1, 9)]
    assert saved_at_once(*windows) == ["conflict", "saved"]
    with acting(team.first):
        kept = Assessment.objects.get(application=second)
        assert (kept.version, kept.scores.count()) == (1, 1), "One window's points, not a mixture."


def test_completion_reopens_one_application_until_its_day(call, team):
    one = testing.apply(call)
    testing.close(call, team)
    application = testing.seen_by(team.manager, one)
    asked = {"what": "The charter is unreadable.", "actor": team.manager, "at": testing.AFTER}
    with acting(team.manager):
        today = timezone.localdate(testing.AFTER)
        with pytest.raises(InvalidInput):
            eligibility.ask_for_completion(application=application, until=today, **asked)
        until = today + timedelta(days=3)
        eligibility.ask_for_completion(application=application, until=until, **asked)
    too_late = testing.AFTER + timedelta(days=4)
    with acting(NOBODY), holding(one.secret):
        mine = Application.objects.select_related("call").get()
        with pytest.raises(NotPossibleNow, match="Tamamlama"):
            applications.submit_application(application=mine, at=too_late)
        again = applications.submit_application(application=mine, at=testing.AFTER)
    assert again.submitted_at == testing.START, "The first submission stays the one that counts."


def test_a_published_call_is_corrected_in_words_and_extended_never_shortened(
    call, team, mailoutbox
):
    testing.begin(call)
    change = {"note": testing.correction_note(), "actor": team.manager, "at": testing.START}
    with acting(team.manager):
        earlier = {"closes_at": testing.CLOSES - timedelta(days=1)}
        with pytest.raises(InvalidInput):
            calls.correct_call(call=call, changes=earlier, **change)
        with pytest.raises(ValueError, match="cannot change"):
            calls.correct_call(call=call, changes={"minimum_total": 1}, **change)
        later = {"closes_at": testing.CLOSES + timedelta(days=1)}
        corrected = calls.correct_call(call=call, changes=later, **change)
        assert [one.version for one in corrected.versions.all()] == [1, 2]
        with pytest.raises(NotPossibleNow):
            calls.add_part(call=call, kind="conditions", values=testing.WORDS, actor=team.manager)
