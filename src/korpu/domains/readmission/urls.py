from django.urls import path

from korpu.domains.readmission.views import (
    applications,
    documents,
    drafts,
    exchange,
    identity,
    tokens,
    weighing,
)

app_name = "readmission"
urlpatterns = [
    path("readmission/", applications.index, name="applications"),
    path(
        "readmission/evidence/<uuid:uuid>/file/", applications.evidence_file, name="evidence_file"
    ),
    path("readmission/drafts/", drafts.start, name="start"),
    path("readmission/drafts/<uuid:uuid>/discard/", drafts.discard, name="discard"),
    path(
        "readmission/drafts/<uuid:uuid>/family/<int:place>/remove/",
        drafts.remove_member,
        name="remove_member",
    ),
    path(
        "readmission/drafts/<uuid:uuid>/evidence/<uuid:evidence_uuid>/remove/",
        drafts.remove_evidence,
        name="remove_evidence",
    ),
    path("readmission/drafts/<uuid:uuid>/form.json", documents.draft_json, name="draft_json"),
    path("readmission/drafts/<uuid:uuid>/<slug:name>/", drafts.step, name="step"),
    path("readmission/import/", documents.import_form, name="import"),
    path("readmission/forms/<slug:sheet>.schema.json", documents.schema, name="schema"),
    path("readmission/cases/<uuid:uuid>/form.json", documents.case_json, name="case_json"),
    path(
        "readmission/cases/<uuid:uuid>/form-<slug:language>.pdf",
        documents.case_pdf,
        name="case_pdf",
    ),
    path("readmission/evidence/<uuid:uuid>/weight/", weighing.weigh, name="weigh"),
    path("readmission/cases/<uuid:uuid>/identity/", identity.show, name="identity"),
    path("readmission/cases/<uuid:uuid>/identity/search/", identity.search, name="identity_search"),
    path("readmission/cases/<uuid:uuid>/identity/link/", identity.link, name="identity_link"),
    path(
        "readmission/cases/<uuid:uuid>/identity/register/",
        identity.register,
        name="identity_register",
    ),
    path("readmission/cases/<uuid:uuid>/exchange/", exchange.of_case, name="case_exchange"),
    path(
        "readmission/cases/<uuid:uuid>/exchange/statement/",
        exchange.release,
        name="release_statement",
    ),
    path("readmission/exchange-statements/<uuid:uuid>/", exchange.statement, name="statement"),
    path(
        "readmission/exchange-statements/<uuid:uuid>/file/",
        exchange.statement_file,
        name="statement_file",
    ),
    path("readmission/exchanges/", exchange.index, name="exchanges"),
    path("readmission/exchanges.csv", exchange.export, name="exchanges_csv"),
    path("readmission/alerts/", exchange.alerts, name="alerts"),
    path("readmission/alerts/<uuid:uuid>/", exchange.alert, name="alert"),
    path("readmission/tokens/", tokens.index, name="tokens"),
    path("readmission/tokens/new/", tokens.create, name="token_create"),
    path("readmission/tokens/<uuid:uuid>/rotate/", tokens.rotate, name="token_rotate"),
    path("readmission/tokens/<uuid:uuid>/revoke/", tokens.revoke, name="token_revoke"),
]
