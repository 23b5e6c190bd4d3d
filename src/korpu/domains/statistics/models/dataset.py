from django.conf import settings
from django.db import models

from korpu.kernel.ids import new_id


class ReferenceDataset(models.Model):
    """A public table of another body, loaded as it was published."""

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    name = models.SlugField(max_length=80, help_text="Which table, such as unhcr-population.")
    sha256 = models.CharField(max_length=64, help_text="Of the file's bytes.")
    row_count = models.PositiveIntegerField()
    is_current = models.BooleanField(help_text="False: a newer file has taken its place.")
    imported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    imported_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("name", "sha256"), name="statistics_dataset_once"),
            models.UniqueConstraint(
                fields=("name",),
                condition=models.Q(is_current=True),
                name="statistics_dataset_one_current",
            ),
        )

    def __str__(self) -> str:
        return self.name


class PopulationFigure(models.Model):
    """End-of-year stocks of one origin in one country of asylum, as UNHCR published them.

    Countries are ISO 3166-1 alpha-3, and UNHCR's own for what is no country: UNK unknown, XXA
    stateless. Null means that no figure was given, which is not zero.
    """

    dataset = models.ForeignKey(
        ReferenceDataset, on_delete=models.PROTECT, related_name="population"
    )
    year = models.PositiveSmallIntegerField(help_text="31 December of this year.")
    origin = models.CharField(max_length=3, help_text="ISO code of the country of origin.")
    origin_code = models.CharField(max_length=5, help_text="UNHCR's code of it.")
    origin_name = models.CharField(max_length=100, help_text="UNHCR's name of it.")
    asylum = models.CharField(max_length=3, help_text="ISO code of the country of asylum.")
    asylum_code = models.CharField(max_length=5, help_text="UNHCR's code of it.")
    asylum_name = models.CharField(max_length=100, help_text="UNHCR's name of it.")
    refugees = models.PositiveIntegerField(null=True)
    asylum_seekers = models.PositiveIntegerField(null=True)
    returned_refugees = models.PositiveIntegerField(null=True)
    idps = models.PositiveIntegerField(null=True, help_text="Internally displaced persons.")
    returned_idps = models.PositiveIntegerField(null=True)
    stateless = models.PositiveIntegerField(null=True)
    others_of_concern = models.PositiveIntegerField(null=True)
    other_in_need = models.PositiveIntegerField(
        null=True, help_text="Other people in need of international protection."
    )
    host_community = models.PositiveIntegerField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("dataset", "year", "origin_code", "asylum_code"),
                name="statistics_population_once",
            ),
        )
        indexes = (
            models.Index(fields=("dataset", "asylum", "year"), name="statistics_pop_asylum"),
            models.Index(fields=("dataset", "origin", "year"), name="statistics_pop_origin"),
        )

    def __str__(self) -> str:
        return f"{self.origin_code}→{self.asylum_code} {self.year}"
