import django.contrib.postgres.constraints
import django.db.models.deletion
import korpu.domains.assistance.models.mentor_assignment
import korpu.kernel.ids
from django.conf import settings
from django.db import migrations, models

from korpu.foundations.operations import CreateTables


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('casework', '0001_initial'),
        ('files', '0001_initial'),
        ('persons', '0001_initial'),
    ]

    operations = [
        CreateTables(
            migrations.CreateModel(
                name='Programme',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('title_az', models.CharField(help_text='Name in Azerbaijani.', max_length=200)),
                    ('title_en', models.CharField(help_text='Name in English.', max_length=200)),
                    ('title_ru', models.CharField(help_text='Name in Russian.', max_length=200)),
                    ('code', models.SlugField(unique=True)),
                    ('valid_from', models.DateField(help_text='First day on which a plan may be opened.')),
                    ('valid_until', models.DateField(blank=True, help_text='Last such day; empty: open.', null=True)),
                    ('is_fictional', models.BooleanField(default=False, help_text='True: made up for demonstration.')),
                    ('compartment', models.ForeignKey(help_text="The coordinators' compartment: plans of the programme belong to it.", on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.compartment')),
                ],
                options={
                    'ordering': ('code',),
                },
            ),
            migrations.CreateModel(
                name='Referral',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('uuid', models.UUIDField(default=korpu.kernel.ids.new_id, editable=False, unique=True)),
                    ('source_case_uuid', models.UUIDField(help_text='The case under which they came.', unique=True)),
                    ('return_type', models.CharField(choices=[('voluntary', 'Voluntary return'), ('forced', 'Return under a readmission or removal decision')], max_length=20)),
                    ('arrived_on', models.DateField()),
                    ('state', models.CharField(choices=[('waiting', 'Waiting for a coordinator'), ('opened', 'Support opened'), ('declined', 'Support not opened')], default='waiting', max_length=20)),
                    ('declined_reason', models.CharField(blank=True, max_length=500)),
                    ('settled_at', models.DateTimeField(blank=True, null=True)),
                    ('compartment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.compartment')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='persons.person')),
                    ('settled_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'indexes': [models.Index(fields=['compartment', 'state', 'arrived_on'], name='assistance_intake')],
                },
            ),
            migrations.CreateModel(
                name='SupportPlan',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('uuid', models.UUIDField(default=korpu.kernel.ids.new_id, editable=False, unique=True)),
                    ('tariff_version', models.SlugField(help_text='Pinned when the plan was opened.')),
                    ('return_type', models.CharField(choices=[('voluntary', 'Voluntary return'), ('forced', 'Return under a readmission or removal decision')], max_length=20)),
                    ('family_member_count', models.PositiveSmallIntegerField(default=0, help_text='Further members of the family supported by the same plan.')),
                    ('is_unaccompanied_child', models.BooleanField(default=False)),
                    ('arrived_on', models.DateField()),
                    ('opened_on', models.DateField()),
                    ('is_vulnerable', models.BooleanField(help_text='Last determination; empty: not yet screened.', null=True)),
                    ('closure_reason', models.SlugField(blank=True, help_text='Code of codelist closure-reasons.')),
                    ('closed_on', models.DateField(blank=True, null=True)),
                    ('case', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='support_plan', to='casework.case')),
                    ('compartment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.compartment')),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='assistance.programme')),
                ],
            ),
            migrations.CreateModel(
                name='TariffRow',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.SlugField(help_text="Name of the tariff version, such as '2025-1'.")),
                    ('return_type', models.CharField(choices=[('voluntary', 'Voluntary return'), ('forced', 'Return under a readmission or removal decision')], max_length=20)),
                    ('phase', models.CharField(choices=[('post_arrival', 'Right after arrival'), ('post_return', 'Reintegration at home')], max_length=20)),
                    ('person_role', models.CharField(choices=[('returnee', 'The returnee'), ('family_member', 'Further member of the family'), ('unaccompanied_child', 'Unaccompanied child')], max_length=30)),
                    ('amount_eur', models.DecimalField(decimal_places=2, max_digits=10)),
                    ('valid_from', models.DateField(help_text='First day on which the version is given to plans.')),
                    ('valid_until', models.DateField(blank=True, help_text='Last such day.', null=True)),
                    ('confidence', models.CharField(help_text='seen, seen_in_part, weak, unverified.', max_length=20)),
                    ('source', models.CharField(max_length=300)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tariff_rows', to='assistance.programme')),
                ],
                options={
                    'ordering': ('programme', 'version', 'return_type', 'phase', 'person_role'),
                    'constraints': [models.UniqueConstraint(fields=('programme', 'version', 'return_type', 'phase', 'person_role'), name='assistance_tariff_row_once'), models.CheckConstraint(condition=models.Q(('amount_eur__gte', 0)), name='assistance_tariff_not_negative')],
                },
            ),
            migrations.CreateModel(
                name='PlanVersion',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('number', models.PositiveSmallIntegerField()),
                    ('state', models.CharField(choices=[('proposed', 'Proposed'), ('approved', 'Approved'), ('superseded', 'Replaced by a newer version')], default='proposed', max_length=20)),
                    ('reason', models.CharField(blank=True, help_text='Why the earlier version was changed.', max_length=500)),
                    ('proposed_at', models.DateTimeField()),
                    ('approved_at', models.DateTimeField(blank=True, null=True)),
                    ('approved_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('proposed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='assistance.supportplan')),
                ],
                options={
                    'ordering': ('number',),
                    'constraints': [models.UniqueConstraint(fields=('plan', 'number'), name='assistance_version_once'), models.CheckConstraint(condition=models.Q(('approved_by__isnull', True), models.Q(('approved_by', models.F('proposed_by')), _negated=True), _connector='OR'), name='assistance_version_approved_by_another')],
                },
            ),
            migrations.CreateModel(
                name='Screening',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('screened_on', models.DateField()),
                    ('is_vulnerable', models.BooleanField()),
                    ('grounds', models.TextField(help_text="Why, in the coordinator's words.")),
                    ('has_red_signal', models.BooleanField(help_text='True: the deep assessment starts at once, not at the next visit.')),
                    ('compartment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.compartment')),
                    ('screened_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='screenings', to='assistance.supportplan')),
                ],
                options={
                    'ordering': ('-screened_on', '-id'),
                },
            ),
            migrations.CreateModel(
                name='MentorAssignment',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('valid_from', models.DateField()),
                    ('valid_until', models.DateField(help_text="Last day; never later than the mentor's contract.")),
                    ('end_reason', models.CharField(blank=True, max_length=500)),
                    ('assigned_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('mentor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='mentor_assignments', to='assistance.supportplan')),
                ],
                options={
                    'ordering': ('valid_from',),
                    'constraints': [models.CheckConstraint(condition=models.Q(('valid_until__gte', models.F('valid_from'))), name='assistance_mentor_period_in_order'), django.contrib.postgres.constraints.ExclusionConstraint(expressions=(('plan', '='), (korpu.domains.assistance.models.mentor_assignment.DateRange('valid_from', 'valid_until'), '&&')), name='assistance_one_mentor_at_a_time')],
                },
            ),
            migrations.CreateModel(
                name='Visit',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kind', models.CharField(choices=[('home', 'Visit at home'), ('office', 'Meeting at the office'), ('phone', 'Telephone call'), ('video', 'Video call'), ('workplace', 'Visit at the workplace'), ('school', 'Visit at school or training'), ('accompaniment', 'Accompanied to another body')], max_length=20)),
                    ('outcome', models.CharField(choices=[('held', 'Held'), ('missed', 'It did not take place'), ('refused', 'Refused by the person')], max_length=20)),
                    ('visited_on', models.DateField()),
                    ('language', models.CharField(blank=True, max_length=2)),
                    ('had_interpreter', models.BooleanField(default=False)),
                    ('note', models.TextField(blank=True)),
                    ('has_safety_concern', models.BooleanField(default=False)),
                    ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='visits', to='assistance.supportplan')),
                    ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'ordering': ('-visited_on', '-id'),
                },
            ),
            migrations.CreateModel(
                name='PlanLine',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('position', models.PositiveSmallIntegerField()),
                    ('need', models.SlugField(help_text='The need it answers.')),
                    ('description', models.CharField(max_length=300)),
                    ('phase', models.CharField(choices=[('post_arrival', 'Right after arrival'), ('post_return', 'Reintegration at home')], max_length=20)),
                    ('modality', models.CharField(choices=[('in_kind', 'In kind'), ('service', 'Service'), ('cash', 'Cash')], max_length=20)),
                    ('amount_eur', models.DecimalField(decimal_places=2, max_digits=10)),
                    ('rate_azn', models.DecimalField(decimal_places=4, help_text='Manat for one euro on the rate date.', max_digits=10)),
                    ('rate_on', models.DateField()),
                    ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lines', to='assistance.planversion')),
                ],
                options={
                    'ordering': ('position',),
                    'constraints': [models.UniqueConstraint(fields=('version', 'position'), name='assistance_line_once'), models.CheckConstraint(condition=models.Q(('amount_eur__gt', 0)), name='assistance_line_positive')],
                },
            ),
            migrations.CreateModel(
                name='ScreeningSignal',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('signal', models.SlugField(help_text='Code of codelist vulnerability-signals.')),
                    ('polarity', models.CharField(choices=[('risk', 'Risk'), ('protective', 'Protective')], max_length=20)),
                    ('compartment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.compartment')),
                    ('screening', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='signals', to='assistance.screening')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('screening', 'signal'), name='assistance_signal_once')],
                },
            ),
            migrations.CreateModel(
                name='PlanNeed',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('need', models.SlugField(help_text='Code of codelist reintegration-needs.')),
                    ('goal', models.CharField(max_length=500)),
                    ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='needs', to='assistance.planversion')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('version', 'need'), name='assistance_need_once')],
                },
            ),
            migrations.CreateModel(
                name='Delivery',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('uuid', models.UUIDField(default=korpu.kernel.ids.new_id, editable=False, unique=True)),
                    ('delivered_on', models.DateField()),
                    ('amount_eur', models.DecimalField(decimal_places=2, max_digits=10)),
                    ('state', models.CharField(choices=[('recorded', 'Recorded, waiting for confirmation'), ('confirmed', 'Confirmed'), ('rejected', 'Proof not accepted')], default='recorded', max_length=20)),
                    ('settled_at', models.DateTimeField(blank=True, null=True)),
                    ('rejected_reason', models.CharField(blank=True, max_length=500)),
                    ('proof', models.ForeignKey(help_text='Delivery note signed by the returnee, or a photo of it.', on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile')),
                    ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('settled_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('line', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='deliveries', to='assistance.planline')),
                    ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='deliveries', to='assistance.supportplan')),
                ],
                options={
                    'ordering': ('-delivered_on', '-id'),
                    'constraints': [models.CheckConstraint(condition=models.Q(('amount_eur__gt', 0)), name='assistance_delivery_positive'), models.CheckConstraint(condition=models.Q(('settled_by__isnull', True), models.Q(('settled_by', models.F('recorded_by')), _negated=True), _connector='OR'), name='assistance_delivery_settled_by_another')],
                },
            ),
        ),
    ]
