"""Addresses of organisations and offices."""

from django.urls import path

from korpu.foundations.organisations import views

urlpatterns = [
    path("organisations/", views.organisations, name="organisations"),
    path("organisations/add/", views.add_organisation, name="organisations-add"),
    path("organisations/<slug:code>/", views.edit_organisation, name="organisations-edit"),
    path(
        "organisations/<slug:code>/offices/add/", views.add_office, name="organisations-office-add"
    ),
    path("offices/<slug:code>/", views.edit_office, name="organisations-office-edit"),
]
