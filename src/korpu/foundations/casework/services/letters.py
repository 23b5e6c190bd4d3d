"""Letters: written from a template, kept as issued, leaving only through the gate."""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from korpu.foundations.accounts.api import Actor, jurisdiction_folder
from korpu.foundations.casework import sentences, wording, wording_letters
from korpu.foundations.casework.decision_letters import TEMPLATE, is_apart
from korpu.foundations.casework.engine import procedure_of
from korpu.foundations.casework.enums import Audience
from korpu.foundations.casework.letters import letter_data
from korpu.foundations.casework.models import Act, Case, Letter
from korpu.foundations.casework.notices import tell_returned
from korpu.foundations.casework.registry import check_outgoing, check_sending
from korpu.foundations.casework.services.numbers import next_number
from korpu.foundations.files.api import store_upload
from korpu.foundations.ui.pdf import render
from korpu.kernel.errors import InvalidInput, NotFound, NotPossibleNow
from korpu.kernel.texts import Language, speaking

OUTGOING = "OUT"
"""Prefix of the outgoing register."""


def issue_letter(  # noqa: PLR0913  one argument each for what stands on a letter
    *,
    case: Case,
    template: str,
    language: Language,
    data: Mapping[str, object],
    actor: Actor,
    at: datetime,
    act: Act | None = None,
    addressee: str = "",
    audience: Audience = Audience.COUNTERPART,
) -> Letter:
    """Write a letter and keep it; it is not sent yet.

    Args:
        case: whose letter it is.
        template: name of a ``.typ`` file of the jurisdiction's letters.
        language: of the letter.
        data: what the template says beside number, date, case, reasons, remedy and rules; texts,
            numbers, dates, lists and mappings of them.
        actor: who signs.
        at: the moment of issuing.
        act: the act it tells of: its note gives the reasons, its declaration the remedy.
        addressee: as it stands on the letter, one line each.
        audience: counterpart: it goes to the other side, which sees it once it is sent.

    Raises:
        NotFound: there is no such template.
        NotPossibleNow: the gate is closed for this case.
    """
    if audience is not Audience.OFFICE:
        check_outgoing(case, actor=actor, at=at)
    path = template_path(template)
    with transaction.atomic():
        number = next_number(OUTGOING, timezone.localdate(at).year)
        with speaking(language):
            known = letter_data(
                case=case, act=act, number=number, addressee=addressee, actor=actor, at=at
            )
            content = render(path, known | dict(data), language, at=at)
        upload = ContentFile(content, name=f"{number}.pdf")
        return Letter.objects.create(
            case=case,
            act=act,
            number=number,
            template=template,
            language=language,
            file=store_upload(upload=upload, kind="letter", actor=actor, at=at),
            addressee=" ".join(addressee.split()),
            audience=audience,
            issued_by_id=actor.user_id,
            issued_at=at,
        )


def template_path(template: str) -> Path:
    """The file of a letter template.

    Raises:
        NotFound: there is none of that name.
    """
    path = jurisdiction_folder() / "letters" / f"{template}.typ"
    if not template.replace("-", "").replace("_", "").isalnum() or not path.is_file():
        raise NotFound(sentences.NO_SUCH_TEMPLATE, facts={"template": template})
    return path


def return_letter(
    *, letter: Letter, returned_on: date, note: str, actor: Actor, at: datetime
) -> Letter:
    """Note that a letter came back undelivered, and tell the officer.

    Raises:
        NotPermitted: the actor does not send letters.
        NotPossibleNow: it was never sent, or came back already.
        InvalidInput: the day lies before the sending or ahead.
    """
    actor.check("casework.letter.send")
    with transaction.atomic():
        locked = Letter.objects.select_for_update(of=("self",)).get(pk=letter.pk)
        if locked.sent_at is None or locked.returned_on is not None:
            raise NotPossibleNow(wording.LETTER_CANNOT_RETURN)
        if not timezone.localdate(locked.sent_at) <= returned_on <= timezone.localdate(at):
            fields = {"returned_on": wording.RETURN_DAY}
            raise InvalidInput(sentences.INPUT_REFUSED, fields=fields)
        locked.returned_on, locked.returned_note = returned_on, note.strip()
        locked.save(update_fields=("returned_on", "returned_note"))
        tell_returned(letter=locked, actor=actor, at=at)
    return locked


def send_letter(*, letter: Letter, actor: Actor, at: datetime) -> Letter:
    """Hand a letter to its addressee; from now on the other side sees it.

    The gate is asked again at this moment, whatever it said when the letter was written.

    Raises:
        NotPossibleNow: the gate is closed, a room's own guard stops this letter, it was sent
            before, or the procedure wants two people for the decision it tells of and the actor
            wrote it.
    """
    with transaction.atomic():
        locked = Letter.objects.select_for_update(of=("self",)).get(pk=letter.pk)
        if locked.sent_at is not None:
            raise NotPossibleNow(sentences.LETTER_SENT_ALREADY)
        if locked.audience != Audience.OFFICE:
            check_outgoing(locked.case, actor=actor, at=at)
        _check_second_person(locked, actor)
        check_sending(locked, actor=actor, at=at)
        locked.sent_at = at
        locked.sent_by_id = actor.user_id
        locked.save(update_fields=("sent_at", "sent_by"))
    return locked


def _check_second_person(letter: Letter, actor: Actor) -> None:
    if letter.template != TEMPLATE or letter.act is None or letter.issued_by_id != actor.user_id:
        return
    procedure = procedure_of(letter.case)
    if is_apart(procedure, procedure.act(letter.act.act)):
        raise NotPossibleNow(wording_letters.SECOND_PERSON)
