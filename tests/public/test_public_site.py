"""The public site as a visitor, a cache, a search engine and another data portal meet it."""

import json
from xml.etree import ElementTree as ET

import pytest
from django.test import Client
from django.utils import timezone

from korpu.domains.information.testing import load_shipped_publications, make_publication
from korpu.foundations.accounts.testing import log_in, make_actor, make_user

pytestmark = pytest.mark.django_db
ATOM, SITE = "{http://www.w3.org/2005/Atom}", "{http://www.sitemaps.org/schemas/sitemap/0.9}"
PAGES = ("/", "/projects/", "/projects/mobilaze/", "/publications/", "/open-data/", "/search/")


@pytest.fixture
def shipped(db):
    load_shipped_publications()


@pytest.fixture
def visitor():
    return Client(headers={"accept-language": "en"})


@pytest.mark.parametrize("path", PAGES)
def test_a_cache_may_keep_a_page_for_visitors_and_never_for_who_is_logged_in(
    shipped, visitor, path
):
    first = visitor.get(path)
    assert (first.status_code, first["Cache-Control"]) == (200, "public, max-age=300")
    assert not first.cookies
    assert {"Cookie", "Accept-Language"} <= {one.strip() for one in first["Vary"].split(",")}
    again = visitor.get(path, headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    log_in(visitor, make_user())
    assert "no-store" in visitor.get(path)["Cache-Control"]


def test_a_changed_page_has_a_new_mark_and_each_language_its_own(shipped, visitor):
    english = visitor.get("/publications/")["ETag"]
    russian = Client(headers={"accept-language": "ru"}).get("/publications/")["ETag"]
    assert english != russian


def test_a_page_names_its_address_in_each_language_and_a_form_is_not_for_search_engines(
    shipped, visitor
):
    page = visitor.get("/projects/restart/?lang=az").text
    assert '<link rel="canonical" href="http://testserver/projects/restart/?lang=az">' in page
    for language in ("az", "en", "ru"):
        assert f'hreflang="{language}" href="http://testserver/projects/restart/?lang=' in page
    assert 'property="og:title" content="RESTART: Geri qayıdan' in page
    assert "noindex" not in page
    assert "noindex" in visitor.get("/accounts/login/").text


@pytest.mark.parametrize("words", ["MOBILAZE", "MOBİLAZE", "mobilaze", "mobi̇laze"])
def test_every_spelling_of_the_acronym_finds_the_projects(shipped, visitor, words):
    page = visitor.get("/search/", {"q": words}).text
    assert 'href="/projects/mobilaze/"' in page
    assert 'href="/projects/mobilaze-2/"' in page
    assert 'href="/projects/restart/"' not in page


def test_the_search_looks_in_every_room_and_survives_anything(shipped, visitor):
    found = visitor.get("/search/", {"q": "reintegrasiya reinteqrasiya"}).text
    assert "Nothing found" in found
    both = visitor.get("/search/", {"q": "reinteqrasiyası"}).text
    assert 'href="/projects/restart/"' in both
    assert "/publications/avropa-ittifaqinin" in both
    only = visitor.get("/search/", {"q": "reinteqrasiyası", "in": "publications"}).text
    assert 'href="/projects/restart/"' not in only.split("<main")[1]
    for hostile in ("'; drop table", "<script>alert(1)</script>", "\0", "a" * 5000, "&|!():*"):
        answer = visitor.get("/search/", {"q": hostile})
        assert answer.status_code == 200
        assert "<script>alert" not in answer.text


def test_a_draft_is_in_no_search_feed_catalogue_or_site_map(shipped, visitor):
    make_publication(make_actor("project_manager"), at=timezone.now(), title="Gizliqaralama")
    for path in ("/search/?q=gizliqaralama", "/feeds/all.atom", "/feeds/publications.atom",
                 "/sitemap.xml", "/open-data/catalogue.jsonld", "/publications/"):  # fmt: skip
        assert "gizliqaralama" not in visitor.get(path).text.lower().split("<main")[-1] or (
            "search" in path
        )
    assert "/publications/gizliqaralama/" not in visitor.get("/search/?q=gizliqaralama").text


def test_the_feed_is_atom_with_whole_addresses_and_an_unknown_one_is_not_found(shipped, visitor):
    answer = visitor.get("/feeds/publications.atom")
    feed = ET.fromstring(answer.content)
    assert feed.find(f"{ATOM}title").text.startswith("Publications")
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) >= 19
    assert all(one.find(f"{ATOM}id").text.startswith("http://testserver/") for one in entries)
    unchanged = visitor.get(
        "/feeds/publications.atom", headers={"if-modified-since": answer["Last-Modified"]}
    )
    assert unchanged.status_code == 304
    assert visitor.get("/feeds/secret.atom").status_code == 404


def test_the_site_map_names_every_public_page_once_per_language_and_each_opens(shipped, visitor):
    tree = ET.fromstring(visitor.get("/sitemap.xml").content)
    addresses = [one.text for one in tree.iter(f"{SITE}loc")]
    assert len(addresses) == len(set(addresses))
    assert "http://testserver/projects/mobilaze-2/?lang=ru" in addresses
    english = [one for one in addresses if one.endswith("?lang=en")]
    assert len(english) * 3 == len(addresses)
    paths = [one.removeprefix("http://testserver") for one in english]
    assert [path for path in paths if visitor.get(path).status_code != 200] == []
    assert "Sitemap: http://testserver/sitemap.xml" in visitor.get("/robots.txt").text


def test_the_catalogue_is_dcat_and_each_data_set_can_be_taken(shipped, visitor):
    answer = visitor.get("/open-data/catalogue.jsonld")
    graph = json.loads(answer.content)["@graph"]
    kinds = [one["@type"] for one in graph]
    assert kinds.count("dcat:Catalog") == 1
    offered = [one for one in graph if one["@type"] == "dcat:Dataset"]
    assert {"projects", "results", "publications"} <= {one["@id"].split("#")[1] for one in offered}
    for one in offered:
        assert {text["@language"] for text in one["dct:title"]} == {"az", "en", "ru"}
        for part in one["dcat:distribution"]:
            href = part["dcat:downloadURL"]["@id"].removeprefix("http://testserver")
            assert visitor.get(href).status_code == 200


def test_the_project_page_says_what_the_source_says_and_what_it_leaves_open(shipped, visitor):
    page = visitor.get("/projects/mobilaze/").text
    for said in ("2,500,000.00", "31 December 2015", "15 January 2016", "14 July 2019",
                 "March 2016", "9 institutions from 7 EU countries", "MOBİLAZE", "6 March 2014",
                 "36 months, 2016–2019", "share not stated by the source"):  # fmt: skip
        assert said in page, said
    second = visitor.get("/projects/mobilaze-2/").text
    assert "Not stated by the source" in second
    restart = visitor.get("/projects/restart/").text
    assert "87" in restart
    assert "Total known, split unknown." in restart
    assert visitor.get("/projects/nothing/").status_code == 404


def test_the_map_and_its_table_name_the_partner_countries_and_no_seat_of_a_union(shipped, visitor):
    page = visitor.get("/projects/").text
    for country in ("Bulgaria", "Latvia", "Slovakia", "Germany", "Azerbaijan"):
        assert f">{country}</" in page
    assert ">Belgium</" not in page
