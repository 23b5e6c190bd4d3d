from django.db import migrations

TABLES = ("codelists_codelist", "codelists_code")
SYSTEM = "(select korpu_is_system())"


def _protect(table: str) -> tuple[str, str]:
    """Everybody reads code lists; they are written from the declarations of the release only."""
    forwards = f"""
        alter table {table} enable row level security;
        alter table {table} force row level security;
        create policy korpu_see on {table} for select using (true);
        create policy korpu_add on {table} for insert with check ({SYSTEM});
        create policy korpu_change on {table} for update using ({SYSTEM}) with check ({SYSTEM});
        create policy korpu_owner on {table} to current_user using (true) with check (true);
    """
    backwards = f"""
        drop policy korpu_see on {table}; drop policy korpu_add on {table};
        drop policy korpu_change on {table}; drop policy korpu_owner on {table};
        alter table {table} no force row level security;
        alter table {table} disable row level security;
    """
    return forwards, backwards


class Migration(migrations.Migration):
    dependencies = [("codelists", "0001_initial"), ("accounts", "0002_access")]
    operations = [migrations.RunSQL(*_protect(table)) for table in TABLES]
