"""Publications as a table for machines: one row per publication, names of columns in English."""

from korpu.domains.information.items import newest_dated, public_editions
from korpu.domains.information.models import Publication
from korpu.foundations.ui.tables import Column


def _languages(publication: Publication) -> str:
    codes = [code for edition in public_editions(publication) for code in edition.languages]
    return " ".join(dict.fromkeys(codes))


def _issued(publication: Publication) -> str:
    """The newest date as exactly as it is known: ``2018``, ``2018-04``, ``2018-04-05``."""
    newest = newest_dated(publication)
    if newest is None:
        return ""
    length = {"year": 4, "month": 7}.get(newest.issued_precision, 10)
    return str(newest.issued_on)[:length]


def _raw(name: str) -> Column[Publication]:
    return Column(name, name, lambda row: getattr(row, name) or "")


PUBLICATION_COLUMNS: tuple[Column[Publication], ...] = (
    Column("uuid", "uuid", lambda row: str(row.uuid)),
    _raw("slug"),
    _raw("kind"),
    _raw("title_az"),
    _raw("title_en"),
    _raw("title_ru"),
    Column("printed_in", "printed_in", lambda row: " ".join(row.printed_in)),
    _raw("author_en"),
    Column("series", "series", lambda row: row.series.slug if row.series else ""),
    _raw("number_in_series"),
    Column("editions", "editions", lambda row: len(public_editions(row))),
    Column("languages", "languages", _languages),
    Column("issued", "issued", _issued),
    Column("project_uuid", "project_uuid", lambda row: str(row.project_uuid or "")),
    Column("statements", "statements", lambda row: " ".join(row.statements)),
    _raw("source"),
)
