"""The staff answer questions; question and answer are published to all."""

from datetime import datetime

from django.db import transaction

from korpu.domains.calls import sentences
from korpu.domains.calls.models import Application, Question
from korpu.domains.calls.services.checks import refuse
from korpu.domains.calls.services.letters import send_answer
from korpu.foundations.accounts.api import Actor, acting, system_actor
from korpu.kernel.texts import LANGUAGES, Text


@transaction.atomic
def answer_question(
    *, question: Question, asked: Text, answer: Text, actor: Actor, at: datetime
) -> Question:
    """Publish a question, worded so that nobody is recognised in it, with its answer.

    An answer may be corrected by answering again.

    Raises:
        NotPermitted: the actor does not answer questions there.
        InvalidInput: a language is missing.
    """
    actor.check("calls.call.edit", compartment_id=question.call.compartment_id)
    locked = Question.objects.select_for_update(of=("self",)).get(pk=question.pk)
    for name, text in (("question", asked), ("answer", answer)):
        for language in LANGUAGES:
            words = text.in_language(language).strip()
            if not words:
                raise refuse(f"{name}_{language}", sentences.FILL_IN)
            setattr(locked, f"{name}_{language}", words)
    locked.answered_at, locked.answered_by = at, actor.user
    locked.save()
    _tell(locked, at)
    return locked


def _tell(question: Question, at: datetime) -> None:
    """Who asked may still be writing a draft, which the staff cannot read: the service writes."""
    with acting(system_actor()) as system:
        application = Application.objects.select_related("call").get(pk=question.application_id)
        send_answer(
            application=application,
            question=question.question,
            answer=question.answer,
            actor=system,
            at=at,
        )
