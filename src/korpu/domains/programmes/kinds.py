"""The kinds of parts a project manager keeps: their form, address, words and columns."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from korpu.domains.programmes import models
from korpu.domains.programmes.forms import money as money_forms
from korpu.domains.programmes.forms import parts as part_forms
from korpu.domains.programmes.forms import sources as source_forms
from korpu.domains.programmes.forms.parts import PartForm
from korpu.kernel.errors import NotFound
from korpu.kernel.texts import Message, Text


@dataclass(frozen=True)
class Kind:
    """One kind of part.

    Attributes:
        id: in addresses, in the history, and as the name of a sheet.
        one: what a single part is called; ``title``: what the list is called.
        tab: the page of the project it is listed on.
        in_workbook: the workbook has a sheet for it.
    """

    id: str
    model: type[models.Part]
    form: type[PartForm]
    one: Message
    title: Message
    tab: str
    in_workbook: bool = True


_ALL = (
    Kind(
        "objectives",
        models.Objective,
        part_forms.ObjectiveForm,
        _("Objective"),
        _("Objectives"),
        "project",
    ),
    Kind(
        "components",
        models.Component,
        part_forms.ComponentForm,
        _("Component"),
        _("Components"),
        "project",
    ),
    Kind(
        "activities",
        models.Activity,
        part_forms.ActivityForm,
        _("Activity"),
        _("Activities"),
        "activities",
    ),
    Kind(
        "organisations",
        models.Party,
        part_forms.PartyForm,
        _("Organisation in a role"),
        _("Organisations"),
        "organisations",
    ),
    Kind("dates", models.ProjectDate, part_forms.DateForm, _("Date"), _("Dates"), "project"),
    Kind(
        "offices",
        models.ProjectOffice,
        part_forms.OfficeForm,
        _("Project office"),
        _("Project offices"),
        "organisations",
    ),
    Kind("results", models.Result, part_forms.ResultForm, _("Result"), _("Results"), "logframe"),
    Kind(
        "indicators",
        models.Indicator,
        part_forms.IndicatorForm,
        _("Indicator"),
        _("Indicators"),
        "logframe",
    ),
    Kind("periods", models.Period, part_forms.PeriodForm, _("Period"), _("Periods"), "logframe"),
    Kind("budgets", models.Budget, money_forms.BudgetForm, _("Budget"), _("Budgets"), "money"),
    Kind(
        "lines",
        models.BudgetLine,
        money_forms.BudgetLineForm,
        _("Budget line"),
        _("Budget lines"),
        "money",
    ),
    Kind(
        "transactions",
        models.Transaction,
        money_forms.TransactionForm,
        _("Transaction"),
        _("Transactions"),
        "money",
    ),
    Kind(
        "splits",
        models.Split,
        source_forms.SplitForm,
        _("Part of an amount"),
        _("Parts of amounts"),
        "money",
    ),
    Kind(
        "instruments",
        models.ProjectInstrument,
        source_forms.ProjectInstrumentForm,
        _("Legal instrument"),
        _("Legal instruments"),
        "project",
    ),
    Kind(
        "claims",
        models.Claim,
        source_forms.ClaimForm,
        _("Claim of a source"),
        _("Claims of sources"),
        "sources",
        in_workbook=False,
    ),
    Kind("risks", models.Risk, part_forms.RiskForm, _("Risk"), _("Risks"), "risks"),
)
KINDS: Mapping[str, Kind] = {kind.id: kind for kind in _ALL}
_BY_MODEL = {kind.model: kind for kind in _ALL}
_NO_KIND = Text(
    az="Layihənin belə hissəsi olmur.",
    en="A project has no such part.",
    ru="У проекта нет таких частей.",
)


def kind_named(name: str) -> Kind:
    """The kind of an address.

    Raises:
        NotFound: there is none.
    """
    found = KINDS.get(name)
    if found is None:
        raise NotFound(_NO_KIND)
    return found


def kind_of(part: models.Part) -> Kind:
    """The kind of a part."""
    return _BY_MODEL[type(part)]
