"""Addresses of the information room."""

from django.urls import path

from korpu.domains.information.views import public

app_name = "information"
urlpatterns = [
    path("publications/", public.publications, name="publications"),
    path("publications/data.csv", public.publications_csv, name="publications_csv"),
    path("publications/files/<uuid:uuid>/", public.file, name="file"),
    path("publications/recommendations/", public.recommendations, name="recommendations"),
    path("publications/<slug:slug>/", public.publication, name="publication"),
]
