"""Releases as files: CSV for people, SDMX for machines, the manifest for whoever checks."""

from functools import partial
from io import BytesIO
from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.utils.translation import gettext as _

from korpu.domains.statistics.figures import Figure
from korpu.domains.statistics.lists import treatment_words
from korpu.domains.statistics.selectors.releases import ReleaseView, public_release
from korpu.domains.statistics.structures import columns_of, structure_of
from korpu.engines.sdmx.api import structure_message, write_csv
from korpu.foundations.accounts.api import Request, public
from korpu.foundations.ui.tables import Column, csv_response
from korpu.kernel.texts import Text

SDMX_CSV = "application/vnd.sdmx.data+csv; version=2.0.0"
SDMX_ML = "application/vnd.sdmx.structure+xml; version=3.0.0"


@public
def csv(request: Request, uuid: UUID) -> HttpResponseBase:
    """The table, one figure a row, codes beside words; no cell can be taken for a formula."""
    view = public_release(uuid=uuid, for_actor=request.actor)
    rows = list(view.table.figures.values())
    return csv_response(_columns(view), rows, _name(view))


@public
def sdmx_csv(request: Request, uuid: UUID) -> HttpResponse:
    """The observations. Standard: SDMX-CSV 2.0."""
    view = public_release(uuid=uuid, for_actor=request.actor)
    out = BytesIO()
    write_csv(structure_of(view), columns_of(view), out)
    return _file(out.getvalue(), SDMX_CSV, f"{_name(view)}.sdmx.csv")


@public
def sdmx_structure(request: Request, uuid: UUID) -> HttpResponse:
    """What the observations mean. Standard: SDMX-ML 3.0 structure message."""
    view = public_release(uuid=uuid, for_actor=request.actor)
    assert view.release.published_at is not None
    message = structure_message(
        structure_of(view),
        message_id=f"R{view.release.uuid.hex}",
        prepared_at=view.release.published_at,
    )
    return _file(message, SDMX_ML, f"{_name(view)}.structure.xml")


@public
def manifest(request: Request, uuid: UUID) -> HttpResponse:
    """The run's manifest, byte for byte as it was hashed."""
    view = public_release(uuid=uuid, for_actor=request.actor)
    content = view.release.run.manifest.encode()
    return _file(content, "application/json", f"{_name(view)}.manifest.json")


def _columns(view: ReleaseView) -> list[Column[Figure]]:
    columns: list[Column[Figure]] = []
    for place, dimension in enumerate(view.measure.dimensions):
        columns += [
            Column(dimension.id, dimension.id, partial(_code, place)),
            Column(dimension.id, dimension.title, partial(_words, view, place)),
        ]
    return [
        Column("period", _("Period"), lambda _figure: view.release.period),
        *columns,
        Column("value", view.measure.unit, lambda figure: figure.value),
        Column("treatment", _("Protection"), treatment_words),
    ]


def _code(place: int, figure: Figure) -> str:
    return figure.codes[place]


def _words(view: ReleaseView, place: int, figure: Figure) -> Text:
    return view.table.titles_of(figure.codes)[place][1]


def _name(view: ReleaseView) -> str:
    return f"{view.release.measure}-{view.release.period}"


def _file(content: bytes, content_type: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
