"""Doors of information, and the public pages of projects."""

from tests.architecture.access.doors import Door

DOORS = {
    "programmes:public_projects": Door(),
    "search": Door(query={"q": "mobilaze"}),
    "feed": Door(lambda _world: {"name": "all"}),
    "open_data": Door(),
    "data_catalogue": Door(),
    "sitemap": Door(),
    "robots": Door(),
    "programmes:projects_csv": Door(),
    "programmes:results_csv": Door(),
    "programmes:public_project": Door(lambda _world: {"code": "mobilaze"}),
    "information:publications": Door(),
    "information:publications_csv": Door(),
    "information:recommendations": Door(),
    "information:publication": Door(lambda w: {"slug": w.publications.public.slug}),
    "information:file": Door(lambda w: {"uuid": w.publications.file.uuid}),
}
