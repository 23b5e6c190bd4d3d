"""The worker of the service, on a test's database and with small batches.

    python -m tests.system.small_worker '{"NAME": …}'    # Django's settings of the database

Small, so that a handful of cases is several transactions, and one can be cut off in the middle.
"""

import json
import os
import sys

import django
from django.db import connections


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "korpu.site.settings")
    django.setup()
    connections.settings["default"].update(json.loads(sys.argv[1]))
    from korpu.foundations.law.services import moving, reprojection

    reprojection.BATCH = moving.BATCH = 2
    from korpu.site.worker import main as work

    work()


if __name__ == "__main__":
    main()
