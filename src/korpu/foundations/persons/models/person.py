from django.db import models

from korpu.kernel.ids import new_id


class Person(models.Model):
    """One human being across all procedures.

    The name, sex, birth and nationality columns are a projection of the preferred identity facts
    (:mod:`korpu.foundations.persons.services.projection`); nobody writes them by hand.
    """

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    surname = models.CharField(max_length=200, blank=True)
    given_names = models.CharField(max_length=200, blank=True)
    patronymic = models.CharField(max_length=200, blank=True)
    sex = models.CharField(
        max_length=1, default="X", help_text="ICAO 9303: F, M or X (unspecified)."
    )
    birth_date = models.CharField(
        max_length=10,
        blank=True,
        help_text="ISO 8601, as exact as known: YYYY, YYYY-MM, YYYY-MM-DD.",
    )
    nationality = models.CharField(
        max_length=3, blank=True, help_text="Code of the list 'nationalities'; empty: unknown."
    )
    compartment = models.ForeignKey(
        "accounts.Compartment",
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Where the person was first registered.",
    )
    merged_into = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="merged_from",
        help_text="The record that stands for this one; empty: this record stands for itself.",
    )
    created_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=~models.Q(merged_into=models.F("id")),
                name="persons_not_merged_into_itself",
            ),
        )

    def __str__(self) -> str:
        return str(self.uuid)

    @property
    def name(self) -> str:
        """Surname, given names and patronymic in one line; empty when no name is known."""
        return " ".join(filter(None, (self.surname, self.given_names, self.patronymic)))

    @property
    def birth_year(self) -> int | None:
        return int(self.birth_date[:4]) if self.birth_date else None
