"""The statistics room: extracts in, official figures out.

Owns extracts as collected, runs, protected tables, releases and public tables of other bodies.
Does not own what is counted: rooms register their extracts, and measures are declared by the
jurisdiction. Nothing here leads back to a person.
"""

from korpu.domains.statistics.command import add_parser
from korpu.domains.statistics.extracts import Extract, register_extract, registered_extracts
from korpu.domains.statistics.models import Release
from korpu.domains.statistics.services.datasets import import_population
from korpu.domains.statistics.services.releases import (
    approve_release,
    discard_release,
    prepare_release,
    publish_release,
)
from korpu.domains.statistics.services.runs import run_measure

__all__ = [
    "Extract",
    "Release",
    "add_parser",
    "approve_release",
    "discard_release",
    "import_population",
    "prepare_release",
    "publish_release",
    "register_extract",
    "registered_extracts",
    "run_measure",
]
