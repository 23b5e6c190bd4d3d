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
                name='Choice',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kind', models.CharField(max_length=60)),
                    ('telling', models.CharField(choices=[('at_once', 'By e-mail at once'), ('daily', 'By e-mail once a day'), ('none', 'No e-mail')], max_length=8)),
                    ('user', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('user', 'kind'), name='notifications_choice_once')],
                },
            ),
            migrations.CreateModel(
                name='Notification',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('uuid', models.UUIDField(default=korpu.kernel.ids.new_id, editable=False, unique=True)),
                    ('kind', models.CharField(help_text='As its room declared it.', max_length=60)),
                    ('key', models.CharField(help_text='What it is about: the same thing is told once.', max_length=200)),
                    ('title', models.JSONField(help_text='One sentence in each language, without personal data.')),
                    ('href', models.CharField(help_text='Where it leads: a path of this service.', max_length=300)),
                    ('telling', models.CharField(choices=[('at_once', 'By e-mail at once'), ('daily', 'By e-mail once a day'), ('none', 'No e-mail')], help_text="The person's choice when it was made.", max_length=8)),
                    ('created_at', models.DateTimeField()),
                    ('read_at', models.DateTimeField(blank=True, help_text='Empty: not read yet.', null=True)),
                    ('mailed_at', models.DateTimeField(blank=True, help_text='Put into the outbox; empty: not, or not to be.', null=True)),
                    ('user', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'indexes': [models.Index(condition=models.Q(('read_at', None)), fields=['user'], name='notifications_unread'), models.Index(models.F('user'), models.OrderBy(models.F('created_at'), descending=True), models.F('uuid'), name='notifications_latest'), models.Index(condition=models.Q(('mailed_at', None), ('read_at', None)), fields=['telling', 'user'], name='notifications_to_mail')],
                    'constraints': [models.UniqueConstraint(fields=('user', 'kind', 'key'), name='notifications_once')],
                },
            ),
        ),
    ]
