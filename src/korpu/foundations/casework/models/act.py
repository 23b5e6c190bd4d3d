from django.conf import settings
from django.db import models

from korpu.foundations.casework.enums import Audience
from korpu.kernel.ids import new_id


class Act(models.Model):
    """One entry of a case's log: what was done, by whom, with effect from which day.

    Append-only: the database refuses to change or delete a row, whoever asks.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(
        "casework.Case", on_delete=models.PROTECT, related_name="acts", db_index=False
    )
    seq = models.PositiveIntegerField(help_text="Place in the log of the case, from 1.")
    act = models.CharField(max_length=60, help_text="Act declared by the procedure.")
    role = models.CharField(max_length=60, help_text="The role it was done in.")
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    on_behalf_of = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
        help_text="The absent colleague whose role was used; empty: own role.",
    )
    at = models.DateTimeField(help_text="When it was recorded.")
    effective_on = models.DateField(help_text="The day from which it counts; never in the future.")
    facts = models.JSONField(default=dict, help_text="Facts the act itself states.")
    facts_seen = models.JSONField(
        default=dict, help_text="Facts of the case its conditions were judged by."
    )
    note = models.TextField(blank=True, help_text="Reasons or remark, in the actor's words.")
    status_before = models.CharField(max_length=60, blank=True, help_text="Empty: it opened it.")
    status_after = models.CharField(max_length=60)
    procedure_digest = models.CharField(
        max_length=64, help_text="SHA-256 of the declaration it was judged by."
    )
    audience = models.CharField(max_length=12, choices=Audience, default=Audience.OFFICE)
    client_key = models.UUIDField(
        null=True, blank=True, help_text="Key of the submitted form: the same form acts once."
    )

    deviation = models.CharField(
        max_length=20, blank=True, help_text="How it departs from the procedure; empty: it fits."
    )
    allowed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
        help_text="Who allowed the deviation, another person than the actor; empty: it fits.",
    )

    class Meta:
        ordering = ("case", "seq")
        constraints = (
            models.UniqueConstraint(fields=("case", "seq"), name="casework_act_in_order"),
            models.UniqueConstraint(fields=("case", "client_key"), name="casework_act_form_once"),
            models.CheckConstraint(condition=models.Q(seq__gte=1), name="casework_act_seq_counts"),
            models.CheckConstraint(
                condition=models.Q(deviation="", allowed_by=None)
                | (~models.Q(deviation="") & ~models.Q(allowed_by=models.F("actor")))
                & models.Q(allowed_by__isnull=False),
                name="casework_act_deviates_by_leave",
            ),
        )

    def __str__(self) -> str:
        return f"{self.case_id}/{self.seq}"
