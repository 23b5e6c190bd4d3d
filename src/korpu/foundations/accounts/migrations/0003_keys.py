from django.db import migrations

from korpu.foundations.accounts.operations import ProtectTable
from korpu.foundations.audit.operations import AuditTable

OWN = (
    "user_id = (select korpu_actor()) or (select korpu_signing_in())"
    " or (select korpu_holds('administration'))"
)


class Migration(migrations.Migration):
    """Second factors, e-mail addresses and sessions: one's own, and the administrators'."""

    dependencies = [
        ("accounts", "0002_access"),
        ("account", "0009_emailaddress_unique_primary_email"),
        ("mfa", "0003_authenticator_type_uniq"),
        ("usersessions", "0001_initial"),
    ]
    operations = [
        ProtectTable("mfa_authenticator", using=OWN),
        ProtectTable("account_emailaddress", using=OWN),
        ProtectTable("usersessions_usersession", using=OWN),
        AuditTable(
            "mfa_authenticator",
            mask=("data",),
            ignore=("last_used_at",),
            parent=("accounts_user", "user_id"),
        ),
    ]
