"""Addresses of the room: staff below ``programmes/publications/``, the public beside it."""

from django.urls import path

from korpu.domains.information.views import editions, public, recommendations, workbench

app_name = "information"
_all = "programmes/publications/"
_one = f"{_all}<uuid:uuid>/"
_edition = f"{_all}editions/<uuid:uuid>/"
urlpatterns = [
    path("publications/", public.publications, name="publications"),
    path("publications/data.csv", public.publications_csv, name="publications_csv"),
    path("publications/files/<uuid:uuid>/", public.file, name="file"),
    path("publications/recommendations/", public.recommendations, name="recommendations"),
    path("publications/<slug:slug>/", public.publication, name="publication"),
    path(_all, workbench.listing, name="workbench"),
    path(f"{_all}data.csv", workbench.listing_csv, name="workbench_csv"),
    path(f"{_all}new/", workbench.new, name="new"),
    path(_one, workbench.publication, name="desk"),
    path(f"{_one}edit/", workbench.edit, name="edit"),
    path(f"{_one}withdraw/", workbench.withdrawal, name="withdraw"),
    path(f"{_one}editions/new/", editions.new, name="new_edition"),
    path(f"{_one}editions/new/languages/", editions.new_versions, name="new_versions"),
    path(f"{_one}recommendations/new/", recommendations.new, name="new_recommendation"),
    path(f"{_one}steps/<slug:act>/", workbench.act, name="act"),
    path(f"{_edition}edit/", editions.edit, name="edit_edition"),
    path(f"{_edition}files/", editions.upload, name="upload"),
    path(f"{_edition}printing/", editions.printing, name="printing"),
    path(f"{_edition}handout/", editions.handout, name="handout"),
    path(f"{_edition}withdraw/", editions.withdrawal, name="withdraw_edition"),
    path(f"{_edition}steps/<slug:act>/", editions.act, name="edition_act"),
    path(f"{_all}files/<uuid:uuid>/", editions.file, name="staff_file"),
    path(f"{_all}files/<uuid:uuid>/remove/", editions.drop_file, name="drop_file"),
    path(f"{_all}distributions/<uuid:uuid>/cancel/", editions.cancel, name="cancel"),
    path(f"{_all}recommendations/<uuid:uuid>/", recommendations.report, name="report"),
]
