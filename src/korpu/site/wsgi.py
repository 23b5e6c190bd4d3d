"""The door of the web server. Serving needs a mode on purpose: nothing serves the test settings."""

import os

from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

if os.environ.get("KORPU_MODE") not in {"demo", "production"}:
    raise ImproperlyConfigured("Set KORPU_MODE to production (or run: korpu demo) before serving.")

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "korpu.site.settings")
application = get_wsgi_application()
