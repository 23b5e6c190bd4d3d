"""What a project brings about: results, indicators, figures per period."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models

from korpu.domains.programmes.enums import ResultLevel, ValueState
from korpu.domains.programmes.models.base import Part, Worded, once_per_project


def value_check(value: str, state: str, name: str) -> models.CheckConstraint:
    """A figure is there exactly when it is stated; "not stated" and "unknown" are no zero."""
    return models.CheckConstraint(
        condition=models.Q(**{f"{value}__isnull": False, state: ValueState.STATED})
        | (models.Q(**{f"{value}__isnull": True}) & ~models.Q(**{state: ValueState.STATED})),
        name=name,
    )


class Result(Part, Worded):
    """A change the project answers for."""

    level = models.CharField(max_length=20, choices=ResultLevel)
    objective = models.ForeignKey(
        "programmes.Objective", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    component = models.ForeignKey(
        "programmes.Component", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta(Part.Meta):
        constraints = (once_per_project("result"),)


class Indicator(Part, Worded):
    """How a result is measured. Bound to a counter its actuals are counted, never typed."""

    result = models.ForeignKey(Result, on_delete=models.PROTECT, related_name="indicators")
    unit = models.SlugField(help_text="Code of codelist indicator-units.")
    is_rising = models.BooleanField(default=True, help_text="More is better.")
    counter = models.CharField(
        max_length=80, blank=True, help_text="Id of a registered counter; empty: figures are typed."
    )
    counted_from = models.DateField(
        null=True,
        blank=True,
        help_text="Periods that ended before are typed, from its source; empty: all are counted.",
    )
    counted_activity = models.ForeignKey(
        "programmes.Activity",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Count only what belongs to it; empty: the whole project.",
    )
    baseline = models.DecimalField(max_digits=16, decimal_places=2, null=True, blank=True)
    baseline_state = models.CharField(
        max_length=20, choices=ValueState, default=ValueState.NOT_STATED
    )
    baseline_year = models.PositiveSmallIntegerField(null=True, blank=True)
    dimensions = ArrayField(
        models.SlugField(max_length=30),
        default=list,
        blank=True,
        help_text="How the figures are split, such as 'sex'.",
    )

    class Meta(Part.Meta):
        constraints = (
            once_per_project("indicator"),
            value_check("baseline", "baseline_state", "programmes_indicator_baseline_state"),
        )


class Period(Part):
    """Target and actual of an indicator from ``first`` to ``last``, both included."""

    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="periods")
    first = models.DateField()
    last = models.DateField()
    target = models.DecimalField(max_digits=16, decimal_places=2, null=True, blank=True)
    target_state = models.CharField(
        max_length=20, choices=ValueState, default=ValueState.NOT_STATED
    )
    actual = models.DecimalField(
        max_digits=16,
        decimal_places=2,
        null=True,
        blank=True,
        help_text="Typed, with a source; empty where a counter counts.",
    )
    actual_state = models.CharField(max_length=20, choices=ValueState, default=ValueState.UNKNOWN)
    splits = models.JSONField(
        default=dict,
        blank=True,
        help_text="Dimension → category → figure. A dimension missing here: split unknown.",
    )
    comment = models.CharField(max_length=1000, blank=True)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    approved_at = models.DateTimeField(
        null=True, blank=True, help_text="Since when the typed actual counts."
    )

    class Meta(Part.Meta):
        ordering = ("first", "place")
        constraints = (
            once_per_project("period"),
            models.CheckConstraint(
                condition=models.Q(last__gte=models.F("first")),
                name="programmes_period_ends_after_start",
            ),
            models.UniqueConstraint(
                fields=("indicator", "first", "last"),
                condition=models.Q(removed_at__isnull=True),
                name="programmes_period_once",
            ),
            value_check("target", "target_state", "programmes_period_target_state"),
            value_check("actual", "actual_state", "programmes_period_actual_state"),
            models.CheckConstraint(
                condition=models.Q(approved_at__isnull=True) | models.Q(approved_by__isnull=False),
                name="programmes_period_approved_by_somebody",
            ),
        )

    def __str__(self) -> str:
        return f"{self.first} – {self.last}"
