"""Columns shared by what is prepared, approved by somebody else and published."""

from django.conf import settings
from django.db import models

from korpu.domains.information.enums import Status
from korpu.domains.programmes.api import Precision
from korpu.kernel.ids import new_id
from korpu.kernel.texts import Text


def partial_date_check(day: str, precision: str, name: str) -> models.CheckConstraint:
    """A day known to the month or the year is kept as the first one of it."""
    whole = models.Q(**{precision: Precision.DAY})
    month = models.Q(**{precision: Precision.MONTH, f"{day}__day": 1})
    year = models.Q(**{precision: Precision.YEAR, f"{day}__day": 1, f"{day}__month": 1})
    empty = models.Q(**{f"{day}__isnull": True})
    return models.CheckConstraint(condition=empty | whole | month | year, name=name)


def by_whom() -> models.ForeignKey[object, object]:
    """Who did something; empty while nobody has."""
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )


class Published(models.Model):
    """A row on its way to the public: draft, approved by somebody else, published."""

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    status = models.CharField(max_length=20, choices=Status, default=Status.DRAFT)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField(help_text="When anything a reader sees changed last.")
    revision = models.PositiveIntegerField(
        default=1, help_text="Counts the changes; who saves states the one they read."
    )
    approved_by = by_whom()
    approved_at = models.DateTimeField(null=True, blank=True)
    published_by = by_whom()
    published_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = by_whom()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_reason = models.CharField(
        max_length=500, blank=True, help_text="Shown to everybody who comes by an old link."
    )

    class Meta:
        abstract = True

    @property
    def is_published(self) -> bool:
        return self.status == Status.PUBLISHED


def text_of(row: object, name: str) -> Text:
    """The three columns of a text; a language left empty shows the first that is there."""
    given = {lang: str(getattr(row, f"{name}_{lang}")) for lang in ("az", "en", "ru")}
    first = next((one for one in given.values() if one), "")
    return Text(**{lang: one or first for lang, one in given.items()})
