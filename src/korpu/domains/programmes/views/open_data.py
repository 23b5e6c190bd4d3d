"""Projects and their results as tables for machines; names of columns in English.

A cell left empty is not stated by the source; it is never zero.
"""

from dataclasses import dataclass
from functools import partial

from django.http import HttpResponseBase

from korpu.domains.programmes.figures import Figure
from korpu.domains.programmes.models import Indicator, Period, Project
from korpu.domains.programmes.public import Standing, public_project, standings
from korpu.domains.programmes.selectors import published_projects
from korpu.foundations.accounts.api import NOBODY, Request, public
from korpu.foundations.ui.public import published
from korpu.foundations.ui.tables import Column, csv_response

EXPORT_LIMIT = 500


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One figure: an indicator of a project in a period."""

    project: Project
    indicator: Indicator
    period: Period
    figure: Figure


def _raw(name: str) -> Column[Standing]:
    return Column(name, name, partial(_of_project, name))


def _of_project(name: str, row: Standing) -> object:
    return getattr(row.project, name) or ""


def _budget(name: str, row: Standing) -> object:
    return getattr(row.budget, name) if row.budget else ""


PROJECT_COLUMNS: tuple[Column[Standing], ...] = (
    Column("uuid", "uuid", lambda row: str(row.project.uuid)),
    *(_raw(name) for name in ("code", "acronym", "title_az", "title_en", "title_ru", "status")),
    Column("first_day", "first_day", lambda row: str(row.first or "")),
    Column("last_day", "last_day", lambda row: str(row.last or "")),
    Column("last_day_is_planned", "last_day_is_planned", lambda row: str(row.last_is_planned)),
    Column("donors", "donors", lambda row: "; ".join(str(one.name) for one in row.donors)),
    Column("budget", "budget", partial(_budget, "amount")),
    Column("currency", "currency", partial(_budget, "currency")),
    Column("statements", "statements", lambda row: " ".join(row.project.statements)),
)
RESULT_COLUMNS: tuple[Column[ResultRow], ...] = (
    Column("project", "project", lambda row: row.project.code),
    Column("indicator", "indicator", lambda row: row.indicator.key),
    Column("title", "title", lambda row: row.indicator.title),
    Column("unit", "unit", lambda row: row.indicator.unit),
    Column("first_day", "first_day", lambda row: str(row.period.first)),
    Column("last_day", "last_day", lambda row: str(row.period.last)),
    Column("target", "target", lambda row: "" if row.period.target is None else row.period.target),
    Column("value", "value", lambda row: "" if row.figure.value is None else row.figure.value),
    Column("state", "state", lambda row: row.figure.state.value),
    Column("withheld", "withheld", lambda row: str(row.figure.is_withheld)),
    Column("how", "how", lambda row: row.figure.how),
    Column("statements", "statements", lambda row: " ".join(row.period.statements)),
)


@public
@published()
def projects_csv(request: Request) -> HttpResponseBase:
    """Every published project, one a row."""
    projects = published_projects(for_actor=request.actor)[:EXPORT_LIMIT]
    return csv_response(PROJECT_COLUMNS, standings(projects), "projects")


@public
@published()
def results_csv(request: Request) -> HttpResponseBase:
    """Every published figure, one a row."""
    codes = published_projects(for_actor=request.actor).values_list("code", flat=True)
    rows = [row for code in codes[:EXPORT_LIMIT] for row in _results(code)]
    return csv_response(RESULT_COLUMNS, rows, "results")


def _results(code: str) -> list[ResultRow]:
    found = public_project(code, for_actor=NOBODY)
    return [
        ResultRow(found.project, one.indicator, period, figure)
        for one in found.indicators
        for period, figure in one.figures
    ]
