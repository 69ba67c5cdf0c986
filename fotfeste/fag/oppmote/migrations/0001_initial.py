import fotfeste.grunnmur.klokke
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Fravaer',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('fra', models.DateField()),
                ('til', models.DateField()),
                ('arsak', models.CharField(choices=[('egen_sykdom', 'Jeg var syk'), ('barns_sykdom', 'Barnet mitt var sykt'), ('velferd', 'Viktig avtale eller hendelse i familien'), ('ferie', 'Ferie'), ('religios_hoytid', 'Religiøs høytid'), ('for_termin', 'Gravid, rett før termin'), ('fodsel', 'Fødsel, for mor'), ('fars_omsorg', 'Fødsel, for far eller annen omsorgsperson'), ('ulegitimert', 'Annet, uten avtale')], max_length=20)),
                ('timer', models.DecimalField(blank=True, decimal_places=2, max_digits=4, null=True)),
                ('termin', models.DateField(blank=True, null=True)),
                ('fodt', models.DateField(blank=True, null=True)),
                ('forklaring', models.TextField(blank=True)),
            ],
            options={
                'ordering': ['fra', 'opprettet'],
            },
        ),
        migrations.CreateModel(
            name='FravaerEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('fra', models.DateField()),
                ('til', models.DateField()),
                ('arsak', models.CharField(choices=[('egen_sykdom', 'Jeg var syk'), ('barns_sykdom', 'Barnet mitt var sykt'), ('velferd', 'Viktig avtale eller hendelse i familien'), ('ferie', 'Ferie'), ('religios_hoytid', 'Religiøs høytid'), ('for_termin', 'Gravid, rett før termin'), ('fodsel', 'Fødsel, for mor'), ('fars_omsorg', 'Fødsel, for far eller annen omsorgsperson'), ('ulegitimert', 'Annet, uten avtale')], max_length=20)),
                ('timer', models.DecimalField(blank=True, decimal_places=2, max_digits=4, null=True)),
                ('termin', models.DateField(blank=True, null=True)),
                ('fodt', models.DateField(blank=True, null=True)),
                ('forklaring', models.TextField(blank=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Legeerklaering',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('fra', models.DateField()),
                ('til', models.DateField()),
            ],
            options={
                'ordering': ['fra'],
            },
        ),
        migrations.CreateModel(
            name='LegeerklaeringEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('fra', models.DateField()),
                ('til', models.DateField()),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Timeliste',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('maned', models.DateField()),
                ('status', models.CharField(choices=[('apen', 'Ikke levert'), ('levert', 'Levert'), ('returnert', 'Sendt tilbake'), ('godkjent', 'Godkjent')], default='apen', max_length=10)),
                ('levert', models.DateTimeField(blank=True, null=True)),
                ('godkjent', models.DateTimeField(blank=True, null=True)),
                ('returgrunn', models.TextField(blank=True)),
                ('merknad', models.TextField(blank=True)),
            ],
            options={
                'ordering': ['maned'],
            },
        ),
        migrations.CreateModel(
            name='Timelistedag',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('dato', models.DateField()),
                ('planlagt', models.DecimalField(decimal_places=2, default=0, max_digits=4)),
                ('timer_program', models.DecimalField(decimal_places=2, default=0, max_digits=4)),
                ('timer_arbeid', models.DecimalField(decimal_places=2, default=0, max_digits=4)),
            ],
            options={
                'ordering': ['dato'],
            },
        ),
        migrations.CreateModel(
            name='TimelistedagEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('dato', models.DateField()),
                ('planlagt', models.DecimalField(decimal_places=2, default=0, max_digits=4)),
                ('timer_program', models.DecimalField(decimal_places=2, default=0, max_digits=4)),
                ('timer_arbeid', models.DecimalField(decimal_places=2, default=0, max_digits=4)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='TimelisteEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('maned', models.DateField()),
                ('status', models.CharField(choices=[('apen', 'Ikke levert'), ('levert', 'Levert'), ('returnert', 'Sendt tilbake'), ('godkjent', 'Godkjent')], default='apen', max_length=10)),
                ('levert', models.DateTimeField(blank=True, null=True)),
                ('godkjent', models.DateTimeField(blank=True, null=True)),
                ('returgrunn', models.TextField(blank=True)),
                ('merknad', models.TextField(blank=True)),
            ],
            options={
                'abstract': False,
            },
        ),
    ]
