"""The demonstration: a jurisdiction, a cast, and a fictional world of people and cases.

``prepare`` makes what a log-in needs; ``populate`` invents the world, story by story, and goes on
where it was interrupted. Everything is made through the rooms' own services, as people would.
"""

from korpu.site.demo.loading import Report, is_populated, is_prepared, populate, prepare
from korpu.site.demo.welcome import welcome

__all__ = ["Report", "is_populated", "is_prepared", "populate", "prepare", "welcome"]
