from django.conf import settings
from django.db import models

from korpu.kernel.ids import new_id


class HeldDocument(models.Model):
    """A document that names the person: what was shown, not whether it is genuine."""

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    person = models.ForeignKey("persons.Person", on_delete=models.PROTECT, related_name="documents")
    kind = models.CharField(max_length=40, help_text="Code of the list 'document-kinds'.")
    issuer = models.CharField(max_length=3, help_text="Code of the list 'nationalities'.")
    number = models.CharField(max_length=40, help_text="As printed.")
    number_key = models.CharField(
        max_length=40, help_text="Number in capitals without spaces and signs: what is searched."
    )
    issued_on = models.DateField(null=True, blank=True, help_text="Empty: not known.")
    valid_until = models.DateField(
        null=True, blank=True, help_text="Last day; empty: no end known."
    )
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(
        null=True, blank=True, help_text="Recorded by mistake since; empty: it stands."
    )

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("person", "kind", "issuer", "number_key"),
                condition=models.Q(withdrawn_at__isnull=True),
                name="persons_document_once_per_person",
            ),
            models.CheckConstraint(
                condition=models.Q(issued_on__isnull=True)
                | models.Q(valid_until__isnull=True)
                | models.Q(valid_until__gte=models.F("issued_on")),
                name="persons_document_period_in_order",
            ),
        )
        indexes = (
            models.Index(
                fields=("number_key",),
                opclasses=("text_pattern_ops",),
                name="persons_document_number",
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.uuid}"
