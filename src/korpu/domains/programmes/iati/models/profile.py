from django.db import models

from korpu.kernel.ids import new_id


class Profile(models.Model):
    """What the standard asks of a project beyond its own record, and what an import brought."""

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    project = models.OneToOneField(
        "programmes.Project", on_delete=models.PROTECT, related_name="iati_profile"
    )
    identifier = models.CharField(
        max_length=200,
        blank=True,
        help_text="IATI identifier; empty: made of the reporter's and the project's code.",
    )
    sector = models.CharField(
        max_length=5, blank=True, help_text="OECD DAC purpose code; empty: the jurisdiction's."
    )
    country = models.CharField(
        max_length=2, blank=True, help_text="ISO 3166-1 alpha-2; empty: the jurisdiction's."
    )
    imported = models.TextField(
        blank=True, help_text="The record of an imported file as it came; empty: none."
    )
    told_then = models.TextField(
        blank=True, help_text="What the project told of itself right after the import."
    )
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("identifier",),
                condition=~models.Q(identifier=""),
                name="programmes_iati_identifier_once",
            ),
        )

    def __str__(self) -> str:
        return self.identifier or str(self.project)
