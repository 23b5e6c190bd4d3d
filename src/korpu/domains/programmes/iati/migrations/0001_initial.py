import django.db.models.deletion
import korpu.kernel.ids
from django.conf import settings
from django.db import migrations, models

from korpu.foundations.operations import CreateTables


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('programmes', '0001_initial'),
    ]

    operations = [
        CreateTables(
            migrations.CreateModel(
                name='ImportedFile',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('uuid', models.UUIDField(default=korpu.kernel.ids.new_id, editable=False, unique=True)),
                    ('name', models.CharField(help_text='As the sender called it.', max_length=200)),
                    ('content', models.BinaryField()),
                    ('sha256', models.CharField(max_length=64)),
                    ('mode', models.CharField(choices=[('add', 'Add new projects, leave existing ones as they are'), ('update', 'Update existing projects, add none'), ('both', 'Add new projects and update existing ones')], max_length=10)),
                    ('uploaded_at', models.DateTimeField()),
                    ('applied_at', models.DateTimeField(blank=True, help_text='Empty: not applied.', null=True)),
                    ('report', models.JSONField(blank=True, default=list, help_text='What was done, row by row, when it was applied.')),
                    ('compartment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.compartment')),
                    ('uploaded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'ordering': ('-uploaded_at',),
                },
            ),
            migrations.CreateModel(
                name='Profile',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('uuid', models.UUIDField(default=korpu.kernel.ids.new_id, editable=False, unique=True)),
                    ('identifier', models.CharField(blank=True, help_text="IATI identifier; empty: made of the reporter's and the project's code.", max_length=200)),
                    ('sector', models.CharField(blank=True, help_text="OECD DAC purpose code; empty: the jurisdiction's.", max_length=5)),
                    ('country', models.CharField(blank=True, help_text="ISO 3166-1 alpha-2; empty: the jurisdiction's.", max_length=2)),
                    ('imported', models.TextField(blank=True, help_text='The record of an imported file as it came; empty: none.')),
                    ('told_then', models.TextField(blank=True, help_text='What the project told of itself right after the import.')),
                    ('revision', models.PositiveIntegerField(default=1)),
                    ('project', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='iati_profile', to='programmes.project')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(condition=models.Q(('identifier', ''), _negated=True), fields=('identifier',), name='programmes_iati_identifier_once')],
                },
            ),
            migrations.CreateModel(
                name='PublishedRecord',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('uuid', models.UUIDField(default=korpu.kernel.ids.new_id, editable=False, unique=True)),
                    ('number', models.PositiveIntegerField(help_text='Versions of one record, from one.')),
                    ('identifier', models.CharField(help_text='As it stands in the record.', max_length=200)),
                    ('content', models.TextField(help_text='The record as XML, without the file around it.')),
                    ('sha256', models.CharField(help_text='Of the content in UTF-8.', max_length=64)),
                    ('said', models.CharField(help_text='SHA-256 of the content without the moment of writing.', max_length=64)),
                    ('warnings', models.PositiveIntegerField(help_text='Findings that do not forbid publishing.')),
                    ('published_at', models.DateTimeField()),
                    ('project', models.ForeignKey(blank=True, help_text='Empty: the record of the reporting organisation.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.project')),
                    ('published_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'ordering': ('-number',),
                    'constraints': [models.UniqueConstraint(fields=('project', 'number'), name='programmes_iati_version_once', nulls_distinct=False)],
                },
            ),
            migrations.CreateModel(
                name='ReporterIdentifier',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('uuid', models.UUIDField(default=korpu.kernel.ids.new_id, editable=False, unique=True)),
                    ('ref', models.CharField(help_text='Code of a register, a hyphen, the number.', max_length=100)),
                    ('source', models.CharField(help_text='Where the number can be looked up.', max_length=300)),
                    ('url', models.URLField(blank=True, help_text='The same on the web.', max_length=500)),
                    ('set_at', models.DateTimeField()),
                    ('set_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'ordering': ('-set_at', '-pk'),
                },
            ),
        ),
    ]
