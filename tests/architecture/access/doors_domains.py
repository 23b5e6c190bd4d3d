"""Doors of readmission, assistance and statistics."""

from collections.abc import Mapping

from django.utils import timezone

from korpu.foundations.accounts.models import Compartment
from tests.architecture.access.doors import ANY, Address, Door, sending
from tests.architecture.access.markers import COORDINATION, HELPERS, OFFICE, SENDER
from tests.architecture.access.world import World
from tests.cast import office


def _authority() -> int:
    return Compartment.objects.get(office=office("de-return"), business="readmission").pk


def _draft(**more: object) -> Address:
    return lambda world: {"uuid": world.returns.draft.uuid, **more}


def _draft_evidence(world: World) -> Mapping[str, object]:
    return {
        "uuid": world.returns.draft.uuid,
        "evidence_uuid": world.returns.draft_evidence.uuid,
    }


def _case(world: World) -> Mapping[str, object]:
    return {"uuid": world.returns.second_case.uuid}


def _statement(world: World) -> Mapping[str, object]:
    return {"uuid": world.returns.statement.uuid}


def _token(world: World) -> Mapping[str, object]:
    return {"uuid": world.returns.token.uuid}


def _new_token(_world: World) -> Mapping[str, object]:
    return {
        "compartment": _authority(),
        "title": "Another",
        "expires_on": timezone.localdate().isoformat(),
    }


READMISSION = {
    "readmission:applications": Door(),
    "readmission:evidence_file": Door(lambda w: {"uuid": w.returns.evidence.uuid}, OFFICE | SENDER),
    "readmission:start": Door(
        got=None, seen_by=SENDER, sent=lambda _world: {"place": _authority()}
    ),
    "readmission:step": Door(
        _draft(name="header"), SENDER, sent=sending(authority_reference="X"), done=422
    ),
    "readmission:remove_member": Door(_draft(place=0), SENDER, got=None, sent=sending()),
    "readmission:remove_evidence": Door(_draft_evidence, SENDER, got=None, sent=sending()),
    "readmission:discard": Door(_draft(), SENDER, got=None, sent=sending()),
    "readmission:draft_json": Door(_draft(), SENDER),
    "readmission:import": Door(sent=sending(), done=422),
    "readmission:schema": Door(lambda _world: {"sheet": "transit"}),
    "readmission:case_json": Door(_case, OFFICE | SENDER),
    "readmission:case_pdf": Door(lambda world: {**_case(world), "language": "en"}, OFFICE | SENDER),
    "readmission:weigh": Door(
        lambda w: {"uuid": w.returns.evidence.uuid}, OFFICE, sent=sending(), done=422
    ),
    "readmission:identity": Door(_case, OFFICE),
    "readmission:identity_search": Door(_case, OFFICE, got=None, sent=sending()),
    "readmission:identity_link": Door(_case, OFFICE, got=None, sent=sending(), done=404),
    "readmission:identity_register": Door(_case, OFFICE, got=None, sent=sending(), done=404),
    "readmission:case_exchange": Door(_case, OFFICE),
    "readmission:release_statement": Door(
        _case, OFFICE, sent=sending(language="ru", given_to="person")
    ),
    "readmission:statement": Door(_statement, OFFICE),
    "readmission:statement_file": Door(_statement, OFFICE),
    "readmission:exchanges": Door(),
    "readmission:exchanges_csv": Door(),
    "readmission:alerts": Door(),
    "readmission:alert": Door(lambda world: {"uuid": world.returns.alert.uuid}),
    "readmission:tokens": Door(),
    "readmission:token_create": Door(sent=_new_token, done=200),
    "readmission:token_rotate": Door(_token, got=None, sent=sending(), done=200),
    "readmission:token_revoke": Door(_token, got=None, sent=sending()),
}
ASSISTANCE = {
    "assistance:referrals": Door(),
    "assistance:referral": Door(
        lambda w: {"uuid": w.support.waiting.uuid},
        COORDINATION,
        sent=sending(decision="decline", reason="Moved on."),
    ),
    "assistance:programmes": Door(),
    "assistance:proof": Door(lambda w: {"uuid": w.support.delivery.uuid}, HELPERS),
}


def _published(**more: object) -> Address:
    return lambda world: {"uuid": world.figures.published.uuid, **more}


def _draft_release(world: World) -> Mapping[str, object]:
    return {"uuid": world.figures.draft.uuid}


def _run(world: World) -> Mapping[str, object]:
    return {"uuid": world.figures.spare_run.uuid}


STATISTICS = {
    "statistics:releases": Door(),
    "statistics:release": Door(_published()),
    "statistics:lineage": Door(_published(place=1)),
    "statistics:csv": Door(_published()),
    "statistics:sdmx_csv": Door(_published()),
    "statistics:sdmx_structure": Door(_published()),
    "statistics:manifest": Door(_published()),
    "statistics:series": Door(),
    "statistics:series_csv": Door(),
    "statistics:workbench": Door(),
    "statistics:new_run": Door(
        sent=sending(measure="readmission-applications", period="x"), done=200
    ),
    "statistics:run": Door(_run),
    "statistics:prepare": Door(_run, sent=sending(), done=200),
    "statistics:extracts": Door(),
    "statistics:workbench_release": Door(_draft_release),
    "statistics:approve": Door(_draft_release, got=None, sent=sending()),
    "statistics:publish": Door(_draft_release, got=None, sent=sending()),
    "statistics:discard": Door(_draft_release, got=None, sent=sending()),
}


def _application(world: World) -> Mapping[str, object]:
    return {"application_id": world.returns.case.uuid}


# A machine's door knows tokens only: a browser's session opens nothing there.
MACHINE = {
    "readmission-api:docs": Door(),
    "readmission-api:openapi-json": Door(),
    "readmission-api:api-root": Door(got=ANY),
    **{
        f"readmission-api:{name}": Door(got=401, sent=sending(), done=401)
        for name in ("submit", "list_applications")
    },
    "readmission-api:submit_form": Door(got=None, sent=sending(), done=401),
    **{f"readmission-api:{name}": Door(_application, got=401) for name in ("status", "reply")},
    **{
        f"readmission-api:{name}": Door(_application, got=None, sent=sending(), done=401)
        for name in ("send_evidence", "supplement", "announce", "withdraw")
    },
}
DOORS = READMISSION | ASSISTANCE | STATISTICS | MACHINE
