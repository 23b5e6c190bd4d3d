"""The standard's own schemas, rulesets and test documents, where this machine has them.

They are not part of the repository. A test that leans on them skips with a reason without them.
"""

import tarfile
from pathlib import Path

import pytest

INSIDE = "shared/reference/data/iati"
SCHEMAS, RULESETS = "iati-schemas-2.03", "iati-rulesets-2.03"


def unpacked(name: str, into: Path) -> Path:
    """The folder of one archive."""
    places = (above / INSIDE / f"{name}.tar.gz" for above in Path(__file__).parents)
    archive = next((place for place in places if place.exists()), None)
    if archive is None:
        pytest.skip(f"the official {name} are not on this machine")
    with tarfile.open(archive) as packed:
        packed.extractall(into, filter="data")
    return into / name
