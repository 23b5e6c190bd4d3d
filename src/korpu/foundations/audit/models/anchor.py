from django.db import models


class Anchor(models.Model):
    """The head of the chain as it was one day; printed or kept elsewhere it reveals a cut chain."""

    taken_at = models.DateTimeField()
    seq = models.BigIntegerField(help_text="Number of the last link on that day.")
    hash = models.BinaryField()

    class Meta:
        db_table = "audit_anchor"

    def __str__(self) -> str:
        return f"{self.seq} {bytes(self.hash).hex()}"
