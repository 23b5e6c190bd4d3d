from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models

from korpu.domains.information.models.base import Published, partial_date_check
from korpu.domains.information.models.publication import Publication
from korpu.domains.programmes.api import Precision
from korpu.kernel.ids import new_id


class Edition(Published):
    """One version of a publication in one language. An empty field is not stated."""

    publication = models.ForeignKey(Publication, on_delete=models.PROTECT, related_name="editions")
    version = models.CharField(max_length=40, help_text="As printed, or '1' for the first.")
    position = models.PositiveSmallIntegerField(
        help_text="Order among the versions in one language; the highest is the newest."
    )
    languages = ArrayField(
        models.CharField(max_length=3),
        default=list,
        blank=True,
        help_text="ISO 639-1 codes; empty: not stated.",
    )
    issued_on = models.DateField(null=True, blank=True, help_text="Empty: not stated.")
    issued_precision = models.CharField(max_length=10, choices=Precision, default=Precision.DAY)
    licence = models.CharField(
        max_length=40, blank=True, help_text="Code of publication-licences; empty: not stated."
    )
    translation_of = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="translations",
        help_text="The edition whose text was translated; empty: this is an original.",
    )
    copies_printed = models.PositiveIntegerField(
        null=True, blank=True, help_text="Copies printed so far; empty: not stated."
    )

    class Meta:
        ordering = ("publication", "-position", "pk")
        constraints = (
            partial_date_check("issued_on", "issued_precision", "information_issued_precision"),
            models.UniqueConstraint(
                fields=("publication", "version", "languages"), name="information_edition_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.publication}, {self.version}"


class EditionFile(models.Model):
    """A file of an edition; public as soon as the edition is."""

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="files")
    file = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=200, blank=True, help_text="Such as 'Print version'.")
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    added_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("edition", "pk")

    def __str__(self) -> str:
        return str(self.uuid)
