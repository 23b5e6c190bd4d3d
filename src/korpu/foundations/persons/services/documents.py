"""Documents that name a person, and relatives."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from korpu.foundations.accounts.api import Actor
from korpu.foundations.codelists.api import is_known, is_valid
from korpu.foundations.persons.enums import REVERSE_RELATION, RelationKind
from korpu.foundations.persons.models import HeldDocument, Person, Relation
from korpu.foundations.persons.numbers import document_key
from korpu.foundations.persons.services.facts import refuse_merged
from korpu.kernel.errors import InvalidInput
from korpu.kernel.texts import Message

SHORTEST_NUMBER = 5


def record_document(
    *,
    person: Person,
    kind: str,
    issuer: str,
    number: str,
    issued_on: date | None,
    valid_until: date | None,
    actor: Actor,
    at: datetime,
) -> HeldDocument:
    """Record a document as shown. The same document of the same person is recorded once.

    Raises:
        NotPermitted: the actor may not change persons.
        InvalidInput: by field, what cannot be right.
        NotPossibleNow: the record was merged into another.
    """
    actor.check("persons.person.change")
    refuse_merged(person)
    wrong = _wrong(kind, issuer, number, issued_on, valid_until, timezone.localdate(at))
    if wrong:
        raise InvalidInput(_("The document cannot be recorded like this."), fields=wrong)
    row, _created = HeldDocument.objects.get_or_create(
        person=person,
        kind=kind,
        issuer=issuer,
        number_key=document_key(number),
        withdrawn_at=None,
        defaults={
            "number": number.strip(),
            "issued_on": issued_on,
            "valid_until": valid_until,
            "recorded_by_id": actor.user_id,
            "recorded_at": at,
        },
    )
    return row


def withdraw_document(*, document: HeldDocument, actor: Actor, at: datetime) -> None:
    """Take back a document recorded by mistake; the row stays.

    Raises:
        NotPermitted: the actor may not change persons.
    """
    actor.check("persons.person.change")
    document.withdrawn_at = document.withdrawn_at or at
    document.save(update_fields=("withdrawn_at",))


def relate(
    *, person: Person, relative: Person, kind: RelationKind, actor: Actor, at: datetime
) -> Relation:
    """Record that ``relative`` is the ``kind`` of ``person``, seen from both files.

    Raises:
        NotPermitted: the actor may not change persons.
        InvalidInput: somebody cannot be their own relative.
    """
    actor.check("persons.person.change")
    if person.pk == relative.pk:
        sentence = _("Choose another person: nobody is their own relative.")
        raise InvalidInput(sentence, fields={"relative": sentence})
    signed = {"recorded_by_id": actor.user_id, "recorded_at": at}
    with transaction.atomic():
        row, _created = Relation.objects.get_or_create(
            person=person, relative=relative, kind=kind, ended_on=None, defaults=signed
        )
        Relation.objects.get_or_create(
            person=relative,
            relative=person,
            kind=REVERSE_RELATION[kind],
            ended_on=None,
            defaults=signed,
        )
    return row


def end_relation(*, relation: Relation, ended_on: date) -> None:
    """A relation ended on a day (divorce, end of guardianship), on both sides."""
    both = Relation.objects.filter(
        person_id__in=(relation.person_id, relation.relative_id),
        relative_id__in=(relation.person_id, relation.relative_id),
        kind__in=(relation.kind, REVERSE_RELATION[RelationKind(relation.kind)]),
        ended_on__isnull=True,
    )
    both.update(ended_on=ended_on)


def _wrong(
    kind: str,
    issuer: str,
    number: str,
    issued_on: date | None,
    valid_until: date | None,
    on: date,
) -> dict[str, Message]:
    wrong: dict[str, Message] = {}
    if not is_valid("document-kinds", kind, on=on):
        wrong["kind"] = _("Choose the kind of document.")
    if not is_known("nationalities", issuer):
        wrong["issuer"] = _("Choose the state that issued the document.")
    if len(document_key(number)) < SHORTEST_NUMBER:
        wrong["number"] = _("A document number has at least five letters or digits.")
    if issued_on and issued_on > on:
        wrong["issued_on"] = _("The day of issue lies in the future.")
    if issued_on and valid_until and valid_until < issued_on:
        wrong["valid_until"] = _("The last day of validity lies before the day of issue.")
    return wrong
