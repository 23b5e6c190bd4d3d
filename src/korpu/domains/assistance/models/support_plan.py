from django.db import models

from korpu.domains.assistance.enums import ReturnType
from korpu.kernel.ids import new_id


class SupportPlan(models.Model):
    """What the assistance room knows of one case of reintegration support."""

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    case = models.OneToOneField(
        "casework.Case", on_delete=models.PROTECT, related_name="support_plan"
    )
    compartment = models.ForeignKey(
        "accounts.Compartment", on_delete=models.PROTECT, related_name="+"
    )
    programme = models.ForeignKey("assistance.Programme", on_delete=models.PROTECT)
    tariff_version = models.SlugField(help_text="Pinned when the plan was opened.")
    return_type = models.CharField(max_length=20, choices=ReturnType)
    family_member_count = models.PositiveSmallIntegerField(
        default=0, help_text="Further members of the family supported by the same plan."
    )
    is_unaccompanied_child = models.BooleanField(default=False)
    arrived_on = models.DateField()
    opened_on = models.DateField()
    is_vulnerable = models.BooleanField(
        null=True, help_text="Last determination; empty: not yet screened."
    )
    closure_reason = models.SlugField(blank=True, help_text="Code of codelist closure-reasons.")
    closed_on = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return str(self.uuid)
