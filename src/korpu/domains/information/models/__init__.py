from korpu.domains.information.models.distribution import Distribution
from korpu.domains.information.models.edition import Edition, EditionFile
from korpu.domains.information.models.publication import Publication, Series
from korpu.domains.information.models.recommendation import Recommendation, RecommendationStep

__all__ = [
    "Distribution",
    "Edition",
    "EditionFile",
    "Publication",
    "Recommendation",
    "RecommendationStep",
    "Series",
]
