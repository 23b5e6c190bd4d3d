"""What a project manager keeps, what the director decides, what neither can get wrong."""

from datetime import date
from decimal import Decimal

import pytest
from django.utils import timezone

from korpu.domains.programmes.counting import Counted, Counter, register_counter
from korpu.domains.programmes.enums import ApprovalState, ValueState
from korpu.domains.programmes.kinds import KINDS
from korpu.domains.programmes.models import (
    Budget,
    BudgetLine,
    Change,
    Indicator,
    Objective,
    Party,
    Period,
    Project,
    Result,
    Source,
    Transaction,
)
from korpu.domains.programmes.selectors import published_project
from korpu.domains.programmes.selectors.logframe import logframe
from korpu.domains.programmes.services.approvals import (
    approve_figure,
    approve_money,
    publish_project,
    refuse_money,
    withdraw_project,
)
from korpu.domains.programmes.services.parts import (
    add_part,
    change_part,
    put_back_part,
    remove_part,
)
from korpu.domains.programmes.services.projects import change_project
from korpu.foundations.accounts.api import NOBODY, acting, system_actor
from korpu.kernel.errors import Conflict, InvalidInput, NotFound, NotPermitted, NotPossibleNow
from korpu.kernel.texts import Text

pytestmark = pytest.mark.django_db
AT = timezone.now()


def line(**more):
    values = {
        "first": date(2021, 6, 1),
        "last": date(2022, 5, 31),
        "amount": Decimal("100.00"),
        "currency": "EUR",
        "reason": "First year",
    }
    return values | more


def add(house, model, code="restart", /, **values):
    with acting(house.actor("project_manager")) as actor:
        project = Project.objects.get(code=code)
        return add_part(model=model, project=project, values=values, actor=actor, at=AT)


def fields_refused(house, model, code="restart", /, **values):
    with pytest.raises(InvalidInput) as refused:
        add(house, model, code, **values)
    return set(refused.value.fields)


def test_bad_input_is_refused_at_its_field(house) -> None:
    assert fields_refused(house, BudgetLine, **line(last=date(2022, 6, 1))) == {"last"}
    assert fields_refused(house, BudgetLine, **line(last=date(2021, 5, 1))) == {"last"}
    assert fields_refused(house, BudgetLine, **line(amount=Decimal(400001))) == {"amount"}
    assert fields_refused(house, BudgetLine, **line(currency="USD")) == {"currency"}
    moved = {"kind": "expenditure", "day": date(2020, 1, 1), "amount": Decimal(5)}
    assert fields_refused(
        house, Transaction, **moved, currency="AZN", rate=Decimal("0.5"), rate_on=None
    ) == {"rate_on"}
    assert fields_refused(
        house, Transaction, **moved, currency="AZN", rate=None, rate_on=date(2020, 1, 1)
    ) == {"rate"}
    share = {"role": "donor", "label_az": "X", "share_state": "stated"}
    add(house, Party, **share, share=Decimal("0.7"))
    assert fields_refused(house, Party, **share, share=Decimal("0.4")) == {"share"}
    day = {"kind": "planned_end", "precision": "day"}
    add(house, KINDS["dates"].model, kind="planned_start", precision="day", day=date(2019, 1, 1))
    assert fields_refused(house, KINDS["dates"].model, **day, day=date(2018, 12, 31)) == {"day"}


def test_a_form_asks_for_a_unit_and_refuses_what_is_no_number_or_no_state(house) -> None:
    with acting(house.actor("project_manager")):
        project = Project.objects.get(code="restart")
        result = str(Result.objects.get(project=project).pk)
        form = KINDS["indicators"].form(
            {"result": result, "title_az": "x", "is_rising": "yes", "baseline": "many"},
            project=project,
        )
        assert set(form.errors) == {"unit", "baseline"}
        organisation = KINDS["organisations"].form(
            {"role": "donor", "countries": "DEU, XYZ", "share": "101"}, project=project
        )
        assert set(organisation.errors) == {"countries", "share"}


def test_two_people_editing_at_once_are_told_and_nothing_is_lost(house) -> None:
    manager = house.actor("project_manager")
    with acting(manager):
        goal = Objective.objects.get(key="goal", project__code="restart")
        change_part(part=goal, values={"title_en": "Mine"}, revision=1, actor=manager, at=AT)
        with pytest.raises(Conflict):
            change_part(part=goal, values={"title_en": "Late"}, revision=1, actor=manager, at=AT)
        assert Objective.objects.get(pk=goal.pk).title_en == "Mine"
        change = Change.objects.get(part_uuid=goal.uuid)
        assert change.after == {"title_en": "Mine"}
        assert change.before["title_en"].startswith("Support implementation")


def test_what_is_taken_out_can_be_put_back_and_what_others_use_stays(house) -> None:
    manager = house.actor("project_manager")
    with acting(manager):
        goal = Objective.objects.get(key="goal", project__code="restart")
        with pytest.raises(NotPossibleNow):
            remove_part(part=goal, revision=1, actor=manager, at=AT)
        donor = Party.objects.get(key="poland", project__code="restart")
        removed = remove_part(part=donor, revision=1, actor=manager, at=AT)
        assert removed.removed_at
        assert put_back_part(part=removed, actor=manager, at=AT).removed_at is None


