"""Addresses of the programmes room."""

from django.urls import path

from korpu.domains.programmes.views import (
    approvals,
    claims,
    logframe,
    open_data,
    parts,
    projects,
    public,
    registers,
    report,
    tabs,
    workbook,
)

app_name = "programmes"
ONE = "programmes/projects/<slug:code>/"
ENTRY = "programmes/registers/<slug:register>/<uuid:uuid>/"
urlpatterns = [
    path("projects/", public.portfolio, name="public_projects"),
    path("projects/data.csv", open_data.projects_csv, name="projects_csv"),
    path("projects/results.csv", open_data.results_csv, name="results_csv"),
    path("projects/<slug:code>/", public.project, name="public_project"),
    path("programmes/projects/", projects.portfolio, name="portfolio"),
    path("programmes/projects.csv", projects.portfolio_csv, name="portfolio_csv"),
    path("programmes/new-project/", projects.new, name="new"),
    path("programmes/registers/<slug:register>/", registers.register, name="register"),
    path("programmes/registers/<slug:register>/new/", registers.add, name="add_entry"),
    path(f"{ENTRY}", registers.change, name="change_entry"),
    path(f"{ENTRY}end/", registers.end, name="end_entry"),
    path(f"{ENTRY}put-back/", registers.put_back, name="put_back_entry"),
    path(ONE, tabs.overview, name="project"),
    path(f"{ONE}edit/", projects.edit, name="edit"),
    path(f"{ONE}logframe/", logframe.logframe, name="logframe"),
    path(f"{ONE}activities/", tabs.activities, name="activities"),
    path(f"{ONE}money/", tabs.money, name="money"),
    path(f"{ONE}organisations/", tabs.organisations, name="organisations"),
    path(f"{ONE}risks/", tabs.risks, name="risks"),
    path(f"{ONE}comments/", tabs.comment, name="comment"),
    path(f"{ONE}sources/", tabs.sources, name="sources"),
    path(f"{ONE}history/", tabs.history, name="history"),
    path(f"{ONE}approvals/", approvals.approvals, name="approvals"),
    path(f"{ONE}claims/<uuid:uuid>/follow/", claims.follow, name="follow_claim"),
    path(f"{ONE}approvals/changes/<uuid:uuid>/", approvals.decide_change, name="decide_change"),
    path(f"{ONE}approvals/figures/<uuid:uuid>/", approvals.decide_figure, name="decide_figure"),
    path(f"{ONE}approvals/<slug:kind>/<uuid:uuid>/", approvals.decide_money, name="decide_money"),
    path(f"{ONE}workbook/", workbook.workbook, name="workbook"),
    path(f"{ONE}workbook.xlsx", workbook.download, name="workbook_xlsx"),
    path(f"{ONE}workbook/<uuid:uuid>/", workbook.preview, name="workbook_preview"),
    path(f"{ONE}report/", report.report, name="report"),
    path(f"{ONE}report.pdf", report.report_pdf, name="report_pdf"),
    path(f"{ONE}publish/", approvals.publish, name="publish"),
    path(f"{ONE}withdraw/", approvals.withdraw, name="withdraw"),
    path(f"{ONE}parts/<slug:kind>/new/", parts.add, name="add_part"),
    path(f"{ONE}parts/<slug:kind>/<uuid:uuid>/", parts.change, name="change_part"),
    path(f"{ONE}parts/<slug:kind>/<uuid:uuid>/remove/", parts.remove, name="remove_part"),
    path(f"{ONE}parts/<slug:kind>/<uuid:uuid>/put-back/", parts.put_back, name="put_back_part"),
]
