from django.db import models

from korpu.foundations.audit.models.event import Event


class Seal(models.Model):
    """One link of the chain: ``hash`` covers the link before it, the number and the event's body.

    ``hash(n) = sha256(hash(n-1) || n as eight bytes, big-endian || body in UTF-8)``; ``hash(0)`` is
    thirty-two zero bytes.
    """

    seq = models.BigIntegerField(primary_key=True, help_text="1, 2, 3 … without a gap.")
    event = models.OneToOneField(Event, on_delete=models.DO_NOTHING, related_name="seal")
    hash = models.BinaryField()

    class Meta:
        db_table = "audit_seal"

    def __str__(self) -> str:
        return str(self.seq)
