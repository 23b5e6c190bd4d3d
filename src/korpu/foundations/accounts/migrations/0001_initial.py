import django.db.models.deletion
import django.db.models.functions.text
import korpu.kernel.ids
from django.conf import settings
from django.db import migrations, models

from korpu.foundations.operations import CreateTables


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('organisations', '0001_initial'),
    ]

    operations = [
        CreateTables(
            migrations.CreateModel(
                name='User',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('password', models.CharField(max_length=128, verbose_name='password')),
                    ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                    ('uuid', models.UUIDField(default=korpu.kernel.ids.new_id, editable=False, unique=True)),
                    ('email', models.EmailField(help_text='The login name, lower-case.', max_length=254, unique=True)),
                    ('full_name', models.CharField(help_text='As colleagues know the person.', max_length=200)),
                    ('language', models.CharField(default='az', help_text='Language of the interface.', max_length=2)),
                    ('is_active', models.BooleanField(default=True, help_text='False: the account is withdrawn.')),
                    ('is_system', models.BooleanField(default=False, help_text="The service's own hand (timers, imports). It cannot log in.")),
                    ('date_joined', models.DateTimeField(help_text='When the account was made.')),
                    ('withdrawn_at', models.DateTimeField(help_text='Empty: not withdrawn.', null=True)),
                    ('organisation', models.ForeignKey(help_text="Whom the person works for; decides which colleagues see the name. Empty: nobody's, such as the service's own hand.", null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('email', django.db.models.functions.text.Lower('email'))), name='accounts_user_email_lower_case'), models.UniqueConstraint(condition=models.Q(('is_system', True)), fields=('is_system',), name='accounts_user_one_system'), models.CheckConstraint(condition=models.Q(models.Q(('is_active', True), ('withdrawn_at__isnull', True)), models.Q(('is_active', False), ('withdrawn_at__isnull', False)), _connector='OR'), name='accounts_user_withdrawn_at')],
                },
            ),
            migrations.CreateModel(
                name='Compartment',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('business', models.SlugField(help_text="Name of the domain, such as 'readmission'.")),
                    ('office', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='compartments', to='organisations.office')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('office', 'business'), name='accounts_compartment_once_per_office')],
                },
            ),
            migrations.CreateModel(
                name='Deputyship',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('valid_from', models.DateField(help_text='First day of the absence.')),
                    ('valid_until', models.DateField(help_text='Last day of the absence.')),
                    ('reason', models.CharField(help_text='Why, such as leave or a mission.', max_length=500)),
                    ('granted_at', models.DateTimeField()),
                    ('ended_at', models.DateTimeField(help_text='Ended at this instant, before the last day; empty: not.', null=True)),
                    ('absent', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='deputyships', to=settings.AUTH_USER_MODEL)),
                    ('deputy', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='stands_in_for', to=settings.AUTH_USER_MODEL)),
                    ('ended_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('granted_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('absent', models.F('deputy')), _negated=True), name='accounts_deputyship_of_somebody_else'), models.CheckConstraint(condition=models.Q(('valid_until__gte', models.F('valid_from'))), name='accounts_deputyship_period_in_order')],
                },
            ),
            migrations.CreateModel(
                name='RoleGrant',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('role', models.SlugField(help_text="Identifier of a role of the jurisdiction, such as 'mentor'.")),
                    ('deputies_allowed', models.BooleanField(help_text='A stand-in holds the role during an absence; as declared when it was granted.')),
                    ('valid_from', models.DateField(help_text='First day of the role.')),
                    ('valid_until', models.DateField(blank=True, help_text='Last day; empty: open-ended.', null=True)),
                    ('reason', models.CharField(help_text='Why it was granted.', max_length=500)),
                    ('granted_at', models.DateTimeField()),
                    ('ended_at', models.DateTimeField(help_text='Taken back at this instant, before the last day; empty: not.', null=True)),
                    ('ended_reason', models.CharField(blank=True, max_length=500)),
                    ('compartment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='role_grants', to='accounts.compartment')),
                    ('ended_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('granted_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='role_grants', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'indexes': [models.Index(fields=['user', 'compartment'], name='accounts_grant_user')],
                    'constraints': [models.CheckConstraint(condition=models.Q(('valid_until__isnull', True), ('valid_until__gte', models.F('valid_from')), _connector='OR'), name='accounts_role_grant_period_in_order')],
                },
            ),
        ),
    ]
