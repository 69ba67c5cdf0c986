import django.contrib.postgres.constraints
import django.db.models.deletion
import django.db.models.functions.comparison
import fotfeste.grunnmur.klokke
import fotfeste.grunnmur.organisasjon.models
import pgtrigger.compiler
import pgtrigger.migrations
import uuid
from django.conf import settings
from django.contrib.postgres.operations import BtreeGistExtension, TrigramExtension
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('pghistory', '0007_auto_20250421_0444'),
    ]

    operations = [
        BtreeGistExtension(),
        TrigramExtension(),
        migrations.CreateModel(
            name='Bruker',
            fields=[
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('brukernavn', models.CharField(max_length=100, unique=True)),
                ('navn', models.CharField(max_length=100)),
                ('epost', models.EmailField(blank=True, max_length=254)),
                ('telefon', models.CharField(blank=True, max_length=20)),
                ('er_demo', models.BooleanField(default=False)),
                ('is_active', models.BooleanField(default=True)),
            ],
            options={
                'ordering': ['navn'],
            },
        ),
        migrations.CreateModel(
            name='KommunaltValg',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('nokkel', models.CharField(max_length=60)),
                ('verdi', models.JSONField()),
                ('fra', models.DateField()),
                ('til', models.DateField(blank=True, null=True)),
                ('begrunnelse', models.TextField()),
                ('besluttet_av', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['nokkel', 'fra'],
            },
        ),
        migrations.CreateModel(
            name='Kommune',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('nummer', models.CharField(max_length=4)),
                ('bydel', models.CharField(blank=True, max_length=2)),
                ('navn', models.CharField(max_length=100)),
                ('organisasjonsnummer', models.CharField(blank=True, max_length=9)),
                ('utbetalingskonto', models.CharField(blank=True, max_length=11)),
                ('bic', models.CharField(blank=True, max_length=11)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('nummer', 'bydel'), name='kommune_unik')],
            },
        ),
        migrations.CreateModel(
            name='KommunaltValgEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('nokkel', models.CharField(max_length=60)),
                ('verdi', models.JSONField()),
                ('fra', models.DateField()),
                ('til', models.DateField(blank=True, null=True)),
                ('begrunnelse', models.TextField()),
                ('besluttet_av', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='organisasjon.kommunaltvalg')),
                ('kommune', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='organisasjon.kommune')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='kommunaltvalg',
            name='kommune',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='valg', to='organisasjon.kommune'),
        ),
        migrations.CreateModel(
            name='Kontor',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('nummer', models.CharField(max_length=4, unique=True)),
                ('navn', models.CharField(max_length=100)),
                ('telefon', models.CharField(blank=True, max_length=20)),
                ('adresse', models.CharField(blank=True, max_length=200)),
                ('kommune', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='kontorer', to='organisasjon.kommune')),
            ],
            options={
                'ordering': ['nummer'],
            },
        ),
        migrations.CreateModel(
            name='Medlemskap',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('rolle', models.CharField(choices=[('veileder', 'Veileder'), ('jobbspesialist', 'Jobbspesialist'), ('beslutter', 'Beslutter'), ('okonomi', 'Økonomi'), ('fagansvarlig', 'Fagansvarlig'), ('leder', 'Leder'), ('statlig_veileder', 'Statlig veileder'), ('revisor', 'Revisor'), ('deltaker', 'Deltaker'), ('systemansvarlig', 'Systemansvarlig')], max_length=20)),
                ('fra', models.DateField()),
                ('til', models.DateField(blank=True, null=True)),
                ('bruker', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='medlemskap', to=settings.AUTH_USER_MODEL)),
                ('kommune', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='medlemskap', to='organisasjon.kommune')),
                ('kontor', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='medlemskap', to='organisasjon.kontor')),
            ],
            options={
                'ordering': ['bruker__navn', 'fra'],
            },
        ),
        migrations.CreateModel(
            name='MedlemskapEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('rolle', models.CharField(choices=[('veileder', 'Veileder'), ('jobbspesialist', 'Jobbspesialist'), ('beslutter', 'Beslutter'), ('okonomi', 'Økonomi'), ('fagansvarlig', 'Fagansvarlig'), ('leder', 'Leder'), ('statlig_veileder', 'Statlig veileder'), ('revisor', 'Revisor'), ('deltaker', 'Deltaker'), ('systemansvarlig', 'Systemansvarlig')], max_length=20)),
                ('fra', models.DateField()),
                ('til', models.DateField(blank=True, null=True)),
                ('bruker', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('kommune', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='organisasjon.kommune')),
                ('kontor', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='organisasjon.kontor')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='organisasjon.medlemskap')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddConstraint(
            model_name='kommunaltvalg',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('kommune', '='), ('nokkel', '='), (fotfeste.grunnmur.organisasjon.models.Datoperiode(models.F('fra'), models.F('til'), models.Value('[]')), '&&')], name='kommunalt_valg_uten_overlapp'),
        ),
        migrations.AddConstraint(
            model_name='kommunaltvalg',
            constraint=models.CheckConstraint(condition=models.Q(('til__isnull', True), ('til__gte', models.F('fra')), _connector='OR'), name='kommunalt_valg_periode'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='kommunaltvalg',
            trigger=pgtrigger.compiler.Trigger(name='krev_aktor', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n        IF COALESCE(current_setting('pghistory.context_id', true), '') = '' THEN\n            RAISE EXCEPTION 'Endring i % uten aktor og arsak', TG_TABLE_NAME;\n        END IF;\n        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n        RETURN NEW;\n    ", hash='c6c5a65e0e73e01f25e4759bc0acf59c0c2bd389', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_krev_aktor_5231d', table='organisasjon_kommunaltvalg', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='kommunaltvalg',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "organisasjon_kommunaltvalgevent" ("begrunnelse", "besluttet_av_id", "fra", "id", "kommune_id", "nokkel", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "til", "verdi", "versjon") VALUES (NEW."begrunnelse", NEW."besluttet_av_id", NEW."fra", NEW."id", NEW."kommune_id", NEW."nokkel", NEW."opprettet", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."til", NEW."verdi", NEW."versjon"); RETURN NULL;', hash='d07e6fa1819b48dec8fd9b18f8aa700d5f300f56', operation='INSERT', pgid='pgtrigger_insert_insert_84cd4', table='organisasjon_kommunaltvalg', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='kommunaltvalg',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "organisasjon_kommunaltvalgevent" ("begrunnelse", "besluttet_av_id", "fra", "id", "kommune_id", "nokkel", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "til", "verdi", "versjon") VALUES (NEW."begrunnelse", NEW."besluttet_av_id", NEW."fra", NEW."id", NEW."kommune_id", NEW."nokkel", NEW."opprettet", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."til", NEW."verdi", NEW."versjon"); RETURN NULL;', hash='f65a1cf22783fb10543db0c071379e4c395e5798', operation='UPDATE', pgid='pgtrigger_update_update_73587', table='organisasjon_kommunaltvalg', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='kommunaltvalg',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "organisasjon_kommunaltvalgevent" ("begrunnelse", "besluttet_av_id", "fra", "id", "kommune_id", "nokkel", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "til", "verdi", "versjon") VALUES (OLD."begrunnelse", OLD."besluttet_av_id", OLD."fra", OLD."id", OLD."kommune_id", OLD."nokkel", OLD."opprettet", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."til", OLD."verdi", OLD."versjon"); RETURN NULL;', hash='3c763ff1225d789346fcf63cf45a63f7e17de220', operation='DELETE', pgid='pgtrigger_delete_delete_0b00f', table='organisasjon_kommunaltvalg', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='medlemskap',
            constraint=models.CheckConstraint(condition=models.Q(('til__isnull', True), ('til__gte', models.F('fra')), _connector='OR'), name='medlemskap_periode'),
        ),
        migrations.AddConstraint(
            model_name='medlemskap',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('bruker', '='), ('rolle', '='), ('kommune', '='), (django.db.models.functions.comparison.Coalesce('kontor', models.Value(uuid.UUID('00000000-0000-0000-0000-000000000000'))), '='), (fotfeste.grunnmur.organisasjon.models.Datoperiode(models.F('fra'), models.F('til'), models.Value('[]')), '&&')], name='medlemskap_uten_overlapp'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='medlemskap',
            trigger=pgtrigger.compiler.Trigger(name='krev_aktor', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n        IF COALESCE(current_setting('pghistory.context_id', true), '') = '' THEN\n            RAISE EXCEPTION 'Endring i % uten aktor og arsak', TG_TABLE_NAME;\n        END IF;\n        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n        RETURN NEW;\n    ", hash='28e6d050054a49a97de08f90803164a1ff5f7452', operation='UPDATE OR DELETE', pgid='pgtrigger_krev_aktor_6b2da', table='organisasjon_medlemskap', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='medlemskap',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "organisasjon_medlemskapevent" ("bruker_id", "fra", "id", "kommune_id", "kontor_id", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rolle", "til", "versjon") VALUES (NEW."bruker_id", NEW."fra", NEW."id", NEW."kommune_id", NEW."kontor_id", NEW."opprettet", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."rolle", NEW."til", NEW."versjon"); RETURN NULL;', hash='7d84a1efaef915641f3a97682ad6e330e1692150', operation='INSERT', pgid='pgtrigger_insert_insert_19f88', table='organisasjon_medlemskap', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='medlemskap',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "organisasjon_medlemskapevent" ("bruker_id", "fra", "id", "kommune_id", "kontor_id", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rolle", "til", "versjon") VALUES (NEW."bruker_id", NEW."fra", NEW."id", NEW."kommune_id", NEW."kontor_id", NEW."opprettet", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."rolle", NEW."til", NEW."versjon"); RETURN NULL;', hash='8d041073306fd5b93bdb38ff40205d44b03b990e', operation='UPDATE', pgid='pgtrigger_update_update_d75de', table='organisasjon_medlemskap', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='medlemskap',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "organisasjon_medlemskapevent" ("bruker_id", "fra", "id", "kommune_id", "kontor_id", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rolle", "til", "versjon") VALUES (OLD."bruker_id", OLD."fra", OLD."id", OLD."kommune_id", OLD."kontor_id", OLD."opprettet", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."rolle", OLD."til", OLD."versjon"); RETURN NULL;', hash='a167ec87f83c2c45e7bbfd9403bfd649e035ed21', operation='DELETE', pgid='pgtrigger_delete_delete_d2129', table='organisasjon_medlemskap', when='AFTER')),
        ),
    ]
