"""What the source of the three projects says of publications, and how it is found."""

import csv

import pytest
from django.test import Client
from django.utils import timezone

from korpu.domains.information.loading import load_publications
from korpu.domains.information.models import Edition, Publication, Series
from korpu.domains.information.selectors.search import matching
from korpu.domains.information.testing import load_shipped_publications, make_publication
from korpu.foundations.accounts.api import NOBODY, acting, system_actor
from korpu.foundations.accounts.testing import make_actor

pytestmark = pytest.mark.django_db


@pytest.fixture
def shipped(db):
    load_shipped_publications()


def test_every_statement_about_publications_has_its_row(shipped):
    with acting(NOBODY):
        stated = {one for row in Publication.objects.all() for one in row.statements}
        assert {"B8", "B9", *(f"C{number}" for number in range(16, 29))} <= stated
        bulletins = Series.objects.get().publications.order_by("number_in_series")
        assert [one.number_in_series for one in bulletins] == [1, 2, 3, 4, 5, 6]
        leaflets = Publication.objects.get(statements=["B9"])
        assert sorted(one.languages[0] for one in leaflets.editions.all()) == ["az", "en"]
        assert leaflets.given_to.en == "returning citizens"
        guide = Publication.objects.get(statements=["B8"])
        assert guide.title_az.startswith("Avropa İttifaqının Üzv Dövlətlərindən qayıdan")
        assert guide.printed_in == ["az"]
        undated = Edition.objects.get(publication=guide)
        assert (undated.issued_on, undated.languages, undated.licence) == (None, [], "")


def test_loading_again_keeps_what_people_changed_and_follows_the_file_in_the_rest(shipped):
    with acting(system_actor()) as system:
        count = Publication.objects.count()
        row = Publication.objects.get(statements=["B8"])
        row.title_en, row.title_ru = "Ours", "Старое"
        row.declared |= {"title_ru": "Старое"}
        row.save()
        load_publications(actor=system, at=timezone.now())
        row.refresh_from_db()
        assert row.title_en == "Ours"
        assert row.title_ru.startswith("Руководство")
        assert Publication.objects.count() == count


@pytest.mark.parametrize(
    ("words", "statement"),
    [
        ("sərhəd nəzarəti", "C23"),
        ("serhed nezareti", "C23"),
        ("SƏRHƏDİN NƏZARƏTLƏRİ", "C23"),
        ("qaçqınların inteqrasiyası", "C22"),
        ("pocket dictionary", "C23"),
        ("bulletins partnership", "C25"),
        ("руководства по реинтеграции", "B8"),
        ("readmis", "C20"),
    ],
)
def test_a_title_is_found_in_any_form_spelling_and_language(shipped, words, statement):
    with acting(NOBODY):
        found = Publication.objects.filter(pk__in=matching(words))
        assert statement in {one for row in found for one in row.statements}


@pytest.mark.parametrize("words", ["", "  ", "&|!:*()'\\", "yoxdurbelebirsoz"])
def test_nonsense_finds_nothing_and_breaks_nothing(shipped, words):
    with acting(NOBODY):
        assert matching(words) == {}


def test_a_search_never_shows_a_draft(shipped):
    make_publication(make_actor("project_manager"), at=timezone.now(), title="Gizli qaralama")
    with acting(NOBODY):
        keys = matching("qaralama")
        assert not Publication.objects.filter(pk__in=keys).exists()
    page = Client().get("/publications/", {"words": "qaralama"}).content.decode()
    assert "Gizli" not in page


def test_a_visitor_reads_the_list_a_page_and_the_table(shipped, client):
    answer = client.get("/publications/?words=mobilaze", headers={"accept-language": "en"})
    assert answer.status_code == 200
    listed = client.get("/publications/?kind=glossary", headers={"accept-language": "en"})
    assert "border control" in listed.content.decode()
    with acting(NOBODY):
        slug = Publication.objects.get(statements=["C23"]).slug
    page = client.get(f"/publications/{slug}/", headers={"accept-language": "en"}).content.decode()
    assert "Sərhəd nəzarəti üçün cib lüğəti" in page
    assert "Not stated by the source" in page
    table = b"".join(client.get("/publications/data.csv").streaming_content).decode()
    assert [row for row in csv.DictReader(table[1:].splitlines()) if row["statements"] == "C23"]
    assert client.get("/publications/nothing-here/").status_code == 404
