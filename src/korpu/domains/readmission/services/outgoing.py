"""What leaves the house: letters written, approved by one person, released by another."""

from collections.abc import Mapping
from datetime import datetime

from korpu.domains.readmission import sentences
from korpu.domains.readmission.enums import Channel
from korpu.domains.readmission.ledger_words import digests_of, exchange_words
from korpu.domains.readmission.models import LetterApproval, LetterContent, LetterRelease
from korpu.domains.readmission.selectors.outgoing import letters_to_approve, letters_to_release
from korpu.domains.readmission.services.exchange import note_exchange
from korpu.domains.readmission.services.records import owned, ownership
from korpu.foundations.accounts.api import Actor, acting, system_actor
from korpu.foundations.casework.api import (
    Act,
    ActDone,
    Case,
    Letter,
    issue_letter,
    send_letter,
)
from korpu.kernel.errors import NotPossibleNow
from korpu.kernel.texts import Language


def issue_outgoing_letter(
    *,
    case: Case,
    template: str,
    language: Language,
    data: Mapping[str, object],
    addressee: str,
    actor: Actor,
    at: datetime,
    act: Act | None = None,
) -> Letter:
    """Write a letter to the other side and note what it tells; as ``casework.issue_letter``."""
    letter = issue_letter(
        case=case,
        act=act,
        template=template,
        language=language,
        data=data,
        addressee=addressee,
        actor=actor,
        at=at,
    )
    LetterContent.objects.create(
        letter=letter,
        fields=digests_of(case, {"reasons": _reasons(act), **data}),
        **ownership(case, actor=actor, at=at, internal=True),
    )
    return letter


def _reasons(act: Act | None) -> str:
    """The note of a refusal stands on its letter."""
    return act.note if act else ""


def approve_letters(done: ActDone) -> None:
    """Effect of ``approve_sending``: somebody answers for the letters exactly as they are."""
    for letter in letters_to_approve(done.case):
        LetterApproval.objects.create(
            letter=letter,
            sha256=letter.file.sha256,
            role=done.act.role,
            **owned(done, internal=True),
        )


def release_letters(done: ActDone) -> None:
    """Effect of ``release_letters``: what was approved is sent, after the gate, and noted.

    Raises:
        NotPossibleNow: the gate is shut, or a letter is no longer the one that was approved.
    """
    for approval in letters_to_release(done.case):
        if approval.letter.file.sha256 != approval.sha256:
            raise NotPossibleNow(sentences.LETTER_CHANGED, sentences.LETTER_CHANGED_DETAIL)
        LetterRelease.objects.create(
            approval=approval,
            role=done.act.role,
            approved_by_id=approval.recorded_by_id,
            approved_role=approval.role,
            **owned(done, internal=True),
        )
        send_letter(letter=approval.letter, actor=done.actor, at=done.at)
        note_letter(approval.letter, Channel.LETTER, actor=done.actor, at=done.at)


def note_letter(letter: Letter, channel: Channel, *, actor: Actor, at: datetime) -> None:
    """A letter reached the other side: sent, or downloaded again."""
    with acting(system_actor()):  # who downloads it does not see what was noted of it
        content = LetterContent.objects.filter(letter=letter).first()
    note_exchange(
        case=letter.case,
        channel=channel,
        fields=content.fields if content else {},
        basis=exchange_words().basis_of_letter(letter.template),
        letter=letter,
        document=letter.file.sha256,
        actor=actor,
        at=at,
    )
