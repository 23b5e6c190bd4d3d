"""Pages for everybody: cacheable, with their address in each language, and what a search finds."""

from korpu.foundations.ui.public.pages import FEED_SECONDS, PAGE_SECONDS, Found, published

__all__ = ["FEED_SECONDS", "PAGE_SECONDS", "Found", "published"]
