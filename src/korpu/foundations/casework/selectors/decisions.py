"""Decisions of a case that a letter can tell of."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from korpu.foundations.accounts.api import Actor
from korpu.foundations.casework import sentences
from korpu.foundations.casework.decision_letters import TEMPLATE, is_told
from korpu.foundations.casework.engine import procedure_of
from korpu.foundations.casework.enums import Audience
from korpu.foundations.casework.models import Act, Case, Letter
from korpu.foundations.casework.sides import side_of
from korpu.foundations.persons.api import FactKind, display_names, facts_of
from korpu.kernel.errors import NotFound
from korpu.kernel.texts import LANGUAGES, Language, Text


@dataclass(frozen=True, slots=True)
class Decision:
    """An entry that decided something, and what its act is called."""

    act: Act
    title: Text


def decisions_without_letter(*, case: Case, for_actor: Actor) -> list[Decision]:
    """Decisions nobody has written the letter of, the latest first; none for the other side.

    Procedures whose acts bring a letter of their own are left out.
    """
    if side_of(case, for_actor) is not Audience.OFFICE:
        return []
    procedure = procedure_of(case)
    written = Letter.objects.filter(act=OuterRef("pk"), template=TEMPLATE)
    acts = Act.objects.filter(~Exists(written), case=case, seq__gt=1).order_by("-seq")
    found = [(act, procedure.act(act.act)) for act in acts]
    return [
        Decision(act, declared.title)
        for act, declared in found
        if is_told(procedure, declared) and not declared.letter
    ]


def get_decision(*, case: Case, seq: int, for_actor: Actor) -> Decision:
    """One of them.

    Raises:
        NotFound: the case has no such decision, or its letter is written.
    """
    for found in decisions_without_letter(case=case, for_actor=for_actor):
        if found.act.seq == seq:
            return found
    raise NotFound(sentences.NOT_IN_THIS_CASE)


def addressee_of(*, case: Case, for_actor: Actor) -> tuple[str, Language]:
    """Name and language of the person the case is about; empty and Azerbaijani where unknown."""
    if case.subject_id is None:
        return "", "az"
    names = display_names(person_ids={case.subject_id}, for_actor=for_actor)
    if case.subject_id not in names or case.subject is None:
        return "", "az"
    spoken = [
        fact.value
        for fact in facts_of(case.subject)
        if fact.kind == FactKind.LANGUAGE and fact.superseded_at is None
    ]
    known: list[Language] = [each for each in LANGUAGES if each in spoken]
    return names[case.subject_id], known[0] if known else "az"
