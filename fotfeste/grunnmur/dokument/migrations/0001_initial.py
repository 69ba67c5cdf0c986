import fotfeste.grunnmur.klokke
import pgtrigger.compiler
import pgtrigger.migrations
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Dokument',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('navn', models.CharField(max_length=200)),
                ('mime', models.CharField(max_length=100)),
                ('storrelse', models.PositiveIntegerField()),
                ('sha256', models.CharField(max_length=64)),
                ('innhold', models.BinaryField()),
            ],
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='dokument',
            trigger=pgtrigger.compiler.Trigger(name='uforanderlig', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='c5bb6646c32e07195320776eea2d9cd5ed9cb454', operation='UPDATE OR DELETE', pgid='pgtrigger_uforanderlig_d3cad', table='dokument_dokument', when='BEFORE')),
        ),
    ]
