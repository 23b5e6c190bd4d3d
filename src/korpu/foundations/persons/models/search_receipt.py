from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models

from korpu.kernel.ids import new_id


class SearchReceipt(models.Model):
    """Proof that somebody looked before registering a new person. Only its owner reads it."""

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    searched_at = models.DateTimeField()
    keys = ArrayField(models.CharField(max_length=200), help_text="Keys of the names searched for.")
    name = models.CharField(max_length=200, blank=True, help_text="As typed.")
    birth_year = models.SmallIntegerField(null=True, blank=True, help_text="Empty: not asked for.")
    document_number = models.CharField(max_length=60, blank=True, help_text="As typed.")
    found = ArrayField(models.UUIDField(), help_text="Persons shown, best first.")

    class Meta:
        indexes = (models.Index(fields=("actor", "searched_at"), name="persons_receipt_of_actor"),)

    def __str__(self) -> str:
        return str(self.uuid)
