from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from korpu.domains.information.models.base import Published, text_of
from korpu.kernel.ids import new_id
from korpu.kernel.texts import Message, Text


class Series(models.Model):
    """Publications that appear one after another under one title, such as bulletins."""

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    slug = models.SlugField(max_length=120, unique=True, help_text="In the address.")
    title_az = models.CharField(max_length=300)
    title_en = models.CharField(max_length=300, blank=True)
    title_ru = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("slug",)
        verbose_name_plural = "series"

    def __str__(self) -> str:
        return str(self.title)

    @property
    def title(self) -> Text:
        return text_of(self, "title")


class Publication(Published):
    """Something a project or the service made for readers, whatever its editions.

    An empty field means that the source does not state it.
    """

    compartment = models.ForeignKey(
        "accounts.Compartment", on_delete=models.PROTECT, related_name="+"
    )
    slug = models.SlugField(max_length=160, unique=True, help_text="In the address.")
    kind = models.CharField(max_length=40, help_text="Code of the list publication-kinds.")
    series = models.ForeignKey(
        Series, on_delete=models.PROTECT, null=True, blank=True, related_name="publications"
    )
    number_in_series = models.PositiveSmallIntegerField(null=True, blank=True)
    title_az = models.CharField(max_length=500, blank=True)
    title_en = models.CharField(max_length=500, blank=True)
    title_ru = models.CharField(max_length=500, blank=True)
    printed_in = ArrayField(
        models.CharField(max_length=2),
        default=list,
        blank=True,
        help_text="Languages in which the title stands as printed; the others are our rendering.",
    )
    summary_az = models.TextField(blank=True, max_length=3000)
    summary_en = models.TextField(blank=True, max_length=3000)
    summary_ru = models.TextField(blank=True, max_length=3000)
    author_az = models.CharField(
        max_length=300, blank=True, help_text="Institution that wrote it; empty: not stated."
    )
    author_en = models.CharField(max_length=300, blank=True)
    author_ru = models.CharField(max_length=300, blank=True)
    note_az = models.CharField(
        max_length=500, blank=True, help_text="What a reader must know, such as a doubt."
    )
    note_en = models.CharField(max_length=500, blank=True)
    note_ru = models.CharField(max_length=500, blank=True)
    given_to_az = models.CharField(
        max_length=300,
        blank=True,
        help_text="To whom the source says it was given, where it states no numbers.",
    )
    given_to_en = models.CharField(max_length=300, blank=True)
    given_to_ru = models.CharField(max_length=300, blank=True)
    project_uuid = models.UUIDField(null=True, blank=True, help_text="Of the programmes room.")
    activity_uuid = models.UUIDField(null=True, blank=True, help_text="Of the programmes room.")
    source = models.SlugField(
        blank=True, help_text="Code in the programmes room's register of sources; empty: ours."
    )
    statements = ArrayField(
        models.CharField(max_length=5),
        default=list,
        blank=True,
        help_text="Numbers of the source's statements it rests on, such as 'C20'.",
    )
    key = models.CharField(
        max_length=120,
        unique=True,
        null=True,
        blank=True,
        editable=False,
        help_text="Its name in the jurisdiction's files; empty: entered here.",
    )
    declared = models.JSONField(
        default=dict,
        blank=True,
        editable=False,
        help_text="What the file said when it was last loaded; fields still so follow the file.",
    )
    supersedes = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="successors"
    )
    sort_key = models.CharField(
        max_length=1100, blank=True, editable=False, help_text="Of the title, in Azerbaijani order."
    )
    search = SearchVectorField(null=True, editable=False)
    kind_title: Message = ""  # set by selectors: the kind in words

    class Meta:
        indexes = (
            GinIndex(fields=("search",), name="information_by_words"),
            models.Index(fields=("status", "-published_at"), name="information_newest"),
            models.Index(fields=("project_uuid",), name="information_by_project"),
        )
        constraints = (
            models.CheckConstraint(
                condition=~models.Q(title_az="", title_en="", title_ru=""),
                name="information_publication_titled",
            ),
            models.CheckConstraint(
                condition=models.Q(number_in_series__isnull=True) | models.Q(series__isnull=False),
                name="information_number_needs_series",
            ),
            models.UniqueConstraint(
                fields=("series", "number_in_series"), name="information_number_once"
            ),
        )

    def __str__(self) -> str:
        return str(self.title)

    @property
    def title(self) -> Text:
        return text_of(self, "title")

    @property
    def summary(self) -> Text:
        return text_of(self, "summary")

    @property
    def author(self) -> Text:
        return text_of(self, "author")

    @property
    def note(self) -> Text:
        return text_of(self, "note")

    @property
    def given_to(self) -> Text:
        return text_of(self, "given_to")
