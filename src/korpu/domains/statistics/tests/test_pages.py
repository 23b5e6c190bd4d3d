import csv as csv_module
import io
import json

import pytest
from django.urls import reverse
from pysdmx.io import read_sdmx

from korpu.domains.statistics.enums import RunStatus
from korpu.domains.statistics.models import Release, Run
from korpu.domains.statistics.reference_tables.declared import unhcr_population
from korpu.domains.statistics.services.datasets import import_population
from korpu.domains.statistics.tasks import carry_out_run
from korpu.domains.statistics.tests.conftest import AT, a_run, application
from korpu.foundations.accounts.api import acting, signing_in, system_actor
from korpu.foundations.codelists.api import load_codelists

pytestmark = pytest.mark.django_db


@pytest.fixture
def visitor(client):
    client.cookies["language"] = "en"
    return client


def signed_in(client, actor):
    with signing_in():
        client.force_login(actor.user)
    return client


def page(client, name, *args, **query):
    response = client.get(reverse(f"statistics:{name}", args=args), query)
    assert response.status_code == 200, response.content[:300]
    return response.content.decode()


def test_anybody_reads_the_list_of_releases(visitor, published):
    text = page(visitor, "releases")
    assert "Readmission applications by requesting state and outcome" in text
    assert "2026-Q3" in text
    assert "Provisional figures" in text


def test_the_list_is_filtered_and_says_when_nothing_is_found(visitor, published):
    assert "2026-Q3" in page(visitor, "releases", year="2026")
    assert "Nothing has been published yet." in page(visitor, "releases", year="2020")
    assert "Write a year" in page(visitor, "releases", year="20x0")


def test_an_approved_release_is_announced_with_its_day_alone(visitor, approved):
    text = page(visitor, "releases")
    assert "30 November 2026" in text
    assert visitor.get(reverse("statistics:release", args=[approved.uuid])).status_code == 404


def test_a_release_page_shows_figures_protection_and_basis(visitor, published):
    text = page(visitor, "release", published.uuid)
    assert "Figures are rounded to a multiple of 5." in text
    assert "[c]" in text
    assert "<svg" in text
    assert "not verified" in text
    assert "Pending" in text


def test_every_figure_leads_to_its_lineage(visitor, published):
    text = page(visitor, "release", published.uuid)
    places = range(1, 29)
    assert all(reverse("statistics:lineage", args=[published.uuid, p]) in text for p in places)
    for place in places:
        lineage = page(visitor, "lineage", published.uuid, place)
        assert published.run.input_sha256 in lineage
        assert published.run.manifest_sha256 in lineage
        assert "Applications for the readmission of own nationals" in lineage


def test_a_lineage_page_never_tells_why_a_figure_is_withheld_nor_any_true_count(visitor, published):
    withheld = [c.place for c in published.run.cells.filter(treatment="withheld")]
    assert len(withheld) >= 4
    said = {_protection(page(visitor, "lineage", published.uuid, place)) for place in withheld}
    assert len(said) == 1, "small and complementary are worded alike"
    assert "40, protected like any other figure" in page(visitor, "lineage", published.uuid, 1)


def _protection(text):
    return text.split("Withheld: either")[1].split("</dd>")[0]


def test_there_is_no_lineage_of_a_figure_that_is_not_there(visitor, published):
    url = reverse("statistics:lineage", args=[published.uuid, 999])
    assert visitor.get(url).status_code == 404


def test_the_csv_holds_codes_words_and_protection(visitor, published):
    response = visitor.get(reverse("statistics:csv", args=[published.uuid]))
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    rows = list(csv_module.reader(io.StringIO(text)))
    assert len(rows) == 29
    assert ["2026-Q3", "_T", "Total", "_T", "Total", "40", "Rounded"] in rows
    assert any(row[5:] == ["", "Withheld"] for row in rows)


def test_pysdmx_reads_observations_and_structure_of_a_release(visitor, published):
    content = visitor.get(reverse("statistics:sdmx_csv", args=[published.uuid])).content
    structure = visitor.get(reverse("statistics:sdmx_structure", args=[published.uuid])).content
    (dataset,) = read_sdmx(content.decode()).data
    definitions = read_sdmx(structure.decode(), validate=True).get_data_structure_definitions()
    assert dataset.short_urn == "DataStructure=SMS:READMISSION_APPLICATIONS(1.0)"
    assert dataset.short_urn == definitions[0].short_urn
    frame = dataset.data.set_index(["REQUESTING_STATE", "OUTCOME"])
    assert frame.loc[("_T", "_T"), "OBS_VALUE"] == "40"
    assert set(frame["OBS_STATUS"]) == {"P", "Q"}
    assert set(frame[frame["OBS_STATUS"] == "Q"]["CONF_STATUS"]) == {"C"}


def test_the_manifest_is_served_byte_for_byte(visitor, published):
    content = visitor.get(reverse("statistics:manifest", args=[published.uuid])).content
    assert content.decode() == published.run.manifest
    assert json.loads(content)["period"]["name"] == "2026-Q3"


