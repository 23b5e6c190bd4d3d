from django.db import models

from korpu.domains.readmission.enums import IdentityGround, InterviewOutcome
from korpu.domains.readmission.models.base import CaseRecord


class IdentityConfirmation(CaseRecord):
    """An officer's finding that the person is who the application says, and a national."""

    person = models.ForeignKey("persons.Person", on_delete=models.PROTECT, related_name="+")
    ground = models.CharField(max_length=30, choices=IdentityGround)
    finding = models.TextField(help_text="What was compared with what, in the officer's words.")


class InterviewRequest(CaseRecord):
    """A mission is asked to interview the person: the documents do not prove nationality."""

    mission = models.CharField(max_length=200, help_text="The mission asked.")
    questions = models.TextField(blank=True, help_text="What the interview should clear up.")
    proposed_on = models.DateField(null=True, blank=True, help_text="Proposed day; empty: none.")


class InterviewSlot(CaseRecord):
    """When and where the interview takes place; a later slot replaces the one before.

    The other side reads of it in the invitation, once that has left.
    """

    starts_at = models.DateTimeField()
    mission = models.CharField(max_length=200, help_text="The mission that holds it.")
    place = models.CharField(max_length=200)
    language = models.CharField(max_length=100, help_text="Language of the interview.")
    interpreter = models.CharField(max_length=100, blank=True, help_text="Empty: none is needed.")
    attends = models.TextField(blank=True, help_text="Who is present, one per line.")
    reason = models.TextField(blank=True, help_text="Why it was moved; empty: the first slot.")

    class Meta:
        ordering = ("id",)


class InterviewRecord(CaseRecord):
    """What the interview showed."""

    held_on = models.DateField(null=True, blank=True, help_text="Empty: it was not held.")
    interviewer = models.CharField(max_length=100, blank=True)
    language = models.CharField(max_length=100, blank=True, help_text="Language and interpreter.")
    outcome = models.CharField(max_length=20, choices=InterviewOutcome)
    report = models.TextField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(held_on__isnull=False)
                | models.Q(outcome=InterviewOutcome.NOT_HELD),
                name="readmission_interview_held_has_a_day",
            ),
        )
