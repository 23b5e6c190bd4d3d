from django.db import models

from korpu.kernel.ids import new_id


class Person(models.Model):
    """One human being across all procedures. The name columns are drawn from the identity facts."""

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    surname = models.CharField(max_length=100, blank=True)
    given_names = models.CharField(max_length=100, blank=True)
    patronymic = models.CharField(max_length=100, blank=True)
    sex = models.CharField(
        max_length=1, default="X", help_text="ICAO 9303: F, M or X (unspecified)."
    )
    birth_date = models.CharField(
        max_length=10,
        blank=True,
        help_text="ISO 8601, as exact as known: YYYY, YYYY-MM, YYYY-MM-DD.",
    )
    nationality = models.CharField(max_length=3, blank=True, help_text="ISO 3166-1 alpha-3.")
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="merged_from"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return str(self.uuid)
