import django.db.models.deletion
import django.db.models.expressions
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
        ('oppmote', '0003_initial'),
        ('organisasjon', '0001_initial'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('sak', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='AnnenYtelse',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('type', models.CharField(choices=[('dagpenger', 'Dagpenger'), ('sykepenger', 'Sykepenger'), ('foreldrepenger', 'Foreldrepenger')], max_length=20)),
                ('fra', models.DateField()),
                ('til', models.DateField(blank=True, null=True)),
                ('belop_per_dag', models.PositiveIntegerField()),
                ('sak', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='andre_ytelser', to='sak.sak')),
            ],
            options={
                'ordering': ['fra'],
            },
        ),
        migrations.CreateModel(
            name='AnnenYtelseEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('type', models.CharField(choices=[('dagpenger', 'Dagpenger'), ('sykepenger', 'Sykepenger'), ('foreldrepenger', 'Foreldrepenger')], max_length=20)),
                ('fra', models.DateField()),
                ('til', models.DateField(blank=True, null=True)),
                ('belop_per_dag', models.PositiveIntegerField()),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='utbetaling.annenytelse')),
                ('sak', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='sak.sak')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Beregning',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('maned', models.DateField()),
                ('kjent_dato', models.DateField()),
                ('inn', models.JSONField()),
                ('ut', models.JSONField()),
                ('spor', models.JSONField()),
                ('regelversjon', models.CharField(max_length=20)),
                ('brutto', models.IntegerField()),
                ('netto', models.IntegerField()),
                ('sak', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='beregninger', to='sak.sak')),
                ('timeliste', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='oppmote.timeliste')),
            ],
            options={
                'ordering': ['maned', 'opprettet'],
            },
        ),
        migrations.CreateModel(
            name='Kjoring',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('maned', models.DateField()),
                ('nummer', models.PositiveIntegerField(default=1)),
                ('utbetalingsdato', models.DateField()),
                ('status', models.CharField(choices=[('forberedes', 'Forberedes'), ('klar', 'Klar til frigivelse'), ('frigitt', 'Frigitt'), ('sendt', 'Sendt til banken'), ('forkastet', 'Lagt bort')], default='forberedes', max_length=12)),
                ('forberedt', models.DateTimeField(blank=True, null=True)),
                ('frigitt', models.DateTimeField(blank=True, null=True)),
                ('antall_i_alt', models.PositiveIntegerField(default=0)),
                ('antall_ferdig', models.PositiveIntegerField(default=0)),
                ('siste_sak', models.UUIDField(blank=True, null=True)),
                ('forberedt_av', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('frigitt_av', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('kommune', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='kjoringer', to='organisasjon.kommune')),
            ],
            options={
                'ordering': ['-maned', '-nummer'],
            },
        ),
        migrations.CreateModel(
            name='Betalingsfil',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('type', models.CharField(choices=[('pain001', 'pain.001'), ('lonnsgrunnlag', 'lønnsgrunnlag')], max_length=20)),
                ('laget', models.DateTimeField(default=fotfeste.grunnmur.klokke.na)),
                ('dokument', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='dokument.dokument')),
                ('kjoring', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='filer', to='utbetaling.kjoring')),
            ],
        ),
        migrations.CreateModel(
            name='KjoringEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('maned', models.DateField()),
                ('nummer', models.PositiveIntegerField(default=1)),
                ('utbetalingsdato', models.DateField()),
                ('status', models.CharField(choices=[('forberedes', 'Forberedes'), ('klar', 'Klar til frigivelse'), ('frigitt', 'Frigitt'), ('sendt', 'Sendt til banken'), ('forkastet', 'Lagt bort')], default='forberedes', max_length=12)),
                ('forberedt', models.DateTimeField(blank=True, null=True)),
                ('frigitt', models.DateTimeField(blank=True, null=True)),
                ('antall_i_alt', models.PositiveIntegerField(default=0)),
                ('antall_ferdig', models.PositiveIntegerField(default=0)),
                ('siste_sak', models.UUIDField(blank=True, null=True)),
                ('forberedt_av', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('frigitt_av', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('kommune', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='organisasjon.kommune')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='utbetaling.kjoring')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Trekk',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('maned', models.DateField()),
                ('belop', models.PositiveIntegerField()),
                ('hjemmel', models.CharField(max_length=60)),
                ('grunn', models.CharField(max_length=200)),
                ('sak', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='trekk', to='sak.sak')),
            ],
            options={
                'ordering': ['maned'],
            },
        ),
        migrations.CreateModel(
            name='TrekkEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('maned', models.DateField()),
                ('belop', models.PositiveIntegerField()),
                ('hjemmel', models.CharField(max_length=60)),
                ('grunn', models.CharField(max_length=200)),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='utbetaling.trekk')),
                ('sak', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='sak.sak')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Utbetaling',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('maned', models.DateField()),
                ('brutto', models.PositiveIntegerField()),
                ('trekk', models.IntegerField(default=0)),
                ('netto', models.PositiveIntegerField()),
                ('mottaker', models.CharField(max_length=170)),
                ('kontonummer', models.CharField(max_length=11)),
                ('ende_til_ende', models.CharField(max_length=35, unique=True)),
                ('status', models.CharField(choices=[('planlagt', 'Planlagt'), ('frigitt', 'Frigitt'), ('sendt', 'Sendt til banken'), ('utbetalt', 'Utbetalt'), ('avvist', 'Avvist av banken'), ('forkastet', 'Lagt bort')], default='planlagt', max_length=12)),
                ('beregning', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='utbetalinger', to='utbetaling.beregning')),
                ('kjoring', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='utbetalinger', to='utbetaling.kjoring')),
                ('sak', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='utbetalinger', to='sak.sak')),
                ('timeliste', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='utbetalinger', to='oppmote.timeliste')),
            ],
            options={
                'ordering': ['maned'],
            },
        ),
        migrations.CreateModel(
            name='UtbetalingEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('maned', models.DateField()),
                ('brutto', models.PositiveIntegerField()),
                ('trekk', models.IntegerField(default=0)),
                ('netto', models.PositiveIntegerField()),
                ('mottaker', models.CharField(max_length=170)),
                ('kontonummer', models.CharField(max_length=11)),
                ('ende_til_ende', models.CharField(max_length=35)),
                ('status', models.CharField(choices=[('planlagt', 'Planlagt'), ('frigitt', 'Frigitt'), ('sendt', 'Sendt til banken'), ('utbetalt', 'Utbetalt'), ('avvist', 'Avvist av banken'), ('forkastet', 'Lagt bort')], default='planlagt', max_length=12)),
                ('beregning', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='utbetaling.beregning')),
                ('kjoring', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='utbetaling.kjoring')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='utbetaling.utbetaling')),
                ('sak', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='sak.sak')),
                ('timeliste', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='oppmote.timeliste')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='UtelattFraKjoring',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('grunn', models.CharField(choices=[('timeliste_mangler', 'Timelisten er ikke levert'), ('timeliste_ikke_godkjent', 'Timelisten er ikke godkjent'), ('kontonummer_mangler', 'Kontonummer mangler eller stemmer ikke')], max_length=40)),
                ('kjoring', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='utelatte', to='utbetaling.kjoring')),
                ('sak', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sak.sak')),
            ],
        ),
        migrations.AddConstraint(
            model_name='annenytelse',
            constraint=models.CheckConstraint(condition=models.Q(('til__isnull', True), ('til__gte', models.F('fra')), _connector='OR'), name='ytelse_periode'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='annenytelse',
            trigger=pgtrigger.compiler.Trigger(name='krev_aktor', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n        IF COALESCE(current_setting('pghistory.context_id', true), '') = '' THEN\n            RAISE EXCEPTION 'Endring i % uten aktor og arsak', TG_TABLE_NAME;\n        END IF;\n        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n        RETURN NEW;\n    ", hash='a51014bea6d99a4926d74f32b77c1e89342cb7a6', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_krev_aktor_3e2da', table='utbetaling_annenytelse', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='annenytelse',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "utbetaling_annenytelseevent" ("belop_per_dag", "fra", "id", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sak_id", "til", "type", "versjon") VALUES (NEW."belop_per_dag", NEW."fra", NEW."id", NEW."opprettet", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sak_id", NEW."til", NEW."type", NEW."versjon"); RETURN NULL;', hash='15da6a41918f74fe6b33c81ca6b48496fc3a64ec', operation='INSERT', pgid='pgtrigger_insert_insert_11b45', table='utbetaling_annenytelse', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='annenytelse',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "utbetaling_annenytelseevent" ("belop_per_dag", "fra", "id", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sak_id", "til", "type", "versjon") VALUES (NEW."belop_per_dag", NEW."fra", NEW."id", NEW."opprettet", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."sak_id", NEW."til", NEW."type", NEW."versjon"); RETURN NULL;', hash='802e293b31176fcd09cd7329e7f70d33d84bf523', operation='UPDATE', pgid='pgtrigger_update_update_c7bf4', table='utbetaling_annenytelse', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='annenytelse',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "utbetaling_annenytelseevent" ("belop_per_dag", "fra", "id", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sak_id", "til", "type", "versjon") VALUES (OLD."belop_per_dag", OLD."fra", OLD."id", OLD."opprettet", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."sak_id", OLD."til", OLD."type", OLD."versjon"); RETURN NULL;', hash='06f46e1eb622ef85b57a48c9b37b711155a8f6b6', operation='DELETE', pgid='pgtrigger_delete_delete_dc5db', table='utbetaling_annenytelse', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='beregning',
            trigger=pgtrigger.compiler.Trigger(name='kun_tillegg', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='b4418509496372dca78c52c9be0848a97ba5d4d7', operation='UPDATE OR DELETE', pgid='pgtrigger_kun_tillegg_9a52f', table='utbetaling_beregning', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='kjoring',
            constraint=models.UniqueConstraint(condition=models.Q(('status', 'forkastet'), _negated=True), fields=('kommune', 'maned', 'nummer'), name='en_kjoring_per_maned'),
        ),
        migrations.AddConstraint(
            model_name='kjoring',
            constraint=models.CheckConstraint(condition=models.Q(('frigitt_av__isnull', True), models.Q(('frigitt_av', models.F('forberedt_av')), _negated=True), _connector='OR'), name='kjoring_fire_oyne'),
        ),
        migrations.AddConstraint(
            model_name='kjoring',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('status__in', ['frigitt', 'sendt']), _negated=True), ('frigitt_av__isnull', False), _connector='OR'), name='frigitt_kjoring_har_hvem'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='kjoring',
            trigger=pgtrigger.compiler.Trigger(name='krev_aktor', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n        IF COALESCE(current_setting('pghistory.context_id', true), '') = '' THEN\n            RAISE EXCEPTION 'Endring i % uten aktor og arsak', TG_TABLE_NAME;\n        END IF;\n        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n        RETURN NEW;\n    ", hash='c31f07fcaed13781f2a0b4b4e1c7408684339328', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_krev_aktor_e10c8', table='utbetaling_kjoring', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='kjoring',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "utbetaling_kjoringevent" ("antall_ferdig", "antall_i_alt", "forberedt", "forberedt_av_id", "frigitt", "frigitt_av_id", "id", "kommune_id", "maned", "nummer", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "siste_sak", "status", "utbetalingsdato", "versjon") VALUES (NEW."antall_ferdig", NEW."antall_i_alt", NEW."forberedt", NEW."forberedt_av_id", NEW."frigitt", NEW."frigitt_av_id", NEW."id", NEW."kommune_id", NEW."maned", NEW."nummer", NEW."opprettet", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."siste_sak", NEW."status", NEW."utbetalingsdato", NEW."versjon"); RETURN NULL;', hash='b2294f1657f128cf8d593b113879c260d88bb010', operation='INSERT', pgid='pgtrigger_insert_insert_1e404', table='utbetaling_kjoring', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='kjoring',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "utbetaling_kjoringevent" ("antall_ferdig", "antall_i_alt", "forberedt", "forberedt_av_id", "frigitt", "frigitt_av_id", "id", "kommune_id", "maned", "nummer", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "siste_sak", "status", "utbetalingsdato", "versjon") VALUES (NEW."antall_ferdig", NEW."antall_i_alt", NEW."forberedt", NEW."forberedt_av_id", NEW."frigitt", NEW."frigitt_av_id", NEW."id", NEW."kommune_id", NEW."maned", NEW."nummer", NEW."opprettet", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."siste_sak", NEW."status", NEW."utbetalingsdato", NEW."versjon"); RETURN NULL;', hash='3ac82dce314697d02592dfe5e797563df7b1a79e', operation='UPDATE', pgid='pgtrigger_update_update_c1fb6', table='utbetaling_kjoring', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='kjoring',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "utbetaling_kjoringevent" ("antall_ferdig", "antall_i_alt", "forberedt", "forberedt_av_id", "frigitt", "frigitt_av_id", "id", "kommune_id", "maned", "nummer", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "siste_sak", "status", "utbetalingsdato", "versjon") VALUES (OLD."antall_ferdig", OLD."antall_i_alt", OLD."forberedt", OLD."forberedt_av_id", OLD."frigitt", OLD."frigitt_av_id", OLD."id", OLD."kommune_id", OLD."maned", OLD."nummer", OLD."opprettet", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."siste_sak", OLD."status", OLD."utbetalingsdato", OLD."versjon"); RETURN NULL;', hash='19042e71d897acc6f0a7da152ca89dda0d35f6d3', operation='DELETE', pgid='pgtrigger_delete_delete_f8f6b', table='utbetaling_kjoring', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='betalingsfil',
            constraint=models.UniqueConstraint(fields=('kjoring', 'type'), name='en_fil_per_kjoring'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='betalingsfil',
            trigger=pgtrigger.compiler.Trigger(name='uforanderlig', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='5b64454207c064b8c6d7e02d8d559113f5fce5ba', operation='UPDATE OR DELETE', pgid='pgtrigger_uforanderlig_0537e', table='utbetaling_betalingsfil', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='trekk',
            trigger=pgtrigger.compiler.Trigger(name='krev_aktor', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n        IF COALESCE(current_setting('pghistory.context_id', true), '') = '' THEN\n            RAISE EXCEPTION 'Endring i % uten aktor og arsak', TG_TABLE_NAME;\n        END IF;\n        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n        RETURN NEW;\n    ", hash='1cbc0c2bd69ef86d3ee16548b48a9e3908cc11a3', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_krev_aktor_da5d5', table='utbetaling_trekk', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='trekk',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "utbetaling_trekkevent" ("belop", "grunn", "hjemmel", "id", "maned", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sak_id", "versjon") VALUES (NEW."belop", NEW."grunn", NEW."hjemmel", NEW."id", NEW."maned", NEW."opprettet", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sak_id", NEW."versjon"); RETURN NULL;', hash='795eb4a9c491e716f31bbe7d9f9624b5a127b7c2', operation='INSERT', pgid='pgtrigger_insert_insert_30def', table='utbetaling_trekk', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='trekk',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "utbetaling_trekkevent" ("belop", "grunn", "hjemmel", "id", "maned", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sak_id", "versjon") VALUES (NEW."belop", NEW."grunn", NEW."hjemmel", NEW."id", NEW."maned", NEW."opprettet", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."sak_id", NEW."versjon"); RETURN NULL;', hash='ace3c4c3b43657a3eda88c18888582ba84fddebe', operation='UPDATE', pgid='pgtrigger_update_update_b74d6', table='utbetaling_trekk', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='trekk',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "utbetaling_trekkevent" ("belop", "grunn", "hjemmel", "id", "maned", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sak_id", "versjon") VALUES (OLD."belop", OLD."grunn", OLD."hjemmel", OLD."id", OLD."maned", OLD."opprettet", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."sak_id", OLD."versjon"); RETURN NULL;', hash='174b1ad338b60450e60302bdc243292111cb0f26', operation='DELETE', pgid='pgtrigger_delete_delete_606d3', table='utbetaling_trekk', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='utbetaling',
            constraint=models.UniqueConstraint(condition=models.Q(('status__in', ['forkastet', 'avvist']), _negated=True), fields=('sak', 'maned'), name='en_utbetaling_per_maned'),
        ),
        migrations.AddConstraint(
            model_name='utbetaling',
            constraint=models.CheckConstraint(condition=models.Q(('netto', django.db.models.expressions.CombinedExpression(models.F('brutto'), '+', models.F('trekk')))), name='netto_er_brutto_og_trekk'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='utbetaling',
            trigger=pgtrigger.compiler.Trigger(name='krever_godkjent_timeliste', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n        IF NEW.status NOT IN ('forkastet', 'avvist') AND NOT EXISTS (\n            SELECT 1 FROM oppmote_timeliste t\n            WHERE t.id = NEW.timeliste_id AND t.sak_id = NEW.sak_id AND t.maned = NEW.maned AND t.status = 'godkjent'\n        ) THEN\n            RAISE EXCEPTION 'krever_godkjent_timeliste' USING ERRCODE = 'check_violation',\n                CONSTRAINT = 'krever_godkjent_timeliste';\n        END IF;\n        RETURN NEW;\n    ", hash='f1db42952d4090a64c3d74b1aa34751e1d54e0b1', operation='INSERT OR UPDATE', pgid='pgtrigger_krever_godkjent_timeliste_b0d67', table='utbetaling_utbetaling', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='utbetaling',
            trigger=pgtrigger.compiler.Trigger(name='krev_aktor', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n        IF COALESCE(current_setting('pghistory.context_id', true), '') = '' THEN\n            RAISE EXCEPTION 'Endring i % uten aktor og arsak', TG_TABLE_NAME;\n        END IF;\n        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n        RETURN NEW;\n    ", hash='28768f68fea7899e8101b24f81d78b1f698970a5', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_krev_aktor_95b03', table='utbetaling_utbetaling', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='utbetaling',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "utbetaling_utbetalingevent" ("beregning_id", "brutto", "ende_til_ende", "id", "kjoring_id", "kontonummer", "maned", "mottaker", "netto", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sak_id", "status", "timeliste_id", "trekk", "versjon") VALUES (NEW."beregning_id", NEW."brutto", NEW."ende_til_ende", NEW."id", NEW."kjoring_id", NEW."kontonummer", NEW."maned", NEW."mottaker", NEW."netto", NEW."opprettet", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sak_id", NEW."status", NEW."timeliste_id", NEW."trekk", NEW."versjon"); RETURN NULL;', hash='d160e443966634539631b519659869df3f58c071', operation='INSERT', pgid='pgtrigger_insert_insert_43ef0', table='utbetaling_utbetaling', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='utbetaling',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "utbetaling_utbetalingevent" ("beregning_id", "brutto", "ende_til_ende", "id", "kjoring_id", "kontonummer", "maned", "mottaker", "netto", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sak_id", "status", "timeliste_id", "trekk", "versjon") VALUES (NEW."beregning_id", NEW."brutto", NEW."ende_til_ende", NEW."id", NEW."kjoring_id", NEW."kontonummer", NEW."maned", NEW."mottaker", NEW."netto", NEW."opprettet", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."sak_id", NEW."status", NEW."timeliste_id", NEW."trekk", NEW."versjon"); RETURN NULL;', hash='1c465aef0895517e461800c85f948b82bb747763', operation='UPDATE', pgid='pgtrigger_update_update_7db06', table='utbetaling_utbetaling', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='utbetaling',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "utbetaling_utbetalingevent" ("beregning_id", "brutto", "ende_til_ende", "id", "kjoring_id", "kontonummer", "maned", "mottaker", "netto", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sak_id", "status", "timeliste_id", "trekk", "versjon") VALUES (OLD."beregning_id", OLD."brutto", OLD."ende_til_ende", OLD."id", OLD."kjoring_id", OLD."kontonummer", OLD."maned", OLD."mottaker", OLD."netto", OLD."opprettet", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."sak_id", OLD."status", OLD."timeliste_id", OLD."trekk", OLD."versjon"); RETURN NULL;', hash='8e07a851cb93c93dc22d2f62b515f51fa22972ae', operation='DELETE', pgid='pgtrigger_delete_delete_1c1cd', table='utbetaling_utbetaling', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='utelattfrakjoring',
            constraint=models.UniqueConstraint(fields=('kjoring', 'sak'), name='en_grunn_per_utelatt'),
        ),
    ]
