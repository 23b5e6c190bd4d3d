"""A recommendation of a study, followed to a result that can be checked."""

from datetime import UTC, date, datetime

import pytest
from django.test import Client

from korpu.domains.information.enums import RecommendationStatus
from korpu.domains.information.models import Recommendation, RecommendationStep
from korpu.domains.information.projects import count_done_recommendations
from korpu.domains.information.services.recommendations import (
    Report,
    add_recommendation,
    report_recommendation,
)
from korpu.domains.information.testing import make_public, make_publication
from korpu.domains.programmes.api import CountQuery, ProjectRef
from korpu.foundations.accounts.api import NOBODY, acting
from korpu.foundations.accounts.testing import make_actor
from korpu.kernel.errors import InvalidInput
from korpu.kernel.ids import new_id
from korpu.kernel.texts import Text

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 20, 9, tzinfo=UTC)
PROJECT = new_id()
DONE = RecommendationStatus.DONE
RESULT = Text(az="Qayda qəbul edildi", en="The rule was adopted", ru="Правило принято")


@pytest.fixture
def manager(codes):
    return make_actor("project_manager")


@pytest.fixture
def study(manager):
    return make_publication(manager, at=AT, kind="recommendations", project_uuid=PROJECT)


@pytest.fixture
def recommendation(manager, study):
    with acting(manager):
        return add_recommendation(
            publication=study, number="3.2", text=Text("Mətn", "Words", "Слова"),
            actor=manager, at=AT,
        )  # fmt: skip


def tell(manager, recommendation, status, *, on=date(2026, 11, 10), **more):
    with acting(manager):
        return report_recommendation(
            recommendation=recommendation,
            report=Report(status=status, reported_on=on, **more),
            actor=manager,
            at=AT,
        )


def test_it_is_done_only_with_a_result_and_evidence(manager, recommendation):
    for missing, field in (
        ({}, "result_az"),
        ({"result": RESULT}, "evidence_url"),
        ({"evidence_url": "https://example.org/"}, "result_az"),
    ):
        with pytest.raises(InvalidInput) as refused:
            tell(manager, recommendation, DONE, **missing)
        assert field in refused.value.fields
    tell(manager, recommendation, DONE, result=RESULT, evidence_url="https://example.org/a")
    with acting(manager):
        kept = Recommendation.objects.get()
        assert (kept.status, kept.ended_on) == (DONE, date(2026, 11, 10))
        query = CountQuery(
            ProjectRef(PROJECT, "p", RESULT), None, date(2026, 11, 1), date(2026, 11, 30)
        )
        assert count_done_recommendations(query).total == 1


def test_who_takes_it_up_answers_for_it_and_reports_never_go_back(manager, recommendation):
    accepted = RecommendationStatus.ACCEPTED
    with pytest.raises(InvalidInput) as refused:
        tell(manager, recommendation, accepted)
    assert set(refused.value.fields) == {"owner"}
    tell(manager, recommendation, accepted, owner="DMX", due_on=date(2027, 1, 1))
    for day in (date(2026, 11, 9), date(2026, 11, 21)):
        with pytest.raises(InvalidInput) as refused:
            tell(manager, recommendation, accepted, on=day, owner="DMX")
        assert set(refused.value.fields) == {"reported_on"}
    with acting(manager):
        assert [step.owner for step in RecommendationStep.objects.all()] == ["DMX"]


def test_a_number_is_there_once(manager, study, recommendation):
    with acting(manager), pytest.raises(InvalidInput):
        add_recommendation(publication=study, number="3.2", text=RESULT, actor=manager, at=AT)


def test_everybody_reads_what_became_of_it_once_the_study_is_public(manager, study, recommendation):
    tell(manager, recommendation, DONE, result=RESULT, evidence_url="https://example.org/a")
    with acting(NOBODY):
        assert not Recommendation.objects.exists()
    make_public(study, make_actor("programme_director"), at=AT)
    visitor = Client(headers={"accept-language": "en"})
    page = visitor.get("/publications/recommendations/?status=done").text
    assert "The rule was adopted" in page
    assert "Carried out" in page
    assert "https://example.org/a" in visitor.get(f"/publications/{study.slug}/").text
