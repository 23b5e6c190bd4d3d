"""The server of a test session: our own, or the one ``KORPU_TEST_DATABASE_URL`` names."""

import hashlib
import os
import shutil
import socket
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
from psycopg.conninfo import conninfo_to_dict

from korpu.kernel.errors import Unavailable
from korpu.site.postgres import ADMIN, Cluster
from tests.harness.fingerprint import ROOT

CHECKOUT = hashlib.sha256(f"{socket.gethostname()}:{ROOT}".encode()).hexdigest()[:8]
# Nobody's data depend on a test server: it need not survive a power cut.
FAST = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_wal_size": "2GB",
    "jit": "off",
    "shared_buffers": "64MB",
}


@dataclass(frozen=True)
class Server:
    """How to reach the server as an administrator (libpq's own parameter names)."""

    parameters: Mapping[str, str]

    def connect(self, database: str = "postgres") -> psycopg.Connection:
        return psycopg.connect(**{**self.parameters, "dbname": database}, autocommit=True)


@contextmanager
def test_server() -> Iterator[Server]:
    url = os.environ.get("KORPU_TEST_DATABASE_URL")
    if url:
        yield Server({name: str(value) for name, value in conninfo_to_dict(url).items()})
        return
    with ExitStack() as stack:
        cluster = stack.enter_context(_own_cluster())
        yield Server(cluster.parameters(ADMIN, "postgres"))


test_server.__test__ = False


@contextmanager
def _own_cluster() -> Iterator[Cluster]:
    state = Path(tempfile.gettempdir()) / f"korpu-tests-{os.geteuid()}" / CHECKOUT
    with ExitStack() as stack:
        try:
            cluster = stack.enter_context(Cluster(state, FAST).running())
        except Unavailable:
            # Without fsync a machine that lost its power leaves rubbish: start afresh, once.
            shutil.rmtree(state, ignore_errors=True)
            cluster = stack.enter_context(Cluster(state, FAST).running())
        yield cluster
