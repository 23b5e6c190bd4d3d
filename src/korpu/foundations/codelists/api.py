"""Code lists: the words of standards and of the law that forms offer and rows hold.

Owned here: codes with their titles in every language, the days they run, and where they come from.
Not owned: what a code means for a procedure. A domain adds a list as a YAML file in the
jurisdiction's ``codelists`` folder.
"""

from korpu.foundations.codelists.selectors import (
    attributes,
    attributes_by_code,
    choices,
    country_choices,
    is_known,
    is_valid,
    title,
    titles,
)
from korpu.foundations.codelists.services.load import declared_lists, load_codelists

__all__ = [
    "attributes",
    "attributes_by_code",
    "choices",
    "country_choices",
    "declared_lists",
    "is_known",
    "is_valid",
    "load_codelists",
    "title",
    "titles",
]
