"""Which page answers at which address."""

from django.urls import URLPattern, URLResolver, include, path

from korpu.domains.readmission.api import machine_door
from korpu.site.errors import answer, http_status
from korpu.site.home import home

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home, name="home"),
    path("", include("korpu.site.public.urls")),
    path("", include("korpu.foundations.ui.urls")),
    path("", include("korpu.foundations.accounts.urls")),
    path("", include("korpu.foundations.audit.urls")),
    path("", include("korpu.foundations.organisations.urls")),
    path("notifications/", include("korpu.foundations.notifications.urls")),
    path("mail/", include("korpu.foundations.mail.urls")),
    path("persons/", include("korpu.foundations.persons.urls")),
    path("codelists/", include("korpu.foundations.codelists.urls")),
    path("", include("korpu.foundations.casework.urls")),
    path("", include("korpu.foundations.law.urls")),
    path("", include("korpu.domains.assistance.urls")),
    path("", include("korpu.domains.readmission.urls")),
    path("", include("korpu.domains.statistics.urls")),
    path("", include("korpu.domains.information.urls")),
    path("", include("korpu.domains.calls.urls")),
    path("", include("korpu.domains.programmes.urls")),
    path("", include("korpu.domains.programmes.iati.urls")),
    path("", include("korpu.domains.events.urls")),
    path("api/v1/", include(machine_door(http_status))),
]

handler400 = answer(400)
handler403 = answer(403)
handler404 = answer(404)
handler500 = answer(500)
