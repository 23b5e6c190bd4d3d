import django.db.models.deletion
import korpu.kernel.ids
from django.conf import settings
from django.db import migrations, models

from korpu.foundations.operations import CreateTables


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateTables(
            migrations.CreateModel(
                name='Message',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('uuid', models.UUIDField(default=korpu.kernel.ids.new_id, editable=False, help_text='Also names the e-mail itself.', unique=True)),
                    ('to_address', models.EmailField(max_length=254)),
                    ('subject', models.CharField(max_length=200)),
                    ('text', models.TextField(help_text='Plain text; lines end with LF.')),
                    ('language', models.CharField(max_length=2)),
                    ('headers', models.JSONField(default=dict, help_text='Further headers, name to value.')),
                    ('state', models.CharField(choices=[('waiting', 'Waiting'), ('sent', 'Sent'), ('failed', 'Failed'), ('given_up', 'Given up')], default='waiting', max_length=10)),
                    ('attempts_count', models.PositiveSmallIntegerField(default=0, help_text='Since it was queued or sent again.')),
                    ('next_attempt_at', models.DateTimeField(help_text='Null: none will be made.', null=True)),
                    ('last_error', models.CharField(blank=True, help_text="Kind of the last failure, as 'SMTP 550'; never the server's own words, which often repeat the address.", max_length=60)),
                    ('queued_at', models.DateTimeField()),
                    ('ended_at', models.DateTimeField(help_text='When it was sent, failed for good or was given up.', null=True)),
                    ('queued_by', models.ForeignKey(help_text='Null: a visitor who had not logged in.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'indexes': [models.Index(condition=models.Q(('state', 'waiting')), fields=['next_attempt_at'], name='mail_waiting'), models.Index(fields=['-queued_at', 'uuid'], name='mail_latest_first'), models.Index(condition=models.Q(('state', 'waiting'), _negated=True), fields=['ended_at'], name='mail_ended')],
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('ended_at', None), ('state', 'waiting')), models.Q(models.Q(('state', 'waiting'), _negated=True), ('ended_at__isnull', False)), _connector='OR'), name='mail_waiting_has_not_ended'), models.CheckConstraint(condition=models.Q(('state__in', ['waiting', 'sent', 'failed', 'given_up'])), name='mail_known_state')],
                },
            ),
            migrations.CreateModel(
                name='Attachment',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('name', models.CharField(max_length=120)),
                    ('media_type', models.CharField(help_text="With parameters, as 'text/calendar; method=REQUEST'.", max_length=100)),
                    ('content', models.BinaryField()),
                    ('message', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='attachments', to='mail.message')),
                ],
            ),
        ),
    ]
