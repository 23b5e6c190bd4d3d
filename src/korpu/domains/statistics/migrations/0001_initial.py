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
    ]

    operations = [
        CreateTables(
            migrations.CreateModel(
                name='ExtractBatch',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('uuid', models.UUIDField(default=korpu.kernel.ids.new_id, editable=False, unique=True)),
                    ('extract', models.SlugField(help_text='Name of the extract.', max_length=80)),
                    ('period', models.CharField(help_text='SDMX name, such as 2026-Q3.', max_length=10)),
                    ('first_on', models.DateField(help_text='First day of the period.')),
                    ('last_on', models.DateField(help_text='Last day of the period.')),
                    ('sha256', models.CharField(help_text='Of the rows as canonical JSON Lines.', max_length=64)),
                    ('row_count', models.PositiveIntegerField()),
                    ('content', models.BinaryField(help_text='The rows: canonical JSON Lines, sorted.')),
                    ('collected_at', models.DateTimeField()),
                    ('collected_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('compartment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.compartment')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('compartment', 'extract', 'period', 'sha256'), name='statistics_batch_once_per_content')],
                },
            ),
            migrations.CreateModel(
                name='ReferenceDataset',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('uuid', models.UUIDField(default=korpu.kernel.ids.new_id, editable=False, unique=True)),
                    ('name', models.SlugField(help_text='Which table, such as unhcr-population.', max_length=80)),
                    ('sha256', models.CharField(help_text="Of the file's bytes.", max_length=64)),
                    ('row_count', models.PositiveIntegerField()),
                    ('is_current', models.BooleanField(help_text='False: a newer file has taken its place.')),
                    ('imported_at', models.DateTimeField()),
                    ('imported_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('name', 'sha256'), name='statistics_dataset_once'), models.UniqueConstraint(condition=models.Q(('is_current', True)), fields=('name',), name='statistics_dataset_one_current')],
                },
            ),
            migrations.CreateModel(
                name='PopulationFigure',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('year', models.PositiveSmallIntegerField(help_text='31 December of this year.')),
                    ('origin', models.CharField(help_text='ISO code of the country of origin.', max_length=3)),
                    ('origin_code', models.CharField(help_text="UNHCR's code of it.", max_length=5)),
                    ('origin_name', models.CharField(help_text="UNHCR's name of it.", max_length=100)),
                    ('asylum', models.CharField(help_text='ISO code of the country of asylum.', max_length=3)),
                    ('asylum_code', models.CharField(help_text="UNHCR's code of it.", max_length=5)),
                    ('asylum_name', models.CharField(help_text="UNHCR's name of it.", max_length=100)),
                    ('refugees', models.PositiveIntegerField(null=True)),
                    ('asylum_seekers', models.PositiveIntegerField(null=True)),
                    ('returned_refugees', models.PositiveIntegerField(null=True)),
                    ('idps', models.PositiveIntegerField(help_text='Internally displaced persons.', null=True)),
                    ('returned_idps', models.PositiveIntegerField(null=True)),
                    ('stateless', models.PositiveIntegerField(null=True)),
                    ('others_of_concern', models.PositiveIntegerField(null=True)),
                    ('other_in_need', models.PositiveIntegerField(help_text='Other people in need of international protection.', null=True)),
                    ('host_community', models.PositiveIntegerField(null=True)),
                    ('dataset', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='population', to='statistics.referencedataset')),
                ],
                options={
                    'indexes': [models.Index(fields=['dataset', 'asylum', 'year'], name='statistics_pop_asylum'), models.Index(fields=['dataset', 'origin', 'year'], name='statistics_pop_origin')],
                    'constraints': [models.UniqueConstraint(fields=('dataset', 'year', 'origin_code', 'asylum_code'), name='statistics_population_once')],
                },
            ),
            migrations.CreateModel(
                name='Run',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('uuid', models.UUIDField(default=korpu.kernel.ids.new_id, editable=False, unique=True)),
                    ('measure', models.SlugField(help_text='Identifier of the measure.', max_length=80)),
                    ('measure_version', models.CharField(max_length=20)),
                    ('rule', models.JSONField(help_text='The measure as it was declared when the run was asked for.')),
                    ('period', models.CharField(help_text='SDMX name, such as 2026-Q3.', max_length=10)),
                    ('first_on', models.DateField(help_text='First day of the period.')),
                    ('last_on', models.DateField(help_text='Last day of the period.')),
                    ('parameters', models.JSONField(help_text='Parameters of release, each with its basis.')),
                    ('status', models.CharField(choices=[('queued', 'Waiting for its turn'), ('collecting', 'Collecting the rows'), ('counting', 'Counting and protecting'), ('finished', 'Finished'), ('failed', 'Failed')], default='queued', max_length=12)),
                    ('input_sha256', models.CharField(blank=True, help_text='Of the rows counted.', max_length=64)),
                    ('input_rows_shown', models.PositiveIntegerField(help_text='Number of rows, protected like a count; empty: withheld.', null=True)),
                    ('manifest', models.TextField(blank=True, help_text='Canonical JSON; empty until finished.')),
                    ('manifest_sha256', models.CharField(blank=True, max_length=64)),
                    ('failure', models.JSONField(help_text='Why it failed, in every language; empty: it did not.', null=True)),
                    ('requested_at', models.DateTimeField()),
                    ('finished_at', models.DateTimeField(null=True)),
                    ('batch', models.ForeignKey(blank=True, help_text='What was counted; empty until collected.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='runs', to='statistics.extractbatch')),
                    ('compartment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.compartment')),
                    ('run_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'indexes': [models.Index(fields=['measure', 'period', '-requested_at'], name='statistics_run_what')],
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('status', 'finished'), _negated=True), models.Q(('batch__isnull', False), ('finished_at__isnull', False), models.Q(('manifest', ''), _negated=True)), _connector='OR'), name='statistics_run_finished_has_manifest')],
                },
            ),
            migrations.CreateModel(
                name='Release',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('uuid', models.UUIDField(default=korpu.kernel.ids.new_id, editable=False, unique=True)),
                    ('measure', models.SlugField(max_length=80)),
                    ('period', models.CharField(help_text='SDMX name, such as 2026-Q3.', max_length=10)),
                    ('status', models.CharField(choices=[('draft', 'Draft'), ('approved', 'Approved, waiting for its day'), ('published', 'Published'), ('superseded', 'Replaced by a revision'), ('discarded', 'Discarded')], default='draft', max_length=12)),
                    ('is_provisional', models.BooleanField(help_text='The figures may still be revised.')),
                    ('due_on', models.DateField(help_text='Announced day of release; not published before.')),
                    ('note_az', models.CharField(blank=True, help_text='Why revised, Azerbaijani.', max_length=500)),
                    ('note_en', models.CharField(blank=True, help_text='Why revised, English.', max_length=500)),
                    ('note_ru', models.CharField(blank=True, help_text='Why revised, Russian.', max_length=500)),
                    ('prepared_at', models.DateTimeField()),
                    ('approved_at', models.DateTimeField(null=True)),
                    ('published_at', models.DateTimeField(null=True)),
                    ('approved_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('compartment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.compartment')),
                    ('prepared_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('published_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('supersedes', models.ForeignKey(blank=True, help_text='The release it revises; empty: the first of its measure and period.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='superseded_by', to='statistics.release')),
                    ('run', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='releases', to='statistics.run')),
                ],
                options={
                    'indexes': [models.Index(fields=['status', '-published_at'], name='statistics_release_list')],
                    'constraints': [models.UniqueConstraint(condition=models.Q(('status__in', ['approved', 'draft'])), fields=('compartment', 'measure', 'period'), name='statistics_release_one_open'), models.UniqueConstraint(condition=models.Q(('status', 'published')), fields=('compartment', 'measure', 'period'), name='statistics_release_one_published'), models.CheckConstraint(condition=models.Q(('approved_by__isnull', True), models.Q(('approved_by', models.F('prepared_by')), _negated=True), _connector='OR'), name='statistics_release_four_eyes'), models.CheckConstraint(condition=models.Q(models.Q(('status__in', ('published', 'superseded')), _negated=True), models.Q(('approved_by__isnull', False), ('published_at__isnull', False)), _connector='OR'), name='statistics_release_public_is_approved')],
                },
            ),
            migrations.CreateModel(
                name='Cell',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('place', models.PositiveIntegerField(help_text='Its place in the table, from 1.')),
                    ('codes', models.JSONField(help_text='One code for every dimension, in order; _T is a total.')),
                    ('value', models.PositiveIntegerField(help_text='Empty: withheld.', null=True)),
                    ('treatment', models.CharField(choices=[('none', 'Published as counted'), ('rounded', 'Rounded'), ('withheld', 'Withheld')], max_length=10)),
                    ('compartment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.compartment')),
                    ('run', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='cells', to='statistics.run')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('run', 'place'), name='statistics_cell_place'), models.CheckConstraint(condition=models.Q(models.Q(('treatment', 'withheld'), ('value__isnull', True)), models.Q(models.Q(('treatment', 'withheld'), _negated=True), ('value__isnull', False)), _connector='OR'), name='statistics_cell_withheld_has_no_value')],
                },
            ),
            migrations.CreateModel(
                name='TrueCount',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('count', models.PositiveIntegerField()),
                    ('reason', models.CharField(blank=True, choices=[('small', 'Below the threshold'), ('complementary', 'Withheld so that a small count cannot be computed')], help_text='Empty: not withheld.', max_length=15)),
                    ('cell', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='true_count', to='statistics.cell')),
                    ('compartment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.compartment')),
                ],
            ),
        ),
    ]
