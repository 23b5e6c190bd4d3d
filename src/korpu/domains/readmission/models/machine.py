from django.conf import settings
from django.db import models

from korpu.kernel.ids import new_id


class ApiToken(models.Model):
    """A key to the machine's door for one requesting authority. Only its digest is kept."""

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    compartment = models.ForeignKey(
        "accounts.Compartment",
        on_delete=models.PROTECT,
        related_name="+",
        help_text="The requesting authority's compartment: all the token can reach.",
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="The technical account the token acts as; it cannot log in.",
    )
    title = models.CharField(max_length=100, help_text="What system uses it.")
    hint = models.CharField(max_length=8, help_text="Its first characters, to tell tokens apart.")
    digest = models.CharField(max_length=64, unique=True, help_text="SHA-256 of the token.")
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    created_at = models.DateTimeField()
    expires_on = models.DateField(help_text="Last day on which it opens the door.")
    revoked_at = models.DateTimeField(null=True, blank=True, help_text="Empty: in force.")
    replaces = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ("-created_at",)

    def __str__(self) -> str:
        return self.hint


class RepeatedRequest(models.Model):
    """The answer given to a request that carried an idempotency key, to be given again."""

    compartment = models.ForeignKey(
        "accounts.Compartment", on_delete=models.PROTECT, related_name="+"
    )
    key = models.CharField(max_length=100)
    operation = models.CharField(max_length=100)
    request_digest = models.CharField(max_length=64, help_text="SHA-256 of the request's content.")
    status_code = models.PositiveSmallIntegerField()
    answer = models.JSONField()
    answered_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("compartment", "key"), name="readmission_idempotency_key_once"
            ),
        )

    def __str__(self) -> str:
        return self.operation


class ApiUse(models.Model):
    """How often a token was used in a minute: the measure of its rate limit."""

    token = models.ForeignKey(
        "readmission.ApiToken", on_delete=models.CASCADE, related_name="uses", db_index=False
    )
    minute = models.DateTimeField()
    count = models.PositiveIntegerField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("token", "minute"), name="readmission_use_per_minute"),
        )

    def __str__(self) -> str:
        return f"{self.token_id} at {self.minute:%H:%M}"
