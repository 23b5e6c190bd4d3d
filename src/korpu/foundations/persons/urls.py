from django.urls import path

from korpu.foundations.persons.views import file, merging, search

app_name = "persons"
urlpatterns = [
    path("", search.search, name="search"),
    path("found/<uuid:searched>/", search.found, name="found"),
    path("found/<uuid:searched>/register/", search.register, name="register"),
    path("compare/", merging.pick, name="pick"),
    path("compare/<uuid:one>/<uuid:other>/", merging.compare, name="compare"),
    path("compare/<uuid:one>/<uuid:other>/merge/", merging.merge, name="merge"),
    path("compare/<uuid:one>/<uuid:other>/relate/", merging.relate, name="relate"),
    path("merges/<uuid:merge>/undo/", merging.undo, name="undo"),
    path("<uuid:uuid>/", file.show, name="person"),
    path("<uuid:uuid>/readers/", file.readers, name="readers"),
    path("<uuid:uuid>/facts/<slug:kind>/", file.add_fact, name="add_fact"),
    path("<uuid:uuid>/facts/<uuid:fact>/withdraw/", file.withdraw_fact, name="withdraw_fact"),
    path("<uuid:uuid>/documents/", file.add_document, name="add_document"),
    path(
        "<uuid:uuid>/documents/<uuid:document>/withdraw/",
        file.withdraw_document,
        name="withdraw_document",
    ),
    path("<uuid:uuid>/holds/", file.add_hold, name="add_hold"),
    path("<uuid:uuid>/holds/<uuid:hold>/end/", file.end_hold, name="end_hold"),
]
