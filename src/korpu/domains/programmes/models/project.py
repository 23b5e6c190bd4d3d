from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models

from korpu.domains.programmes.enums import ProjectStatus
from korpu.domains.programmes.models.base import Worded, worded
from korpu.kernel.ids import new_id
from korpu.kernel.texts import Text


class Project(Worded):
    """One project: what the public portfolio, the donor's report and the office lean on."""

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    code = models.SlugField(unique=True, help_text="Its name in addresses, such as 'mobilaze-2'.")
    compartment = models.ForeignKey(
        "accounts.Compartment",
        on_delete=models.PROTECT,
        related_name="+",
        help_text="The office that keeps it.",
    )
    acronym = models.CharField(max_length=50, help_text="As it is called here.")
    spellings = ArrayField(
        models.CharField(max_length=50),
        default=list,
        blank=True,
        help_text="Every spelling of the acronym in print; a search finds all of them.",
    )
    official_titles = ArrayField(
        models.CharField(max_length=300),
        default=list,
        blank=True,
        help_text="Official titles exactly as printed, the principal one first.",
    )
    summary_az = models.TextField(help_text="What it is for, in our own words.")
    summary_en = models.TextField(blank=True)
    summary_ru = models.TextField(blank=True)
    status = models.CharField(max_length=20, choices=ProjectStatus)
    predecessor = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="successors",
        help_text="The project whose results it builds on.",
    )
    source = models.ForeignKey(
        "programmes.Source", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    statements = ArrayField(models.CharField(max_length=5), default=list, blank=True)
    published_at = models.DateTimeField(
        null=True, blank=True, help_text="Since when the public reads it; empty: kept inside."
    )
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    is_fictional = models.BooleanField(
        default=False, help_text="Invented for the demonstration; no such project exists."
    )
    revision = models.PositiveIntegerField(default=1)
    declared = models.JSONField(default=dict, blank=True, editable=False)

    class Meta:
        ordering = ("code",)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(predecessor__isnull=True)
                | ~models.Q(predecessor=models.F("id")),
                name="programmes_project_precedes_another",
            ),
        )

    @property
    def summary(self) -> Text:
        return worded(self.summary_az, self.summary_en, self.summary_ru)

    @property
    def is_published(self) -> bool:
        return self.published_at is not None
