from django.db import models

from korpu.domains.readmission.enums import Sex
from korpu.domains.readmission.models.base import CaseRecord


class TravelDocument(CaseRecord):
    """The document issued for the return; a later one replaces it."""

    kind = models.CharField(max_length=60, help_text="Code of the codelist return-documents.")
    number = models.CharField(max_length=30)
    issued_by = models.CharField(max_length=200, help_text="Mission or body that issued it.")
    issued_on = models.DateField()
    valid_until = models.DateField(help_text="Last day, inclusive.")
    replaces = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="replaced_by"
    )

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(valid_until__gte=models.F("issued_on")),
                name="readmission_travel_document_dates_in_order",
            ),
        )


class TransferNotice(CaseRecord):
    """The announcement of a transfer: what the border point needs to receive the person."""

    transfer_on = models.DateField()
    flight = models.CharField(max_length=60, blank=True)
    crossing_point = models.CharField(
        max_length=60, help_text="Code of the codelist border-crossing-points."
    )
    route = models.CharField(max_length=200, blank=True)
    escort_service = models.CharField(
        max_length=200, blank=True, help_text="The service the escorts belong to."
    )
    escorts_armed = models.BooleanField(default=False)
    escort_count = models.PositiveSmallIntegerField(default=0)
    escort_names = models.TextField(blank=True, help_text="One escort per line.")
    needs = models.TextField(
        blank=True, help_text="Care and health needs on arrival, with consent or vital need."
    )
    surname = models.CharField(max_length=100, blank=True, help_text="As on the travel document.")
    given_names = models.CharField(max_length=100, blank=True)
    sex = models.CharField(max_length=1, choices=Sex)
    birth_date = models.CharField(max_length=10)
    travel_document = models.ForeignKey(
        "readmission.TravelDocument", on_delete=models.PROTECT, null=True, related_name="+"
    )
    ended_on = models.DateField(
        null=True, blank=True, help_text="The notice was used or fell away; empty: it stands."
    )

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("case",),
                condition=models.Q(ended_on__isnull=True),
                name="readmission_one_standing_notice",
            ),
        )


class Arrival(CaseRecord):
    """The handover at the border point, as the receiving officer saw it."""

    notice = models.OneToOneField(
        "readmission.TransferNotice", on_delete=models.PROTECT, related_name="arrival"
    )
    arrived_at = models.DateTimeField(help_text="Moment of the handover.")
    crossing_point = models.CharField(max_length=60)
    handover_note = models.TextField(blank=True)
    wants_support = models.BooleanField(
        help_text="The person agrees to be referred to reintegration support."
    )
