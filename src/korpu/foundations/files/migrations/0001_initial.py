import django.core.validators
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
                name='StoredFile',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('uuid', models.UUIDField(default=korpu.kernel.ids.new_id, editable=False, unique=True)),
                    ('sha256', models.CharField(help_text='Of the bytes exactly as they came.', max_length=64, validators=[django.core.validators.RegexValidator('\\A[0-9a-f]{64}\\Z')])),
                    ('clean_sha256', models.CharField(blank=True, help_text='Of the copy of a picture without camera, place and time; empty: not a picture.', max_length=64, validators=[django.core.validators.RegexValidator('\\A[0-9a-f]{64}\\Z')])),
                    ('size_bytes', models.PositiveBigIntegerField(help_text='Of the bytes as they came.')),
                    ('media_type', models.CharField(help_text='Found in the content, not in the name.', max_length=60)),
                    ('kind', models.SlugField(help_text="What the file is for, such as 'evidence' or 'letter'.")),
                    ('name', models.CharField(help_text='As the sender named it, made harmless.', max_length=200)),
                    ('uploaded_at', models.DateTimeField()),
                    ('uploaded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'indexes': [models.Index(fields=['sha256'], name='files_by_content')],
                },
            ),
        ),
    ]
