"""UNHCR's series: refugees, asylum seekers, displaced and stateless persons by year."""

from typing import cast

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _

from korpu.domains.statistics.drawings import series_chart
from korpu.domains.statistics.forms import SeriesForm
from korpu.domains.statistics.lists import SERIES_COLUMNS
from korpu.domains.statistics.reference_tables.declared import unhcr_population
from korpu.domains.statistics.selectors.series import (
    Direction,
    Series,
    population_series,
    series_countries,
)
from korpu.foundations.accounts.api import Request, public
from korpu.foundations.ui.tables import csv_response


@public
def series(request: Request) -> HttpResponse:
    """The chosen series as chart and table, with source and licence."""
    form, chosen = _asked(request)
    heading = _heading(form)
    context = {
        "form": form,
        "series": chosen,
        "columns": SERIES_COLUMNS,
        "heading": heading,
        "chart": series_chart(chosen, heading),
        "source": unhcr_population(),
        "query": request.GET.urlencode(),
    }
    return render(request, "statistics/series.html", context)


@public
def series_csv(request: Request) -> HttpResponseBase:
    """The chosen series as CSV."""
    _form, chosen = _asked(request)
    return csv_response(SERIES_COLUMNS, chosen.years, unhcr_population().table.name)


def _asked(request: Request) -> tuple[SeriesForm, Series]:
    given = request.GET.get("direction")
    direction: Direction = "from" if given == "from" else "in"
    countries = series_countries(direction=direction, for_actor=request.actor)
    form = SeriesForm({"direction": direction, **request.GET.dict()}, countries=countries)
    form.is_valid()
    country = cast("str", form.cleaned_data.get("country", ""))
    return form, population_series(direction=direction, country=country, for_actor=request.actor)


def _heading(form: SeriesForm) -> str:
    words = dict(form.fields["direction"].choices)  # type: ignore[attr-defined]  # a ChoiceField
    who = str(words.get(form.cleaned_data.get("direction", "in"), words["in"]))
    country = form.cleaned_data.get("country")
    if not country:
        return who
    name = dict(form.fields["country"].choices)[country]  # type: ignore[attr-defined]  # a ChoiceField
    return _("%(who)s: %(country)s") % {"who": who, "country": name}
