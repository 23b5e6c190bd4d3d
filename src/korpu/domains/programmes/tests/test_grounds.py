"""What a project rests on, kept by forms: instruments, sources, claims, parts of amounts."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from korpu.domains.programmes.forms.parts import OfficeForm, PeriodForm
from korpu.domains.programmes.forms.registers import SourceForm
from korpu.domains.programmes.loading import load_projects
from korpu.domains.programmes.models import (
    Budget,
    Claim,
    FigureProposal,
    Instrument,
    Party,
    Period,
    ProjectInstrument,
    ProjectOffice,
    Source,
    Split,
    Transaction,
)
from korpu.foundations.accounts.api import acting, jurisdiction_folder, system_actor

pytestmark = pytest.mark.django_db


def at(name, *args):
    return reverse(f"programmes:{name}", args=args)


def found(model, **named):
    with acting(system_actor()):
        return model.objects.get(**named)


def public_page(code):
    client = Client(headers={"accept-language": "en"})
    return client.get(at("public_project", code)).content.decode()


def test_an_instrument_is_registered_recorded_and_named_by_a_project(house) -> None:
    client = house.client("project_manager")
    new = at("add_entry", "instruments")
    assert client.post(new, {"kind": "order", "url": "no address"}).status_code == 422
    given = {
        "kind": "order",
        "title_az": "Miqrasiya haqqında sərəncam",
        "title_en": "Order on migration",
        "number": "1234",
        "recorded_in": "Official journal, 2019, no. 7",
        "url": "https://law.example/1234",
    }
    assert client.post(new, given).status_code == 302
    made = found(Instrument, title_en="Order on migration")
    page = at("change_entry", "instruments", made.uuid)
    again = given | {"approves": str(made.pk), "revision": "1"}
    assert client.post(page, again).status_code == 422
    assert client.post(page, given | {"revision": "0"}).status_code == 409
    link = at("add_part", "restart", "instruments")
    named = {"instrument": str(made.pk), "relation": "implements"}
    assert client.post(link, named).status_code == 302
    assert client.post(link, named).status_code == 422
    for text in (public_page("restart"), client.get(at("project", "restart")).content.decode()):
        assert "Official journal, 2019, no. 7" in text
        assert "https://law.example/1234" in text
    end = at("end_entry", "instruments", made.uuid)
    assert client.post(end, {"revision": "1"}).status_code == 409
    use = found(ProjectInstrument, instrument=made)
    remove = at("remove_part", "restart", "instruments", use.uuid)
    assert client.post(remove, {"revision": "1"}).status_code == 302
    assert client.post(end, {"revision": "1"}).status_code == 302
    listed = client.get(at("register", "instruments"))
    assert "Order on migration" not in listed.content.decode()
    ended = client.get(at("register", "instruments"), {"ended": "yes"}).content.decode()
    assert "Order on migration" in ended
    assert client.post(at("put_back_entry", "instruments", made.uuid)).status_code == 302
    assert house.client("donor").post(new, given).status_code == 403


def test_what_people_change_in_a_register_stays_when_the_files_are_loaded_again(house) -> None:
    client = house.client("project_manager")
    source = found(Source, code="icmpd")
    assert source.is_shipped
    page = at("change_entry", "sources", source.uuid)
    given = {name: value or "" for name, value in SourceForm.initial_of(source).items()}
    given["seen_on"] = str(given["seen_on"])
    given |= {"edition": "Second edition", "revision": "1"}
    assert client.post(page, given).status_code == 302
    with acting(system_actor()) as system:
        load_projects(jurisdiction_folder() / "projects", actor=system, at=timezone.now())
    changed = found(Source, code="icmpd")
    assert changed.edition == "Second edition"
    assert set(changed.changed_here) <= {"edition"}
    text = client.get(at("sources", "mobilaze")).content.decode()
    assert "Second edition" in text


def test_claims_that_disagree_are_all_kept_and_one_is_followed_with_a_reason(house) -> None:
    client = house.client("project_manager")
    source = found(Source, code="icmpd")
    new = at("add_part", "restart", "claims")
    claim = {"point_az": "Müddət", "point_en": "Duration", "title_az": "28 ay"}
    without = client.post(new, claim)
    assert without.status_code == 422
    assert "Name the source" in without.content.decode()
    assert client.post(new, {"title_az": "28 ay", "source": source.pk}).status_code == 422
    assert client.post(new, claim | {"source": source.pk}).status_code == 302
    other = {"point": "muddet", "title_az": "30 ay", "title_en": "30 months"}
    assert client.post(new, other | {"source": source.pk}).status_code == 302
    first, second = found(Claim, title_az="28 ay"), found(Claim, title_az="30 ay")
    assert (second.point, second.point_en) == (first.point, "Duration")
    follow = at("follow_claim", "restart", second.uuid)
    assert client.post(follow, {"reason_az": "", "revision": "1"}).status_code == 422
    reason = {"reason_az": "Yekun hesabat", "reason_en": "The final report says so"}
    assert client.post(follow, reason | {"revision": "1"}).status_code == 302
    assert client.post(follow, reason | {"revision": "1"}).status_code == 409
    follow_first = at("follow_claim", "restart", first.uuid)
    assert client.post(follow_first, reason | {"revision": "1"}).status_code == 302
    followed = {one.title_az: one.is_followed for one in (found(Claim, pk=first.pk),)}
    assert followed == {"28 ay": True}
    assert not found(Claim, pk=second.pk).is_followed
    text = public_page("restart")
    assert "28 ay" in text
    assert "30 months" in text
    assert "The final report says so" in text
    gone = at("remove_part", "restart", "claims", first.uuid)
    assert client.post(gone, {"revision": "2"}).status_code == 409


def test_an_amount_is_split_with_the_rest_unknown_and_never_beyond_the_whole(house) -> None:
    client = house.client("project_manager")
    source = found(Source, code="icmpd").pk
    whole = found(Budget, project__code="restart")
    donor = found(Party, project__code="restart", key="poland")
    part = {"of": f"budget:{whole.pk}", "to": f"party:{donor.pk}", "source": source}
    new = at("add_part", "restart", "splits")
    assert client.post(new, part | {"amount": "400000,01"}).status_code == 422
    assert client.post(new, part | {"amount": "-5"}).status_code == 422
    assert client.post(new, part | {"amount": "5", "source": ""}).status_code == 422
    assert client.post(new, part | {"amount": "150 000"}).status_code == 302
    assert client.post(new, part | {"amount": "1"}).status_code == 422
    text = client.get(at("money", "restart")).content.decode()
    assert "150,000.00" in text
    assert "250,000.00" in text
    moved = {"kind": "expenditure", "day": "2020-02-01"}
    paid = client.post(
        at("add_part", "restart", "transactions"), moved | {"amount": "100", "currency": "EUR"}
    )
    assert paid.status_code == 302
    paid_out = found(Transaction, project__code="restart")
    of_it = part | {"of": f"transaction:{paid_out.pk}", "amount": "60"}
    assert client.post(new, of_it).status_code == 302
    split = found(Split, transaction=paid_out)
    page = at("change_part", "restart", "splits", split.uuid)
    assert f'value="party:{donor.pk}" selected' in client.get(page).content.decode()
    assert client.post(page, of_it | {"amount": "101", "revision": "1"}).status_code == 422
    gone = at("remove_part", "restart", "transactions", paid_out.uuid)
    assert client.post(gone, {"revision": "1"}).status_code == 409


def test_an_office_is_closed_and_no_state_is_made_up(house) -> None:
    client = house.client("project_manager")
    office = found(ProjectOffice, project__code="mobilaze")
    page = at("change_part", "mobilaze", "offices", office.uuid)
    with acting(system_actor()):
        shown = OfficeForm.initial_of(office)
    given = {name: value or "" for name, value in shown.items()} | {"revision": "1"}
    assert client.post(page, given | {"country": "XYZ"}).status_code == 422
    assert client.post(page, given | {"closed_on": "2015"}).status_code == 422
    assert client.post(page, given | {"closed_on": "2019-07"}).status_code == 302
    said = client.get(page).content.decode()
    assert "As it came with the system" in said
    changed = given | {"city_en": "Baku city", "closed_on": "2019-07", "revision": "2"}
    assert client.post(page, changed).status_code == 302
    said = client.get(page).content.decode()
    assert "As shipped: Baku" in said
    assert "Changed here" in client.get(at("organisations", "mobilaze")).content.decode()


def test_an_approved_figure_stays_everywhere_until_its_change_is_approved(house) -> None:
    manager, director = house.client("project_manager"), house.client("programme_director")
    period = found(Period, project__code="restart")
    page = at("change_part", "restart", "periods", period.uuid)

    def typed(client, **changed):
        with acting(system_actor()):
            shown = PeriodForm.initial_of(Period.objects.get(pk=period.pk))
        given = {name: "" if one is None else one for name, one in shown.items()}
        given |= {name: given[name].isoformat() for name in ("first", "last")}
        revision = found(Period, pk=period.pk).revision
        return client.post(page, given | {"revision": revision} | changed)

    assert typed(manager, actual="91", splits="sex: female=40").status_code == 422
    assert typed(manager, actual="91", comment="Recount", target="100").status_code == 302
    kept = found(Period, pk=period.pk)
    assert (kept.actual, kept.target, kept.comment) == (87, 100, period.comment)
    assert kept.approved_at is not None
    for shown in (
        public_page("restart"),
        manager.get(at("report_now", "restart")).content.decode(),
        manager.get(reverse("programmes_iati:check", args=["restart"])).content.decode(),
        Client().get(at("results_csv")).getvalue().decode(),
    ):
        assert "87" in shown
        assert "Recount" not in shown
    frame = manager.get(at("logframe", "restart")).content.decode()
    assert "A change waits for approval" in frame
    assert 'value="91"' in frame
    assert 'value="91"' in manager.get(page).content.decode()
    assert "Recount" in director.get(at("approvals", "restart")).content.decode()
    change = found(FigureProposal, state="proposed")
    decide = at("decide_change", "restart", change.uuid)
    assert manager.post(decide, {"decision": "approve", "revision": "1"}).status_code == 403
    assert director.post(decide, {"decision": "refuse", "revision": "1"}).status_code == 422
    refused = {"decision": "refuse", "reason": "No proof", "revision": "1"}
    assert director.post(decide, refused).status_code == 302
    assert found(Period, pk=period.pk).actual == 87
    assert typed(manager, actual="92").status_code == 302
    assert typed(manager, actual="93").status_code == 302
    change = found(FigureProposal, state="proposed")
    decide = at("decide_change", "restart", change.uuid)
    assert director.post(decide, {"decision": "approve", "revision": "1"}).status_code == 409
    assert director.post(decide, {"decision": "approve", "revision": "2"}).status_code == 302
    assert "<strong>93</strong>" in public_page("restart")
    assert typed(manager, actual="94").status_code == 302
    assert typed(manager, actual="93").status_code == 302
    with acting(system_actor()):
        assert not FigureProposal.objects.filter(state="proposed").exists()
    assert "Nothing waits" in director.get(at("approvals", "restart")).content.decode()
