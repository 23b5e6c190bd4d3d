from django.conf import settings
from django.db import models
from django.db.models import F, Q

from korpu.kernel.ids import new_id


class Contract(models.Model):
    """With a selected organisation for one post and a period.

    The roles of its people live exactly as long: to ``valid_until``, or to the moment it was ended.
    """

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    number = models.CharField(max_length=50, unique=True)
    application = models.OneToOneField(
        "calls.Application", on_delete=models.PROTECT, related_name="contract"
    )
    compartment = models.ForeignKey(
        "accounts.Compartment", on_delete=models.PROTECT, related_name="+"
    )
    post = models.ForeignKey("calls.Post", on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    work_compartment = models.ForeignKey(
        "accounts.Compartment",
        on_delete=models.PROTECT,
        related_name="+",
        help_text="In which the people of the organisation hold their role.",
    )
    valid_from = models.DateField()
    valid_until = models.DateField(help_text="Last day, inclusive.")
    deliverables = models.TextField(max_length=3000, help_text="What is delivered, one per line.")
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    signed_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True, help_text="Ended early; empty: not.")
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    end_reason = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(valid_until__gte=F("valid_from")), name="calls_contract_in_order"
            ),
        )

    def __str__(self) -> str:
        return self.number


class ContractPerson(models.Model):
    """Somebody who works under a contract, and the role it gave them."""

    contract = models.ForeignKey("calls.Contract", on_delete=models.PROTECT, related_name="people")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    full_name = models.CharField(max_length=200, help_text="As in the contract.")
    grant_id = models.BigIntegerField(help_text="Key of the role grant of the accounts room.")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("contract", "user"), name="calls_contract_person_once"),
        )

    def __str__(self) -> str:
        return f"{self.contract_id}: {self.user_id}"
