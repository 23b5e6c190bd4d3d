"""Addresses of the calls room."""

from django.urls import path

from korpu.domains.calls.views import applicant, assessor, drafting, judging, public

app_name = "calls"
_staff = "programmes/calls/"
_call = f"{_staff}call/<str:number>/"
_own = "calls/application/<str:secret>/"
_application = f"{_staff}applications/<uuid:uuid>/"
_assessing = f"{_staff}assessment/"
urlpatterns = [
    path("calls/", public.listing, name="public_calls"),
    path("calls/feed/", public.feed, name="feed"),
    path(_own, applicant.own, name="own"),
    path(f"{_own}edit/", applicant.edit, name="own_edit"),
    path(f"{_own}files/", applicant.files, name="own_files"),
    path(f"{_own}files/<uuid:uuid>/", applicant.file, name="own_file"),
    path(f"{_own}files/<uuid:uuid>/remove/", applicant.remove_file, name="own_remove_file"),
    path(f"{_own}letters/<uuid:uuid>/", applicant.letter, name="own_letter"),
    path(f"{_own}submit/", applicant.submit, name="own_submit"),
    path(f"{_own}withdraw/", applicant.withdraw, name="own_withdraw"),
    path(f"{_own}ask/", applicant.ask, name="own_ask"),
    path(f"{_own}object/", applicant.object_to, name="own_object"),
    path("calls/<str:number>/", public.call, name="public_call"),
    path("calls/<str:number>/apply/", public.start, name="start"),
    path("calls/<str:number>/apply/sent/", public.link_sent, name="link_sent"),
    path(_staff, drafting.listing, name="calls"),
    path(f"{_staff}new/", drafting.new, name="new"),
    path(_call, drafting.call, name="call"),
    path(f"{_call}edit/", drafting.edit, name="edit"),
    path(f"{_call}publish/", drafting.publish, name="publish"),
    path(f"{_call}correct/", drafting.correct, name="correct"),
    path(f"{_call}close/", drafting.close, name="close"),
    path(f"{_call}cancel/", drafting.cancel, name="cancel"),
    path(f"{_call}parts/<slug:kind>/", drafting.add_part, name="add_part"),
    path(f"{_call}parts/<slug:kind>/<int:pk>/remove/", drafting.remove_part, name="remove_part"),
    path(f"{_call}questions/", drafting.questions, name="questions"),
    path(f"{_staff}questions/<uuid:uuid>/", drafting.answer_to, name="answer"),
    path(f"{_call}applications/", judging.applications, name="applications"),
    path(f"{_call}applications/csv/", judging.applications_csv, name="applications_csv"),
    path(_application, judging.application, name="application"),
    path(f"{_application}completion/", judging.complete, name="complete"),
    path(f"{_application}check/", judging.check, name="check"),
    path(f"{_application}consensus/", judging.consensus, name="consensus"),
    path(f"{_application}contract/", judging.sign, name="sign"),
    path(f"{_staff}documents/<uuid:uuid>/", judging.document, name="document"),
    path(f"{_staff}letters/<uuid:uuid>/", judging.letter, name="letter"),
    path(f"{_call}assessment/", judging.board, name="board"),
    path(f"{_call}assessment/appoint/", judging.appoint, name="appoint"),
    path(f"{_call}assessment/reveal/", judging.reveal, name="reveal"),
    path(f"{_staff}assessors/<uuid:uuid>/dismiss/", judging.dismiss, name="dismiss"),
    path(f"{_call}decision/", judging.decision, name="decision"),
    path(f"{_call}decision/propose/", judging.propose, name="propose"),
    path(f"{_call}decision/approve/", judging.approve, name="approve"),
    path(f"{_staff}objections/<uuid:uuid>/", judging.rule, name="rule"),
    path(f"{_call}contracts/", judging.contracts, name="contracts"),
    path(f"{_staff}contracts/<uuid:uuid>/end/", judging.end, name="end_contract"),
    path(_assessing, assessor.appointments, name="assessing"),
    path(f"{_assessing}<str:number>/", assessor.to_score, name="to_score"),
    path(f"{_assessing}<str:number>/declare/", assessor.declare, name="declare"),
    path(f"{_assessing}sheets/<uuid:uuid>/", assessor.sheet, name="sheet"),
    path(f"{_assessing}sheets/<uuid:uuid>/lock/", assessor.lock, name="lock"),
    path(f"{_assessing}documents/<uuid:uuid>/", assessor.document, name="assessed_document"),
]
