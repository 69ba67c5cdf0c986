import django.db.models.deletion
import fotfeste.grunnmur.klokke
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('dokument', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='BrevEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('mal', models.CharField(choices=[('innvilgelse', 'Vedtak om program'), ('avslag', 'Avslag på søknad'), ('vedtak', 'Vedtak'), ('forelopig_svar', 'Foreløpig svar'), ('opplysninger', 'Vi trenger opplysninger'), ('forhandsvarsel', 'Forhåndsvarsel'), ('paminnelse', 'Påminnelse om timeliste'), ('utbetaling', 'Utbetaling')], max_length=20)),
                ('tittel', models.CharField(max_length=200)),
                ('innhold', models.JSONField()),
                ('sendt', models.DateTimeField(default=fotfeste.grunnmur.klokke.na)),
                ('apnet', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Brev',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('mal', models.CharField(choices=[('innvilgelse', 'Vedtak om program'), ('avslag', 'Avslag på søknad'), ('vedtak', 'Vedtak'), ('forelopig_svar', 'Foreløpig svar'), ('opplysninger', 'Vi trenger opplysninger'), ('forhandsvarsel', 'Forhåndsvarsel'), ('paminnelse', 'Påminnelse om timeliste'), ('utbetaling', 'Utbetaling')], max_length=20)),
                ('tittel', models.CharField(max_length=200)),
                ('innhold', models.JSONField()),
                ('sendt', models.DateTimeField(default=fotfeste.grunnmur.klokke.na)),
                ('apnet', models.DateTimeField(blank=True, null=True)),
                ('dokument', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='dokument.dokument')),
            ],
            options={
                'ordering': ['-sendt'],
            },
        ),
    ]
