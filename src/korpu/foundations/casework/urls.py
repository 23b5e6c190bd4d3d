from django.urls import path

from korpu.foundations.casework.views import (
    acts,
    cases,
    handovers,
    lists,
    papers,
    procedures,
    work,
    worklist,
)

app_name = "casework"
urlpatterns = [
    path("work/", worklist.show, name="worklist"),
    path("work/assign/", worklist.assign, name="assign_many"),
    path("work/export.csv", worklist.export, name="export"),
    path("work/lists/", lists.show, name="lists"),
    path("work/lists/save/", lists.save, name="list_save"),
    path("work/lists/<uuid:uuid>/remove/", lists.remove, name="list_remove"),
    path("work/lists/<uuid:uuid>/first/", lists.first, name="list_first"),
    path("work/hand-overs/<uuid:uuid>/", handovers.show, name="handover"),
    path("work/hand-overs/<uuid:uuid>/undo/", handovers.undo, name="undo"),
    path("cases/<uuid:uuid>/", cases.overview, name="case"),
    path("cases/<uuid:uuid>/log/", cases.log, name="log"),
    path("cases/<uuid:uuid>/people/", cases.people, name="people"),
    path("cases/<uuid:uuid>/papers/", papers.show, name="papers"),
    path("cases/<uuid:uuid>/papers/attach/", papers.attach, name="attach"),
    path("cases/<uuid:uuid>/files/<uuid:file>/", papers.download, name="file"),
    path("cases/<uuid:uuid>/letters/<uuid:letter>/send/", papers.send, name="send"),
    path("cases/<uuid:uuid>/work/", work.show, name="work"),
    path("cases/<uuid:uuid>/work/note/", work.note, name="note"),
    path("cases/<uuid:uuid>/work/task/", work.task, name="task"),
    path("cases/<uuid:uuid>/work/task/<uuid:task>/done/", work.task_done, name="task_done"),
    path("cases/<uuid:uuid>/work/assign/", work.assign, name="assign"),
    path("cases/<uuid:uuid>/readers/", cases.readers, name="readers"),
    path("cases/<uuid:uuid>/acts/<slug:act>/", acts.perform, name="act"),
    path("procedures/", procedures.index, name="procedures"),
    path("procedures/<path:identifier>/", procedures.show, name="procedure"),
]
