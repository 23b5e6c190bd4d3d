from django.urls import path

from korpu.domains.statistics.views import approval, downloads, public, series, workbench

app_name = "statistics"
_release = "statistics/releases/<uuid:uuid>/"
_bench = "statistics-workbench/"
urlpatterns = [
    path("statistics/", public.releases, name="releases"),
    path(_release, public.release, name="release"),
    path(f"{_release}figures/<int:place>/", public.lineage, name="lineage"),
    path(f"{_release}data.csv", downloads.csv, name="csv"),
    path(f"{_release}data.sdmx.csv", downloads.sdmx_csv, name="sdmx_csv"),
    path(f"{_release}structure.xml", downloads.sdmx_structure, name="sdmx_structure"),
    path(f"{_release}manifest.json", downloads.manifest, name="manifest"),
    path("statistics/refugees/", series.series, name="series"),
    path("statistics/refugees/data.csv", series.series_csv, name="series_csv"),
    path(_bench, workbench.overview, name="workbench"),
    path(f"{_bench}runs/new/", workbench.new_run, name="new_run"),
    path(f"{_bench}runs/<uuid:uuid>/", workbench.run, name="run"),
    path(f"{_bench}runs/<uuid:uuid>/release/", workbench.prepare, name="prepare"),
    path(f"{_bench}extracts/", workbench.extracts, name="extracts"),
    path(f"{_bench}releases/<uuid:uuid>/", approval.release, name="workbench_release"),
    path(f"{_bench}releases/<uuid:uuid>/approve/", approval.approve, name="approve"),
    path(f"{_bench}releases/<uuid:uuid>/publish/", approval.publish, name="publish"),
    path(f"{_bench}releases/<uuid:uuid>/discard/", approval.discard, name="discard"),
]
