"""Addresses of the programmes room."""

from django.urls import path

from korpu.domains.programmes.views import open_data, projects, public

app_name = "programmes"
urlpatterns = [
    path("projects/", public.portfolio, name="public_projects"),
    path("projects/data.csv", open_data.projects_csv, name="projects_csv"),
    path("projects/results.csv", open_data.results_csv, name="results_csv"),
    path("projects/<slug:code>/", public.project, name="public_project"),
    path("programmes/projects/", projects.portfolio, name="portfolio"),
    path("programmes/projects/<slug:code>/", projects.project, name="project"),
]
