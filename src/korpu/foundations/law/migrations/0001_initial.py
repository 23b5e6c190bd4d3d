import django.db.models.deletion
import korpu.kernel.ids
from django.conf import settings
from django.db import migrations, models

from korpu.foundations.operations import CreateTables


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('casework', '0001_initial'),
    ]

    operations = [
        CreateTables(
            migrations.CreateModel(
                name='Declaration',
                fields=[
                    ('digest', models.CharField(max_length=64, primary_key=True, serialize=False)),
                    ('content', models.TextField(help_text='Canonical JSON of the engine; SHA-256 of it is the key.')),
                ],
            ),
            migrations.CreateModel(
                name='Change',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('uuid', models.UUIDField(default=korpu.kernel.ids.new_id, editable=False, unique=True)),
                    ('kind', models.CharField(choices=[('number', 'A number of the law changes from a date'), ('source', 'A source is found for a number in force'), ('term', 'A rule of a term changes from a date'), ('day_off', 'A day is declared free'), ('exchange', 'A working day is exchanged for a free one'), ('holiday', 'The days of a holiday are decreed')], max_length=10)),
                    ('state', models.CharField(choices=[('draft', 'Draft'), ('published', 'In use'), ('withdrawn', 'Withdrawn'), ('discarded', 'Discarded')], default='draft', max_length=10)),
                    ('subject', models.CharField(help_text='The parameter, the procedure and its deadline, or the calendar it is about.', max_length=120)),
                    ('content', models.TextField(help_text='What it changes, as canonical JSON of the engine.')),
                    ('instrument', models.CharField(help_text='The act of law that orders it.', max_length=200)),
                    ('article', models.CharField(blank=True, max_length=100)),
                    ('confidence', models.CharField(help_text='How sure we are of the source.', max_length=16)),
                    ('valid_from', models.DateField(help_text="First day in force; of a calendar's change: its day.")),
                    ('note', models.TextField(blank=True, help_text='Why, in the words of whoever drafted it.')),
                    ('drafted_at', models.DateTimeField()),
                    ('published_at', models.DateTimeField(null=True)),
                    ('published_on', models.DateField(help_text="The service's own day of publishing.", null=True)),
                    ('published_digest', models.CharField(blank=True, help_text='SHA-256 of the content that was signed.', max_length=64)),
                    ('withdrawn_at', models.DateTimeField(null=True)),
                    ('withdrawn_from', models.DateField(help_text='First day on which new cases do not come under it any more.', null=True)),
                    ('withdrawal_reason', models.TextField(blank=True)),
                    ('drafted_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('published_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('withdrawn_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'ordering': ('-pk',),
                    'constraints': [models.CheckConstraint(condition=models.Q(('published_by__isnull', True), models.Q(('published_by', models.F('drafted_by')), _negated=True), _connector='OR'), name='law_change_two_persons'), models.CheckConstraint(condition=models.Q(models.Q(('published_at__isnull', True), ('state__in', ('draft', 'discarded'))), models.Q(('published_at__isnull', False), ('published_by__isnull', False), ('published_on__isnull', False), ('state__in', ('published', 'withdrawn'))), _connector='OR'), name='law_change_is_signed'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'withdrawn'), _negated=True), ('withdrawn_from__isnull', False), _connector='OR'), name='law_change_withdrawal_is_dated')],
                },
            ),
            migrations.CreateModel(
                name='Receipt',
                fields=[
                    ('act', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='+', serialize=False, to='casework.act')),
                    ('procedure_digest', models.CharField(max_length=64)),
                    ('calendars', models.JSONField(help_text='Fingerprint of each calendar it was judged by.')),
                    ('content', models.TextField(help_text='Log, facts, rules and result, as canonical JSON.')),
                    ('digest', models.CharField(help_text='SHA-256 of the content.', max_length=64)),
                    ('at', models.DateTimeField()),
                    ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.case')),
                ],
            ),
            migrations.CreateModel(
                name='Edition',
                fields=[
                    ('uuid', models.UUIDField(default=korpu.kernel.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('at', models.DateTimeField()),
                    ('change', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='editions', to='law.change')),
                ],
            ),
            migrations.CreateModel(
                name='Work',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('uuid', models.UUIDField(default=korpu.kernel.ids.new_id, editable=False, unique=True)),
                    ('kind', models.CharField(choices=[('reprojection', 'Dates of running cases'), ('what_if', 'What-if'), ('trial', 'Trial of moving cases'), ('move', 'Moving of cases'), ('undo', 'Taking a move back')], max_length=14)),
                    ('state', models.CharField(choices=[('waiting', 'Waiting'), ('running', 'In progress'), ('done', 'Finished'), ('failed', 'Broken off')], default='waiting', max_length=8)),
                    ('asked', models.JSONField(default=dict, help_text='What is computed: period, versions.')),
                    ('total_count', models.PositiveIntegerField(default=0, help_text='Cases to look at.')),
                    ('done_count', models.PositiveIntegerField(default=0, help_text='Cases looked at.')),
                    ('changed_count', models.PositiveIntegerField(default=0, help_text='Terms or cases changed.')),
                    ('cursor', models.BigIntegerField(default=0, help_text='Key of the last case looked at.')),
                    ('result', models.JSONField(default=dict, help_text='Sums; no person can be told from them.')),
                    ('requested_at', models.DateTimeField()),
                    ('ended_at', models.DateTimeField(null=True)),
                    ('fault', models.JSONField(help_text='Why it broke off, in each language.', null=True)),
                    ('after', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='followed_by', to='law.work')),
                    ('change', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='works', to='law.change')),
                    ('requested_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('signed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'ordering': ('-pk',),
                    'constraints': [models.CheckConstraint(condition=models.Q(('signed_by__isnull', True), models.Q(('signed_by', models.F('requested_by')), _negated=True), _connector='OR'), name='law_work_two_persons')],
                },
            ),
            migrations.CreateModel(
                name='TermChange',
                fields=[
                    ('id', models.UUIDField(default=korpu.kernel.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('deadline', models.CharField(max_length=60)),
                    ('anchor_on', models.DateField(null=True)),
                    ('old_due_on', models.DateField(help_text='Empty: none was computed.', null=True)),
                    ('new_due_on', models.DateField(help_text='Empty: none is computed any more.', null=True)),
                    ('kept', models.BooleanField(default=False, help_text='The change would have cut the term short; the later day stays.')),
                    ('at', models.DateTimeField()),
                    ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.case')),
                    ('change', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='term_changes', to='law.change')),
                    ('work', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='term_changes', to='law.work')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('work', 'case', 'deadline'), name='law_termchange_once')],
                },
            ),
            migrations.CreateModel(
                name='CaseMove',
                fields=[
                    ('id', models.UUIDField(default=korpu.kernel.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('from_version', models.CharField(max_length=80)),
                    ('to_version', models.CharField(max_length=80)),
                    ('at', models.DateTimeField()),
                    ('taken_back_at', models.DateTimeField(null=True)),
                    ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.case')),
                    ('work', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='moves', to='law.work')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('work', 'case'), name='law_casemove_once')],
                },
            ),
        ),
    ]
