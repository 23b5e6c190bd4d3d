from korpu.foundations.accounts.services.bodies import load_organisations
from korpu.foundations.accounts.services.compartments import open_compartment
from korpu.foundations.accounts.services.deputyships import appoint_deputy, end_deputyship
from korpu.foundations.accounts.services.grants import end_grant, grant_role
from korpu.foundations.accounts.services.invitations import send_invitation
from korpu.foundations.accounts.services.sessions import end_session, end_sessions
from korpu.foundations.accounts.services.users import (
    edit_profile,
    make_user,
    restore_user,
    withdraw_user,
)

__all__ = [
    "appoint_deputy",
    "edit_profile",
    "end_deputyship",
    "end_grant",
    "end_session",
    "end_sessions",
    "grant_role",
    "load_organisations",
    "make_user",
    "open_compartment",
    "restore_user",
    "send_invitation",
    "withdraw_user",
]
