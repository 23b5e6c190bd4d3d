from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models

from korpu.domains.programmes.enums import FigureState, ValueState
from korpu.domains.programmes.models.base import worded
from korpu.domains.programmes.models.results import Period, value_check
from korpu.kernel.ids import new_id
from korpu.kernel.texts import Text


class FigureProposal(models.Model):
    """A change of an approved figure that waits for a second person.

    Until then the period goes on saying what was approved, to everybody.
    """

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    project = models.ForeignKey("programmes.Project", on_delete=models.PROTECT)
    period = models.ForeignKey(Period, on_delete=models.PROTECT, related_name="proposals")
    first = models.DateField()
    last = models.DateField()
    actual = models.DecimalField(max_digits=16, decimal_places=2, null=True, blank=True)
    actual_state = models.CharField(max_length=20, choices=ValueState)
    splits = models.JSONField(default=dict, blank=True)
    source = models.ForeignKey(
        "programmes.Source", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    statements = ArrayField(models.CharField(max_length=5), default=list, blank=True)
    note_az = models.CharField(max_length=500, blank=True)
    note_en = models.CharField(max_length=500, blank=True)
    note_ru = models.CharField(max_length=500, blank=True)
    comment = models.CharField(max_length=1000, blank=True)
    state = models.CharField(max_length=20, choices=FigureState, default=FigureState.PROPOSED)
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    proposed_at = models.DateTimeField()
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(max_length=500, blank=True, help_text="Why it was refused.")
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("-proposed_at", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=("period",),
                condition=models.Q(state=FigureState.PROPOSED),
                name="programmes_figureproposal_one_waits",
            ),
            value_check("actual", "actual_state", "programmes_figureproposal_state"),
        )

    def __str__(self) -> str:
        return str(self.period)

    @property
    def note(self) -> Text:
        return worded(self.note_az, self.note_en, self.note_ru)
