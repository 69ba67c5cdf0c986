import django.contrib.postgres.fields
import fotfeste.grunnmur.klokke
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Arbeidsevnevurdering',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('nummer', models.PositiveIntegerField()),
                ('status', models.CharField(choices=[('utkast', 'Under arbeid'), ('fullfort', 'Fullført'), ('forkastet', 'Lagt bort')], default='utkast', max_length=10)),
                ('utfort_av', models.CharField(choices=[('nav', 'NAV-kontoret'), ('arrangor', 'En arrangør')], default='nav', max_length=10)),
                ('ressurser', models.TextField(blank=True)),
                ('hindringer', models.TextField(blank=True)),
                ('punkt_a', models.TextField(blank=True)),
                ('punkt_b', models.TextField(blank=True)),
                ('punkt_c', models.TextField(blank=True)),
                ('punkt_d', models.TextField(blank=True)),
                ('punkt_e', models.TextField(blank=True)),
                ('deltaker_a', models.TextField(blank=True)),
                ('deltaker_b', models.TextField(blank=True)),
                ('deltaker_c', models.TextField(blank=True)),
                ('deltaker_d', models.TextField(blank=True)),
                ('deltaker_e', models.TextField(blank=True)),
                ('deltaker_levert', models.DateField(blank=True, null=True)),
                ('motivasjon', models.TextField(blank=True)),
                ('brukers_syn', models.TextField(blank=True)),
                ('intern_vurdering', models.TextField(blank=True)),
                ('innsatsgruppe', models.CharField(blank=True, choices=[('standard_innsats', 'Standard innsats'), ('situasjonsbestemt_innsats', 'Situasjonsbestemt innsats'), ('spesielt_tilpasset_innsats', 'Spesielt tilpasset innsats'), ('gradert_varig_tilpasset_innsats', 'Gradert varig tilpasset innsats'), ('varig_tilpasset_innsats', 'Varig tilpasset innsats')], max_length=40)),
                ('gjenbrukt', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20), blank=True, default=list, size=None)),
                ('ferdigstilt', models.DateField(blank=True, null=True)),
            ],
            options={
                'ordering': ['nummer'],
            },
        ),
        migrations.CreateModel(
            name='ArbeidsevnevurderingEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('nummer', models.PositiveIntegerField()),
                ('status', models.CharField(choices=[('utkast', 'Under arbeid'), ('fullfort', 'Fullført'), ('forkastet', 'Lagt bort')], default='utkast', max_length=10)),
                ('utfort_av', models.CharField(choices=[('nav', 'NAV-kontoret'), ('arrangor', 'En arrangør')], default='nav', max_length=10)),
                ('ressurser', models.TextField(blank=True)),
                ('hindringer', models.TextField(blank=True)),
                ('punkt_a', models.TextField(blank=True)),
                ('punkt_b', models.TextField(blank=True)),
                ('punkt_c', models.TextField(blank=True)),
                ('punkt_d', models.TextField(blank=True)),
                ('punkt_e', models.TextField(blank=True)),
                ('deltaker_a', models.TextField(blank=True)),
                ('deltaker_b', models.TextField(blank=True)),
                ('deltaker_c', models.TextField(blank=True)),
                ('deltaker_d', models.TextField(blank=True)),
                ('deltaker_e', models.TextField(blank=True)),
                ('deltaker_levert', models.DateField(blank=True, null=True)),
                ('motivasjon', models.TextField(blank=True)),
                ('brukers_syn', models.TextField(blank=True)),
                ('intern_vurdering', models.TextField(blank=True)),
                ('innsatsgruppe', models.CharField(blank=True, choices=[('standard_innsats', 'Standard innsats'), ('situasjonsbestemt_innsats', 'Situasjonsbestemt innsats'), ('spesielt_tilpasset_innsats', 'Spesielt tilpasset innsats'), ('gradert_varig_tilpasset_innsats', 'Gradert varig tilpasset innsats'), ('varig_tilpasset_innsats', 'Varig tilpasset innsats')], max_length=40)),
                ('gjenbrukt', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20), blank=True, default=list, size=None)),
                ('ferdigstilt', models.DateField(blank=True, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Kilde',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('type', models.CharField(choices=[('samtale', 'Samtale med deltakeren'), ('cv', 'CV og vitnemål'), ('lege', 'Lege eller annen behandler'), ('arbeidsgiver', 'Arbeidsgiver eller praksissted'), ('tiltak', 'Tidligere tiltak'), ('register', 'Offentlig register'), ('annet', 'Annet')], max_length=20)),
                ('beskrivelse', models.CharField(max_length=300)),
                ('dato', models.DateField()),
                ('samtykke', models.BooleanField(default=False)),
            ],
            options={
                'ordering': [models.OrderBy(models.F('dato'), descending=True)],
            },
        ),
        migrations.CreateModel(
            name='KildeEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('type', models.CharField(choices=[('samtale', 'Samtale med deltakeren'), ('cv', 'CV og vitnemål'), ('lege', 'Lege eller annen behandler'), ('arbeidsgiver', 'Arbeidsgiver eller praksissted'), ('tiltak', 'Tidligere tiltak'), ('register', 'Offentlig register'), ('annet', 'Annet')], max_length=20)),
                ('beskrivelse', models.CharField(max_length=300)),
                ('dato', models.DateField()),
                ('samtykke', models.BooleanField(default=False)),
            ],
            options={
                'abstract': False,
            },
        ),
    ]
