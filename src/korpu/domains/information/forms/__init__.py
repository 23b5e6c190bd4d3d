"""The forms of the information room."""

from korpu.domains.information.forms.filters import (
    PublicationFilters,
    RecommendationFilters,
    WorkbenchFilters,
)

__all__ = ["PublicationFilters", "RecommendationFilters", "WorkbenchFilters"]
