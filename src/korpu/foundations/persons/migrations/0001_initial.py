import django.contrib.postgres.fields
import django.contrib.postgres.indexes
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
    ]

    operations = [
        CreateTables(
            migrations.CreateModel(
                name='Person',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('uuid', models.UUIDField(default=korpu.kernel.ids.new_id, editable=False, unique=True)),
                    ('surname', models.CharField(blank=True, max_length=200)),
                    ('given_names', models.CharField(blank=True, max_length=200)),
                    ('patronymic', models.CharField(blank=True, max_length=200)),
                    ('sex', models.CharField(default='X', help_text='ICAO 9303: F, M or X (unspecified).', max_length=1)),
                    ('birth_date', models.CharField(blank=True, help_text='ISO 8601, as exact as known: YYYY, YYYY-MM, YYYY-MM-DD.', max_length=10)),
                    ('nationality', models.CharField(blank=True, help_text="Code of the list 'nationalities'; empty: unknown.", max_length=3)),
                    ('created_at', models.DateTimeField()),
                    ('compartment', models.ForeignKey(help_text='Where the person was first registered.', on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.compartment')),
                    ('merged_into', models.ForeignKey(blank=True, help_text='The record that stands for this one; empty: this record stands for itself.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='merged_from', to='persons.person')),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('merged_into', models.F('id')), _negated=True), name='persons_not_merged_into_itself')],
                },
            ),
            migrations.CreateModel(
                name='QuietBusiness',
                fields=[
                    ('business', models.SlugField(primary_key=True, serialize=False)),
                ],
            ),
            migrations.CreateModel(
                name='NameToken',
                fields=[
                    ('id', models.AutoField(primary_key=True, serialize=False)),
                    ('key', models.CharField(max_length=200, unique=True)),
                    ('skeleton', models.CharField(max_length=200)),
                ],
                options={
                    'indexes': [models.Index(fields=['skeleton'], name='persons_token_skeleton'), django.contrib.postgres.indexes.GinIndex(fields=['key'], name='persons_token_trigrams', opclasses=('gin_trgm_ops',))],
                },
            ),
            migrations.CreateModel(
                name='SearchReceipt',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('uuid', models.UUIDField(default=korpu.kernel.ids.new_id, editable=False, unique=True)),
                    ('searched_at', models.DateTimeField()),
                    ('keys', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=200), help_text='Keys of the names searched for.', size=None)),
                    ('name', models.CharField(blank=True, help_text='As typed.', max_length=200)),
                    ('birth_year', models.SmallIntegerField(blank=True, help_text='Empty: not asked for.', null=True)),
                    ('document_number', models.CharField(blank=True, help_text='As typed.', max_length=60)),
                    ('found', django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), help_text='Persons shown, best first.', size=None)),
                    ('actor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'indexes': [models.Index(fields=['actor', 'searched_at'], name='persons_receipt_of_actor')],
                },
            ),
            migrations.CreateModel(
                name='Merge',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('uuid', models.UUIDField(default=korpu.kernel.ids.new_id, editable=False, unique=True)),
                    ('compartment', models.ForeignKey(help_text='Where the kept record was registered: its readers may take the merge back.', on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.compartment')),
                    ('reason', models.CharField(max_length=500)),
                    ('merged_at', models.DateTimeField()),
                    ('undone_at', models.DateTimeField(blank=True, help_text='Empty: the merge stands.', null=True)),
                    ('undone_reason', models.CharField(blank=True, max_length=500)),
                    ('merged_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('undone_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('absorbed', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='absorptions', to='persons.person')),
                    ('kept', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='merges', to='persons.person')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(condition=models.Q(('undone_at__isnull', True)), fields=('absorbed',), name='persons_absorbed_once')],
                },
            ),
            migrations.CreateModel(
                name='SearchEntry',
                fields=[
                    ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to='persons.person')),
                    ('person_uuid', models.UUIDField()),
                    ('shown_name', models.CharField(max_length=610)),
                    ('birth_year', models.SmallIntegerField(help_text='0: not known.')),
                    ('nationality', models.CharField(blank=True, max_length=3)),
                    ('keys', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=200), help_text="Keys of all the person's names.", size=None)),
                ],
            ),
            migrations.CreateModel(
                name='Involvement',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('case_uuid', models.UUIDField(help_text='Public identifier of the case.')),
                    ('part', models.SlugField(help_text="The person's part in the case, such as 'subject' or 'spouse'.")),
                    ('compartment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.compartment')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='involvements', to='persons.person')),
                ],
                options={
                    'indexes': [models.Index(fields=['case_uuid'], name='persons_involved_case'), models.Index(fields=['person'], include=('compartment',), name='persons_involved_readers')],
                    'constraints': [models.UniqueConstraint(fields=('person', 'case_uuid', 'part'), name='persons_involvement_once')],
                },
            ),
            migrations.CreateModel(
                name='IdentityFact',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('uuid', models.UUIDField(default=korpu.kernel.ids.new_id, editable=False, unique=True)),
                    ('kind', models.CharField(choices=[('surname', 'Surname'), ('given_names', 'Given names'), ('patronymic', 'Patronymic'), ('other_name', 'Other name'), ('sex', 'Sex'), ('birth_date', 'Date of birth'), ('birth_place', 'Place of birth'), ('birth_country', 'Country of birth'), ('nationality', 'Nationality'), ('language', 'Language spoken'), ('phone', 'Telephone'), ('email', 'E-mail address'), ('address', 'Address'), ('personal_number', 'Personal number'), ('marital_status', 'Marital status'), ('father_name', "Father's name"), ('mother_name', "Mother's name")], max_length=20)),
                    ('value', models.CharField(max_length=500)),
                    ('script', models.CharField(blank=True, help_text="ISO 15924 code of a name's letters; empty: no letters.", max_length=4)),
                    ('source_kind', models.CharField(choices=[('register', 'State register'), ('document', 'Document shown'), ('authority', 'Another authority'), ('application', 'Application received'), ('statement', "The person's own statement")], max_length=20)),
                    ('source_note', models.CharField(blank=True, help_text='Which one, in words.', max_length=300)),
                    ('valid_from', models.DateField(blank=True, help_text='First day; empty: not known.', null=True)),
                    ('valid_until', models.DateField(blank=True, help_text='Last day; empty: still so.', null=True)),
                    ('recorded_at', models.DateTimeField()),
                    ('superseded_at', models.DateTimeField(blank=True, help_text='Empty: it stands.', null=True)),
                    ('superseding_reason', models.CharField(blank=True, max_length=300)),
                    ('confidential_to', models.ForeignKey(blank=True, help_text='Only this compartment reads it, and it is never projected; empty: whoever reads the file.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.compartment')),
                    ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('superseded_by', models.ForeignKey(blank=True, help_text='The better fact; empty: withdrawn without one.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='supersedes', to='persons.identityfact')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='facts', to='persons.person')),
                ],
                options={
                    'indexes': [models.Index(fields=['person', 'kind'], name='persons_fact_of_person')],
                    'constraints': [models.CheckConstraint(condition=models.Q(('valid_from__isnull', True), ('valid_until__isnull', True), ('valid_until__gte', models.F('valid_from')), _connector='OR'), name='persons_fact_period_in_order'), models.CheckConstraint(condition=models.Q(('superseded_at__isnull', False), ('superseded_by__isnull', True), _connector='OR'), name='persons_fact_superseded_with_its_moment')],
                },
            ),
            migrations.CreateModel(
                name='HeldDocument',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('uuid', models.UUIDField(default=korpu.kernel.ids.new_id, editable=False, unique=True)),
                    ('kind', models.CharField(help_text="Code of the list 'document-kinds'.", max_length=40)),
                    ('issuer', models.CharField(help_text="Code of the list 'nationalities'.", max_length=3)),
                    ('number', models.CharField(help_text='As printed.', max_length=40)),
                    ('number_key', models.CharField(help_text='Number in capitals without spaces and signs: what is searched.', max_length=40)),
                    ('issued_on', models.DateField(blank=True, help_text='Empty: not known.', null=True)),
                    ('valid_until', models.DateField(blank=True, help_text='Last day; empty: no end known.', null=True)),
                    ('recorded_at', models.DateTimeField()),
                    ('withdrawn_at', models.DateTimeField(blank=True, help_text='Recorded by mistake since; empty: it stands.', null=True)),
                    ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='documents', to='persons.person')),
                ],
                options={
                    'indexes': [models.Index(fields=['number_key'], name='persons_document_number', opclasses=('text_pattern_ops',))],
                    'constraints': [models.UniqueConstraint(condition=models.Q(('withdrawn_at__isnull', True)), fields=('person', 'kind', 'issuer', 'number_key'), name='persons_document_once_per_person'), models.CheckConstraint(condition=models.Q(('issued_on__isnull', True), ('valid_until__isnull', True), ('valid_until__gte', models.F('issued_on')), _connector='OR'), name='persons_document_period_in_order')],
                },
            ),
            migrations.CreateModel(
                name='ProtectionHold',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('uuid', models.UUIDField(default=korpu.kernel.ids.new_id, editable=False, unique=True)),
                    ('kind', models.CharField(help_text="Code of the list 'protection-holds'.", max_length=40)),
                    ('source', models.CharField(help_text='What the hold rests on.', max_length=300)),
                    ('valid_from', models.DateField(help_text='First day.')),
                    ('valid_until', models.DateField(blank=True, help_text='Last day; empty: not ended.', null=True)),
                    ('recorded_at', models.DateTimeField()),
                    ('ending_reason', models.CharField(blank=True, max_length=300)),
                    ('compartment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.compartment')),
                    ('ended_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='persons.person')),
                    ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('valid_until__isnull', True), ('valid_until__gte', models.F('valid_from')), _connector='OR'), name='persons_hold_period_in_order')],
                },
            ),
            migrations.CreateModel(
                name='ReadingGrant',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('scope', models.CharField(choices=[('basic', 'Names, contact and language'), ('full', 'The whole file')], max_length=10)),
                    ('valid_from', models.DateField(help_text='First day.')),
                    ('valid_until', models.DateField(help_text='Last day.')),
                    ('granted_at', models.DateTimeField()),
                    ('ended_at', models.DateTimeField(blank=True, help_text='Ended before its last day.', null=True)),
                    ('compartment', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.compartment')),
                    ('granted_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('granted_in', models.ForeignKey(help_text='The compartment that lets the other read.', on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.compartment')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reading_grants', to='persons.person')),
                    ('user', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('user__isnull', True), ('compartment__isnull', True), _connector='XOR'), name='persons_grant_to_one_reader'), models.CheckConstraint(condition=models.Q(('valid_until__gte', models.F('valid_from'))), name='persons_grant_period_in_order')],
                },
            ),
            migrations.CreateModel(
                name='Relation',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kind', models.CharField(choices=[('spouse', 'Spouse'), ('child', 'Child'), ('parent', 'Parent'), ('sibling', 'Brother or sister'), ('guardian', 'Guardian'), ('ward', 'Ward')], max_length=20)),
                    ('recorded_at', models.DateTimeField()),
                    ('ended_on', models.DateField(blank=True, help_text='Last day; empty: still so.', null=True)),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='relations', to='persons.person')),
                    ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('relative', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='persons.person')),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('person', models.F('relative')), _negated=True), name='persons_related_to_another'), models.UniqueConstraint(condition=models.Q(('ended_on__isnull', True)), fields=('person', 'relative', 'kind'), name='persons_relation_once')],
                },
            ),
            migrations.CreateModel(
                name='SearchPair',
                fields=[
                    ('pk', models.CompositePrimaryKey('low', 'high', 'birth_year', 'person_id', blank=True, editable=False, primary_key=True, serialize=False)),
                    ('low', models.IntegerField()),
                    ('high', models.IntegerField()),
                    ('birth_year', models.SmallIntegerField(help_text='0: not known.')),
                    ('person', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='persons.person')),
                ],
            ),
            migrations.CreateModel(
                name='TokenNeighbour',
                fields=[
                    ('pk', models.CompositePrimaryKey('form', 'token_id', blank=True, editable=False, primary_key=True, serialize=False)),
                    ('form', models.CharField(max_length=200)),
                    ('token', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='persons.nametoken')),
                ],
            ),
            migrations.CreateModel(
                name='MergeMove',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('table_name', models.CharField(max_length=63)),
                    ('column_name', models.CharField(max_length=63)),
                    ('row_id', models.BigIntegerField()),
                    ('merge', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='persons.merge')),
                ],
            ),
        ),
    ]
