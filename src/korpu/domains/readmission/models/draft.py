from django.conf import settings
from django.db import models

from korpu.kernel.ids import new_id


class Draft(models.Model):
    """An application being written: exactly what was typed, right or wrong.

    It is emptied the moment it is submitted; only the link to the application stays.
    """

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    compartment = models.ForeignKey(
        "accounts.Compartment",
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Where it is written: the sender's, or the service's for one on paper.",
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    created_at = models.DateTimeField()
    saved_at = models.DateTimeField()
    on_paper = models.BooleanField(default=False)
    sheet = models.CharField(
        max_length=40, default="own_national", help_text="Id of the declared form."
    )
    typed = models.JSONField(default=dict, help_text="Step → field → text as typed.")
    members = models.JSONField(default=list, help_text="Family members, checked, in order.")
    application = models.OneToOneField(
        "readmission.Application",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="What it became; empty: not submitted yet.",
    )

    class Meta:
        indexes = (models.Index(fields=("compartment", "-saved_at"), name="readmission_drafts"),)

    def __str__(self) -> str:
        return str(self.uuid)


class DraftEvidence(models.Model):
    """Evidence added to a draft; it moves to the application on submission."""

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    draft = models.ForeignKey(
        "readmission.Draft", on_delete=models.CASCADE, related_name="evidence"
    )
    compartment = models.ForeignKey(
        "accounts.Compartment", on_delete=models.PROTECT, related_name="+"
    )
    kind = models.CharField(max_length=60)
    issued_on = models.DateField(null=True, blank=True)
    valid_until = models.DateField(null=True, blank=True)
    copy_enclosed = models.BooleanField(default=False)
    note = models.CharField(max_length=200, blank=True)
    file = models.ForeignKey(
        "files.StoredFile", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return str(self.uuid)
