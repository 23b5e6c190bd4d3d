from django.db import migrations


class Migration(migrations.Migration):
    """The list of events that wait for the chain refers to the trail without a foreign key.

    Only the function that adds an event writes the list, and no event is ever removed: the key
    guarded nothing. Its check was planned once per connection; planned while the trail was still
    small, it read the whole trail for each event of everything that connection did afterwards.
    """

    dependencies = [("audit", "0001_initial")]
    operations = [
        migrations.RunSQL(
            "alter table audit_pending drop constraint audit_pending_event_id_fkey",
            """alter table audit_pending add constraint audit_pending_event_id_fkey
               foreign key (event_id) references audit_event (id)""",
        )
    ]
