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
                name='CodeList',
                fields=[
                    ('title_az', models.CharField(help_text='Name in Azerbaijani.', max_length=200)),
                    ('title_en', models.CharField(help_text='Name in English.', max_length=200)),
                    ('title_ru', models.CharField(help_text='Name in Russian.', max_length=200)),
                    ('name', models.SlugField(help_text="Such as 'countries'.", primary_key=True, serialize=False)),
                    ('source', models.CharField(help_text='Standard or instrument it is taken from.', max_length=300)),
                    ('version', models.CharField(help_text='Of the source, as the source counts.', max_length=40)),
                    ('confidence', models.CharField(choices=[('seen', 'seen'), ('seen_in_part', 'seen_in_part'), ('weak', 'weak'), ('unverified', 'unverified')], help_text='How surely the source was read.', max_length=20)),
                    ('digest', models.CharField(help_text='SHA-256 of what was loaded last.', max_length=64)),
                    ('loaded_at', models.DateTimeField()),
                ],
                options={
                    'ordering': ('name',),
                },
            ),
            migrations.CreateModel(
                name='Code',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('title_az', models.CharField(help_text='Name in Azerbaijani.', max_length=200)),
                    ('title_en', models.CharField(help_text='Name in English.', max_length=200)),
                    ('title_ru', models.CharField(help_text='Name in Russian.', max_length=200)),
                    ('code', models.CharField(max_length=40)),
                    ('valid_from', models.DateField(blank=True, help_text='First day; empty: always.', null=True)),
                    ('valid_until', models.DateField(blank=True, help_text='Last day; empty: still valid.', null=True)),
                    ('position', models.PositiveIntegerField(default=0, help_text='Order in choices; equal positions go by title.')),
                    ('attributes', models.JSONField(blank=True, default=dict, help_text='What else the source says of the code.')),
                    ('list', models.ForeignKey(db_column='list', on_delete=django.db.models.deletion.PROTECT, related_name='codes', to='codelists.codelist')),
                ],
                options={
                    'ordering': ('list', 'position', 'code'),
                    'constraints': [models.UniqueConstraint(fields=('list', 'code'), name='codelists_code_once_in_its_list'), models.CheckConstraint(condition=models.Q(('valid_from__isnull', True), ('valid_until__isnull', True), ('valid_until__gte', models.F('valid_from')), _connector='OR'), name='codelists_code_period_in_order')],
                },
            ),
        ),
    ]
