from django.conf import settings
from django.db import models
from django.db.models import Q

from korpu.domains.calls.enums import IN_THE_RACE, ApplicationStatus
from korpu.kernel.ids import new_id


class Application(models.Model):
    """An organisation's application. Its author has no account and comes by a secret link.

    The database shows a draft to the holder of the link alone; the staff of the call see it from
    the moment it is submitted.
    """

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    call = models.ForeignKey("calls.Call", on_delete=models.PROTECT, related_name="applications")
    compartment = models.ForeignKey(
        "accounts.Compartment", on_delete=models.PROTECT, related_name="+"
    )
    reference = models.CharField(
        max_length=40, unique=True, help_text="Call's number and a random part: tells no count."
    )
    key_sha256 = models.CharField(
        max_length=64, unique=True, help_text="Of the secret in the link; the secret is not kept."
    )
    link_sent_at = models.DateTimeField(help_text="When the last link was sent.")
    status = models.CharField(
        max_length=20, choices=ApplicationStatus, default=ApplicationStatus.DRAFT
    )
    language = models.CharField(max_length=2, help_text="Of letters to the applicant.")
    email = models.EmailField(help_text="Where links and letters go.")
    organisation_name = models.CharField(max_length=200, blank=True)
    registration_number = models.CharField(
        max_length=30, blank=True, help_text="Tax number, digits only; names the organisation."
    )
    address = models.CharField(max_length=300, blank=True)
    contact_name = models.CharField(max_length=200, blank=True)
    contact_phone = models.CharField(max_length=40, blank=True)
    experience = models.TextField(max_length=5000, blank=True)
    approach = models.TextField(max_length=5000, blank=True)
    has_conflict = models.BooleanField(
        null=True, help_text="Declared conflict of interest; null: not answered yet."
    )
    conflict_details = models.TextField(max_length=2000, blank=True)
    signed_by = models.CharField(
        max_length=200, blank=True, help_text="Who declares that the statements are true."
    )
    version = models.PositiveIntegerField(default=1, help_text="Rises with every saved change.")
    created_at = models.DateTimeField()
    saved_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True, blank=True)
    completion_until = models.DateField(
        null=True, blank=True, help_text="Last day to complete it, inclusive; empty: not asked."
    )
    objection_until = models.DateField(
        null=True, blank=True, help_text="Last day to object, inclusive; empty: nothing decided."
    )
    eligibility_reasons = models.TextField(max_length=2000, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("call", "registration_number"),
                condition=Q(status__in=sorted(IN_THE_RACE)),
                name="calls_one_application_per_organisation",
            ),
            models.UniqueConstraint(fields=("call", "email"), name="calls_one_per_address"),
            models.CheckConstraint(
                condition=Q(status=ApplicationStatus.DRAFT)
                | Q(status=ApplicationStatus.WITHDRAWN)
                | Q(submitted_at__isnull=False),
                name="calls_application_submitted_before_anything_else",
            ),
        )
        indexes = (models.Index(fields=("call", "status"), name="calls_application_status"),)

    def __str__(self) -> str:
        return self.reference


class Candidate(models.Model):
    """A person the organisation proposes for a post; becomes a user when the contract is signed."""

    application = models.ForeignKey(
        "calls.Application", on_delete=models.CASCADE, related_name="candidates"
    )
    post = models.ForeignKey("calls.Post", on_delete=models.PROTECT, related_name="+")
    full_name = models.CharField(max_length=200)
    email = models.EmailField(help_text="Becomes the login name.")
    qualification = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ("post", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("application", "post", "email"), name="calls_candidate_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.application_id}: {self.post_id}"


class ApplicationDocument(models.Model):
    """A file the applicant enclosed. Removed before submitting it stays, out of sight."""

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    application = models.ForeignKey(
        "calls.Application", on_delete=models.PROTECT, related_name="documents"
    )
    asked = models.ForeignKey(
        "calls.AskedDocument",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Which of the documents asked for; empty: enclosed besides.",
    )
    file = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("added_at",)

    def __str__(self) -> str:
        return str(self.uuid)


class Finding(models.Model):
    """Whether an application meets one condition of eligibility, as the staff found."""

    application = models.ForeignKey(
        "calls.Application", on_delete=models.CASCADE, related_name="findings"
    )
    condition = models.ForeignKey("calls.Condition", on_delete=models.PROTECT, related_name="+")
    is_met = models.BooleanField()
    note = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ("condition__position",)
        constraints = (
            models.UniqueConstraint(fields=("application", "condition"), name="calls_finding_once"),
        )

    def __str__(self) -> str:
        return f"{self.application_id}: {self.condition_id}"


class Step(models.Model):
    """One entry of an application's log: only ever added; the status is that of the last entry."""

    application = models.ForeignKey(
        "calls.Application", on_delete=models.PROTECT, related_name="steps"
    )
    act = models.SlugField(help_text="What was done, such as 'submit' or 'declare_eligible'.")
    status = models.CharField(max_length=20, choices=ApplicationStatus, help_text="Afterwards.")
    at = models.DateTimeField()
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        help_text="Empty: the applicant, by the link.",
    )
    note = models.TextField(max_length=2000, blank=True, help_text="Reasons the applicant reads.")

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.application_id}: {self.act}"