@pytest.mark.parametrize("name", ["workbench", "new_run", "extracts"])
def test_the_workbench_is_closed_to_visitors(visitor, name):
    response = visitor.get(reverse(f"statistics:{name}"))
    assert response.status_code == 302
    assert "login" in response["Location"]


def test_a_statistician_asks_for_a_run_and_prepares_its_release(
    client, statistician, published_rows, django_capture_on_commit_callbacks
):
    signed_in(client, statistician)
    answer = client.post(
        reverse("statistics:new_run"),
        {"measure": "readmission-applications", "period": "2026-Q3"},
    )
    assert answer.status_code == 302
    with acting(statistician):
        run = Run.objects.get()
    assert "Waiting for its turn" in page(client, "run", run.uuid)
    carry_out_run(run.pk)
    text = page(client, "run", run.uuid)
    assert "This is the first run of this measure and period." in text
    form = {"due_on": "2026-11-30", "is_provisional": "on"}
    form |= {"due_on-day": "30", "due_on-month": "11", "due_on-year": "2026"}
    answer = client.post(reverse("statistics:prepare", args=[run.uuid]), form)
    assert answer.status_code == 302
    with acting(statistician):
        release = Release.objects.get()
    assert release.is_provisional
    assert release.due_on.isoformat() == "2026-11-30"


def test_a_wrong_period_is_refused_at_its_field_and_what_was_typed_is_kept(
    client, statistician, published_rows
):
    signed_in(client, statistician)
    answer = client.post(
        reverse("statistics:new_run"), {"measure": "readmission-applications", "period": "2099-Q1"}
    )
    text = answer.content.decode()
    assert "This period has not ended." in text
    assert 'value="2099-Q1"' in text
    answer = client.post(
        reverse("statistics:new_run"), {"measure": "readmission-applications", "period": "soon"}
    )
    assert "2026-Q2" in answer.content.decode()


def test_an_analyst_approves_and_publishes_but_cannot_run(client, analyst, draft):
    signed_in(client, analyst)
    assert client.get(reverse("statistics:new_run")).status_code == 403
    url = reverse("statistics:approve", args=[draft.uuid])
    assert url in page(client, "workbench_release", draft.uuid)
    client.post(reverse("statistics:approve", args=[draft.uuid]))
    client.post(reverse("statistics:publish", args=[draft.uuid]))
    with acting(analyst):
        draft.refresh_from_db()
    assert draft.status == "approved", "the announced day, 30 November, has not come"
    assert "is not published before" in page(client, "workbench_release", draft.uuid)


def test_the_statistician_who_ran_it_sees_no_button_and_a_forged_post_is_refused(
    client, statistician, draft
):
    signed_in(client, statistician)
    url = reverse("statistics:approve", args=[draft.uuid])
    assert url not in page(client, "workbench_release", draft.uuid)
    assert client.post(url).status_code == 403


def test_a_run_is_compared_with_the_one_before(client, statistician, finished_run, published_rows):
    published_rows.append(application(900, "POL", "agreed"))
    text = page(signed_in(client, statistician), "run", a_run(statistician).uuid)
    assert "True counts that differ" in text
    assert "+1" in text


def test_a_failed_run_says_why(client, statistician, published_rows):
    signed_in(client, statistician)
    published_rows.append(application(901, outcome="lost"))
    client.post(
        reverse("statistics:new_run"), {"measure": "readmission-applications", "period": "2026-Q3"}
    )
    with acting(statistician):
        run = Run.objects.get()
    carry_out_run(run.pk)
    assert "has no code for a value" in page(client, "run", run.uuid)
    with acting(statistician):
        run.refresh_from_db()
    assert run.status == RunStatus.FAILED


def test_the_extracts_page_lists_what_rooms_publish(client, analyst, finished_run):
    text = page(signed_in(client, analyst), "extracts")
    assert "readmission_applications" in text
    assert finished_run.input_sha256 in text


def test_without_a_table_the_series_page_says_how_to_load_it(visitor):
    assert "korpu statistics import" in page(visitor, "series")


@pytest.fixture
def loaded_series(db):
    with acting(system_actor()) as actor:
        load_codelists(at=AT)
        import_population(path=unhcr_population().shipped, actor=actor, at=AT)


def test_the_series_page_shows_the_figures_their_source_and_licence(visitor, loaded_series):
    text = page(visitor, "series")
    assert "657,155" in text
    assert "CC BY 4.0" in text
    assert "<svg" in text


def test_a_country_on_the_other_side_is_chosen(visitor, loaded_series):
    text = page(visitor, "series", direction="from", country="ARM")
    assert "People from Azerbaijan: Armenia" in text
    assert "115,346" in text
    text = page(visitor, "series", direction="from", country="Nowhere")
    assert "People from Azerbaijan" in text


def test_the_series_as_csv_keeps_a_gap_apart_from_a_zero(visitor, loaded_series):
    response = visitor.get(reverse("statistics:series_csv"), {"direction": "in"})
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    assert text.splitlines()[-1] == "2025,6389,199,657155,241"
