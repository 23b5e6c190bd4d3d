"""Addresses of one's notifications."""

from django.urls import path

from korpu.foundations.notifications import views

app_name = "notifications"
urlpatterns = [
    path("", views.show, name="list"),
    path("read/", views.read_all, name="read-all"),
    path("choices/", views.choices, name="choices"),
    path("<uuid:uuid>/", views.follow, name="open"),
]
