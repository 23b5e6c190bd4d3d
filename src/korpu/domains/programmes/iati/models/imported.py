from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from korpu.kernel.ids import new_id


class ImportMode(models.TextChoices):
    """What an import may do; chosen by a person, never guessed."""

    ADD = "add", _("Add new projects, leave existing ones as they are")
    UPDATE = "update", _("Update existing projects, add none")
    BOTH = "both", _("Add new projects and update existing ones")


class ImportedFile(models.Model):
    """A file somebody brought in, what was seen before it was applied, and what came of it."""

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    compartment = models.ForeignKey(
        "accounts.Compartment", on_delete=models.PROTECT, related_name="+"
    )
    name = models.CharField(max_length=200, help_text="As the sender called it.")
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    mode = models.CharField(max_length=10, choices=ImportMode)
    uploaded_at = models.DateTimeField()
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    applied_at = models.DateTimeField(null=True, blank=True, help_text="Empty: not applied.")
    report = models.JSONField(
        default=list, blank=True, help_text="What was done, row by row, when it was applied."
    )

    class Meta:
        ordering = ("-uploaded_at",)

    def __str__(self) -> str:
        return self.name
