"""Addresses of the programmes room."""

from django.urls import path

from korpu.domains.programmes.views import projects

app_name = "programmes"
urlpatterns = [
    path("programmes/projects/", projects.portfolio, name="portfolio"),
    path("programmes/projects/<slug:code>/", projects.project, name="project"),
]
