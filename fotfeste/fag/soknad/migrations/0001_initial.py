import django.db.models.deletion
import fotfeste.grunnmur.klokke
import pgtrigger.compiler
import pgtrigger.migrations
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('dokument', '0001_initial'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('sak', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Opplysningskrav',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('hva', models.CharField(max_length=200)),
                ('hvorfor', models.TextField(blank=True)),
                ('bedt', models.DateField()),
                ('frist', models.DateField()),
                ('mottatt', models.DateField(blank=True, null=True)),
                ('svar', models.TextField(blank=True)),
                ('sak', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='opplysningskrav', to='sak.sak')),
                ('vedlegg', models.ManyToManyField(blank=True, related_name='+', to='dokument.dokument')),
            ],
            options={
                'ordering': ['bedt', 'opprettet'],
            },
        ),
        migrations.CreateModel(
            name='Soknad',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('mottatt', models.DateField()),
                ('kanal', models.CharField(choices=[('papir', 'På papir'), ('muntlig', 'Muntlig'), ('digital', 'På nett')], max_length=10)),
                ('status', models.CharField(choices=[('mottatt', 'Mottatt'), ('venter', 'Venter på opplysninger'), ('klar', 'Klar til vurdering'), ('avgjort', 'Avgjort'), ('trukket', 'Trukket')], default='mottatt', max_length=10)),
                ('onsker', models.TextField(blank=True, help_text='Hva søkeren vil med programmet, med egne ord')),
                ('situasjon', models.TextField(blank=True, help_text='Arbeid, utdanning, helse og bolig, med egne ord')),
                ('forelopig_svar', models.DateField(blank=True, null=True)),
                ('trukket', models.DateField(blank=True, null=True)),
                ('registrert_av', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('sak', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='soknader', to='sak.sak')),
                ('vedlegg', models.ManyToManyField(blank=True, related_name='+', to='dokument.dokument')),
            ],
            options={
                'ordering': ['mottatt'],
            },
        ),
        migrations.CreateModel(
            name='OpplysningskravEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('hva', models.CharField(max_length=200)),
                ('hvorfor', models.TextField(blank=True)),
                ('bedt', models.DateField()),
                ('frist', models.DateField()),
                ('mottatt', models.DateField(blank=True, null=True)),
                ('svar', models.TextField(blank=True)),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='soknad.opplysningskrav')),
                ('sak', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='sak.sak')),
                ('soknad', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='soknad.soknad')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='opplysningskrav',
            name='soknad',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='opplysningskrav', to='soknad.soknad'),
        ),
        migrations.CreateModel(
            name='SoknadEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('mottatt', models.DateField()),
                ('kanal', models.CharField(choices=[('papir', 'På papir'), ('muntlig', 'Muntlig'), ('digital', 'På nett')], max_length=10)),
                ('status', models.CharField(choices=[('mottatt', 'Mottatt'), ('venter', 'Venter på opplysninger'), ('klar', 'Klar til vurdering'), ('avgjort', 'Avgjort'), ('trukket', 'Trukket')], default='mottatt', max_length=10)),
                ('onsker', models.TextField(blank=True, help_text='Hva søkeren vil med programmet, med egne ord')),
                ('situasjon', models.TextField(blank=True, help_text='Arbeid, utdanning, helse og bolig, med egne ord')),
                ('forelopig_svar', models.DateField(blank=True, null=True)),
                ('trukket', models.DateField(blank=True, null=True)),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='soknad.soknad')),
                ('registrert_av', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('sak', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='sak.sak')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddConstraint(
            model_name='soknad',
            constraint=models.UniqueConstraint(condition=models.Q(('status__in', ['klar', 'mottatt', 'venter'])), fields=('sak',), name='en_apen_soknad_per_sak'),
        ),
        migrations.AddConstraint(
            model_name='soknad',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('status', 'trukket'), _negated=True), ('trukket__isnull', False), _connector='OR'), name='trukket_har_dato'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='soknad',
            trigger=pgtrigger.compiler.Trigger(name='krev_aktor', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n        IF COALESCE(current_setting('pghistory.context_id', true), '') = '' THEN\n            RAISE EXCEPTION 'Endring i % uten aktor og arsak', TG_TABLE_NAME;\n        END IF;\n        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n        RETURN NEW;\n    ", hash='1a071e27c511c8b1a964ab8fe34ff0391ef09c17', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_krev_aktor_1d169', table='soknad_soknad', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='soknad',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "soknad_soknadevent" ("forelopig_svar", "id", "kanal", "mottatt", "onsker", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "registrert_av_id", "sak_id", "situasjon", "status", "trukket", "versjon") VALUES (NEW."forelopig_svar", NEW."id", NEW."kanal", NEW."mottatt", NEW."onsker", NEW."opprettet", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."registrert_av_id", NEW."sak_id", NEW."situasjon", NEW."status", NEW."trukket", NEW."versjon"); RETURN NULL;', hash='be035b6674ac68e68ac45a98078ac6657f7799bd', operation='INSERT', pgid='pgtrigger_insert_insert_a8770', table='soknad_soknad', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='soknad',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "soknad_soknadevent" ("forelopig_svar", "id", "kanal", "mottatt", "onsker", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "registrert_av_id", "sak_id", "situasjon", "status", "trukket", "versjon") VALUES (NEW."forelopig_svar", NEW."id", NEW."kanal", NEW."mottatt", NEW."onsker", NEW."opprettet", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."registrert_av_id", NEW."sak_id", NEW."situasjon", NEW."status", NEW."trukket", NEW."versjon"); RETURN NULL;', hash='071712dbad230615923030f0ea0156522d937cde', operation='UPDATE', pgid='pgtrigger_update_update_9b02d', table='soknad_soknad', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='soknad',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "soknad_soknadevent" ("forelopig_svar", "id", "kanal", "mottatt", "onsker", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "registrert_av_id", "sak_id", "situasjon", "status", "trukket", "versjon") VALUES (OLD."forelopig_svar", OLD."id", OLD."kanal", OLD."mottatt", OLD."onsker", OLD."opprettet", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."registrert_av_id", OLD."sak_id", OLD."situasjon", OLD."status", OLD."trukket", OLD."versjon"); RETURN NULL;', hash='94cfbe048af3e48f4b1a7dde62148de15ce05363', operation='DELETE', pgid='pgtrigger_delete_delete_69ea6', table='soknad_soknad', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='opplysningskrav',
            constraint=models.CheckConstraint(condition=models.Q(('frist__gte', models.F('bedt'))), name='krav_frist_etter_bedt'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='opplysningskrav',
            trigger=pgtrigger.compiler.Trigger(name='krev_aktor', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n        IF COALESCE(current_setting('pghistory.context_id', true), '') = '' THEN\n            RAISE EXCEPTION 'Endring i % uten aktor og arsak', TG_TABLE_NAME;\n        END IF;\n        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n        RETURN NEW;\n    ", hash='e8723be4714a3cfd0042bc2c761367dbbb269e37', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_krev_aktor_05a92', table='soknad_opplysningskrav', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='opplysningskrav',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "soknad_opplysningskravevent" ("bedt", "frist", "hva", "hvorfor", "id", "mottatt", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sak_id", "soknad_id", "svar", "versjon") VALUES (NEW."bedt", NEW."frist", NEW."hva", NEW."hvorfor", NEW."id", NEW."mottatt", NEW."opprettet", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sak_id", NEW."soknad_id", NEW."svar", NEW."versjon"); RETURN NULL;', hash='ea973e496a5db0d12045da4fbd7d48fe82158b87', operation='INSERT', pgid='pgtrigger_insert_insert_04723', table='soknad_opplysningskrav', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='opplysningskrav',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "soknad_opplysningskravevent" ("bedt", "frist", "hva", "hvorfor", "id", "mottatt", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sak_id", "soknad_id", "svar", "versjon") VALUES (NEW."bedt", NEW."frist", NEW."hva", NEW."hvorfor", NEW."id", NEW."mottatt", NEW."opprettet", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."sak_id", NEW."soknad_id", NEW."svar", NEW."versjon"); RETURN NULL;', hash='858c22989b4392f810e1222df054d41e50b40610', operation='UPDATE', pgid='pgtrigger_update_update_675d6', table='soknad_opplysningskrav', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='opplysningskrav',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "soknad_opplysningskravevent" ("bedt", "frist", "hva", "hvorfor", "id", "mottatt", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sak_id", "soknad_id", "svar", "versjon") VALUES (OLD."bedt", OLD."frist", OLD."hva", OLD."hvorfor", OLD."id", OLD."mottatt", OLD."opprettet", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."sak_id", OLD."soknad_id", OLD."svar", OLD."versjon"); RETURN NULL;', hash='1017e774a6bfd8e83986ca1d9505dbc993a69c4a', operation='DELETE', pgid='pgtrigger_delete_delete_424b1', table='soknad_opplysningskrav', when='AFTER')),
        ),
    ]
