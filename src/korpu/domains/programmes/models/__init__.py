"""Tables of the programmes room, one aggregate per file."""

from korpu.domains.programmes.models.base import Declared, Part, Sourced, Worded
from korpu.domains.programmes.models.budget import Approved, Budget, BudgetLine, Transaction
from korpu.domains.programmes.models.claim import Claim
from korpu.domains.programmes.models.instrument import Instrument, ProjectInstrument
from korpu.domains.programmes.models.party import Party
from korpu.domains.programmes.models.plan import Activity, Component, Objective
from korpu.domains.programmes.models.project import Project
from korpu.domains.programmes.models.proposal import FigureProposal
from korpu.domains.programmes.models.reporting import Edition, EditionFile, Narrative, Report
from korpu.domains.programmes.models.results import Indicator, Period, Result
from korpu.domains.programmes.models.source import Source
from korpu.domains.programmes.models.split import Split
from korpu.domains.programmes.models.timing import ProjectDate, ProjectOffice
from korpu.domains.programmes.models.work import Change, Comment, Risk, Workbook

__all__ = [
    "Activity",
    "Approved",
    "Budget",
    "BudgetLine",
    "Change",
    "Claim",
    "Comment",
    "Component",
    "Declared",
    "Edition",
    "EditionFile",
    "FigureProposal",
    "Indicator",
    "Instrument",
    "Narrative",
    "Objective",
    "Part",
    "Party",
    "Period",
    "Project",
    "ProjectDate",
    "ProjectInstrument",
    "ProjectOffice",
    "Report",
    "Result",
    "Risk",
    "Source",
    "Sourced",
    "Split",
    "Transaction",
    "Worded",
    "Workbook",
]
