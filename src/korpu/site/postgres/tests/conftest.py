import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from korpu.site.postgres import Cluster

QUICK = {"fsync": "off", "shared_buffers": "16MB", "max_connections": "20"}


@pytest.fixture(scope="module")
def place() -> Iterator[Path]:
    """A folder the server's account can reach; pytest's own folders are closed to it."""
    folder = Path(tempfile.mkdtemp(prefix="korpu-pg-"))
    folder.chmod(0o711)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="module")
def shared(place: Path) -> Iterator[Cluster]:
    """A running server for tests that leave it running."""
    with Cluster(place / "shared", QUICK).running() as cluster:
        yield cluster
