"""Addresses of the events room: staff below ``programmes/events/``, the public beside it."""

from django.urls import path

from korpu.domains.events.views import (
    attendance,
    batches,
    certificates,
    figures,
    joining,
    mine,
    outcomes,
    people,
    programme,
    public,
    staff,
)

app_name = "events"
_all = "programmes/events/"
_one = f"{_all}<uuid:uuid>/"
_person = f"{_one}participants/<uuid:person>/"
_half = f"{_one}attendance/<uuid:half>/"
_batch = f"{_one}work/<uuid:batch>/"
_paper = f"{_one}certificates/<uuid:certificate>/"
_slug = "events/<slug:slug>/"
_mine = "events/mine/<str:token>/"
_invited = "events/invited/<str:token>/"
STAFF = [
    path(_all, staff.listing, name="listing"),
    path(f"{_all}events.csv", staff.listing_csv, name="listing_csv"),
    path(f"{_all}new/", staff.new, name="new"),
    path(f"{_all}figures/", figures.figures, name="figures"),
    path(f"{_all}tasks/", outcomes.tasks, name="tasks"),
    path(f"{_all}tasks/<uuid:uuid>/", outcomes.finish, name="finish"),
    path(f"{_all}badge/<str:token>/", attendance.badge, name="badge"),
    path(_one, staff.event, name="event"),
    path(f"{_one}edit/", staff.edit, name="edit"),
    path(f"{_one}places/", staff.places, name="places"),
    path(f"{_one}announce/", staff.announce, name="announce"),
    path(f"{_one}close/", staff.close, name="close"),
    path(f"{_one}cancel/", staff.cancel, name="cancel"),
    path(f"{_one}programme/", programme.programme, name="programme"),
    path(f"{_one}programme/new/", programme.new_session, name="new_session"),
    path(f"{_one}programme/<int:pk>/", programme.session, name="session"),
    path(f"{_one}materials/new/", programme.new_material, name="new_material"),
    path(f"{_one}materials/<uuid:material>/", programme.material, name="material"),
    path(f"{_one}invitations/", people.invitations, name="invitations"),
    path(
        f"{_one}invitations/<uuid:invitation>/close/",
        people.close_invitation,
        name="close_invitation",
    ),
    path(f"{_one}participants/", people.participants, name="participants"),
    path(f"{_one}participants.csv", people.participants_csv, name="participants_csv"),
    path(f"{_one}participants/new/", people.add_participant, name="add_participant"),
    path(f"{_one}participants/import/", batches.new_import, name="import"),
    path(f"{_one}participants/import/template.csv", batches.template, name="import_template"),
    path(_person, people.participant, name="participant"),
    path(f"{_person}remove/", people.remove_participant, name="remove_participant"),
    path(_batch, batches.batch, name="batch"),
    path(f"{_batch}report.csv", batches.batch_csv, name="batch_csv"),
    path(f"{_batch}undo/", batches.undo, name="undo"),
    path(f"{_one}attendance/", attendance.attendance, name="attendance"),
    path(_half, attendance.half_day, name="half_day"),
    path(f"{_half}code/", attendance.room_code, name="room_code"),
    path(f"{_one}outcome/", outcomes.outcome, name="outcome"),
    path(f"{_one}outcome/minutes/", outcomes.minutes, name="minutes"),
    path(f"{_one}outcome/decisions/new/", outcomes.new_decision, name="new_decision"),
    path(f"{_one}certificates/", certificates.certificates, name="certificates"),
    path(f"{_one}certificates/issue/", certificates.issue, name="issue"),
    path(f"{_paper}certificate.pdf", certificates.certificate, name="certificate"),
    path(f"{_paper}revoke/", certificates.revoke, name="revoke"),
]
SECRET = [
    path(_mine, mine.mine, name="mine"),
    path(f"{_mine}confirm/", mine.confirm, name="confirm"),
    path(f"{_mine}cancel/", mine.cancel, name="my_cancel"),
    path(f"{_mine}event.ics", mine.my_calendar, name="my_calendar"),
    path(f"{_mine}evaluation/", outcomes.my_evaluation, name="my_evaluation"),
    path(f"{_mine}materials/<uuid:uuid>/", mine.my_material, name="my_material"),
    path(f"{_mine}<str:number>.pdf", certificates.my_certificate, name="my_certificate"),
    path(_invited, joining.nominate, name="nominate"),
    path(f"{_invited}<uuid:uuid>/withdraw/", joining.withdraw, name="withdraw"),
    path("events/attend/<str:token>/", attendance.attend, name="attend"),
]
PUBLIC = [
    path("events/", public.listing, name="public_listing"),
    path("events/events.ics", public.feed, name="feed"),
    path("certificates/", certificates.check_any, name="check_any"),
    path("certificates/<str:number>/", certificates.check, name="check"),
    path(_slug, public.event, name="public_event"),
    path(f"{_slug}event.ics", public.event_calendar, name="public_event_ics"),
    path(f"{_slug}register/", joining.register, name="register"),
    path(f"{_slug}registered/", joining.registered, name="registered"),
    path(f"{_slug}materials/<uuid:uuid>/", programme.public_material, name="public_material"),
]
urlpatterns = [*STAFF, *SECRET, *PUBLIC]
