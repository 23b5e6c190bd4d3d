"""Lists: declared columns, sorting, filters and paging by the query string, CSV.

A view reads the query string, a selector fetches one page, the template shows it::

    CASES = TableSpec(caption=_("Cases"), columns=(Column("number", _("Number"), …), …),
                      filters=CaseFilters, default_sort="-opened")

    asked = CASES.read(request.GET)
    page = worklist(for_actor=request.actor, asked=asked)      # calls fetch_page(queryset, asked)
    return render(request, "…", {"table": asked.show(page)})

    {% from "ui/components/table.html" import data_table %}{{ data_table(table) }}
"""

from korpu.foundations.ui.tables.export import csv_response
from korpu.foundations.ui.tables.keyset import Order, Page, beyond, fetch_page, ordering
from korpu.foundations.ui.tables.spec import Asked, Column, ShownTable, TableSpec

__all__ = [
    "Asked",
    "Column",
    "Order",
    "Page",
    "ShownTable",
    "TableSpec",
    "beyond",
    "csv_response",
    "fetch_page",
    "ordering",
]
