"""Forms of the programmes room."""

from korpu.domains.programmes.forms.filters import ProjectFilters

__all__ = ["ProjectFilters"]
