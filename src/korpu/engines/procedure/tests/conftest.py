from pathlib import Path

import pytest

from korpu.engines.procedure.api import Library, load_library

AZ = Path(__file__).parents[3] / "jurisdictions" / "az"


@pytest.fixture(scope="session")
def library() -> Library:
    return load_library(AZ)
