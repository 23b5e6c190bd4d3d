from pathlib import Path

import pytest

from korpu.engines.procedure.api import Library, load_library
from korpu.engines.procedure.tests import permit

AZ = Path(__file__).parents[3] / "jurisdictions" / "az"


@pytest.fixture(scope="session")
def library() -> Library:
    return load_library(AZ)


@pytest.fixture(scope="session")
def permits(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The invented permit procedure, sound."""
    return load_library(permit.write(tmp_path_factory.mktemp("xx")))
