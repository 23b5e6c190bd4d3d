from datetime import timedelta

import pytest

from korpu.domains.statistics.enums import ReleaseStatus
from korpu.domains.statistics.services.releases import (
    approve_release,
    discard_release,
    prepare_release,
    publish_release,
)
from korpu.domains.statistics.services.runs import request_run
from korpu.domains.statistics.tests.conftest import AT, DUE, a_draft, a_run, application
from korpu.foundations.accounts.api import acting, actor_of
from korpu.foundations.accounts.testing import give_role, make_actor
from korpu.kernel.errors import Conflict, InvalidInput, NotPermitted, NotPossibleNow
from korpu.kernel.texts import Text

pytestmark = pytest.mark.django_db
WHY = Text(az="Gecikmiş müraciət", en="A late application", ru="Запоздавшее ходатайство")


def test_a_release_is_prepared_approved_by_another_and_published(published):
    assert published.status == ReleaseStatus.PUBLISHED
    assert published.published_at == AT


def test_who_ran_the_figures_cannot_approve_them_even_as_an_analyst(draft, statistician):
    give_role(statistician.user, "analyst")
    both = actor_of(statistician.user)
    with acting(both), pytest.raises(NotPermitted):
        approve_release(release=draft, actor=both, at=AT)


def test_a_statistician_cannot_approve_or_publish(draft, approved):
    other = make_actor("statistician")
    with acting(other):
        for act in (approve_release, publish_release, discard_release):
            with pytest.raises(NotPermitted):
                act(release=draft, actor=other, at=AT)


def test_an_analyst_cannot_prepare(finished_run, analyst):
    with acting(analyst), pytest.raises(NotPermitted):
        prepare_release(run=finished_run, due_on=DUE, is_provisional=True, actor=analyst, at=AT)


def test_a_draft_cannot_be_published_nor_a_release_approved_twice(draft, analyst):
    with acting(analyst):
        with pytest.raises(NotPossibleNow):
            publish_release(release=draft, actor=analyst, at=AT)
        approve_release(release=draft, actor=analyst, at=AT)
        with pytest.raises(NotPossibleNow):
            approve_release(release=draft, actor=analyst, at=AT)


def test_nothing_is_published_before_the_announced_day(finished_run, statistician, analyst):
    release = a_draft(finished_run, statistician, due_on=AT.date() + timedelta(days=1))
    with acting(analyst):
        approve_release(release=release, actor=analyst, at=AT)
        with pytest.raises(NotPossibleNow):
            publish_release(release=release, actor=analyst, at=AT)
        publish_release(release=release, actor=analyst, at=AT + timedelta(days=1))


def test_figures_whose_rows_have_changed_since_are_not_published(approved, analyst, published_rows):
    published_rows.append(application(500))
    with acting(analyst), pytest.raises(NotPossibleNow) as caught:
        publish_release(release=approved, actor=analyst, at=AT)
    assert "changed" in caught.value.title.en


def test_a_run_without_a_table_cannot_be_released(published_rows, statistician):
    with acting(statistician):
        run = request_run(
            measure="readmission-applications", period="2026-Q3", actor=statistician, at=AT
        )
        with pytest.raises(NotPossibleNow):
            prepare_release(run=run, due_on=DUE, is_provisional=True, actor=statistician, at=AT)


def test_only_one_release_of_a_measure_and_period_is_on_its_way(draft, finished_run, statistician):
    with pytest.raises(Conflict):
        a_draft(finished_run, statistician)


def test_a_discarded_draft_makes_room_for_another(draft, finished_run, statistician, analyst):
    with acting(analyst):
        discard_release(release=draft, actor=analyst, at=AT)
    assert a_draft(finished_run, statistician).status == ReleaseStatus.DRAFT


def test_what_is_public_cannot_be_discarded(published, analyst):
    with acting(analyst), pytest.raises(NotPossibleNow):
        discard_release(release=published, actor=analyst, at=AT)


def test_a_revision_needs_its_reason_in_every_language(published, statistician, published_rows):
    published_rows.append(application(500))
    run = a_run(statistician)
    with pytest.raises(InvalidInput) as caught:
        a_draft(run, statistician, note=Text(az="Səbəb", en=" ", ru=""))
    assert set(caught.value.fields) == {"note_en", "note_ru"}


def test_a_published_revision_replaces_what_it_revises(
    published, statistician, analyst, published_rows
):
    published_rows.append(application(500))
    revision = a_draft(a_run(statistician), statistician, note=WHY)
    assert revision.supersedes_id == published.pk
    with acting(analyst):
        approve_release(release=revision, actor=analyst, at=AT)
        publish_release(release=revision, actor=analyst, at=AT)
        published.refresh_from_db()
    assert published.status == ReleaseStatus.SUPERSEDED
