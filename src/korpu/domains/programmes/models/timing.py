from django.db import models

from korpu.domains.programmes.enums import DateKind, Precision
from korpu.domains.programmes.models.base import Part, once_per_project, partial_date_check
from korpu.foundations.ui.formats import partial_date
from korpu.kernel.texts import Text


class ProjectDate(Part):
    """One day of a project, of one kind; kinds are never mixed."""

    kind = models.CharField(max_length=20, choices=DateKind)
    day = models.DateField()
    precision = models.CharField(max_length=10, choices=Precision, default=Precision.DAY)

    class Meta(Part.Meta):
        ordering = ("day", "kind")
        constraints = (
            once_per_project("projectdate"),
            partial_date_check("day", "precision", "programmes_projectdate_precision"),
            models.UniqueConstraint(
                fields=("project", "kind"),
                condition=models.Q(removed_at__isnull=True)
                & ~models.Q(kind=DateKind.OFFICE_OPENED),
                name="programmes_projectdate_kind_once",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {partial_date(self.day, self.precision)}"


class ProjectOffice(Part):
    """A place where the project works."""

    city_az = models.CharField(max_length=100)
    city_en = models.CharField(max_length=100)
    city_ru = models.CharField(max_length=100)
    country = models.CharField(max_length=3, help_text="ISO 3166-1 alpha-3 code.")
    opened_on = models.DateField(null=True, blank=True, help_text="Empty: not stated.")
    opened_precision = models.CharField(max_length=10, choices=Precision, default=Precision.DAY)
    closed_on = models.DateField(
        null=True, blank=True, help_text="Empty: open, or the closing is not stated."
    )
    closed_precision = models.CharField(max_length=10, choices=Precision, default=Precision.DAY)

    class Meta(Part.Meta):
        constraints = (
            once_per_project("projectoffice"),
            partial_date_check("opened_on", "opened_precision", "programmes_office_precision"),
            partial_date_check("closed_on", "closed_precision", "programmes_office_closed"),
        )

    def __str__(self) -> str:
        return str(self.city)

    @property
    def city(self) -> Text:
        return Text(az=self.city_az, en=self.city_en, ru=self.city_ru)
