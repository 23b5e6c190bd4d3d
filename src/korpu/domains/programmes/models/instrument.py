from django.db import models

from korpu.domains.programmes.enums import InstrumentKind, InstrumentRelation
from korpu.domains.programmes.models.base import Declared, Part, Worded, once_per_project
from korpu.kernel.ids import new_id


class Instrument(Declared, Worded):
    """A legal instrument projects rest on: a declaration, the order approving it, an agreement."""

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    code = models.SlugField(unique=True)
    kind = models.CharField(max_length=20, choices=InstrumentKind)
    official_title = models.CharField(
        max_length=400, blank=True, help_text="Title exactly as printed; empty: not stated."
    )
    signed_on = models.DateField(
        null=True, blank=True, help_text="Empty: not stated by the source."
    )
    place = models.CharField(max_length=100, blank=True, help_text="Where it was signed.")
    number = models.CharField(max_length=50, blank=True, help_text="Its official number.")
    recorded_in = models.CharField(
        max_length=200,
        blank=True,
        help_text="Official journal or register it is recorded in, as printed there.",
    )
    url = models.URLField(max_length=500, blank=True, help_text="Its text on the web.")
    approves = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="approved_by",
        help_text="The instrument this one approves.",
    )
    source = models.ForeignKey(
        "programmes.Source", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ("signed_on", "code")


class ProjectInstrument(Part):
    """An instrument a project rests on."""

    instrument = models.ForeignKey(Instrument, on_delete=models.PROTECT, related_name="uses")
    relation = models.CharField(max_length=20, choices=InstrumentRelation)

    class Meta(Part.Meta):
        constraints = (once_per_project("projectinstrument"),)

    def __str__(self) -> str:
        return str(self.instrument)
