from django.conf import settings
from django.db import models

from korpu.foundations.persons.enums import RelationKind


class Relation(models.Model):
    """What one person is to another: ``relative`` is the ``kind`` of ``person``.

    Each relation is kept as two rows, one from either side, so that it is found from both files.
    """

    person = models.ForeignKey("persons.Person", on_delete=models.PROTECT, related_name="relations")
    relative = models.ForeignKey("persons.Person", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=RelationKind)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField()
    ended_on = models.DateField(null=True, blank=True, help_text="Last day; empty: still so.")

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=~models.Q(person=models.F("relative")), name="persons_related_to_another"
            ),
            models.UniqueConstraint(
                fields=("person", "relative", "kind"),
                condition=models.Q(ended_on__isnull=True),
                name="persons_relation_once",
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"
