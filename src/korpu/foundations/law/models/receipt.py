from django.db import models


class Declaration(models.Model):
    """A procedure or a calendar exactly as decisions were taken under it, by its fingerprint."""

    digest = models.CharField(primary_key=True, max_length=64)
    content = models.TextField(help_text="Canonical JSON of the engine; SHA-256 of it is the key.")

    def __str__(self) -> str:
        return self.digest


class Receipt(models.Model):
    """What a decision rested on: fingerprints of the law, facts with their source, rules asked.

    One row per decision, written in the transaction of the act, never changed.
    """

    act = models.OneToOneField(
        "casework.Act", primary_key=True, on_delete=models.PROTECT, related_name="+"
    )
    case = models.ForeignKey("casework.Case", on_delete=models.PROTECT, related_name="+")
    procedure_digest = models.CharField(max_length=64)
    calendars = models.JSONField(help_text="Fingerprint of each calendar it was judged by.")
    content = models.TextField(help_text="Log, facts, rules and result, as canonical JSON.")
    digest = models.CharField(max_length=64, help_text="SHA-256 of the content.")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return self.digest
