from pathlib import Path

import django.db.models.deletion
from django.db import migrations, models

SQL = Path(__file__).parent / "sql" / "0001_trail.sql"

UNDO = """
drop table audit_pending, audit_seal, audit_anchor, audit_event_person, audit_event;
drop function korpu_audit_take_anchor(), korpu_audit_seal(integer),
  korpu_audit_link(bytea, bigint, text), korpu_audit_change(), korpu_audit_masked(jsonb, text[]),
  korpu_audit_note(jsonb), korpu_audit_add(jsonb), korpu_audit_guard(), korpu_instant(text),
  korpu_actor();
"""


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunSQL(SQL.read_text(encoding="utf-8"), UNDO)],
            state_operations=[
                migrations.CreateModel(
                    name='Anchor',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('taken_at', models.DateTimeField()),
                        ('seq', models.BigIntegerField(help_text='Number of the last link on that day.')),
                        ('hash', models.BinaryField()),
                    ],
                    options={
                        'db_table': 'audit_anchor',
                    },
                ),
                migrations.CreateModel(
                    name='Event',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('body', models.TextField(help_text='The record, as JSON text.')),
                        ('at', models.DateTimeField(help_text="When, by the database's clock.")),
                        ('kind', models.CharField(help_text='One of EventKind.', max_length=20)),
                        ('actor_id', models.BigIntegerField(help_text='Who; empty: nobody had logged in.', null=True)),
                        ('on_behalf_of_id', models.BigIntegerField(help_text="The absent colleague whose role was used; empty: the actor's own.", null=True)),
                        ('object_type', models.CharField(help_text='Table, or kind of thing read.', max_length=100)),
                        ('object_id', models.CharField(help_text='Key of a changed row.', max_length=100, null=True)),
                        ('object_uuid', models.UUIDField(help_text='Public identifier of the thing.', null=True)),
                        ('parent_type', models.CharField(max_length=100, null=True)),
                        ('parent_id', models.CharField(max_length=100, null=True)),
                        ('compartment_id', models.BigIntegerField(help_text='Whose file it was, if known.', null=True)),
                        ('object_number', models.CharField(help_text='Number people know the thing by, such as RDM-2026-000123.', max_length=100, null=True)),
                    ],
                    options={
                        'db_table': 'audit_event',
                    },
                ),
                migrations.CreateModel(
                    name='EventPerson',
                    fields=[
                        ('pk', models.CompositePrimaryKey('event_id', 'person_uuid', blank=True, editable=False, primary_key=True, serialize=False)),
                        ('person_uuid', models.UUIDField()),
                        ('compartment_id', models.BigIntegerField(null=True)),
                        ('event', models.ForeignKey(on_delete=django.db.models.deletion.DO_NOTHING, related_name='persons', to='audit.event')),
                    ],
                    options={
                        'db_table': 'audit_event_person',
                    },
                ),
                migrations.CreateModel(
                    name='Seal',
                    fields=[
                        ('seq', models.BigIntegerField(help_text='1, 2, 3 … without a gap.', primary_key=True, serialize=False)),
                        ('hash', models.BinaryField()),
                        ('event', models.OneToOneField(on_delete=django.db.models.deletion.DO_NOTHING, related_name='seal', to='audit.event')),
                    ],
                    options={
                        'db_table': 'audit_seal',
                    },
                ),
            ],
        ),
    ]
