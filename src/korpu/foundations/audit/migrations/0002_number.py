from django.db import migrations, models

FORWARD = """
alter table audit_event add column object_number text
  generated always as (coalesce(body::jsonb -> 'new' ->> 'number',
                                body::jsonb -> 'old' ->> 'number')) stored;
create index audit_event_number on audit_event (object_number, id) where object_number is not null;
"""
BACK = "alter table audit_event drop column object_number"


class Migration(migrations.Migration):
    """Let an auditor find a case by the number people know it by."""

    dependencies = [("audit", "0001_initial")]
    operations = [
        migrations.RunSQL(
            FORWARD,
            BACK,
            state_operations=[
                migrations.AddField(
                    model_name="event",
                    name="object_number",
                    field=models.CharField(
                        help_text="Number people know the thing by, such as RDM-2026-000123.",
                        max_length=100,
                        null=True,
                    ),
                )
            ],
        )
    ]
