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
            name='Avslutning',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('dato', models.DateField()),
                ('mate', models.CharField(choices=[('fullfort_eller_etter_avtale', 'Fullført, eller avsluttet etter avtale'), ('uteblivelse', 'Varig uteblivelse'), ('flyttet_kommune', 'Flyttet til en annen kommune'), ('flyttet_bydel', 'Flyttet til en annen bydel'), ('etter_avbrudd', 'Avsluttet etter pause')], max_length=30)),
                ('situasjon', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('ordinaert_arbeid', 'Ordinært arbeid'), ('arbeid_lonnstilskudd', 'Arbeid med lønnstilskudd'), ('arbeidsmarkedstiltak', 'Arbeidsmarkedstiltak i statlig regi'), ('skole', 'Skole eller utdanning'), ('ufore', 'Uføretrygd'), ('aap', 'Arbeidsavklaringspenger'), ('sosialhjelp_i_pavente', 'Sosialhjelp i påvente av annen ytelse'), ('sosialhjelp', 'Sosialhjelp'), ('annet', 'Annet'), ('ukjent', 'Ukjent')], max_length=25), blank=True, default=list, size=None)),
                ('viktigste_inntekt', models.CharField(blank=True, choices=[('ordinaert_arbeid', 'Ordinært arbeid'), ('arbeid_lonnstilskudd', 'Arbeid med lønnstilskudd'), ('arbeidsmarkedstiltak', 'Arbeidsmarkedstiltak i statlig regi'), ('skole', 'Skole eller utdanning'), ('ufore', 'Uføretrygd'), ('aap', 'Arbeidsavklaringspenger'), ('sosialhjelp_i_pavente', 'Sosialhjelp i påvente av annen ytelse'), ('sosialhjelp', 'Sosialhjelp'), ('annet', 'Annet'), ('ukjent', 'Ukjent')], max_length=25)),
                ('deltakerbevis', models.DateField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name='AvslutningEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('dato', models.DateField()),
                ('mate', models.CharField(choices=[('fullfort_eller_etter_avtale', 'Fullført, eller avsluttet etter avtale'), ('uteblivelse', 'Varig uteblivelse'), ('flyttet_kommune', 'Flyttet til en annen kommune'), ('flyttet_bydel', 'Flyttet til en annen bydel'), ('etter_avbrudd', 'Avsluttet etter pause')], max_length=30)),
                ('situasjon', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('ordinaert_arbeid', 'Ordinært arbeid'), ('arbeid_lonnstilskudd', 'Arbeid med lønnstilskudd'), ('arbeidsmarkedstiltak', 'Arbeidsmarkedstiltak i statlig regi'), ('skole', 'Skole eller utdanning'), ('ufore', 'Uføretrygd'), ('aap', 'Arbeidsavklaringspenger'), ('sosialhjelp_i_pavente', 'Sosialhjelp i påvente av annen ytelse'), ('sosialhjelp', 'Sosialhjelp'), ('annet', 'Annet'), ('ukjent', 'Ukjent')], max_length=25), blank=True, default=list, size=None)),
                ('viktigste_inntekt', models.CharField(blank=True, choices=[('ordinaert_arbeid', 'Ordinært arbeid'), ('arbeid_lonnstilskudd', 'Arbeid med lønnstilskudd'), ('arbeidsmarkedstiltak', 'Arbeidsmarkedstiltak i statlig regi'), ('skole', 'Skole eller utdanning'), ('ufore', 'Uføretrygd'), ('aap', 'Arbeidsavklaringspenger'), ('sosialhjelp_i_pavente', 'Sosialhjelp i påvente av annen ytelse'), ('sosialhjelp', 'Sosialhjelp'), ('annet', 'Annet'), ('ukjent', 'Ukjent')], max_length=25)),
                ('deltakerbevis', models.DateField(blank=True, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Kontakt',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('dato', models.DateField()),
                ('kanal', models.CharField(choices=[('mote', 'Møte'), ('telefon', 'Telefon'), ('sms', 'SMS'), ('epost', 'E-post'), ('digital', 'På nett'), ('hjemmebesok', 'Hjemmebesøk'), ('arbeidsplass', 'På arbeidsplassen'), ('brev', 'Brev')], max_length=15)),
                ('initiativ', models.CharField(choices=[('nav', 'Oss'), ('deltaker', 'Deltakeren'), ('arrangor', 'Arrangøren')], default='nav', max_length=10)),
                ('resultat', models.CharField(choices=[('gjennomfort', 'Vi snakket sammen'), ('ikke_mott', 'Møtte ikke'), ('ikke_svar', 'Svarte ikke')], default='gjennomfort', max_length=15)),
                ('tolk', models.BooleanField(default=False)),
                ('notat', models.TextField(blank=True)),
            ],
            options={
                'ordering': ['-dato', '-opprettet'],
            },
        ),
        migrations.CreateModel(
            name='KontaktEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('dato', models.DateField()),
                ('kanal', models.CharField(choices=[('mote', 'Møte'), ('telefon', 'Telefon'), ('sms', 'SMS'), ('epost', 'E-post'), ('digital', 'På nett'), ('hjemmebesok', 'Hjemmebesøk'), ('arbeidsplass', 'På arbeidsplassen'), ('brev', 'Brev')], max_length=15)),
                ('initiativ', models.CharField(choices=[('nav', 'Oss'), ('deltaker', 'Deltakeren'), ('arrangor', 'Arrangøren')], default='nav', max_length=10)),
                ('resultat', models.CharField(choices=[('gjennomfort', 'Vi snakket sammen'), ('ikke_mott', 'Møtte ikke'), ('ikke_svar', 'Svarte ikke')], default='gjennomfort', max_length=15)),
                ('tolk', models.BooleanField(default=False)),
                ('notat', models.TextField(blank=True)),
            ],
            options={
                'abstract': False,
            },
        ),
    ]
