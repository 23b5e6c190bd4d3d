from django.conf import settings
from django.db import models
from django.db.models import F, Q

from korpu.foundations.notifications.enums import Telling
from korpu.kernel.ids import new_id
from korpu.kernel.texts import Text


class Notification(models.Model):
    """One person is told of one thing, once.

    Rows are added by the database function ``korpu_notify`` alone, so that whoever causes one sees
    nobody's list; each person sees their own.
    """

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    kind = models.CharField(max_length=60, help_text="As its room declared it.")
    key = models.CharField(
        max_length=200, help_text="What it is about: the same thing is told once."
    )
    title = models.JSONField(help_text="One sentence in each language, without personal data.")
    href = models.CharField(max_length=300, help_text="Where it leads: a path of this service.")
    telling = models.CharField(
        max_length=8, choices=Telling, help_text="The person's choice when it was made."
    )
    created_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True, help_text="Empty: not read yet.")
    mailed_at = models.DateTimeField(
        null=True, blank=True, help_text="Put into the outbox; empty: not, or not to be."
    )

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("user", "kind", "key"), name="notifications_once"),
        )
        indexes = (
            models.Index(fields=("user",), condition=Q(read_at=None), name="notifications_unread"),
            models.Index(F("user"), F("created_at").desc(), F("uuid"), name="notifications_latest"),
            models.Index(
                fields=("telling", "user"),
                condition=Q(mailed_at=None, read_at=None),
                name="notifications_to_mail",
            ),
        )

    def __str__(self) -> str:
        return str(self.uuid)

    @property
    def sentence(self) -> Text:
        return Text(**self.title)


class Choice(models.Model):
    """How one person wants to be told of one kind."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    kind = models.CharField(max_length=60)
    telling = models.CharField(max_length=8, choices=Telling)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("user", "kind"), name="notifications_choice_once"),
        )

    def __str__(self) -> str:
        return f"{self.kind}: {self.telling}"
