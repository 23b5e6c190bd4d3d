"""Writing the letter of a decision for the person it is about."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from korpu.foundations.accounts.api import Actor
from korpu.foundations.casework import sentences, wording_letters
from korpu.foundations.casework.decision_letters import TEMPLATE, is_told, letter_blocks
from korpu.foundations.casework.engine import procedure_of
from korpu.foundations.casework.enums import Audience
from korpu.foundations.casework.models import Act, Case, Letter
from korpu.foundations.casework.projection import whole_log
from korpu.foundations.casework.services.letters import issue_letter
from korpu.foundations.casework.services.locks import lock_case
from korpu.kernel.errors import InvalidInput, NotPossibleNow
from korpu.kernel.texts import Language


def write_decision_letters(
    *, case: Case, act: Act, language: Language, addressee: str, actor: Actor, at: datetime
) -> list[Letter]:
    """Write the letter in Azerbaijani and in the person's language; neither is sent yet.

    Args:
        case: whose decision it is.
        act: the entry that decided.
        language: the person's; Azerbaijani alone gives one letter.
        addressee: as it stands on the letter, one line each; the first is the name.
        actor: who signs.
        at: the moment of writing.

    Raises:
        NotPermitted: the actor does not handle letters of this office.
        NotPossibleNow: the act is no decision, has its letter already, or the gate is closed.
        InvalidInput: nobody to address it to.
    """
    actor.check("casework.letter.send", compartment_id=case.compartment_id)
    if not addressee.strip():
        fields = {"addressee": wording_letters.ADDRESSEE_MISSING}
        raise InvalidInput(sentences.INPUT_REFUSED, fields=fields)
    procedure = procedure_of(case)
    if not is_told(procedure, procedure.act(act.act)):
        raise NotPossibleNow(wording_letters.NO_DECISION)
    with transaction.atomic():
        locked = lock_case(case)
        if Letter.objects.filter(act=act, template=TEMPLATE).exists():
            raise NotPossibleNow(wording_letters.WRITTEN_ALREADY)
        blocks = letter_blocks(locked, whole_log(locked), act, timezone.localdate(at))
        languages: tuple[Language, ...] = ("az",) if language == "az" else ("az", language)
        return [
            issue_letter(
                case=case,
                template=TEMPLATE,
                language=each,
                data={"blocks": blocks},
                actor=actor,
                at=at,
                act=act,
                addressee=addressee.strip(),
                audience=Audience.SHARED,
            )
            for each in languages
        ]
