from django.db import migrations

from korpu.foundations.audit.operations import AuditTable

# Who uploaded it sees it; owning tables add their own policy (operations.OwnsFiles). A stored file
# is never changed or removed by the application.
FORWARDS = """
    alter table files_storedfile enable row level security;
    alter table files_storedfile force row level security;
    create policy korpu_see on files_storedfile for select
      using (uploaded_by_id = (select korpu_actor()) or (select korpu_is_system()));
    create policy korpu_add on files_storedfile for insert
      with check (uploaded_by_id = (select korpu_actor()));
    create policy korpu_owner on files_storedfile to current_user using (true) with check (true);
"""
BACKWARDS = """
    drop policy korpu_see on files_storedfile;
    drop policy korpu_add on files_storedfile;
    drop policy korpu_owner on files_storedfile;
    alter table files_storedfile no force row level security;
    alter table files_storedfile disable row level security;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("files", "0001_initial"),
        ("accounts", "0002_access"),
        ("audit", "0001_initial"),
    ]
    operations = [migrations.RunSQL(FORWARDS, BACKWARDS), AuditTable("files_storedfile")]
