from django.conf import settings
from django.db import models

from korpu.kernel.ids import new_id


class Case(models.Model):
    """One piece of work under one version of one procedure.

    Its truth is the append-only log of acts; status and dates here are the stored projection.
    """

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    number = models.CharField(max_length=30, unique=True, help_text="Such as RDM-2026-000123.")
    procedure = models.CharField(max_length=80, help_text="Such as az/readmission-own-national.")
    procedure_version = models.CharField(
        max_length=20, help_text="Pinned when the case was opened."
    )
    compartment = models.ForeignKey(
        "accounts.Compartment",
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Whose case it is.",
    )
    counterpart = models.ForeignKey(
        "accounts.Compartment",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="The other side that filed it and may follow it; empty: nobody.",
    )
    subject = models.ForeignKey(
        "persons.Person",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="The person it is about; empty until identified.",
    )
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    status = models.SlugField(
        max_length=60, help_text="Projection: status declared by the procedure."
    )
    act_count = models.PositiveIntegerField(default=0, help_text="Projection: length of the log.")
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True, help_text="Empty: still open.")
    next_due_on = models.DateField(
        null=True, blank=True, help_text="Projection: earliest running deadline; empty: none runs."
    )

    def __str__(self) -> str:
        return self.number
