from django.conf import settings
from django.db import models

from korpu.kernel.ids import new_id


class ReporterIdentifier(models.Model):
    """The identifier of the reporting organisation, with the source it can be looked up in.

    One row per setting; the newest counts. Never changed.
    """

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    ref = models.CharField(max_length=100, help_text="Code of a register, a hyphen, the number.")
    source = models.CharField(max_length=300, help_text="Where the number can be looked up.")
    url = models.URLField(max_length=500, blank=True, help_text="The same on the web.")
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField()

    class Meta:
        ordering = ("-set_at", "-pk")

    def __str__(self) -> str:
        return self.ref
