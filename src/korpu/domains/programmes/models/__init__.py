"""Tables of the programmes room, one aggregate per file."""

from korpu.domains.programmes.models.base import Part, Sourced, Worded
from korpu.domains.programmes.models.budget import Budget
from korpu.domains.programmes.models.claim import Claim
from korpu.domains.programmes.models.instrument import Instrument, ProjectInstrument
from korpu.domains.programmes.models.party import Party
from korpu.domains.programmes.models.plan import Activity, Component, Objective
from korpu.domains.programmes.models.project import Project
from korpu.domains.programmes.models.source import Source
from korpu.domains.programmes.models.timing import ProjectDate, ProjectOffice

__all__ = [
    "Activity",
    "Budget",
    "Claim",
    "Component",
    "Instrument",
    "Objective",
    "Part",
    "Party",
    "Project",
    "ProjectDate",
    "ProjectInstrument",
    "ProjectOffice",
    "Source",
    "Sourced",
    "Worded",
]
