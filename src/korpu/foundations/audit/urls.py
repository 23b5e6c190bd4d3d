"""Addresses of the auditors' pages."""

from django.urls import path

from korpu.foundations.audit import views

urlpatterns = [
    path("audit/", views.events, name="audit-events"),
    path("audit/events/<int:pk>/", views.event, name="audit-event"),
    path("audit/chain/", views.chain, name="audit-chain"),
    path("audit/chain/verify/", views.verify, name="audit-verify"),
    path("audit/chain/anchor/", views.anchor, name="audit-anchor"),
    path("audit/chain/bundle/", views.bundle, name="audit-bundle"),
]
