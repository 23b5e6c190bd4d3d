"""What the office keeps about a project for itself: risks, comments, changes, workbooks."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from korpu.domains.programmes.enums import ChangeKind, RiskStatus, WorkbookMode
from korpu.domains.programmes.models.base import Part, Worded, once_per_project
from korpu.kernel.ids import new_id

GRADES = (MinValueValidator(1), MaxValueValidator(5))


class Risk(Part, Worded):
    """Something that may go wrong, who watches it and what is done then."""

    probability = models.PositiveSmallIntegerField(validators=GRADES, help_text="1 to 5.")
    impact = models.PositiveSmallIntegerField(validators=GRADES, help_text="1 to 5.")
    response = models.CharField(max_length=1000, help_text="What is done about it.")
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    review_on = models.DateField(help_text="When it is looked at again.")
    status = models.CharField(max_length=20, choices=RiskStatus, default=RiskStatus.OPEN)

    class Meta(Part.Meta):
        constraints = (
            once_per_project("risk"),
            models.CheckConstraint(
                condition=models.Q(
                    probability__gte=1, probability__lte=5, impact__gte=1, impact__lte=5
                ),
                name="programmes_risk_grades",
            ),
        )

    @property
    def weight(self) -> int:
        """Probability times impact, 1 to 25."""
        return self.probability * self.impact


class Comment(models.Model):
    """A remark of the office about a project or one of its parts; never public."""

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    project = models.ForeignKey("programmes.Project", on_delete=models.PROTECT)
    about = models.UUIDField(null=True, blank=True, help_text="The part; empty: the project.")
    text = models.CharField(max_length=2000)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        ordering = ("-written_at", "-pk")

    def __str__(self) -> str:
        return self.text[:80]


class Change(models.Model):
    """One act of the office on a project, for its history; never changed afterwards."""

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    project = models.ForeignKey("programmes.Project", on_delete=models.PROTECT)
    kind = models.CharField(max_length=20, choices=ChangeKind)
    part = models.CharField(max_length=30, help_text="Kind of part; 'project' for itself.")
    part_uuid = models.UUIDField()
    title = models.CharField(max_length=200, help_text="What the part was called.")
    before = models.JSONField(default=dict, help_text="Changed fields, as they were.")
    after = models.JSONField(default=dict, help_text="Changed fields, as they became.")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("-at", "-pk")
        indexes = (models.Index(fields=("project", "-at"), name="programmes_change_recent"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.part}"


class Workbook(models.Model):
    """A workbook that was handed in: what it asks for, until it is applied or dropped."""

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    project = models.ForeignKey("programmes.Project", on_delete=models.PROTECT)
    mode = models.CharField(max_length=20, choices=WorkbookMode)
    name = models.CharField(max_length=200, help_text="Name of the file.")
    sha256 = models.CharField(max_length=64)
    rows = models.JSONField(help_text="Kind, row number and cells of every filled row.")
    handed_in_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    handed_in_at = models.DateTimeField()
    applied_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-handed_in_at", "-pk")

    def __str__(self) -> str:
        return self.name
