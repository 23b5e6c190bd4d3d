"""The answer to an application: decided here, written in two languages, sent through the gate."""

from django.utils.translation import gettext as _

from korpu.domains.readmission.codes import REFUSAL_GROUNDS, TRANSIT_REFUSAL_GROUNDS
from korpu.domains.readmission.enums import ReplyKind, Track
from korpu.domains.readmission.models import Application, Reply
from korpu.domains.readmission.procedures import REPLY_LETTER
from korpu.domains.readmission.selectors.statements import current_statement
from korpu.domains.readmission.selectors.weights import weighed_evidence
from korpu.domains.readmission.services.findings import refuse_against_the_check
from korpu.domains.readmission.services.outgoing import issue_outgoing_letter
from korpu.domains.readmission.services.records import given, owned
from korpu.foundations.casework.api import ActDone
from korpu.foundations.codelists.api import titles
from korpu.foundations.ui.languages import speak
from korpu.kernel.texts import Language

LETTER_LANGUAGES: tuple[Language, ...] = ("az", "en")


def write_agreement(done: ActDone) -> None:
    """Effect of ``agree``: a positive reply and its letters."""
    _write_reply(ReplyKind.AGREED, done)


def write_deemed_agreement(done: ActDone) -> None:
    """Effect of ``record_deemed_agreement``: what silence amounts to, confirmed by a person."""
    _write_reply(ReplyKind.DEEMED_AGREED, done)


def write_refusal(done: ActDone) -> None:
    """Effect of ``refuse`` and ``refuse_transit``: a reasoned negative reply.

    Data: ``grounds``, codes of the list of the procedure.
    """
    _write_reply(ReplyKind.REFUSED, done)


def write_transit_agreement(done: ActDone) -> None:
    """Effect of ``agree_transit``: a positive reply, unless the check found a ground against it."""
    refuse_against_the_check(done)
    _write_reply(ReplyKind.AGREED, done)


def _write_reply(kind: ReplyKind, done: ActDone) -> None:
    reply = Reply.objects.create(
        kind=kind,
        decided_on=done.act.effective_on,
        grounds=list(given(done).get("grounds", ())),
        reasons=done.act.note if kind is ReplyKind.REFUSED else "",
        **owned(done),
    )
    application = Application.objects.select_related("requesting_authority").get(case=done.case)
    for language in LETTER_LANGUAGES:
        issue_outgoing_letter(
            case=done.case,
            act=done.act,
            template=REPLY_LETTER,
            language=language,
            data=_letter_data(reply, application, language),
            addressee=application.requesting_authority.title.in_language(language),
            actor=done.actor,
            at=done.at,
        )


def _letter_data(reply: Reply, application: Application, language: Language) -> dict[str, object]:
    """What the letter says of the person: enough to know whom it is about, and no more."""
    statement = current_statement(application)
    is_transit = application.track == Track.TRANSIT
    grounds = titles(TRANSIT_REFUSAL_GROUNDS if is_transit else REFUSAL_GROUNDS)
    with speak(language):
        weighed = weighed_evidence(application)
        evidence = [f"{one.title}: {one.weight}. {one.commits_to}" for one in weighed]
        subject = (
            _("Reply to the transit request")
            if is_transit
            else _("Reply to the readmission application")
        )
    return {
        "subject": subject,
        "matter": "transit" if is_transit else "readmission",
        "kind": reply.kind,
        "reference": statement.authority_reference,
        "received_on": application.received_on,
        "decided_on": reply.decided_on,
        "person": f"{statement.surname} {statement.given_names}".strip(),
        "birth_date": statement.birth_date,
        "grounds": [grounds[code] for code in reply.grounds],
        "evidence": evidence,
    }
