from korpu.domains.statistics.models.cell import Cell, TrueCount
from korpu.domains.statistics.models.dataset import PopulationFigure, ReferenceDataset
from korpu.domains.statistics.models.extract_batch import ExtractBatch
from korpu.domains.statistics.models.release import Release
from korpu.domains.statistics.models.run import Run

__all__ = [
    "Cell",
    "ExtractBatch",
    "PopulationFigure",
    "ReferenceDataset",
    "Release",
    "Run",
    "TrueCount",
]
