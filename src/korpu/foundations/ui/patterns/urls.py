"""Addresses of the pattern book."""

from django.urls import path

from korpu.foundations.ui.patterns import views

urlpatterns = [
    path("", views.components, name="patterns"),
    path("form/", views.form, name="pattern-form"),
    path("list/", views.listing, name="pattern-list"),
]
