"""Pages for everybody: cacheable, with their address in each language; search, feeds, open data."""

from korpu.foundations.ui.public.matter import (
    Dataset,
    Distribution,
    Found,
    PublicMatter,
    public_matters,
    register_public_matter,
)
from korpu.foundations.ui.public.pages import FEED_SECONDS, PAGE_SECONDS, published

__all__ = [
    "FEED_SECONDS",
    "PAGE_SECONDS",
    "Dataset",
    "Distribution",
    "Found",
    "PublicMatter",
    "public_matters",
    "published",
    "register_public_matter",
]
