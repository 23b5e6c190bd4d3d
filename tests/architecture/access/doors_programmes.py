"""Doors of programmes."""

from collections.abc import Mapping
from uuid import UUID

from django.utils import timezone

from korpu.domains.programmes.documents import fingerprint
from korpu.domains.programmes.models import (
    Budget,
    Claim,
    Objective,
    Party,
    Period,
    Project,
    Report,
    Source,
)
from korpu.domains.programmes.selectors.editions import documents_now, get_report
from korpu.domains.programmes.services.reports import begin_report, issue_report
from korpu.domains.programmes.services.workbooks import hand_in
from korpu.domains.programmes.workbooks.writing import workbook_of
from korpu.foundations.accounts.api import acting, system_actor
from tests.architecture.access.doors import Address, Door, sending
from tests.architecture.access.markers import DONOR, PROJECTS
from tests.architecture.access.world import World

CODE = "mobilaze-2"
TABS = ("project", "activities", "money", "organisations", "risks", "sources", "report")
READERS = PROJECTS | DONOR
MANAGER = frozenset({"project_manager"})
DIRECTOR = frozenset({"programme_director"})


def _project(**more: object) -> Address:
    return lambda _world: {"code": CODE, **more}


def _party(_world: World) -> Mapping[str, object]:
    with acting(system_actor()):
        party = Party.objects.get(project__code=CODE)
    return {"code": CODE, "kind": "organisations", "uuid": party.uuid}


def _objective(_world: World) -> Mapping[str, object]:
    with acting(system_actor()):
        objective = Objective.objects.get(project__code=CODE, key="policy")
    return {"code": CODE, "kind": "objectives", "uuid": objective.uuid}


def _budget(_world: World) -> Mapping[str, object]:
    with acting(system_actor()):
        budget = Budget.objects.get(project__code="restart")
    return {"code": "restart", "kind": "budgets", "uuid": budget.uuid}


def _figure(_world: World) -> Mapping[str, object]:
    with acting(system_actor()):
        period = Period.objects.get(project__code="restart")
    return {"code": "restart", "uuid": period.uuid}


def _claim(_world: World) -> Mapping[str, object]:
    with acting(system_actor()):
        claim = Claim.objects.filter(project__code=CODE).first()
    assert claim is not None
    return {"code": CODE, "uuid": claim.uuid}


def _entry(_world: World) -> Mapping[str, object]:
    with acting(system_actor()):
        source = Source.objects.get(code="icmpd")
    return {"register": "sources", "uuid": source.uuid}


def _register(_world: World) -> Mapping[str, object]:
    return {"register": "instruments"}


def _report(world: World) -> Report:
    """The report on the whole of the project."""
    with acting(system_actor()):
        found = Report.objects.filter(project__code=CODE).select_related("project").first()
    if found is not None:
        return found
    with acting(world.cast.actor("project_manager")) as manager:
        project = Project.objects.get(code=CODE)
        return begin_report(
            project=project, first=None, last=None, actor=manager, at=timezone.now()
        )


def _draft(world: World) -> Mapping[str, object]:
    return {"code": CODE, "uuid": _report(world).uuid}


def _words(world: World) -> Mapping[str, object]:
    return {"code": CODE, "uuid": _report(world).uuid, "section": "work"}


def _edition(world: World) -> Mapping[str, object]:
    report = _report(world)
    with acting(system_actor()):
        found = report.editions.first()
    if found is None:
        with acting(world.cast.actor("programme_director")) as director:
            report = get_report(report.project, report.uuid, for_actor=director)
            today = timezone.localdate()
            seen = fingerprint(documents_now(report, on=today, for_actor=director))
            found = issue_report(
                report=report, seen=seen, site="", actor=director, at=timezone.now()
            )
    return {"code": CODE, "number": found.number}


def _printed(world: World) -> Mapping[str, object]:
    return {**_edition(world), "language": "en"}


