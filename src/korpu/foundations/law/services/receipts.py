"""The receipt of a decision, written with the act itself."""

from django.db import connection

from korpu.engines.procedure.api import (
    Calendar,
    Procedure,
    canonical,
    declaration_text,
    fingerprint,
    is_decision,
    receipt_of,
)
from korpu.foundations.casework.api import ActDone, library, procedure_of
from korpu.foundations.casework.facts import from_json
from korpu.foundations.casework.projection import entry, whole_log
from korpu.foundations.casework.services.log import local_day
from korpu.foundations.law.models import Declaration, Receipt


def keep_receipt(done: ActDone) -> None:
    """Keep what a decision rested on, in the transaction of the act; other acts leave none."""
    procedure = procedure_of(done.case)
    act = procedure.act_called(done.act.act)
    if act is None or not is_decision(procedure, act):
        return
    log = [entry(each) for each in whole_log(done.case) if each.seq < done.act.seq]
    receipt = receipt_of(
        procedure,
        library().calendars,
        log,
        entry(done.act),
        case=done.case.number,
        role=done.act.role,
        facts=from_json(done.act.facts_seen),
        reasons=done.act.note,
        recorded_on=local_day(done.at),
    )
    _keep_law(procedure, {name: library().calendars[name] for name in receipt.calendars})
    Receipt.objects.create(
        act=done.act,
        case=done.case,
        procedure_digest=receipt.procedure_digest,
        calendars=dict(receipt.calendars),
        content=canonical(receipt),
        digest=fingerprint(receipt),
        at=done.at,
    )


def _keep_law(procedure: Procedure, calendars: dict[str, Calendar]) -> None:
    """Keep the law of a decision under its fingerprints, once."""
    wanted = {procedure.digest: declaration_text(procedure)}
    wanted |= {fingerprint(each): declaration_text(each) for each in calendars.values()}
    known = Declaration.objects.filter(pk__in=list(wanted)).values_list("pk", flat=True)
    missing = wanted.keys() - set(known)
    with connection.cursor() as cursor:
        cursor.executemany(
            "insert into law_declaration (digest, content) values (%s, %s) on conflict do nothing",
            [(digest, wanted[digest]) for digest in sorted(missing)],
        )
