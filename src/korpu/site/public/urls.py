"""Addresses of the public site across rooms."""

from django.urls import path

from korpu.site.public import views

urlpatterns = [
    path("search/", views.search, name="search"),
    path("feeds/<slug:name>.atom", views.feed, name="feed"),
    path("open-data/", views.open_data, name="open_data"),
    path("open-data/catalogue.jsonld", views.catalogue, name="data_catalogue"),
    path("sitemap.xml", views.sitemap, name="sitemap"),
    path("robots.txt", views.robots, name="robots"),
]
