import django.db.models.deletion
from django.db import migrations, models

from korpu.foundations.operations import CreateTables


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        CreateTables(
            migrations.CreateModel(
                name='Organisation',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('title_az', models.CharField(help_text='Name in Azerbaijani.', max_length=200)),
                    ('title_en', models.CharField(help_text='Name in English.', max_length=200)),
                    ('title_ru', models.CharField(help_text='Name in Russian.', max_length=200)),
                    ('code', models.SlugField(help_text="Stable short name, such as 'sms' or 'de-bamf'.", unique=True)),
                    ('kind', models.CharField(choices=[('service', 'The migration service itself'), ('state_body', 'Another state body'), ('requesting_authority', 'Authority of a requesting state'), ('foreign_body', 'Body of another state'), ('ngo', 'Non-governmental organisation'), ('international', 'International organisation')], max_length=30)),
                    ('country', models.CharField(help_text='ISO 3166-1 alpha-3 code of the state it belongs to.', max_length=3)),
                    ('active_from', models.DateField(blank=True, help_text='First day; empty: unknown.', null=True)),
                    ('active_until', models.DateField(blank=True, help_text='Last day; empty: still active.', null=True)),
                    ('is_fictional', models.BooleanField(default=False, help_text='Invented for the demonstration; no such body exists.')),
                ],
                options={
                    'ordering': ('code',),
                },
            ),
            migrations.CreateModel(
                name='Office',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('title_az', models.CharField(help_text='Name in Azerbaijani.', max_length=200)),
                    ('title_en', models.CharField(help_text='Name in English.', max_length=200)),
                    ('title_ru', models.CharField(help_text='Name in Russian.', max_length=200)),
                    ('code', models.SlugField(help_text="Stable short name, such as 'sms-readmission'.", unique=True)),
                    ('address', models.CharField(blank=True, help_text='Postal address, as on a letter; empty: unknown.', max_length=300)),
                    ('email', models.EmailField(blank=True, help_text='Official mailbox; empty: unknown.', max_length=254)),
                    ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='organisations.office')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='offices', to='organisations.organisation')),
                ],
                options={
                    'ordering': ('code',),
                },
            ),
        ),
    ]
