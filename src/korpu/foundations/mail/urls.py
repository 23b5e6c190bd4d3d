"""Addresses of outgoing mail."""

from django.urls import path

from korpu.foundations.mail import views

app_name = "mail"
urlpatterns = [
    path("", views.messages, name="messages"),
    path("<uuid:uuid>/", views.message, name="message"),
    path("<uuid:uuid>/again/", views.again, name="again"),
    path("<uuid:uuid>/give-up/", views.end, name="give-up"),
]
