"""The lists of statistics, declared once."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from korpu.domains.statistics.declarations import measures
from korpu.domains.statistics.enums import ReleaseStatus
from korpu.domains.statistics.figures import Figure
from korpu.domains.statistics.forms import ReleaseFilters, RunFilters
from korpu.domains.statistics.models import ExtractBatch, Release, Run
from korpu.domains.statistics.selectors.series import SeriesYear
from korpu.foundations.ui.tables import Column, TableSpec
from korpu.kernel.texts import Message


def measure_title(identifier: str) -> Message:
    """The title of a measure; of one no longer declared its identifier."""
    measure = measures().get(identifier)
    return measure.title if measure else identifier


def _release_href(release: Release) -> str:
    return reverse("statistics:release", args=(release.uuid,))


def release_state(release: Release) -> Message:
    """Whether public figures are current, provisional or replaced."""
    if release.status == ReleaseStatus.SUPERSEDED:
        return _("Replaced by a revision")
    return _("Provisional figures") if release.is_provisional else _("Final figures")


RELEASES = TableSpec[Release](
    caption=_("Official statistics"),
    columns=(
        Column(
            "measure",
            _("Measure"),
            lambda release: measure_title(release.measure),
            ("measure",),
            href=_release_href,
            is_row_header=True,
        ),
        Column(
            "period", _("Period"), lambda release: release.period, ("period",), is_unbroken=True
        ),
        Column(
            "published",
            _("Published"),
            lambda release: release.published_at,
            ("published_at",),
            nullable=True,
        ),
        Column("status", _("Status"), release_state),
    ),
    default_sort="-published",
    filters=ReleaseFilters,
    empty=_("Nothing has been published yet."),
)
RUNS = TableSpec[Run](
    caption=_("Runs"),
    columns=(
        Column(
            "measure",
            _("Measure"),
            lambda run: measure_title(run.measure),
            ("measure",),
            href=lambda run: reverse("statistics:run", args=(run.uuid,)),
            is_row_header=True,
        ),
        Column("period", _("Period"), lambda run: run.period, ("period",), is_unbroken=True),
        Column("status", _("Status"), lambda run: run.get_status_display()),
        Column("asked", _("Asked for"), lambda run: run.requested_at, ("requested_at",)),
        Column("by", _("By"), lambda run: run.run_by),
    ),
    default_sort="-asked",
    filters=RunFilters,
    empty=_("No measure has been run yet."),
)
BATCHES = TableSpec[ExtractBatch](
    caption=_("Collected extracts"),
    columns=(
        Column("extract", _("Extract"), lambda b: b.extract, ("extract",), is_row_header=True),
        Column("period", _("Period"), lambda b: b.period, ("period",), is_unbroken=True),
        Column("rows", _("Rows"), lambda b: b.row_count, ("row_count",), is_numeric=True),
        Column("collected", _("Collected"), lambda b: b.collected_at, ("collected_at",)),
        Column("hash", _("SHA-256"), lambda b: b.sha256),
    ),
    default_sort="-collected",
    empty=_("Nothing has been collected yet."),
)
SERIES_COLUMNS: tuple[Column[SeriesYear], ...] = (
    Column("year", _("Year"), lambda row: str(row.year), is_row_header=True),
    Column("refugees", _("Refugees"), lambda row: row.refugees, is_numeric=True),
    Column("asylum_seekers", _("Asylum seekers"), lambda row: row.asylum_seekers, is_numeric=True),
    Column("idps", _("Internally displaced persons"), lambda row: row.idps, is_numeric=True),
    Column("stateless", _("Stateless persons"), lambda row: row.stateless, is_numeric=True),
)


def treatment_words(figure: Figure) -> Message:
    """What protection did to a figure, in words."""
    return figure.treatment.label
