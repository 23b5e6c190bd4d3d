"""``uv run python -m tests.journeys http://127.0.0.1:8000``: take the pictures anew.

A demonstration (``korpu demo``) runs at the address.
"""

import os
import sys

import django

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "korpu.site.settings")
    django.setup()
    from tests.journeys.pictures import take_pictures

    take_pictures(sys.argv[1].rstrip("/"))
