"""The fictional world is the same for the same day, and every story of it can be told."""

import re
from datetime import date
from itertools import chain

import pytest
from django.test import Client
from django.utils import timezone

from korpu.domains.statistics.api import Release
from korpu.foundations.accounts.api import acting, system_actor
from korpu.foundations.casework.api import Case, verify_projection
from korpu.foundations.persons.models import Person
from korpu.site.demo import figures, loading
from korpu.site.demo.cast import declared_cast, present_cast
from korpu.site.demo.readmissions import ACTS, Telling
from korpu.site.demo.stories import DAYS, ENDINGS, OPEN, plan_stories

TODAY = date(2026, 3, 11)


def test_the_same_day_gives_the_same_stories_and_none_reaches_into_the_future() -> None:
    stories = plan_stories(440, today=TODAY)
    assert stories == plan_stories(440, today=TODAY)
    moments = chain.from_iterable(
        (story.received_at, *(step.at for step in story.steps)) for story in stories
    )
    days = {timezone.localdate(moment) for moment in moments}
    assert max(days) <= TODAY
    assert (TODAY - min(days)).days >= 700


def test_every_act_of_every_story_is_known() -> None:
    told = {name for _, names in ENDINGS.values() for name in names} | set(chain(*OPEN))
    assert told == set(ACTS) == set(DAYS)


@pytest.mark.django_db
def test_each_kind_of_story_is_told_through_the_services_and_replays() -> None:
    loading.prepare(lambda _words: None)
    today = timezone.localdate()
    with acting(system_actor()):
        cast = present_cast()
    assert set(cast.accounts) == {row["key"] for row in declared_cast()}
    kinds = {}
    for story in plan_stories(loading.STORIES, today=today):
        kinds.setdefault(tuple(step.name for step in story.steps), story)
    for story in kinds.values():
        with acting(system_actor()):
            Telling(story, cast).tell()
    with acting(system_actor()):
        statuses = set(Case.objects.values_list("status", flat=True))
        assert list(verify_projection()) == []
    assert {"received", "arrived", "closed_returned", "closed_refused", "quarantined"} <= statuses


def _made_up_publications_are_found(client: Client) -> None:
    """By feed and by search, whichever i the name of the project is written with."""
    english = {"accept-language": "en"}
    for words in ("MOBILAZE", "mobi̇laze"):
        found = client.get("/search/", {"q": words}, headers=english).content.decode()
        assert "Employment of people who return" in found, words
    feed = client.get("/feeds/publications.atom", headers=english).content.decode()
    assert "The first thirty days" in feed
    page = re.search(r"/publications/[^<\"]*gun[^<\"]*", feed)
    assert page
    leaflet = client.get(page.group(), headers=english).content.decode()
    assert leaflet.count("/publications/files/") == 3, "A file in each language."


@pytest.mark.django_db
def test_a_small_world_is_complete_and_made_once(client: Client) -> None:
    said: list[str] = []
    loading.prepare(said.append)
    _made_up_publications_are_found(client)
    loading.populate(said.append, stories=30, people=45)
    with acting(system_actor()):
        cases, published = Case.objects.count(), Release.objects.filter(status="published").count()
        assert Person.objects.count() == 45
        assert Case.objects.filter(procedure="az/reintegration-support").exists()
    assert published == (figures.QUARTERS - 1) * len(figures.MEASURES)
    loading.populate(said.append, stories=30, people=45)
    with acting(system_actor()):
        assert Case.objects.count() == cases
        assert Person.objects.count() == 45
        assert Release.objects.filter(status="published").count() == published
