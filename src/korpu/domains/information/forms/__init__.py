"""The forms of the information room."""

from korpu.domains.information.forms.filters import PublicationFilters, RecommendationFilters

__all__ = ["PublicationFilters", "RecommendationFilters"]
