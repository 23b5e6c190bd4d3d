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
        ('organisations', '0001_initial'),
        ('persons', '0001_initial'),
    ]

    operations = [
        CreateTables(
            migrations.CreateModel(
                name='Case',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('uuid', models.UUIDField(default=korpu.kernel.ids.new_id, editable=False, unique=True)),
                    ('number', models.CharField(help_text='Such as RDM-2026-000123.', max_length=30, unique=True)),
                    ('reference', models.CharField(blank=True, help_text="The other side's own number for it.", max_length=100)),
                    ('procedure', models.CharField(help_text='Such as az/readmission-own-national.', max_length=80)),
                    ('procedure_version', models.CharField(help_text='Pinned when it was opened.', max_length=80)),
                    ('status', models.CharField(help_text='Projection: status of the procedure.', max_length=60)),
                    ('shown_status', models.CharField(help_text='Projection: the status reached by the last act the other side may see.', max_length=60)),
                    ('act_count', models.PositiveIntegerField(default=0, help_text='Projection: length of the log.')),
                    ('opened_on', models.DateField(help_text='Effective day of the opening act.')),
                    ('opened_at', models.DateTimeField(help_text='When the opening act was recorded.')),
                    ('closed_at', models.DateTimeField(blank=True, help_text='Empty: still open.', null=True)),
                    ('next_due_on', models.DateField(blank=True, help_text='Projection: last day of the earliest unmet deadline, missed or running; empty: none runs.', null=True)),
                    ('projected_on', models.DateField(help_text='The day as of which the projection was computed.')),
                    ('assigned_to', models.ForeignKey(blank=True, db_index=False, help_text='Projection of the running assignment; empty: nobody.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('compartment', models.ForeignKey(db_index=False, help_text='Whose case it is.', on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.compartment')),
                    ('counterpart', models.ForeignKey(blank=True, db_index=False, help_text='The other side that filed it and may follow it; empty: nobody.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.compartment')),
                    ('subject', models.ForeignKey(blank=True, help_text='The person it is about; empty until identified.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='persons.person')),
                ],
                options={
                    'indexes': [models.Index(condition=models.Q(('closed_at__isnull', True)), fields=['compartment', 'next_due_on', 'id'], name='casework_case_office'), models.Index(condition=models.Q(('closed_at__isnull', True)), fields=['assigned_to', 'next_due_on', 'id'], name='casework_case_assigned'), models.Index(condition=models.Q(('closed_at__isnull', True)), fields=['compartment', 'status', 'next_due_on', 'id'], name='casework_case_status'), models.Index(condition=models.Q(('closed_at__isnull', True)), fields=['compartment', 'procedure', 'next_due_on', 'id'], name='casework_case_procedure'), models.Index(condition=models.Q(('closed_at__isnull', True)), fields=['compartment', 'counterpart', 'next_due_on', 'id'], name='casework_case_sender'), models.Index(condition=models.Q(('closed_at__isnull', True), ('assigned_to', None)), fields=['compartment', 'next_due_on', 'id'], name='casework_case_unassigned'), models.Index(condition=models.Q(('closed_at__isnull', True), _negated=True), fields=['compartment', '-id'], name='casework_case_closed'), models.Index(condition=models.Q(('reference', ''), _negated=True), fields=['reference'], name='casework_case_reference'), models.Index(fields=['compartment', '-id'], name='casework_case_newest'), models.Index(fields=['counterpart', '-id'], name='casework_case_newest_sent'), models.Index(condition=models.Q(('closed_at__isnull', True), _negated=True), fields=['assigned_to', '-id'], name='casework_case_closed_by')],
                    'constraints': [models.CheckConstraint(condition=models.Q(('counterpart__isnull', True), models.Q(('counterpart', models.F('compartment')), _negated=True), _connector='OR'), name='casework_case_has_another_side')],
                },
            ),
            migrations.CreateModel(
                name='CaseCounter',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('prefix', models.CharField(max_length=10)),
                    ('year', models.PositiveSmallIntegerField()),
                    ('last_number', models.PositiveIntegerField()),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('prefix', 'year'), name='casework_counter_once')],
                },
            ),
            migrations.CreateModel(
                name='CalendarFeed',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('token_sha256', models.CharField(max_length=64, unique=True)),
                    ('made_at', models.DateTimeField()),
                    ('ended_at', models.DateTimeField(blank=True, help_text='Empty: it answers.', null=True)),
                    ('user', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('user',), name='casework_feed_one_answers')],
                },
            ),
            migrations.CreateModel(
                name='Handover',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('uuid', models.UUIDField(default=korpu.kernel.ids.new_id, editable=False, unique=True)),
                    ('reason', models.CharField(blank=True, max_length=200)),
                    ('made_at', models.DateTimeField()),
                    ('undone_at', models.DateTimeField(blank=True, help_text='Empty: it stands.', null=True)),
                    ('compartment', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.compartment')),
                    ('made_by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('undone_by', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'ordering': ('-made_at',),
                    'indexes': [models.Index(fields=['compartment', '-made_at'], name='casework_handover_new')],
                },
            ),
            migrations.CreateModel(
                name='SavedList',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('uuid', models.UUIDField(default=korpu.kernel.ids.new_id, editable=False, unique=True)),
                    ('title', models.CharField(max_length=80)),
                    ('query', models.CharField(help_text='Query string of the worklist.', max_length=1000)),
                    ('is_default', models.BooleanField(default=False, help_text='What its owner sees who opens the worklist plainly.')),
                    ('saved_at', models.DateTimeField()),
                    ('compartment', models.ForeignKey(blank=True, db_index=False, help_text='The office that sees it too; empty: its owner alone.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.compartment')),
                    ('owner', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'ordering': ('title', 'pk'),
                    'indexes': [models.Index(condition=models.Q(('compartment__isnull', False)), fields=['compartment'], name='casework_list_of_office')],
                    'constraints': [models.UniqueConstraint(fields=('owner', 'title'), name='casework_list_named_once'), models.UniqueConstraint(condition=models.Q(('is_default', True)), fields=('owner',), name='casework_list_one_default')],
                },
            ),
            migrations.CreateModel(
                name='Assignment',
                fields=[
                    ('id', models.UUIDField(default=korpu.kernel.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('assigned_at', models.DateTimeField()),
                    ('ended_at', models.DateTimeField(blank=True, help_text='Empty: it runs.', null=True)),
                    ('assigned_by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('user', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='assignments', to='casework.case')),
                ],
                options={
                    'ordering': ('-assigned_at',),
                    'constraints': [models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('case',), name='casework_assignment_one_runs')],
                },
            ),
            migrations.CreateModel(
                name='Act',
                fields=[
                    ('id', models.UUIDField(default=korpu.kernel.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('seq', models.PositiveIntegerField(help_text='Place in the log of the case, from 1.')),
                    ('act', models.CharField(help_text='Act declared by the procedure.', max_length=60)),
                    ('role', models.CharField(help_text='The role it was done in.', max_length=60)),
                    ('at', models.DateTimeField(help_text='When it was recorded.')),
                    ('effective_on', models.DateField(help_text='The day from which it counts; never in the future.')),
                    ('facts', models.JSONField(default=dict, help_text='Facts the act itself states.')),
                    ('facts_seen', models.JSONField(default=dict, help_text='Facts of the case its conditions were judged by.')),
                    ('note', models.TextField(blank=True, help_text="Reasons or remark, in the actor's words.")),
                    ('status_before', models.CharField(blank=True, help_text='Empty: it opened it.', max_length=60)),
                    ('status_after', models.CharField(max_length=60)),
                    ('procedure_digest', models.CharField(help_text='SHA-256 of the declaration it was judged by.', max_length=64)),
                    ('audience', models.CharField(choices=[('office', 'Only the office whose case it is'), ('shared', 'Also those the case is shared with'), ('counterpart', 'Also the other side')], default='office', max_length=12)),
                    ('client_key', models.UUIDField(blank=True, help_text='Key of the submitted form: the same form acts once.', null=True)),
                    ('actor', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('on_behalf_of', models.ForeignKey(blank=True, db_index=False, help_text='The absent colleague whose role was used; empty: own role.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('case', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='acts', to='casework.case')),
                ],
                options={
                    'ordering': ('case', 'seq'),
                    'constraints': [models.UniqueConstraint(fields=('case', 'seq'), name='casework_act_in_order'), models.UniqueConstraint(fields=('case', 'client_key'), name='casework_act_form_once'), models.CheckConstraint(condition=models.Q(('seq__gte', 1)), name='casework_act_seq_counts')],
                },
            ),
            migrations.CreateModel(
                name='CaseParty',
                fields=[
                    ('id', models.UUIDField(default=korpu.kernel.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('part', models.CharField(choices=[('subject', 'The person it is about'), ('spouse', 'Spouse'), ('child', 'Child'), ('parent', 'Parent'), ('representative', 'Legal representative'), ('other', 'Other')], max_length=20)),
                    ('added_at', models.DateTimeField()),
                    ('case', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='parties', to='casework.case')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='persons.person')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('case', 'person', 'part'), name='casework_party_once')],
                },
            ),
            migrations.CreateModel(
                name='CaseShare',
                fields=[
                    ('id', models.UUIDField(default=korpu.kernel.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('purpose', models.CharField(help_text='Why they need it.', max_length=200)),
                    ('valid_from', models.DateField(help_text='First day.')),
                    ('valid_until', models.DateField(help_text='Last day.')),
                    ('granted_at', models.DateTimeField()),
                    ('ended_at', models.DateTimeField(blank=True, help_text='Ended before its last day; empty: not ended early.', null=True)),
                    ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='shares', to='casework.case')),
                    ('compartment', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.compartment')),
                    ('ended_by', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('granted_by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('user', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'ordering': ('-granted_at',),
                    'indexes': [models.Index(condition=models.Q(('compartment__isnull', False), ('ended_at', None)), fields=['compartment', 'valid_until'], name='casework_share_compartment'), models.Index(condition=models.Q(('ended_at', None), ('user__isnull', False)), fields=['user', 'valid_until'], name='casework_share_user')],
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('compartment__isnull', True), ('user__isnull', False)), models.Q(('compartment__isnull', False), ('user__isnull', True)), _connector='OR'), name='casework_share_with_one_reader'), models.CheckConstraint(condition=models.Q(('valid_until__gte', models.F('valid_from'))), name='casework_share_period_in_order')],
                },
            ),
            migrations.CreateModel(
                name='Deadline',
                fields=[
                    ('id', models.UUIDField(default=korpu.kernel.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('position', models.PositiveSmallIntegerField(help_text='Place among the deadlines of the case.')),
                    ('deadline', models.CharField(help_text='Deadline declared by the procedure.', max_length=60)),
                    ('title', models.JSONField(help_text='Title in each language.')),
                    ('kind', models.CharField(choices=[('planned', 'Planned'), ('service', 'Service standard'), ('statutory', 'Set by law')], max_length=10)),
                    ('state', models.CharField(choices=[('running', 'Running'), ('suspended', 'Suspended'), ('met', 'Met'), ('breached', 'Missed'), ('cancelled', 'Cancelled'), ('not_computable', 'Cannot be computed')], max_length=16)),
                    ('anchor_on', models.DateField(blank=True, help_text='The day it is counted from.', null=True)),
                    ('due_on', models.DateField(blank=True, help_text='Last day in time; empty: suspended or not computable.', null=True)),
                    ('breached_on', models.DateField(blank=True, help_text='First day too late; stays on record; empty: never missed.', null=True)),
                    ('effect', models.CharField(blank=True, help_text='What silence means.', max_length=60)),
                    ('proposes', models.CharField(blank=True, help_text='The act somebody is asked to confirm once it lapsed.', max_length=60)),
                    ('explanation', models.JSONField(help_text='How the date came about, in each language.')),
                    ('citation', models.CharField(blank=True, help_text='Instrument and article.', max_length=200)),
                    ('confidence', models.CharField(help_text='Weakest of its inputs: seen, seen_in_part, weak or unverified.', max_length=16)),
                    ('case', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='deadlines', to='casework.case')),
                ],
                options={
                    'ordering': ('case', 'position'),
                    'indexes': [models.Index(condition=models.Q(('state', 'running')), fields=['due_on'], name='casework_deadline_lapsing')],
                    'constraints': [models.UniqueConstraint(fields=('case', 'position'), name='casework_deadline_in_order')],
                },
            ),
            migrations.CreateModel(
                name='Note',
                fields=[
                    ('id', models.UUIDField(default=korpu.kernel.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('at', models.DateTimeField()),
                    ('text', models.TextField()),
                    ('audience', models.CharField(choices=[('office', 'Only the office whose case it is'), ('shared', 'Also those the case is shared with'), ('counterpart', 'Also the other side')], default='office', max_length=12)),
                    ('author', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='notes', to='casework.case')),
                ],
                options={
                    'ordering': ('-at',),
                    'constraints': [models.CheckConstraint(condition=models.Q(('audience', 'counterpart'), _negated=True), name='casework_note_stays_inside')],
                },
            ),
            migrations.CreateModel(
                name='Task',
                fields=[
                    ('id', models.UUIDField(default=korpu.kernel.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('origin', models.CharField(choices=[('person', 'Set by a colleague'), ('breach', 'A deadline was missed'), ('proposal', 'The law gives silence an effect; a person must confirm it')], default='person', max_length=10)),
                    ('title', models.JSONField(help_text='What is to be done, in each language.')),
                    ('act', models.CharField(blank=True, help_text='The act that would do it, if one.', max_length=60)),
                    ('deadline', models.CharField(blank=True, help_text='The deadline that raised it.', max_length=60)),
                    ('deadline_due_on', models.DateField(blank=True, help_text='The date that deadline had; it raises one task only.', null=True)),
                    ('role', models.CharField(blank=True, help_text='Empty: anybody of the office.', max_length=60)),
                    ('due_on', models.DateField(blank=True, help_text='Last day; empty: no date.', null=True)),
                    ('created_at', models.DateTimeField()),
                    ('done_at', models.DateTimeField(blank=True, help_text='Empty: still to be done.', null=True)),
                    ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tasks', to='casework.case')),
                    ('compartment', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.compartment')),
                    ('created_by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('done_by', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('user', models.ForeignKey(blank=True, db_index=False, help_text='Empty: anybody of the role or office.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'ordering': ('due_on', 'created_at'),
                    'indexes': [models.Index(condition=models.Q(('done_at', None)), fields=['compartment', 'due_on'], name='casework_task_office'), models.Index(condition=models.Q(('done_at', None)), fields=['user', 'due_on'], name='casework_task_user')],
                    'constraints': [models.UniqueConstraint(condition=models.Q(('origin', 'person'), _negated=True), fields=('case', 'origin', 'deadline', 'deadline_due_on'), name='casework_task_once_per_deadline')],
                },
            ),
            migrations.CreateModel(
                name='Enquiry',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('uuid', models.UUIDField(default=korpu.kernel.ids.new_id, editable=False, unique=True)),
                    ('address', models.EmailField(help_text='Where the link is sent.', max_length=254)),
                    ('language', models.CharField(max_length=2)),
                    ('title', models.CharField(help_text='What is asked, without personal data.', max_length=120)),
                    ('text', models.TextField(help_text='The question; seen behind the link only.')),
                    ('due_on', models.DateField(help_text='Last day of the answer.')),
                    ('token_sha256', models.CharField(help_text='Of the link sent last; earlier ones are dead.', max_length=64, unique=True)),
                    ('asked_at', models.DateTimeField()),
                    ('reminded_at', models.DateTimeField(blank=True, help_text='Of the last reminder.', null=True)),
                    ('answer', models.TextField(blank=True)),
                    ('answered_name', models.CharField(blank=True, help_text='Who answers for the body, as they say.', max_length=200)),
                    ('answered_at', models.DateTimeField(blank=True, help_text='Empty: not yet.', null=True)),
                    ('withdrawn_at', models.DateTimeField(blank=True, help_text='Empty: it stands.', null=True)),
                    ('answered_by', models.ForeignKey(blank=True, db_index=False, help_text='Empty: answered by the link, or not yet.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('asked_by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='enquiries', to='casework.case')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ],
                options={
                    'ordering': ('-asked_at',),
                    'indexes': [models.Index(condition=models.Q(('answered_at', None), ('withdrawn_at', None)), fields=['due_on'], name='casework_enquiry_open')],
                    'constraints': [models.CheckConstraint(condition=models.Q(('answered_at', None), ('withdrawn_at', None), _connector='OR'), name='casework_enquiry_ends_once'), models.CheckConstraint(condition=models.Q(models.Q(('answer', ''), ('answered_at', None)), ('answered_at__isnull', False), _connector='OR'), name='casework_enquiry_answer_has_a_moment')],
                },
            ),
            migrations.CreateModel(
                name='HandoverLine',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('undone', models.BooleanField(default=False, help_text='Given back; a case that moved on meanwhile is left alone.')),
                    ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.case')),
                    ('former', models.ForeignKey(db_index=False, help_text='Empty: nobody.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('handover', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lines', to='casework.handover')),
                    ('new', models.ForeignKey(db_index=False, help_text='Empty: nobody.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('handover', 'case'), name='casework_handover_once')],
                },
            ),
            migrations.CreateModel(
                name='Attachment',
                fields=[
                    ('id', models.UUIDField(default=korpu.kernel.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('title', models.CharField(max_length=200)),
                    ('audience', models.CharField(choices=[('office', 'Only the office whose case it is'), ('shared', 'Also those the case is shared with'), ('counterpart', 'Also the other side')], default='office', max_length=12)),
                    ('attached_at', models.DateTimeField()),
                    ('attached_by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile')),
                    ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attachments', to='casework.case')),
                    ('enquiry', models.ForeignKey(blank=True, help_text='The enquiry it answers; empty: none.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='files', to='casework.enquiry')),
                ],
                options={
                    'ordering': ('-attached_at',),
                },
            ),
            migrations.CreateModel(
                name='Letter',
                fields=[
                    ('id', models.UUIDField(default=korpu.kernel.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('number', models.CharField(help_text='Of the outgoing register.', max_length=40, unique=True)),
                    ('template', models.CharField(max_length=60)),
                    ('language', models.CharField(max_length=2)),
                    ('addressee', models.CharField(help_text='As it stands on the letter.', max_length=300)),
                    ('audience', models.CharField(choices=[('office', 'Only the office whose case it is'), ('shared', 'Also those the case is shared with'), ('counterpart', 'Also the other side')], default='office', help_text='Counterpart: it goes to the other side and leaves through the gate.', max_length=12)),
                    ('issued_at', models.DateTimeField()),
                    ('sent_at', models.DateTimeField(blank=True, help_text='Handed to its addressee; empty: not yet.', null=True)),
                    ('act', models.ForeignKey(blank=True, help_text='The act it tells of; empty: none.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='letters', to='casework.act')),
                    ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='letters', to='casework.case')),
                    ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile')),
                    ('issued_by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('sent_by', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('returned_note', models.CharField(blank=True, help_text='What the post says.', max_length=200)),
                    ('returned_on', models.DateField(blank=True, help_text='The day it came back undelivered; empty: it did not.', null=True)),
                ],
                options={
                    'ordering': ('-issued_at',),
                    'constraints': [models.CheckConstraint(condition=models.Q(('returned_on', None), ('sent_at__isnull', False), _connector='OR'), name='casework_letter_returns_after_sending')],
                },
            ),
            migrations.CreateModel(
                name='ShareReading',
                fields=[
                    ('id', models.UUIDField(default=korpu.kernel.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('grant', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='persons.readinggrant')),
                    ('share', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='readings', to='casework.caseshare')),
                ],
            ),
        ),
    ]
