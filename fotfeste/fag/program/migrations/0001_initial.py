import fotfeste.grunnmur.klokke
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Aktivitet',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('navn', models.CharField(max_length=120)),
                ('gruppe', models.CharField(choices=[('arbeidsrettet', 'Arbeidsrettet'), ('arbeidssoking', 'Jobbsøking'), ('lonnet_arbeid', 'Lønnet jobb'), ('opplaering', 'Opplæring'), ('stotte', 'Støtte'), ('helse', 'Helse'), ('egenaktivitet', 'Egen aktivitet')], max_length=20)),
                ('formal', models.CharField(blank=True, max_length=300)),
                ('arrangor', models.CharField(blank=True, max_length=160)),
                ('sted', models.CharField(blank=True, max_length=160)),
                ('kontaktperson', models.CharField(blank=True, max_length=120)),
            ],
            options={
                'ordering': ['opprettet', 'navn'],
            },
        ),
        migrations.CreateModel(
            name='AktivitetEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('navn', models.CharField(max_length=120)),
                ('gruppe', models.CharField(choices=[('arbeidsrettet', 'Arbeidsrettet'), ('arbeidssoking', 'Jobbsøking'), ('lonnet_arbeid', 'Lønnet jobb'), ('opplaering', 'Opplæring'), ('stotte', 'Støtte'), ('helse', 'Helse'), ('egenaktivitet', 'Egen aktivitet')], max_length=20)),
                ('formal', models.CharField(blank=True, max_length=300)),
                ('arrangor', models.CharField(blank=True, max_length=160)),
                ('sted', models.CharField(blank=True, max_length=160)),
                ('kontaktperson', models.CharField(blank=True, max_length=120)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Evalueringsdato',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('dato', models.DateField()),
                ('type', models.CharField(choices=[('underveis', 'Underveis'), ('midtveis', 'Halvveis'), ('slutt', 'Ved slutten')], default='underveis', max_length=10)),
            ],
            options={
                'ordering': ['dato'],
            },
        ),
        migrations.CreateModel(
            name='EvalueringsdatoEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('dato', models.DateField()),
                ('type', models.CharField(choices=[('underveis', 'Underveis'), ('midtveis', 'Halvveis'), ('slutt', 'Ved slutten')], default='underveis', max_length=10)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Permisjon',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('fra', models.DateField()),
                ('til', models.DateField()),
                ('grunn', models.CharField(max_length=200)),
            ],
            options={
                'ordering': ['fra'],
            },
        ),
        migrations.CreateModel(
            name='PermisjonEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('fra', models.DateField()),
                ('til', models.DateField()),
                ('grunn', models.CharField(max_length=200)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Programversjon',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('nummer', models.PositiveIntegerField()),
                ('status', models.CharField(choices=[('utkast', 'Under arbeid'), ('foreslatt', 'Venter på deltakeren'), ('avtalt', 'Avtalt'), ('erstattet', 'Erstattet')], default='utkast', max_length=10)),
                ('fra', models.DateField()),
                ('til', models.DateField(blank=True, null=True)),
                ('mal', models.TextField(blank=True, help_text='Deltakerens mål, med deltakerens egne ord')),
                ('endring', models.TextField(blank=True, help_text='Hva som er nytt fra forrige versjon, og hvorfor')),
                ('foreslatt', models.DateTimeField(blank=True, null=True)),
                ('avtalt_med_deltaker', models.DateField(blank=True, null=True)),
                ('avtalt_hvordan', models.CharField(blank=True, help_text='Tomt når deltakeren svarte på egen side', max_length=200)),
                ('deltakers_merknad', models.TextField(blank=True)),
                ('avvik', models.TextField(blank=True, help_text='Hvorfor noe som bør være på plass, likevel ikke er det')),
            ],
            options={
                'ordering': ['nummer'],
            },
        ),
        migrations.CreateModel(
            name='ProgramversjonEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('nummer', models.PositiveIntegerField()),
                ('status', models.CharField(choices=[('utkast', 'Under arbeid'), ('foreslatt', 'Venter på deltakeren'), ('avtalt', 'Avtalt'), ('erstattet', 'Erstattet')], default='utkast', max_length=10)),
                ('fra', models.DateField()),
                ('til', models.DateField(blank=True, null=True)),
                ('mal', models.TextField(blank=True, help_text='Deltakerens mål, med deltakerens egne ord')),
                ('endring', models.TextField(blank=True, help_text='Hva som er nytt fra forrige versjon, og hvorfor')),
                ('foreslatt', models.DateTimeField(blank=True, null=True)),
                ('avtalt_med_deltaker', models.DateField(blank=True, null=True)),
                ('avtalt_hvordan', models.CharField(blank=True, help_text='Tomt når deltakeren svarte på egen side', max_length=200)),
                ('deltakers_merknad', models.TextField(blank=True)),
                ('avvik', models.TextField(blank=True, help_text='Hvorfor noe som bør være på plass, likevel ikke er det')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Ukeblokk',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('ukedag', models.PositiveSmallIntegerField(choices=[(0, 'mandag'), (1, 'tirsdag'), (2, 'onsdag'), (3, 'torsdag'), (4, 'fredag'), (5, 'lørdag'), (6, 'søndag')])),
                ('start', models.TimeField()),
                ('slutt', models.TimeField()),
            ],
            options={
                'ordering': ['ukedag', 'start'],
            },
        ),
        migrations.CreateModel(
            name='UkeblokkEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('ukedag', models.PositiveSmallIntegerField(choices=[(0, 'mandag'), (1, 'tirsdag'), (2, 'onsdag'), (3, 'torsdag'), (4, 'fredag'), (5, 'lørdag'), (6, 'søndag')])),
                ('start', models.TimeField()),
                ('slutt', models.TimeField()),
            ],
            options={
                'abstract': False,
            },
        ),
    ]
