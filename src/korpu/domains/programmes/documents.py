"""A report to the donors as a document: plain data, as an edition keeps it and the PDF takes it."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from korpu.domains.programmes.selectors.report import Cell, Section, ShownReport
from korpu.foundations.ui.formats import short_date

Document = dict[str, Any]


def document_of(made: ShownReport) -> Document:
    """The report in the language being spoken; addresses are paths of this site."""
    return {
        "title": f"{made.project.acronym}: {made.project.title}",
        "acronym": made.project.acronym,
        "author": str(made.project.compartment.office.organisation.title),
        "period": period_words(made),
        "sections": [_section(one) for one in made.sections],
        "sources_heading": _("Sources of the figures"),
        "references": [
            {"number": one.number, "words": one.words, "path": one.href} for one in made.references
        ],
    }


def fingerprint(documents: Mapping[str, Document]) -> str:
    """What the documents say, whatever the day the figures were counted: SHA-256."""
    said = {
        language: {
            "sections": document["sections"],
            "period": document["period"],
            "paths": [one["path"] for one in document["references"]],
        }
        for language, document in documents.items()
    }
    return digest(said)


def digest(content: Mapping[str, Any]) -> str:
    """SHA-256 of data as JSON with its keys in order, in UTF-8."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def printed(document: Document, site: str, mark: str) -> Document:
    """The document as the PDF takes it: whole addresses, and what edition it is.

    Args:
        document: as kept.
        site: beginning of addresses, without a stroke at its end.
        mark: a line below the title.
    """
    references = [one | {"href": site + one["path"]} for one in document["references"]]
    sections = [
        one | {"tables": [_printed(table, site) for table in one["tables"]]}
        for one in document["sections"]
    ]
    return document | {"references": references, "sections": sections, "mark": mark}


def period_words(made: ShownReport) -> str:
    """The report's days in words."""
    if made.first is None and made.last is None:
        return _("The whole of the project")
    first = short_date(made.first) if made.first else "…"
    return f"{first} – {short_date(made.last) if made.last else '…'}"


def _section(one: Section) -> Document:
    return {
        "id": str(one.id.value),
        "heading": one.heading,
        "narrative": list(one.narrative),
        "paragraphs": one.paragraphs,
        "items": one.items,
        "tables": [
            {
                "caption": table.caption,
                "head": list(table.head),
                "rows": [[_cell(cell) for cell in row] for row in table.rows],
            }
            for table in one.tables
        ],
    }


def _cell(cell: Cell) -> Document:
    at = cell.reference
    return {"text": cell.text, "number": at.number if at else None, "path": at.href if at else ""}


def _printed(table: Document, site: str) -> Document:
    rows = [[cell | {"href": site + cell["path"]} for cell in row] for row in table["rows"]]
    return table | {"rows": rows}
