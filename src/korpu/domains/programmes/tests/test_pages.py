"""The pages of a project, as those who work on it and those who pay for it open them."""

import pytest
from django.urls import reverse

from korpu.domains.programmes.models import Change, Indicator, Objective, Party, Period, Project
from korpu.foundations.accounts.api import acting, system_actor

pytestmark = pytest.mark.django_db
TABS = (
    "project",
    "logframe",
    "activities",
    "money",
    "organisations",
    "risks",
    "sources",
    "approvals",
    "history",
)


def at(name, *args):
    return reverse(f"programmes:{name}", args=args)


def objective(code="restart"):
    with acting(system_actor()):
        return Objective.objects.get(key="goal", project__code=code)


def test_every_tab_opens_in_every_language(house) -> None:
    for role in ("project_manager", "programme_director"):
        client = house.client(role)
        for language in ("az", "en", "ru"):
            client.cookies["language"] = language
            for tab in TABS:
                for code in house.projects:
                    response = client.get(at(tab, code))
                    assert response.status_code == 200, (role, tab, code)


def test_the_donor_opens_the_funded_project_alone_and_changes_nothing(house) -> None:
    client = house.client("donor")
    assert b"MOBILAZE-2" in client.get(at("portfolio")).content
    assert b"RESTART" not in client.get(at("portfolio")).content
    assert client.get(at("money", "mobilaze-2")).status_code == 200
    assert client.get(at("money", "restart")).status_code == 404
    assert client.get(at("history", "mobilaze-2")).status_code == 403
    assert client.get(at("add_part", "mobilaze-2", "risks")).status_code == 403
    assert client.post(at("publish", "mobilaze-2")).status_code == 403


def test_a_part_is_added_changed_taken_out_and_put_back_through_forms(house) -> None:
    client = house.client("project_manager")
    new = at("add_part", "restart", "objectives")
    refused = client.post(new, {"level": "specific", "title_az": ""})
    assert refused.status_code == 422
    given = {"level": "specific", "number": "1", "title_az": "Mentorları hazırlamaq"}
    assert client.post(new, given).status_code == 302
    with acting(system_actor()):
        made = Objective.objects.get(title_az="Mentorları hazırlamaq")
    page = at("change_part", "restart", "objectives", made.uuid)
    changed = given | {"title_en": "Prepare mentors", "revision": "1"}
    assert client.post(page, changed).status_code == 302
    remove = at("remove_part", "restart", "objectives", made.uuid)
    assert client.post(remove, {"revision": "1"}).status_code == 409
    assert client.post(remove, {"revision": "2"}).status_code == 302
    assert "Prepare mentors" in client.get(at("project", "restart")).content.decode()
    back = at("put_back_part", "restart", "objectives", made.uuid)
    assert client.post(back).status_code == 302
    with acting(system_actor()):
        assert Objective.objects.get(pk=made.pk).removed_at is None
        assert Change.objects.filter(part_uuid=made.uuid).count() == 4


def test_a_late_editor_sees_both_versions(house) -> None:
    client = house.client("project_manager")
    goal = objective()
    page = at("change_part", "restart", "objectives", goal.uuid)
    given = {"level": "general", "title_az": "Bizim", "revision": "1"}
    assert client.post(page, given | {"title_en": "The first version"}).status_code == 302
    late = client.post(page, given | {"title_en": "The second version"})
    assert late.status_code == 409
    text = late.content.decode()
    assert "The first version" in text
    assert "The second version" in text
    again = client.post(page, given | {"title_en": "The second version", "revision": "2"})
    assert again.status_code == 302


def test_the_cells_of_the_framework_are_saved_together_or_not_at_all(house) -> None:
    client = house.client("project_manager")
    with acting(system_actor()):
        period = Period.objects.get(project__code="restart")
        indicator = period.indicator
    cells = {
        f"base-baseline-{indicator.uuid}": "n/s",
        f"baseline-{indicator.uuid}": "n/s",
        f"base-target-{period.uuid}": "n/s",
        f"target-{period.uuid}": "80,5",
        f"base-actual-{period.uuid}": "87",
        f"actual-{period.uuid}": "87",
    }
    wrong = client.post(at("logframe", "restart"), cells | {f"target-{period.uuid}": "many"})
    assert wrong.status_code == 422
    assert 'value="many"' in wrong.content.decode()
    assert client.post(at("logframe", "restart"), cells).status_code == 302
    with acting(system_actor()):
        saved = Period.objects.get(pk=period.pk)
        assert str(saved.target) == "80.50"
        assert saved.approved_at is not None


