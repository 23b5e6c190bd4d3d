"""Addresses of the events room: staff below ``programmes/events/``, the public beside it."""

from django.urls import path

from korpu.domains.events.views import public, staff

app_name = "events"
_all = "programmes/events/"
_one = f"{_all}<uuid:uuid>/"
urlpatterns = [
    path(_all, staff.listing, name="listing"),
    path(f"{_all}events.csv", staff.listing_csv, name="listing_csv"),
    path(f"{_all}new/", staff.new, name="new"),
    path(_one, staff.event, name="event"),
    path(f"{_one}edit/", staff.edit, name="edit"),
    path(f"{_one}places/", staff.places, name="places"),
    path(f"{_one}announce/", staff.announce, name="announce"),
    path(f"{_one}close/", staff.close, name="close"),
    path(f"{_one}cancel/", staff.cancel, name="cancel"),
    path("events/", public.listing, name="public_listing"),
    path("events/events.ics", public.feed, name="feed"),
    path("events/<slug:slug>/", public.event, name="public_event"),
    path("events/<slug:slug>/event.ics", public.event_calendar, name="public_event_ics"),
]
