from django.conf import settings
from django.db import models

from korpu.foundations.persons.enums import FactKind, SourceKind
from korpu.kernel.ids import new_id


class IdentityFact(models.Model):
    """One statement about who a person is, from one source. Its value is never changed.

    A mistaken fact is superseded: by a better one, or by nothing when it was simply wrong.
    """

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    person = models.ForeignKey("persons.Person", on_delete=models.PROTECT, related_name="facts")
    kind = models.CharField(max_length=20, choices=FactKind)
    value = models.CharField(max_length=500)
    script = models.CharField(
        max_length=4, blank=True, help_text="ISO 15924 code of a name's letters; empty: no letters."
    )
    source_kind = models.CharField(max_length=20, choices=SourceKind)
    source_note = models.CharField(max_length=300, blank=True, help_text="Which one, in words.")
    valid_from = models.DateField(null=True, blank=True, help_text="First day; empty: not known.")
    valid_until = models.DateField(null=True, blank=True, help_text="Last day; empty: still so.")
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField()
    confidential_to = models.ForeignKey(
        "accounts.Compartment",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Only this compartment reads it, and it is never projected; empty: whoever reads "
        "the file.",
    )
    superseded_at = models.DateTimeField(null=True, blank=True, help_text="Empty: it stands.")
    superseded_by = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="supersedes",
        help_text="The better fact; empty: withdrawn without one.",
    )
    superseding_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(valid_from__isnull=True)
                | models.Q(valid_until__isnull=True)
                | models.Q(valid_until__gte=models.F("valid_from")),
                name="persons_fact_period_in_order",
            ),
            models.CheckConstraint(
                condition=models.Q(superseded_at__isnull=False)
                | models.Q(superseded_by__isnull=True),
                name="persons_fact_superseded_with_its_moment",
            ),
        )
        indexes = (models.Index(fields=("person", "kind"), name="persons_fact_of_person"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.uuid}"
