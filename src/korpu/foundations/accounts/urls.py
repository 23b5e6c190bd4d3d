"""Addresses of logging in, one's own account, and the administration of people."""

from typing import Any

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as keys
from django.urls import path, re_path

from korpu.foundations.accounts.views import administration, own, signing_in
from korpu.kernel.access import Access, mark

# allauth's pages in use; one that is not named here does not exist.
WHILE_SIGNING_IN: dict[str, tuple[str, Any]] = {
    "logout/": ("account_logout", account.logout),
    "inactive/": ("account_inactive", account.account_inactive),
    "password/reset/": ("account_reset_password", account.password_reset),
    "password/reset/done/": ("account_reset_password_done", account.password_reset_done),
    "password/reset/key/done/": (
        "account_reset_password_from_key_done",
        account.password_reset_from_key_done,
    ),
    "2fa/authenticate/": ("mfa_authenticate", mfa.authenticate),
    "2fa/webauthn/login/": ("mfa_login_webauthn", keys.login_webauthn),
}
ONCE_SIGNED_IN: dict[str, tuple[str, Any]] = {
    "reauthenticate/": ("account_reauthenticate", account.reauthenticate),
    "password/change/": ("account_change_password", account.password_change),
    "password/set/": ("account_set_password", account.password_set),
    "2fa/": ("mfa_index", mfa.index),
    "2fa/reauthenticate/": ("mfa_reauthenticate", mfa.reauthenticate),
    "2fa/totp/activate/": ("mfa_activate_totp", totp.activate_totp),
    "2fa/totp/deactivate/": ("mfa_deactivate_totp", totp.deactivate_totp),
    "2fa/recovery-codes/": ("mfa_view_recovery_codes", codes.view_recovery_codes),
    "2fa/recovery-codes/generate/": (
        "mfa_generate_recovery_codes",
        codes.generate_recovery_codes,
    ),
    "2fa/recovery-codes/download/": (
        "mfa_download_recovery_codes",
        codes.download_recovery_codes,
    ),
    "2fa/webauthn/": ("mfa_list_webauthn", keys.list_webauthn),
    "2fa/webauthn/add/": ("mfa_add_webauthn", keys.add_webauthn),
    "2fa/webauthn/reauthenticate/": ("mfa_reauthenticate_webauthn", keys.reauthenticate_webauthn),
    "2fa/webauthn/keys/<int:pk>/remove/": ("mfa_remove_webauthn", keys.remove_webauthn),
    "2fa/webauthn/keys/<int:pk>/edit/": ("mfa_edit_webauthn", keys.edit_webauthn),
}
RESET_KEY = r"^accounts/password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$"

urlpatterns = [
    path("accounts/login/", signing_in.log_in, name="account_login"),
    path("accounts/signup/", signing_in.no_sign_up, name="account_signup"),
    path("accounts/demo/<uuid:uuid>/", signing_in.log_in_as, name="accounts-demo-login"),
    re_path(
        RESET_KEY,
        mark(account.password_reset_from_key, Access("signing_in")),
        name="account_reset_password_from_key",
    ),
    *(
        path(f"accounts/{route}", mark(view, Access("signing_in")), name=name)
        for route, (name, view) in WHILE_SIGNING_IN.items()
    ),
    *(
        path(f"accounts/{route}", mark(view, Access("enrolling")), name=name)
        for route, (name, view) in ONCE_SIGNED_IN.items()
    ),
    path("account/", own.own, name="accounts-own"),
    path("account/profile/", own.profile, name="accounts-own-profile"),
    path("account/office/", own.choose_office, name="accounts-own-office"),
    path("account/sessions/", own.sessions, name="accounts-own-sessions"),
    path("account/sessions/<int:pk>/end/", own.end_session, name="accounts-own-session-end"),
    path("account/sessions/end-others/", own.end_other_sessions, name="accounts-own-sessions-end"),
    path("people/", administration.people, name="accounts-people"),
    path("compartments/", administration.compartments, name="accounts-compartments"),
    path("compartments/open/", administration.open_compartment, name="accounts-compartment-open"),
    path("people/invite/", administration.invite, name="accounts-invite"),
    path("people/<uuid:uuid>/", administration.person, name="accounts-person"),
    path("people/<uuid:uuid>/edit/", administration.edit, name="accounts-person-edit"),
    path("people/<uuid:uuid>/invite/", administration.invite_again, name="accounts-invite-again"),
    path("people/<uuid:uuid>/withdraw/", administration.withdraw, name="accounts-withdraw"),
    path("people/<uuid:uuid>/restore/", administration.restore, name="accounts-restore"),
    path(
        "people/<uuid:uuid>/sessions/end/",
        administration.end_sessions,
        name="accounts-sessions-end",
    ),
    path("people/<uuid:uuid>/roles/grant/", administration.grant, name="accounts-grant"),
    path(
        "people/<uuid:uuid>/roles/<int:pk>/end/",
        administration.end_grant,
        name="accounts-grant-end",
    ),
    path("people/<uuid:uuid>/deputies/add/", administration.appoint, name="accounts-appoint"),
    path(
        "people/<uuid:uuid>/deputies/<int:pk>/end/",
        administration.end_deputyship,
        name="accounts-deputyship-end",
    ),
]
