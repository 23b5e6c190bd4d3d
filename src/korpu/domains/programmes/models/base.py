"""Columns shared by every part of a project."""

import json
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from korpu.domains.programmes.enums import Precision
from korpu.kernel.ids import new_id
from korpu.kernel.texts import Text


def partial_date_check(day: str, precision: str, name: str) -> models.CheckConstraint:
    """A day known to the month or the year is kept as the first one of it."""
    whole = models.Q(**{precision: Precision.DAY})
    month = models.Q(**{precision: Precision.MONTH, f"{day}__day": 1})
    year = models.Q(**{precision: Precision.YEAR, f"{day}__day": 1, f"{day}__month": 1})
    empty = models.Q(**{f"{day}__isnull": True})
    return models.CheckConstraint(condition=empty | whole | month | year, name=name)


def worded(az: str, en: str, ru: str) -> Text:
    """The sentence; a language nobody wrote shows another one rather than nothing."""
    return Text(az=az or en or ru, en=en or az or ru, ru=ru or az or en)


class Worded(models.Model):
    """A title in Azerbaijani, and where somebody wrote it in English and Russian."""

    title_az = models.CharField(max_length=500, help_text="In Azerbaijani.")
    title_en = models.CharField(
        max_length=500, blank=True, help_text="In English; empty: shown in Azerbaijani."
    )
    title_ru = models.CharField(
        max_length=500, blank=True, help_text="In Russian; empty: shown in Azerbaijani."
    )

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(self.title)

    @property
    def title(self) -> Text:
        return worded(self.title_az, self.title_en, self.title_ru)


def as_declared(value: object) -> Any:
    """A value as it stands in a ``declared`` column."""
    if isinstance(value, models.Model):
        return value.pk
    return json.loads(json.dumps(value, cls=DjangoJSONEncoder))


class Declared(models.Model):
    """A row the jurisdiction's file may tell of.

    ``declared`` keeps what the file said when the row was last loaded: a field that still holds
    that value follows the file, one that people changed stays as they left it.
    """

    revision = models.PositiveIntegerField(
        default=1, help_text="Counts the changes; who saves states the one they read."
    )
    removed_at = models.DateTimeField(
        null=True, blank=True, help_text="When it was taken out; it can be put back."
    )
    declared = models.JSONField(default=dict, blank=True, editable=False)

    class Meta:
        abstract = True

    @property
    def is_shipped(self) -> bool:
        """The jurisdiction's file tells of it."""
        return bool(self.declared)

    @property
    def changed_here(self) -> Mapping[str, Any]:
        """Fields people changed since, with what the file says of them."""
        return {
            name: said for name, said in self.declared.items() if not _same(said, self._now(name))
        }

    def _now(self, name: str) -> Any:
        return as_declared(getattr(self, self._meta.get_field(name).attname))  # type: ignore[union-attr]  # a column, never a reverse relation


def _same(said: Any, now: Any) -> bool:
    """Whether two values are one; ``0.5`` and ``0.500000`` are."""
    if said == now or not (isinstance(said, str) and isinstance(now, str)):
        return bool(said == now)
    try:
        return Decimal(said) == Decimal(now)
    except InvalidOperation:
        return False


class Sourced(Declared):
    """A row that says where it is known from."""

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    key = models.SlugField(
        max_length=80, help_text="Short name within the project, in the file of the jurisdiction."
    )
    source = models.ForeignKey(
        "programmes.Source",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Where it is known from; empty: entered here, by whom the trail says.",
    )
    statements = ArrayField(
        models.CharField(max_length=5),
        default=list,
        blank=True,
        help_text="Numbers of the source's statements it rests on, such as 'C7'.",
    )
    note_az = models.CharField(
        max_length=500, blank=True, help_text="What the reader must know about this fact."
    )
    note_en = models.CharField(max_length=500, blank=True)
    note_ru = models.CharField(max_length=500, blank=True)
    place = models.PositiveSmallIntegerField(default=0, help_text="Order among its like.")

    class Meta:
        abstract = True

    @property
    def note(self) -> Text:
        return worded(self.note_az, self.note_en, self.note_ru)


class Part(Sourced):
    """A part of one project."""

    project = models.ForeignKey("programmes.Project", on_delete=models.PROTECT)

    class Meta:
        abstract = True
        ordering = ("place", "pk")


def once_per_project(name: str) -> models.UniqueConstraint:
    """The key of a part names it within its project."""
    return models.UniqueConstraint(fields=("project", "key"), name=f"programmes_{name}_key_once")
