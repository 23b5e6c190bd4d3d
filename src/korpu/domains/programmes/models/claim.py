from django.db import models

from korpu.domains.programmes.models.base import Part, Worded, once_per_project, worded
from korpu.kernel.texts import Text


class Claim(Part, Worded):
    """What one source says on a point on which sources disagree; all of them are kept.

    The record follows one claim of a point, and says why.
    """

    point = models.SlugField(help_text="What it is about; claims of one point disagree.")
    point_az = models.CharField(max_length=200)
    point_en = models.CharField(max_length=200)
    point_ru = models.CharField(max_length=200)
    is_followed = models.BooleanField(default=False, help_text="The record follows this one.")
    reason_az = models.CharField(max_length=500, blank=True, help_text="Why it is followed.")
    reason_en = models.CharField(max_length=500, blank=True)
    reason_ru = models.CharField(max_length=500, blank=True)

    class Meta(Part.Meta):
        ordering = ("point", "place")
        constraints = (
            once_per_project("claim"),
            models.UniqueConstraint(
                fields=("project", "point"),
                condition=models.Q(is_followed=True, removed_at__isnull=True),
                name="programmes_claim_follows_one",
            ),
        )

    @property
    def point_title(self) -> Text:
        return worded(self.point_az, self.point_en, self.point_ru)

    @property
    def reason(self) -> Text:
        return worded(self.reason_az, self.reason_en, self.reason_ru)
