"""Who sees which row, asked of the database itself."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from korpu.domains.readmission import models
from korpu.domains.readmission.testing import a_statement, an_application, announce, bring_to
from korpu.foundations.accounts.api import acting, actor_of
from korpu.foundations.accounts.testing import make_actor, make_office
from korpu.foundations.casework.api import Case
from korpu.foundations.organisations.enums import OrganisationKind

OF_A_CASE = (
    models.Application,
    models.SpecialNeeds,
    models.FamilyMember,
    models.EvidenceItem,
    models.Supplement,
    models.IdentityConfirmation,
    models.InterviewRequest,
    models.InterviewRecord,
    models.Reply,
    models.TravelDocument,
    models.TransferNotice,
    models.Arrival,
)
JOURNEY = {models.TravelDocument, models.TransferNotice}


@pytest.fixture
def announced(house, at):
    """A case with needs stated, waiting at the border."""
    statement = a_statement(needs_basis="consent", health_needs="Insulin")
    case = an_application(house, statement, at=at).case
    bring_to(house, case, "transfer_announced", at=at)
    return case


def seen_by(actor):
    with acting(actor):
        return {model for model in OF_A_CASE if model.objects.exists()}


def test_the_liaison_of_another_state_sees_nothing(house, announced):
    assert seen_by(house.other_liaison) == set()


def test_a_mentor_and_an_analyst_see_nothing(house, announced):
    ngo = make_office("ngo-test", kind=OrganisationKind.NGO)
    for role in ("mentor", "reintegration_coordinator", "analyst", "statistician"):
        assert seen_by(make_actor(role, office=ngo)) == set()


def test_nobody_sees_nothing(announced, db):
    assert not models.Application.objects.exists()


def test_the_border_sees_the_journey_alone_and_only_while_it_is_announced(house, at):
    case = an_application(house, at=at).case
    bring_to(house, case, "travel_document_issued", at=at)
    assert seen_by(house.border) == set()
    with acting(house.border):
        assert not Case.objects.filter(pk=case.pk).exists()
    announce(house, case, at)
    assert seen_by(house.border) == JOURNEY
    later = actor_of(house.border.user, on=timezone.localdate(at) + timedelta(days=30))
    assert seen_by(later) == set()


def test_the_liaison_sees_its_own_words_and_the_journey_but_not_what_is_decided(house, announced):
    seen = seen_by(house.liaison)
    assert models.Application in seen
    assert models.SpecialNeeds in seen
    assert seen >= JOURNEY
    assert not seen & {models.IdentityConfirmation, models.Reply, models.InterviewRecord}


@pytest.mark.parametrize("model", [models.Application, models.Reply, models.TravelDocument])
def test_what_was_received_or_answered_cannot_be_changed_by_anybody(
    house, announced, as_owner, model
):
    with acting(house.officer), pytest.raises(DatabaseError), transaction.atomic():
        model.objects.filter(case=announced).update(recorded_at=timezone.now())
    with acting(house.officer), connection.cursor() as cursor:
        cursor.execute(f"delete from {model._meta.db_table}")
        assert cursor.rowcount == 0
    with as_owner(), pytest.raises(DatabaseError), transaction.atomic():
        model.objects.filter(case=announced).update(recorded_at=timezone.now())


def test_a_liaison_cannot_write_into_another_states_case(house, announced, at):
    with acting(house.other_liaison), pytest.raises(DatabaseError), transaction.atomic():
        models.EvidenceItem.objects.create(
            application_id=1,
            case=announced,
            compartment=house.receiving,
            counterpart=house.authority,
            kind="passport",
            recorded_by=house.other_liaison.user,
            recorded_at=at,
        )


def test_tokens_are_seen_by_administrators_alone(house, at):
    from korpu.domains.readmission.services.tokens import create_token

    with acting(house.administrator) as administrator:
        create_token(
            compartment=house.authority,
            title="x",
            expires_on=timezone.localdate(at),
            actor=administrator,
            at=at,
        )
    for reader in (house.officer, house.liaison, house.border):
        with acting(reader):
            assert not models.ApiToken.objects.exists()
    with acting(house.administrator):
        assert models.ApiToken.objects.exists()
