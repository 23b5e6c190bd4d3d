from django.urls import path

from korpu.foundations.law.views import changes, receipts, works

app_name = "law"
urlpatterns = [
    path("law/", changes.index, name="changes"),
    path("law/add/", changes.choose, name="choose"),
    path("law/add/<slug:kind>/", changes.add, name="add"),
    path("law/changes/<uuid:uuid>/", changes.show, name="change"),
    path("law/changes/<uuid:uuid>/diff.md", changes.diff_file, name="diff"),
    path("law/changes/<uuid:uuid>/discard/", changes.discard, name="discard"),
    path("law/changes/<uuid:uuid>/publish/", changes.publish, name="publish"),
    path("law/changes/<uuid:uuid>/withdraw/", changes.withdraw, name="withdraw"),
    path("law/changes/<uuid:uuid>/what-if/", works.what_if, name="what_if"),
    path("law/moves/", works.moves, name="moves"),
    path("law/works/<uuid:uuid>/", works.show, name="work"),
    path("law/works/<uuid:uuid>/rows.csv", works.rows, name="rows"),
    path("law/works/<uuid:uuid>/sign/", works.sign, name="sign"),
    path("law/works/<uuid:uuid>/undo/", works.undo, name="undo"),
    path("cases/<uuid:uuid>/receipts/", receipts.index, name="receipts"),
    path("cases/<uuid:uuid>/receipts/<int:seq>.json", receipts.download, name="receipt"),
]
