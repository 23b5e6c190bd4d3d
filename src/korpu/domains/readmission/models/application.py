from django.db import models

from korpu.domains.readmission.enums import NeedsBasis, Relation, Sex, Track
from korpu.domains.readmission.models.base import CaseRecord


class StatedParticulars(models.Model):
    """The particulars of an application that are single values, as the sender wrote them."""

    authority_reference = models.CharField(
        max_length=60, help_text="The requesting authority's own number of the case."
    )
    track = models.CharField(max_length=20, choices=Track)
    irregular_stay_established_on = models.DateField(
        null=True,
        blank=True,
        help_text="The day the requesting state found the stay to be irregular; empty: a notice "
        "or a transit request, which do not ask for it.",
    )
    apprehended_on = models.DateField(
        null=True, blank=True, help_text="Apprehension in the border region; accelerated only."
    )
    contact_name = models.CharField(max_length=100, help_text="Officer in charge at the sender.")
    contact_email = models.CharField(max_length=200)
    contact_phone = models.CharField(max_length=100, blank=True)
    surname = models.CharField(max_length=100, blank=True)
    given_names = models.CharField(max_length=100, blank=True)
    patronymic = models.CharField(max_length=100, blank=True)
    earlier_names = models.CharField(max_length=200, blank=True)
    aliases = models.CharField(max_length=200, blank=True)
    sex = models.CharField(max_length=1, choices=Sex)
    birth_date = models.CharField(
        max_length=10, help_text="ISO 8601, as exact as known: YYYY, YYYY-MM, YYYY-MM-DD."
    )
    birth_place = models.CharField(max_length=200, blank=True)
    birth_country = models.CharField(max_length=3, blank=True, help_text="ISO 3166-1 alpha-3.")
    last_residence = models.CharField(
        max_length=200, blank=True, help_text="Last residence in the requested state."
    )
    civil_status = models.CharField(
        max_length=30, blank=True, help_text="Code of the codelist marital-status."
    )
    holds_valid_travel_document = models.BooleanField(
        default=False, help_text="True: no application is needed."
    )
    protective_measures = models.TextField(
        blank=True, help_text="Protective or security measures the transfer asks for."
    )
    remarks = models.TextField(blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.authority_reference


class Application(CaseRecord, StatedParticulars):
    """An application for readmission as it was received. The database refuses any change to it.

    What the sender corrects later is a :class:`Supplement`.
    """

    requesting_authority = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    reference_key = models.CharField(
        max_length=60, help_text="The reference without spaces, case folded: one per authority."
    )
    received_on = models.DateField(help_text="The day the reply limit is counted from.")
    on_paper = models.BooleanField(default=False, help_text="Entered by an officer from paper.")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("case",), name="readmission_application_per_case"),
            models.UniqueConstraint(
                fields=("requesting_authority", "reference_key"),
                name="readmission_reference_once_per_authority",
            ),
            models.CheckConstraint(
                condition=(
                    ~models.Q(track=Track.ACCELERATED) & models.Q(apprehended_on__isnull=True)
                )
                | models.Q(track=Track.ACCELERATED, apprehended_on__isnull=False),
                name="readmission_apprehension_with_accelerated",
            ),
            models.CheckConstraint(
                condition=~models.Q(surname="", given_names=""),
                name="readmission_application_names_somebody",
            ),
            models.CheckConstraint(
                condition=models.Q(irregular_stay_established_on__isnull=False)
                | models.Q(track__in=(Track.DOCUMENTED, Track.TRANSIT)),
                name="readmission_application_says_since_when",
            ),
        )
        indexes = (
            models.Index(fields=("received_on", "uuid"), name="readmission_received"),
            models.Index(fields=("reference_key",), name="readmission_reference"),
        )


class SpecialNeeds(CaseRecord):
    """Care, health and transport needs: restricted, and only with consent or vital need."""

    application = models.ForeignKey(
        "readmission.Application", on_delete=models.PROTECT, related_name="needs"
    )
    needs_basis = models.CharField(max_length=20, choices=NeedsBasis)
    care_needs = models.TextField(blank=True)
    health_needs = models.TextField(blank=True)
    transport_needs = models.TextField(blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=~models.Q(needs_basis=""), name="readmission_needs_have_a_basis"
            ),
        )


class FamilyMember(CaseRecord):
    """A spouse or minor child named in an application."""

    application = models.ForeignKey(
        "readmission.Application", on_delete=models.PROTECT, related_name="members"
    )
    relation = models.CharField(max_length=20, choices=Relation)
    surname = models.CharField(max_length=100, blank=True)
    given_names = models.CharField(max_length=100, blank=True)
    sex = models.CharField(max_length=1, choices=Sex, default=Sex.UNSPECIFIED)
    birth_date = models.CharField(max_length=10, blank=True, help_text="ISO 8601, partial allowed.")

    class Meta:
        ordering = ("id",)


class Supplement(CaseRecord):
    """What the sender corrected or added after submission, in the order of arrival."""

    application = models.ForeignKey(
        "readmission.Application", on_delete=models.PROTECT, related_name="supplements"
    )
    changes = models.JSONField(
        default=dict, help_text="Particular → new value; dates as ISO 8601. Empty: a note only."
    )
    note = models.TextField(blank=True)

    class Meta:
        ordering = ("id",)
