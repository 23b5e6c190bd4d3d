from django.conf import settings
from django.db import models

from korpu.domains.information.models.edition import Edition
from korpu.kernel.ids import new_id


class Distribution(models.Model):
    """So many copies of one edition given to somebody through one channel.

    Never changed: a wrong entry is cancelled with a reason and no longer counts.
    """

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="distributions")
    channel = models.CharField(max_length=40, help_text="Code of distribution-channels.")
    recipients = models.CharField(max_length=40, help_text="Code of recipient-groups.")
    organisation = models.CharField(
        max_length=200, blank=True, help_text="Body that received them; never a person's name."
    )
    copies = models.PositiveIntegerField()
    is_printed = models.BooleanField(
        help_text="Printed copies, taken from the stock; as the channel said on that day."
    )
    given_on = models.DateField()
    note = models.CharField(max_length=300, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField()
    cancelled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    cancelled_at = models.DateTimeField(null=True, blank=True)
    cancelled_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("-given_on", "-pk")
        indexes = (models.Index(fields=("edition", "given_on"), name="information_given"),)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(copies__gte=1), name="information_copies_positive"
            ),
        )

    def __str__(self) -> str:
        return f"{self.edition_id}: {self.copies}"