def test_two_typing_at_once_lose_nothing_and_the_second_chooses(house) -> None:
    client = house.client("project_manager")
    page = at("logframe", "restart")
    with acting(system_actor()):
        period = Period.objects.get(project__code="restart")
    target, baseline = f"target-{period.uuid}", f"baseline-{period.indicator.uuid}"
    shown = {f"base-{target}": "n/s", f"base-{baseline}": "n/s"}
    assert client.post(page, shown | {target: "80", baseline: "n/s"}).status_code == 302
    # The other cell was typed into meanwhile: both stay.
    assert client.post(page, shown | {target: "n/s", baseline: "5"}).status_code == 302
    with acting(system_actor()):
        saved = Period.objects.get(pk=period.pk)
        assert (saved.target, saved.indicator.baseline) == (80, 5)
    clash = client.post(page, shown | {target: "81", baseline: "6", f"base-{baseline}": "5"})
    assert clash.status_code == 409
    text = clash.content.decode()
    assert f'name="{target}" value="80"' in text
    assert f'name="{target}" value="81"' in text
    assert 'value="6"' in text
    again = {f"base-{target}": "80", f"mine-{target}": "81", f"base-{baseline}": "5"}
    undecided = client.post(page, again | {baseline: "6"})
    assert undecided.status_code == 422
    assert f'name="{target}" value="81"' in undecided.content.decode()
    assert client.post(page, again | {baseline: "6", target: "81"}).status_code == 302
    with acting(system_actor()):
        saved = Period.objects.get(pk=period.pk)
        assert (saved.target, saved.indicator.baseline) == (81, 6)
    without = client.post(page, {target: "82"})
    assert without.status_code == 302


def test_what_a_counter_counts_is_shown_before_an_indicator_is_bound_to_it(house) -> None:
    client = house.client("project_manager")
    with acting(system_actor()):
        indicator = Indicator.objects.get(project__code="restart")
        result, bound = indicator.result_id, indicator.counter
    page = at("change_part", "restart", "indicators", indicator.uuid)
    given = {
        "result": result,
        "title_az": "Tədbirlər",
        "unit": "events",
        "is_rising": "yes",
        "counter": "events.held",
        "counted_from": "2021-05-01",
        "revision": "1",
    }
    looked = client.post(page, given | {"preview": "1"})
    assert looked.status_code == 200
    text = looked.content.decode()
    assert "What would be counted now" in text
    assert "Nothing is saved yet." in text
    with acting(system_actor()):
        assert Indicator.objects.get(pk=indicator.pk).counter == bound
    over_a_total = client.post(page, given | {"counted_from": "2020-01-01"})
    assert over_a_total.status_code == 422
    assert "a typed figure" in over_a_total.content.decode()
    assert client.post(page, given).status_code == 302
    frame = client.get(at("logframe", "restart")).content.decode()
    assert "never added to it" in frame


def test_money_is_proposed_by_one_and_decided_by_another(house) -> None:
    manager, director = house.client("project_manager"), house.client("programme_director")
    given = {"first": "2019-01-01", "last": "2019-12-31", "amount": "1 000,50", "currency": "eur"}
    new = at("add_part", "restart", "lines")
    assert manager.post(new, given).status_code == 422
    assert manager.post(new, given | {"reason": "First year"}).status_code == 302
    with acting(system_actor()):
        from korpu.domains.programmes.models import BudgetLine

        line = BudgetLine.objects.get()
    assert str(line.amount) == "1000.50"
    decide = at("decide_money", "restart", "lines", line.uuid)
    assert manager.post(decide, {"decision": "approve", "revision": "1"}).status_code == 403
    assert director.post(decide, {"decision": "refuse", "revision": "1"}).status_code == 422
    assert director.post(decide, {"decision": "approve", "revision": "1"}).status_code == 302
    assert "1,000.50" in manager.get(at("money", "restart")).content.decode()


def test_a_project_begins_unseen_and_is_published_by_the_director(house) -> None:
    manager, director = house.client("project_manager"), house.client("programme_director")
    with acting(system_actor()):
        office = str(house.projects["restart"].compartment_id)
    given = {
        "code": "new-one",
        "office": office,
        "acronym": "YENİ",
        "title_az": "Yeni layihə",
        "summary_az": "Nə üçündür.",
        "status": "planned",
    }
    assert manager.post(at("new"), given | {"code": "restart"}).status_code == 422
    assert manager.post(at("new"), given).status_code == 302
    with acting(system_actor()):
        assert Project.objects.get(code="new-one").published_at is None
    assert director.post(at("publish", "new-one")).status_code == 302
    assert director.post(at("publish", "new-one")).status_code == 409
    with acting(system_actor()):
        assert Project.objects.get(code="new-one").published_at is not None


def test_the_portfolio_is_filtered_sorted_and_taken_along(house) -> None:
    client = house.client("project_manager")
    found = client.get(at("portfolio"), {"text": "mobİlaze", "sort": "-acronym"}).content.decode()
    assert "MOBILAZE-2" in found
    assert "RESTART" not in found
    text = b"".join(client.get(at("portfolio_csv"))).decode()
    assert text.count("\r\n") == 4
    assert "RESTART" in text


def test_a_stranger_part_or_kind_is_not_found(house) -> None:
    client = house.client("project_manager")
    with acting(system_actor()):
        party = Party.objects.filter(project__code="mobilaze").first()
    assert client.get(at("add_part", "restart", "people")).status_code == 404
    wrong = at("change_part", "restart", "organisations", party.uuid)
    assert client.get(wrong).status_code == 404
