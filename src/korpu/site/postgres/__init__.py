"""An own PostgreSQL server, started and watched by us: nothing to install, nothing left behind.

Meant for the demonstration, for tests and for trying the system out. A service in production runs
on a PostgreSQL server its operators look after (``DATABASE_URL``).
"""

from korpu.site.postgres.binaries import Binaries, find_binaries
from korpu.site.postgres.cluster import Cluster
from korpu.site.postgres.layout import default_state_directory
from korpu.site.postgres.roles import (
    ADMIN,
    ANALYTICS,
    APP,
    BACKUP,
    OWNER,
    create_database,
    prepare_database,
    prepare_roles,
)

__all__ = [
    "ADMIN",
    "ANALYTICS",
    "APP",
    "BACKUP",
    "OWNER",
    "Binaries",
    "Cluster",
    "create_database",
    "default_state_directory",
    "find_binaries",
    "prepare_database",
    "prepare_roles",
]
