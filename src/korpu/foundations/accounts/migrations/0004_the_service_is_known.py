from django.db import migrations

SEES = """
  id = (select korpu_actor()) or (select korpu_signing_in())
  or (select korpu_holds('administration')) or (select korpu_holds('audit'))
  or organisation_id = any((select korpu_directory())::bigint[])"""


class Migration(migrations.Migration):
    """Everybody who has logged in knows the service's own account: it signs what timers do.

    A join from a signature to its account must not lose the row.
    """

    dependencies = [("accounts", "0003_keys")]
    operations = [
        migrations.RunSQL(
            f"alter policy korpu_see on accounts_user using ({SEES}"
            " or (is_system and (select korpu_actor()) is not null))",
            f"alter policy korpu_see on accounts_user using ({SEES})",
        )
    ]
