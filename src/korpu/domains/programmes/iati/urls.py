"""Addresses of IATI reporting."""

from django.urls import path

from korpu.domains.programmes.iati.views import imports, public, reporter, staff

app_name = "programmes_iati"
urlpatterns = [
    path("open-data/iati/", public.files, name="files"),
    path("open-data/iati/activities.xml", public.activities, name="activities"),
    path("open-data/iati/organisation.xml", public.organisation, name="public_organisation"),
    path("open-data/iati/projects/<slug:code>.xml", public.activity, name="activity"),
    path("programmes/iati/", staff.overview, name="overview"),
    path("programmes/iati/reporter/", reporter.reporter, name="reporter"),
    path("programmes/iati/organisation/", staff.organisation, name="organisation"),
    path("programmes/iati/versions/<uuid:uuid>.xml", staff.version, name="version"),
    path("programmes/iati/imports/new/", imports.new, name="new_import"),
    path("programmes/iati/imports/<uuid:uuid>/", imports.preview, name="import"),
    path("programmes/projects/<slug:code>/iati/", staff.check, name="check"),
    path("programmes/projects/<slug:code>/iati/details/", staff.details, name="details"),
]
