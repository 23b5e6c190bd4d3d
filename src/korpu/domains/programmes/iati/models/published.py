from django.conf import settings
from django.db import models

from korpu.kernel.ids import new_id


class PublishedRecord(models.Model):
    """One published version of a project's activity, or of the organisation; never changed.

    The newest version of each is what the public files are made of.
    """

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    project = models.ForeignKey(
        "programmes.Project",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Empty: the record of the reporting organisation.",
    )
    number = models.PositiveIntegerField(help_text="Versions of one record, from one.")
    identifier = models.CharField(max_length=200, help_text="As it stands in the record.")
    content = models.TextField(help_text="The record as XML, without the file around it.")
    sha256 = models.CharField(max_length=64, help_text="Of the content in UTF-8.")
    said = models.CharField(
        max_length=64, help_text="SHA-256 of the content without the moment of writing."
    )
    warnings = models.PositiveIntegerField(help_text="Findings that do not forbid publishing.")
    published_at = models.DateTimeField()
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        ordering = ("-number",)
        constraints = (
            models.UniqueConstraint(
                fields=("project", "number"),
                nulls_distinct=False,
                name="programmes_iati_version_once",
            ),
        )

    def __str__(self) -> str:
        return f"{self.identifier} {self.number}"
