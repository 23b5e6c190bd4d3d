"""Reports to donors: words on the way, and editions that change no more."""

from django.conf import settings
from django.db import models

from korpu.domains.programmes.enums import NarrativeState, ReportSection
from korpu.kernel.ids import new_id
from korpu.kernel.texts import LANGUAGES

LONGEST_NARRATIVE = 6000
LANGUAGE_CHOICES = [(language, language) for language in LANGUAGES]


class Report(models.Model):
    """A report to the donors on some days of a project; its editions are what they read."""

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    project = models.ForeignKey("programmes.Project", on_delete=models.PROTECT)
    first = models.DateField(null=True, blank=True, help_text="Empty: from the beginning.")
    last = models.DateField(null=True, blank=True, help_text="Empty: to the end.")
    begun_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    begun_at = models.DateTimeField()

    class Meta:
        ordering = ("-begun_at", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(first__isnull=True)
                | models.Q(last__isnull=True)
                | models.Q(last__gte=models.F("first")),
                name="programmes_report_ends_after_start",
            ),
            models.UniqueConstraint(
                fields=("project", "first", "last"),
                nulls_distinct=False,
                name="programmes_report_days_once",
            ),
        )

    def __str__(self) -> str:
        return f"{self.first or '…'} – {self.last or '…'}"


class Narrative(models.Model):
    """What the office tells in one section of a report in one language."""

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    project = models.ForeignKey("programmes.Project", on_delete=models.PROTECT)
    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="narratives")
    section = models.CharField(max_length=20, choices=ReportSection)
    language = models.CharField(max_length=2, choices=LANGUAGE_CHOICES)
    text = models.TextField(max_length=LONGEST_NARRATIVE, blank=True)
    state = models.CharField(max_length=20, choices=NarrativeState, default=NarrativeState.DRAFT)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    written_at = models.DateTimeField()
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    reviewed_at = models.DateTimeField(null=True, blank=True)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("section", "language")
        constraints = (
            models.UniqueConstraint(
                fields=("report", "section", "language"), name="programmes_narrative_once"
            ),
            models.CheckConstraint(
                condition=models.Q(state=NarrativeState.DRAFT, reviewed_by__isnull=True)
                | models.Q(state=NarrativeState.REVIEWED, reviewed_by__isnull=False)
                & ~models.Q(reviewed_by=models.F("written_by")),
                name="programmes_narrative_reviewed_by_another",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_section_display()} ({self.language})"


class Edition(models.Model):
    """An issued report: words and figures as they stood, in three languages; never changed."""

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    project = models.ForeignKey("programmes.Project", on_delete=models.PROTECT)
    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="editions")
    number = models.PositiveIntegerField(help_text="Counts the editions of the project from one.")
    first = models.DateField(null=True, blank=True)
    last = models.DateField(null=True, blank=True)
    content = models.JSONField(help_text="The document by language, as it was issued.")
    sha256 = models.CharField(max_length=64, help_text="Of the content, keys in order.")
    said = models.CharField(max_length=64, help_text="Of what it says, whatever the day.")
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    issued_at = models.DateTimeField()

    class Meta:
        ordering = ("-number",)
        constraints = (
            models.UniqueConstraint(
                fields=("project", "number"), name="programmes_edition_number_once"
            ),
        )

    def __str__(self) -> str:
        return str(self.number)


class EditionFile(models.Model):
    """An edition as a tagged PDF in one language; never changed."""

    project = models.ForeignKey("programmes.Project", on_delete=models.PROTECT)
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="files")
    language = models.CharField(max_length=2, choices=LANGUAGE_CHOICES)
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        ordering = ("language",)
        constraints = (
            models.UniqueConstraint(
                fields=("edition", "language"), name="programmes_editionfile_once"
            ),
        )

    def __str__(self) -> str:
        return self.language