def _workbook(world: World) -> Mapping[str, object]:
    """A workbook that asks for nothing: what comes out, handed in."""
    with acting(world.cast.actor("project_manager")) as manager:
        project = Project.objects.get(code=CODE)
        made = hand_in(
            project=project,
            name="mobilaze-2.xlsx",
            content=workbook_of(project),
            mode="both",
            actor=manager,
            at=timezone.now(),
        )
    return {"code": CODE, "uuid": made.uuid}


DOORS = {
    "programmes:portfolio": Door(),
    "programmes:portfolio_csv": Door(),
    "programmes:new": Door(sent=sending(code="x"), done=422),
    **{
        f"programmes:{name}": Door(_project(), READERS)
        for name in (
            "project",
            "activities",
            "money",
            "organisations",
            "risks",
            "sources",
            "report",
        )
    },
    "programmes:logframe": Door(_project(), READERS, sent=sending(), done_by=MANAGER),
    "programmes:edit": Door(_project(), MANAGER, sent=sending(acronym=""), done=422),
    "programmes:comment": Door(_project(), PROJECTS, got=None, sent=sending(text="Mrkrəy")),
    "programmes:workbook": Door(_project(), MANAGER, sent=sending(mode="both"), done=422),
    "programmes:workbook_xlsx": Door(_project(), MANAGER),
    "programmes:workbook_preview": Door(_workbook, MANAGER, sent=sending(), done_by=MANAGER),
    "programmes:history": Door(_project(), PROJECTS),
    "programmes:approvals": Door(_project(), PROJECTS),
    "programmes:decide_money": Door(
        _budget, DIRECTOR, got=None, sent=sending(decision="approve", revision="1"), done=409
    ),
    "programmes:decide_figure": Door(
        _figure,
        DIRECTOR,
        got=None,
        sent=sending(revision="1"),
        done=409,
    ),
    "programmes:decide_change": Door(
        _project(uuid=UUID(int=0)), DIRECTOR, got=None, sent=sending(revision="1"), done=404
    ),
    "programmes:follow_claim": Door(_claim, MANAGER, sent=sending(reason_az=""), done=422),
    "programmes:register": Door(_register),
    "programmes:add_entry": Door(_register, sent=sending(title_az=""), done=422),
    "programmes:change_entry": Door(_entry, sent=sending(title_az=""), done=422),
    "programmes:end_entry": Door(_entry, got=None, sent=sending(revision="1"), done=409),
    "programmes:put_back_entry": Door(_entry, got=None, sent=sending()),
    "programmes:report_now": Door(_project(), PROJECTS),
    "programmes:report_pdf": Door(_project(), PROJECTS),
    "programmes:begin_report": Door(
        _project(),
        MANAGER,
        got=None,
        sent=sending(first="2022-01-01", last="2021-01-01"),
        done=422,
    ),
    "programmes:draft_report": Door(_draft, PROJECTS),
    "programmes:report_words": Door(_words, MANAGER, sent=sending(az="x" * 7000), done=422),
    "programmes:review_words": Door(
        lambda world: {**_draft(world), "words": UUID(int=0)},
        DIRECTOR,
        got=None,
        sent=sending(revision="1"),
        done=404,
    ),
    "programmes:issue_report": Door(_draft, DIRECTOR, got=None, sent=sending(seen="x"), done=409),
    "programmes:edition": Door(_edition, READERS),
    "programmes:edition_pdf": Door(_printed, READERS),
    "programmes:publish": Door(_project(), DIRECTOR, got=None, sent=sending(), done=409),
    "programmes:withdraw": Door(_project(), DIRECTOR, got=None, sent=sending()),
    "programmes:add_part": Door(
        _project(kind="risks"), MANAGER, sent=sending(title_az=""), done=422
    ),
    "programmes:change_part": Door(_party, MANAGER, sent=sending(role=""), done=422),
    "programmes:remove_part": Door(_party, MANAGER, got=None, sent=sending(revision="1")),
    "programmes:put_back_part": Door(_objective, MANAGER, got=None, sent=sending()),
}
