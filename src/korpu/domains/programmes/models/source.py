from django.db import models

from korpu.domains.programmes.models.base import Declared, Worded
from korpu.kernel.ids import new_id


class Source(Declared, Worded):
    """Something published in which a fact can be looked up."""

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    code = models.SlugField(unique=True)
    publisher = models.CharField(max_length=200, help_text="Who published it.")
    edition = models.CharField(
        max_length=100, blank=True, help_text="Edition or date printed on it; empty: none."
    )
    url = models.URLField(max_length=500, blank=True, help_text="Empty: not on the web.")
    seen_on = models.DateField(
        null=True, blank=True, help_text="Day it was last looked up; empty: not recorded."
    )

    class Meta:
        ordering = ("code",)
