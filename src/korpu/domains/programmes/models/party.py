from decimal import Decimal

from django.contrib.postgres.fields import ArrayField
from django.db import models

from korpu.domains.programmes.enums import PartyRole, ValueState
from korpu.domains.programmes.models.base import Part, once_per_project, worded
from korpu.kernel.texts import Text


class Party(Part):
    """An organisation in a role; or a number of institutions the source counts without naming."""

    role = models.CharField(max_length=20, choices=PartyRole)
    organisation = models.ForeignKey(
        "organisations.Organisation",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Empty: the source does not name it.",
    )
    label_az = models.CharField(max_length=300, blank=True, help_text="Name when no organisation.")
    label_en = models.CharField(max_length=300, blank=True)
    label_ru = models.CharField(max_length=300, blank=True)
    unnamed_count = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="How many institutions the row stands for."
    )
    countries = ArrayField(
        models.CharField(max_length=3),
        default=list,
        blank=True,
        help_text="ISO 3166-1 alpha-3 codes of the states they belong to.",
    )
    component = models.ForeignKey(
        "programmes.Component", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    share = models.DecimalField(
        max_digits=7,
        decimal_places=6,
        null=True,
        blank=True,
        help_text="Part of the budget a donor pays, 0 to 1; empty: see share_state.",
    )
    share_state = models.CharField(max_length=20, choices=ValueState, default=ValueState.NOT_STATED)

    class Meta(Part.Meta):
        constraints = (
            once_per_project("party"),
            models.CheckConstraint(
                condition=models.Q(share__isnull=True)
                | models.Q(share__gte=0, share__lte=1, share_state=ValueState.STATED),
                name="programmes_party_share_is_a_part",
            ),
            models.CheckConstraint(
                condition=models.Q(share__isnull=True) | models.Q(role=PartyRole.DONOR),
                name="programmes_party_donors_have_shares",
            ),
        )

    def __str__(self) -> str:
        return str(self.name)

    @property
    def name(self) -> Text:
        if self.organisation is not None:
            return self.organisation.title
        return worded(self.label_az, self.label_en, self.label_ru)

    @property
    def share_percent(self) -> Decimal | None:
        return None if self.share is None else self.share * 100
