from django.conf import settings
from django.db import models
from django.db.models import Q

from korpu.kernel.ids import new_id


class Enquiry(models.Model):
    """Another body is asked something about a case, until a day.

    It answers by a secret link in a letter, or by an account of its own.
    """

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    case = models.ForeignKey("casework.Case", on_delete=models.PROTECT, related_name="enquiries")
    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    address = models.EmailField(max_length=254, help_text="Where the link is sent.")
    language = models.CharField(max_length=2)
    title = models.CharField(max_length=120, help_text="What is asked, without personal data.")
    text = models.TextField(help_text="The question; seen behind the link only.")
    due_on = models.DateField(help_text="Last day of the answer.")
    token_sha256 = models.CharField(
        max_length=64, unique=True, help_text="Of the link sent last; earlier ones are dead."
    )
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    asked_at = models.DateTimeField()
    reminded_at = models.DateTimeField(null=True, blank=True, help_text="Of the last reminder.")
    answer = models.TextField(blank=True)
    answered_name = models.CharField(
        max_length=200, blank=True, help_text="Who answers for the body, as they say."
    )
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
        help_text="Empty: answered by the link, or not yet.",
    )
    answered_at = models.DateTimeField(null=True, blank=True, help_text="Empty: not yet.")
    withdrawn_at = models.DateTimeField(null=True, blank=True, help_text="Empty: it stands.")

    class Meta:
        ordering = ("-asked_at",)
        constraints = (
            models.CheckConstraint(
                condition=Q(answered_at=None) | Q(withdrawn_at=None),
                name="casework_enquiry_ends_once",
            ),
            models.CheckConstraint(
                condition=Q(answered_at=None, answer="") | Q(answered_at__isnull=False),
                name="casework_enquiry_answer_has_a_moment",
            ),
        )
        indexes = (
            models.Index(
                fields=("due_on",),
                condition=Q(answered_at=None, withdrawn_at=None),
                name="casework_enquiry_open",
            ),
        )

    def __str__(self) -> str:
        return str(self.uuid)