def test_money_counts_once_another_person_approved_it(house) -> None:
    manager, director = house.actor("project_manager"), house.actor("programme_director")
    with acting(manager):
        budget = Budget.objects.get(project__code="restart")
        proposal = change_part(
            part=budget,
            values={"amount": Decimal(450000), "reason": "More returnees"},
            revision=1,
            actor=manager,
            at=AT,
        )
        with pytest.raises(NotPermitted):
            approve_money(money=proposal, revision=1, actor=manager, at=AT)
    with acting(NOBODY) as visitor:
        (seen,) = published_project("restart", for_actor=visitor).budgets
        assert seen.amount == Decimal(400000)
    with acting(director):
        approve_money(money=proposal, revision=1, actor=director, at=AT)
        with pytest.raises(Conflict):
            approve_money(money=proposal, revision=1, actor=director, at=AT)
    with acting(NOBODY) as visitor:
        (seen,) = published_project("restart", for_actor=visitor).budgets
        assert seen.amount == Decimal(450000)


def test_a_refused_proposal_leaves_what_stood_and_keeps_the_reason(house) -> None:
    proposed = add(house, BudgetLine, **line())
    with acting(house.actor("programme_director")) as director:
        refused = refuse_money(
            money=proposed, revision=1, reason="Too early", actor=director, at=AT
        )
        assert (refused.state, refused.reason) == (ApprovalState.REFUSED, "Too early")


def test_the_87_of_restart_are_a_total_without_a_split(house) -> None:
    with acting(NOBODY) as visitor:
        project = Project.objects.get(code="restart")
        (result,) = logframe(project, for_actor=visitor, public=True)
        (shown,) = result.indicators[0].periods
    assert shown.figure.value == 87
    assert shown.figure.how == "typed"
    assert shown.figure.has_no_split
    assert shown.period.statements == ["B12"]


def test_a_typed_figure_needs_a_source_and_an_approver_before_the_public_reads_it(house) -> None:
    manager, director = house.actor("project_manager"), house.actor("programme_director")
    with acting(manager):
        project = Project.objects.get(code="mobilaze")
        result = add(house, Result, "mobilaze", level="output", title_az="Nəticə")
        indicator = add(house, Indicator, "mobilaze", result=result, title_az="Sayı", unit="events")
        figure = {
            "indicator": indicator,
            "first": date(2016, 1, 15),
            "last": date(2016, 12, 31),
            "actual": Decimal(3),
            "actual_state": ValueState.STATED,
        }
        assert fields_refused(house, Period, "mobilaze", **figure) == {"source"}
        source = Source.objects.get(code="icmpd")
        period = add(house, Period, "mobilaze", **figure, source=source)
    with acting(NOBODY) as visitor:
        (shown,) = logframe(project, for_actor=visitor, public=True)
        assert shown.indicators[0].periods == []
    with acting(director):
        approve_figure(period=period, revision=1, actor=director, at=AT)
    with acting(NOBODY) as visitor:
        (shown,) = logframe(project, for_actor=visitor, public=True)
        assert shown.indicators[0].periods[0].figure.value == 3


def test_a_counted_figure_cannot_be_typed(house) -> None:
    with acting(house.actor("project_manager")):
        indicator = Indicator.objects.get(key="persons-supported")
        source = Source.objects.get(code="icmpd")
    counted = {"indicator": indicator, "first": date(2022, 1, 1), "last": date(2022, 12, 31)}
    actual = {"actual": Decimal(3), "actual_state": ValueState.STATED, "source": source}
    assert fields_refused(house, Period, **counted, **actual) == {"actual"}


def test_only_the_director_publishes_and_the_manager_cannot(house) -> None:
    manager, director = house.actor("project_manager"), house.actor("programme_director")
    with acting(director):
        project = Project.objects.get(code="restart")
        withdraw_project(project=project, actor=director, at=AT)
    with acting(NOBODY) as visitor, pytest.raises(NotFound):
        published_project("restart", for_actor=visitor)
    with acting(manager), pytest.raises(NotPermitted):
        publish_project(project=project, actor=manager, at=AT)
    with acting(director), pytest.raises(NotPermitted):
        change_project(project=project, values={}, revision=2, actor=director, at=AT)


def test_a_project_cannot_build_on_one_that_builds_on_it(house) -> None:
    with acting(house.actor("project_manager")) as manager:
        first = Project.objects.get(code="mobilaze")
        second = Project.objects.get(code="mobilaze-2")
        with pytest.raises(InvalidInput):
            change_project(
                project=first,
                values={"predecessor": second},
                revision=1,
                actor=manager,
                at=AT,
            )


def test_a_donor_reads_neither_remarks_nor_history_nor_money_not_approved(house) -> None:
    add(house, BudgetLine, "mobilaze-2", **line())
    with acting(house.actor("donor")):
        assert not BudgetLine.objects.exists()
        assert not Change.objects.exists()
    with acting(system_actor()):
        assert BudgetLine.objects.count() == Change.objects.count() == 1


def test_a_small_count_of_people_is_withheld_from_the_public_and_from_donors(house) -> None:
    words = Text(az="Sayılan", en="Counted", ru="Подсчитано")
    register_counter(Counter("tests.three", words, words, lambda _query: Counted(3, words), True))
    with acting(house.actor("project_manager")) as manager:
        project = Project.objects.get(code="mobilaze-2")
        result = add(house, Result, "mobilaze-2", level="output", title_az="Nəticə")
        counted = {"result": result, "title_az": "Sayı", "unit": "persons"}
        indicator = add(house, Indicator, "mobilaze-2", **counted, counter="tests.three")
        days = {"first": date(2022, 1, 1), "last": date(2022, 12, 31)}
        add(house, Period, "mobilaze-2", indicator=indicator, **days)
        (shown,) = logframe(project, for_actor=manager)
        assert shown.indicators[0].periods[0].figure.value == 3
    for reader in (NOBODY, house.actor("donor")):
        with acting(reader):
            (shown,) = logframe(project, for_actor=reader)
            figure = shown.indicators[0].periods[0].figure
            assert (figure.value, figure.is_withheld) == (None, True)
