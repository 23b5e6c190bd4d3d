"""Who sees and who writes the tables of events.

Everybody reads an announced public event, its places and its programme. People on its lists, what
they answered and what was decided are seen by the office that keeps the event; a task, and the
event it was given at, by whose task it is. A visitor writes nothing: what comes by a secret link is
done by the service's own hand.
"""

from django.db import migrations

from korpu.foundations.accounts.operations import ProtectTable
from korpu.foundations.audit.operations import AuditTable
from korpu.foundations.files.operations import OwnsFiles

OURS = "compartment_id = any((select korpu_compartments())::bigint[])"
SHOWN = "is_public and status in ('announced', 'held', 'cancelled')"
OF_OURS = f"event_id in (select own.id from events_event own where own.{OURS})"
OF_SEEN = "event_id in (select seen.id from events_event seen)"
MY_TASK = "owner_id = (select korpu_actor())"
EVENT = ("events_event", "event_id")
TASKS = """
create function korpu_task_events() returns bigint[]
  language sql stable security definer set search_path = public, pg_temp
  as $$
  select coalesce(array_agg(distinct decision.event_id), '{}')
    from events_decision decision where decision.owner_id = korpu_actor() $$;
comment on function korpu_task_events() is 'Events at which the actor was given a task.';
"""


def of(table: str, column: str) -> str:
    """The row this one belongs to is seen: decided by that table's own policy."""
    return f"{column} in (select parent.id from {table} parent)"


def of_our(table: str, column: str) -> str:
    return f"{column} in (select parent.id from {table} parent where parent.{OF_OURS})"


OF_HALF_DAY = of("events_halfday", "half_day_id")
OF_OUR_HALF_DAY = of_our("events_halfday", "half_day_id")
OF_OUR_SESSION = (
    "session_id in (select parent.id from events_session parent where parent."
    f"{OF_OUR_HALF_DAY})"
)


class Migration(migrations.Migration):
    dependencies = [
        ("events", "0001_initial"),
        ("accounts", "0002_access"),
        ("audit", "0001_initial"),
        ("files", "0002_rights"),
        ("programmes", "0002_protection"),
    ]
    operations = [
        migrations.RunSQL(
            "create sequence events_certificate_serial",
            "drop sequence events_certificate_serial",
        ),
        migrations.RunSQL(TASKS, "drop function korpu_task_events()"),
        ProtectTable(
            "events_event",
            using=f"{OURS} or {SHOWN} or id = any((select korpu_task_events())::bigint[])",
            check=OURS,
            delete="false",
        ),
        ProtectTable("events_venue", using=OF_SEEN, check=OF_OURS),
        ProtectTable("events_side", using=OF_SEEN, check=OF_OURS),
        ProtectTable("events_halfday", using=OF_SEEN, check=OF_OURS),
        ProtectTable("events_session", using=OF_HALF_DAY, check=OF_OUR_HALF_DAY),
        ProtectTable(
            "events_facilitator", using=of("events_session", "session_id"), check=OF_OUR_SESSION
        ),
        ProtectTable(
            "events_material",
            using=f"{OF_OURS} or (audience = 'public' and {OF_SEEN})",
            check=OF_OURS,
        ),
        OwnsFiles("events_material", "file_id"),
        ProtectTable("events_invitation", using=OF_OURS, delete="false"),
        ProtectTable("events_participant", using=OF_OURS),
        ProtectTable("events_attendance", using=of("events_participant", "participant_id")),
        ProtectTable("events_evaluation", using=OF_OURS, delete="false"),
        ProtectTable("events_minutes", using=OF_OURS, delete="false"),
        ProtectTable("events_decision", using=f"{OF_OURS} or {MY_TASK}", delete="false"),
        ProtectTable("events_certificate", using=OF_OURS, delete="false"),
        ProtectTable("events_batch", using=OF_OURS, delete="false"),
        ProtectTable("events_batchrow", using=of("events_batch", "batch_id"), delete="false"),
        AuditTable("events_event"),
        AuditTable("events_venue", parent=EVENT),
        AuditTable("events_side", parent=EVENT),
        AuditTable("events_halfday", parent=EVENT, ignore=("version",)),
        AuditTable("events_session", parent=("events_halfday", "half_day_id")),
        AuditTable("events_facilitator", parent=("events_session", "session_id")),
        AuditTable("events_material", parent=EVENT),
        AuditTable("events_invitation", parent=EVENT, mask=("email",)),
        # The trail outlives the term of personal data: it says that a name changed, not the name.
        # Nor does it say when somebody answered, beside the answers of that moment.
        AuditTable(
            "events_participant",
            parent=EVENT,
            mask=("family_name", "given_names", "email", "email_key", "position", "needs", "code"),
            ignore=("has_evaluated",),
        ),
        AuditTable("events_attendance", parent=("events_participant", "participant_id")),
        AuditTable("events_evaluation", parent=EVENT, mask=("answers",), key="uuid"),
        AuditTable("events_minutes", parent=EVENT),
        AuditTable("events_decision", parent=EVENT),
        AuditTable("events_certificate", parent=EVENT, mask=("holder",)),
        AuditTable("events_batch", parent=EVENT, ignore=("done", "added", "skipped", "refused")),
    ]
