import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
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
        ('files', '0001_initial'),
    ]

    operations = [
        CreateTables(
            migrations.CreateModel(
                name='Series',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('uuid', models.UUIDField(default=korpu.kernel.ids.new_id, editable=False, unique=True)),
                    ('slug', models.SlugField(help_text='In the address.', max_length=120, unique=True)),
                    ('title_az', models.CharField(max_length=300)),
                    ('title_en', models.CharField(blank=True, max_length=300)),
                    ('title_ru', models.CharField(blank=True, max_length=300)),
                ],
                options={
                    'verbose_name_plural': 'series',
                    'ordering': ('slug',),
                },
            ),
            migrations.CreateModel(
                name='Publication',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('uuid', models.UUIDField(default=korpu.kernel.ids.new_id, editable=False, unique=True)),
                    ('status', models.CharField(choices=[('draft', 'Draft'), ('approved', 'Approved, not public yet'), ('published', 'Published'), ('superseded', 'Replaced by a newer one'), ('withdrawn', 'Withdrawn')], default='draft', max_length=20)),
                    ('created_at', models.DateTimeField()),
                    ('changed_at', models.DateTimeField(help_text='When anything a reader sees changed last.')),
                    ('revision', models.PositiveIntegerField(default=1, help_text='Counts the changes; who saves states the one they read.')),
                    ('approved_at', models.DateTimeField(blank=True, null=True)),
                    ('published_at', models.DateTimeField(blank=True, null=True)),
                    ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                    ('withdrawn_reason', models.CharField(blank=True, help_text='Shown to everybody who comes by an old link.', max_length=500)),
                    ('slug', models.SlugField(help_text='In the address.', max_length=160, unique=True)),
                    ('kind', models.CharField(help_text='Code of the list publication-kinds.', max_length=40)),
                    ('number_in_series', models.PositiveSmallIntegerField(blank=True, null=True)),
                    ('title_az', models.CharField(blank=True, max_length=500)),
                    ('title_en', models.CharField(blank=True, max_length=500)),
                    ('title_ru', models.CharField(blank=True, max_length=500)),
                    ('printed_in', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=2), blank=True, default=list, help_text='Languages in which the title stands as printed; the others are our rendering.', size=None)),
                    ('summary_az', models.TextField(blank=True, max_length=3000)),
                    ('summary_en', models.TextField(blank=True, max_length=3000)),
                    ('summary_ru', models.TextField(blank=True, max_length=3000)),
                    ('author_az', models.CharField(blank=True, help_text='Institution that wrote it; empty: not stated.', max_length=300)),
                    ('author_en', models.CharField(blank=True, max_length=300)),
                    ('author_ru', models.CharField(blank=True, max_length=300)),
                    ('note_az', models.CharField(blank=True, help_text='What a reader must know, such as a doubt.', max_length=500)),
                    ('note_en', models.CharField(blank=True, max_length=500)),
                    ('note_ru', models.CharField(blank=True, max_length=500)),
                    ('given_to_az', models.CharField(blank=True, help_text='To whom the source says it was given, where it states no numbers.', max_length=300)),
                    ('given_to_en', models.CharField(blank=True, max_length=300)),
                    ('given_to_ru', models.CharField(blank=True, max_length=300)),
                    ('project_uuid', models.UUIDField(blank=True, help_text='Of the programmes room.', null=True)),
                    ('activity_uuid', models.UUIDField(blank=True, help_text='Of the programmes room.', null=True)),
                    ('source', models.SlugField(blank=True, help_text="Code in the programmes room's register of sources; empty: ours.")),
                    ('statements', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=5), blank=True, default=list, help_text="Numbers of the source's statements it rests on, such as 'C20'.", size=None)),
                    ('key', models.CharField(blank=True, editable=False, help_text="Its name in the jurisdiction's files; empty: entered here.", max_length=120, null=True, unique=True)),
                    ('declared', models.JSONField(blank=True, default=dict, editable=False, help_text='What the file said when it was last loaded; fields still so follow the file.')),
                    ('sort_key', models.CharField(blank=True, editable=False, help_text='Of the title, in Azerbaijani order.', max_length=1100)),
                    ('search', django.contrib.postgres.search.SearchVectorField(editable=False, null=True)),
                    ('approved_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('compartment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.compartment')),
                    ('created_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('published_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('supersedes', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='successors', to='information.publication')),
                    ('withdrawn_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('series', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='publications', to='information.series')),
                ],
                options={
                    'indexes': [django.contrib.postgres.indexes.GinIndex(fields=['search'], name='information_by_words'), models.Index(fields=['status', '-published_at'], name='information_newest'), models.Index(fields=['project_uuid'], name='information_by_project')],
                    'constraints': [models.CheckConstraint(condition=models.Q(('title_az', ''), ('title_en', ''), ('title_ru', ''), _negated=True), name='information_publication_titled'), models.CheckConstraint(condition=models.Q(('number_in_series__isnull', True), ('series__isnull', False), _connector='OR'), name='information_number_needs_series'), models.UniqueConstraint(fields=('series', 'number_in_series'), name='information_number_once')],
                },
            ),
            migrations.CreateModel(
                name='Edition',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('uuid', models.UUIDField(default=korpu.kernel.ids.new_id, editable=False, unique=True)),
                    ('status', models.CharField(choices=[('draft', 'Draft'), ('approved', 'Approved, not public yet'), ('published', 'Published'), ('superseded', 'Replaced by a newer one'), ('withdrawn', 'Withdrawn')], default='draft', max_length=20)),
                    ('created_at', models.DateTimeField()),
                    ('changed_at', models.DateTimeField(help_text='When anything a reader sees changed last.')),
                    ('revision', models.PositiveIntegerField(default=1, help_text='Counts the changes; who saves states the one they read.')),
                    ('approved_at', models.DateTimeField(blank=True, null=True)),
                    ('published_at', models.DateTimeField(blank=True, null=True)),
                    ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                    ('withdrawn_reason', models.CharField(blank=True, help_text='Shown to everybody who comes by an old link.', max_length=500)),
                    ('version', models.CharField(help_text="As printed, or '1' for the first.", max_length=40)),
                    ('position', models.PositiveSmallIntegerField(help_text='Order among the versions in one language; the highest is the newest.')),
                    ('languages', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=3), blank=True, default=list, help_text='ISO 639-1 codes; empty: not stated.', size=None)),
                    ('issued_on', models.DateField(blank=True, help_text='Empty: not stated.', null=True)),
                    ('issued_precision', models.CharField(choices=[('day', 'To the day'), ('month', 'To the month'), ('year', 'To the year')], default='day', max_length=10)),
                    ('licence', models.CharField(blank=True, help_text='Code of publication-licences; empty: not stated.', max_length=40)),
                    ('copies_printed', models.PositiveIntegerField(blank=True, help_text='Copies printed so far; empty: not stated.', null=True)),
                    ('approved_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('created_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('published_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('translation_of', models.ForeignKey(blank=True, help_text='The edition whose text was translated; empty: this is an original.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='translations', to='information.edition')),
                    ('withdrawn_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('publication', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='editions', to='information.publication')),
                ],
                options={
                    'ordering': ('publication', '-position', 'pk'),
                    'constraints': [models.CheckConstraint(condition=models.Q(('issued_on__isnull', True), ('issued_precision', 'day'), models.Q(('issued_on__day', 1), ('issued_precision', 'month')), models.Q(('issued_on__day', 1), ('issued_on__month', 1), ('issued_precision', 'year')), _connector='OR'), name='information_issued_precision'), models.UniqueConstraint(fields=('publication', 'version', 'languages'), name='information_edition_once')],
                },
            ),
            migrations.CreateModel(
                name='Recommendation',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('uuid', models.UUIDField(default=korpu.kernel.ids.new_id, editable=False, unique=True)),
                    ('number', models.CharField(help_text='As numbered in the publication.', max_length=20)),
                    ('text_az', models.TextField(blank=True, max_length=2000)),
                    ('text_en', models.TextField(blank=True, max_length=2000)),
                    ('text_ru', models.TextField(blank=True, max_length=2000)),
                    ('owner', models.CharField(blank=True, help_text='Body or unit that answers for it; empty: nobody yet.', max_length=200)),
                    ('due_on', models.DateField(blank=True, help_text='Empty: no term set.', null=True)),
                    ('status', models.CharField(choices=[('open', 'Not taken up yet'), ('accepted', 'Accepted'), ('in_progress', 'Being carried out'), ('done', 'Carried out'), ('rejected', 'Not accepted'), ('overtaken', 'Overtaken by events')], default='open', max_length=20)),
                    ('ended_on', models.DateField(blank=True, help_text='Day of the last word on it.', null=True)),
                    ('recorded_at', models.DateTimeField()),
                    ('publication', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='recommendations', to='information.publication')),
                    ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'ordering': ('publication', 'pk'),
                    'constraints': [models.UniqueConstraint(fields=('publication', 'number'), name='information_recommendation_once')],
                },
            ),
            migrations.CreateModel(
                name='EditionFile',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('uuid', models.UUIDField(default=korpu.kernel.ids.new_id, editable=False, unique=True)),
                    ('title', models.CharField(blank=True, help_text="Such as 'Print version'.", max_length=200)),
                    ('added_at', models.DateTimeField()),
                    ('removed_at', models.DateTimeField(blank=True, null=True)),
                    ('added_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='files', to='information.edition')),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile')),
                ],
                options={
                    'ordering': ('edition', 'pk'),
                },
            ),
            migrations.CreateModel(
                name='RecommendationStep',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('uuid', models.UUIDField(default=korpu.kernel.ids.new_id, editable=False, unique=True)),
                    ('status', models.CharField(choices=[('open', 'Not taken up yet'), ('accepted', 'Accepted'), ('in_progress', 'Being carried out'), ('done', 'Carried out'), ('rejected', 'Not accepted'), ('overtaken', 'Overtaken by events')], max_length=20)),
                    ('owner', models.CharField(blank=True, max_length=200)),
                    ('due_on', models.DateField(blank=True, null=True)),
                    ('reported_on', models.DateField()),
                    ('result_az', models.TextField(blank=True, max_length=2000)),
                    ('result_en', models.TextField(blank=True, max_length=2000)),
                    ('result_ru', models.TextField(blank=True, max_length=2000)),
                    ('evidence_url', models.URLField(blank=True, max_length=500)),
                    ('recorded_at', models.DateTimeField()),
                    ('evidence_file', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile')),
                    ('recommendation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='information.recommendation')),
                    ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'ordering': ('pk',),
                },
            ),
            migrations.CreateModel(
                name='Distribution',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('uuid', models.UUIDField(default=korpu.kernel.ids.new_id, editable=False, unique=True)),
                    ('channel', models.CharField(help_text='Code of distribution-channels.', max_length=40)),
                    ('recipients', models.CharField(help_text='Code of recipient-groups.', max_length=40)),
                    ('organisation', models.CharField(blank=True, help_text="Body that received them; never a person's name.", max_length=200)),
                    ('copies', models.PositiveIntegerField()),
                    ('is_printed', models.BooleanField(help_text='Printed copies, taken from the stock; as the channel said on that day.')),
                    ('given_on', models.DateField()),
                    ('note', models.CharField(blank=True, max_length=300)),
                    ('recorded_at', models.DateTimeField()),
                    ('cancelled_at', models.DateTimeField(blank=True, null=True)),
                    ('cancelled_reason', models.CharField(blank=True, max_length=300)),
                    ('cancelled_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='distributions', to='information.edition')),
                ],
                options={
                    'ordering': ('-given_on', '-pk'),
                    'indexes': [models.Index(fields=['edition', 'given_on'], name='information_given')],
                    'constraints': [models.CheckConstraint(condition=models.Q(('copies__gte', 1)), name='information_copies_positive')],
                },
            ),
        ),
    ]
