import django.contrib.postgres.constraints
import django.db.models.deletion
import fotfeste.grunnmur.klokke
import fotfeste.grunnmur.organisasjon.models
import pgtrigger.compiler
import pgtrigger.migrations
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('organisasjon', '0001_initial'),
        ('person', '0001_initial'),
        ('pghistory', '0007_auto_20250421_0444'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Bakgrunn',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('fra_kvp_i_kommune', models.CharField(blank=True, max_length=4)),
                ('sosialhjelp', models.CharField(choices=[('ingen', 'Nei'), ('viktigste_kilde', 'Ja, som viktigste kilde til livsopphold'), ('supplerende', 'Ja, som tillegg til noe annet')], default='ingen', max_length=20)),
                ('introduksjonsstonad', models.BooleanField(default=False)),
                ('tiltakspenger', models.BooleanField(default=False)),
                ('folketrygd', models.BooleanField(default=False)),
                ('kommunal_bostotte', models.BooleanField(default=False)),
                ('husbank_bostotte', models.BooleanField(default=False)),
                ('sosialhjelp_fast', models.BooleanField(default=False)),
                ('sosialhjelp_sarskilte', models.BooleanField(default=False)),
                ('sosialhjelp_engang', models.BooleanField(default=False)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Saksnummerserie',
            fields=[
                ('aar', models.PositiveIntegerField(primary_key=True, serialize=False)),
                ('siste', models.PositiveIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name='FastKontakt',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('fra', models.DateField()),
                ('til', models.DateField(blank=True, null=True)),
                ('bruker', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='fast_kontakt_for', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['fra'],
            },
        ),
        migrations.CreateModel(
            name='Sak',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('saksnummer', models.CharField(max_length=12, unique=True)),
                ('status', models.CharField(choices=[('soknad', 'Søknad'), ('innvilget', 'Innvilget'), ('i_program', 'I program'), ('avbrutt', 'Pause i programmet'), ('avsluttet', 'Avsluttet'), ('avslatt', 'Avslått'), ('trukket', 'Trukket')], default='soknad', max_length=12)),
                ('innlest', models.BooleanField(default=False)),
                ('kommune', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='saker', to='organisasjon.kommune')),
                ('kontor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='saker', to='organisasjon.kontor')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='saker', to='person.person')),
            ],
            options={
                'ordering': ['-opprettet'],
            },
        ),
        migrations.CreateModel(
            name='FastKontaktEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('fra', models.DateField()),
                ('til', models.DateField(blank=True, null=True)),
                ('bruker', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='sak.fastkontakt')),
                ('sak', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='sak.sak')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='fastkontakt',
            name='sak',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='faste_kontakter', to='sak.sak'),
        ),
        migrations.CreateModel(
            name='BakgrunnEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('fra_kvp_i_kommune', models.CharField(blank=True, max_length=4)),
                ('sosialhjelp', models.CharField(choices=[('ingen', 'Nei'), ('viktigste_kilde', 'Ja, som viktigste kilde til livsopphold'), ('supplerende', 'Ja, som tillegg til noe annet')], default='ingen', max_length=20)),
                ('introduksjonsstonad', models.BooleanField(default=False)),
                ('tiltakspenger', models.BooleanField(default=False)),
                ('folketrygd', models.BooleanField(default=False)),
                ('kommunal_bostotte', models.BooleanField(default=False)),
                ('husbank_bostotte', models.BooleanField(default=False)),
                ('sosialhjelp_fast', models.BooleanField(default=False)),
                ('sosialhjelp_sarskilte', models.BooleanField(default=False)),
                ('sosialhjelp_engang', models.BooleanField(default=False)),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='sak.bakgrunn')),
                ('sak', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='sak.sak')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='bakgrunn',
            name='sak',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='bakgrunn', to='sak.sak'),
        ),
        migrations.CreateModel(
            name='SakEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('saksnummer', models.CharField(max_length=12)),
                ('status', models.CharField(choices=[('soknad', 'Søknad'), ('innvilget', 'Innvilget'), ('i_program', 'I program'), ('avbrutt', 'Pause i programmet'), ('avsluttet', 'Avsluttet'), ('avslatt', 'Avslått'), ('trukket', 'Trukket')], default='soknad', max_length=12)),
                ('innlest', models.BooleanField(default=False)),
                ('kommune', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='organisasjon.kommune')),
                ('kontor', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='organisasjon.kontor')),
                ('person', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='person.person')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='sak.sak')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddConstraint(
            model_name='sak',
            constraint=models.UniqueConstraint(condition=models.Q(('status__in', ['avbrutt', 'i_program', 'innvilget', 'soknad'])), fields=('person',), name='en_apen_sak_per_person'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='sak',
            trigger=pgtrigger.compiler.Trigger(name='krev_aktor', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n        IF COALESCE(current_setting('pghistory.context_id', true), '') = '' THEN\n            RAISE EXCEPTION 'Endring i % uten aktor og arsak', TG_TABLE_NAME;\n        END IF;\n        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n        RETURN NEW;\n    ", hash='b80290a10cdca1d774b5a543c295d09b6ae2fe2a', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_krev_aktor_584d8', table='sak_sak', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='sak',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "sak_sakevent" ("id", "innlest", "kommune_id", "kontor_id", "opprettet", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "saksnummer", "status", "versjon") VALUES (NEW."id", NEW."innlest", NEW."kommune_id", NEW."kontor_id", NEW."opprettet", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."saksnummer", NEW."status", NEW."versjon"); RETURN NULL;', hash='c2387ce83aea0bff7929237a37a2e802ae28cc95', operation='INSERT', pgid='pgtrigger_insert_insert_53cd9', table='sak_sak', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='sak',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "sak_sakevent" ("id", "innlest", "kommune_id", "kontor_id", "opprettet", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "saksnummer", "status", "versjon") VALUES (NEW."id", NEW."innlest", NEW."kommune_id", NEW."kontor_id", NEW."opprettet", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."saksnummer", NEW."status", NEW."versjon"); RETURN NULL;', hash='5996289814a5ea5b485486c39c3cfd9dada1e36d', operation='UPDATE', pgid='pgtrigger_update_update_de2a4', table='sak_sak', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='sak',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "sak_sakevent" ("id", "innlest", "kommune_id", "kontor_id", "opprettet", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "saksnummer", "status", "versjon") VALUES (OLD."id", OLD."innlest", OLD."kommune_id", OLD."kontor_id", OLD."opprettet", OLD."person_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."saksnummer", OLD."status", OLD."versjon"); RETURN NULL;', hash='616727e6859997ce0e6904f72bbcd78066e9035b', operation='DELETE', pgid='pgtrigger_delete_delete_67c37', table='sak_sak', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='fastkontakt',
            constraint=models.CheckConstraint(condition=models.Q(('til__isnull', True), ('til__gte', models.F('fra')), _connector='OR'), name='kontakt_periode'),
        ),
        migrations.AddConstraint(
            model_name='fastkontakt',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('sak', '='), (fotfeste.grunnmur.organisasjon.models.Datoperiode(models.F('fra'), models.F('til'), models.Value('[]')), '&&')], name='en_fast_kontakt_om_gangen'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='fastkontakt',
            trigger=pgtrigger.compiler.Trigger(name='krev_aktor', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n        IF COALESCE(current_setting('pghistory.context_id', true), '') = '' THEN\n            RAISE EXCEPTION 'Endring i % uten aktor og arsak', TG_TABLE_NAME;\n        END IF;\n        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n        RETURN NEW;\n    ", hash='3d4474e409465e46b6f1ef5503ca8f47da05272c', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_krev_aktor_7b4c4', table='sak_fastkontakt', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='fastkontakt',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "sak_fastkontaktevent" ("bruker_id", "fra", "id", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sak_id", "til", "versjon") VALUES (NEW."bruker_id", NEW."fra", NEW."id", NEW."opprettet", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sak_id", NEW."til", NEW."versjon"); RETURN NULL;', hash='8d85642d1f9899eb99dab175909d1ea3b54022bf', operation='INSERT', pgid='pgtrigger_insert_insert_66aa0', table='sak_fastkontakt', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='fastkontakt',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "sak_fastkontaktevent" ("bruker_id", "fra", "id", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sak_id", "til", "versjon") VALUES (NEW."bruker_id", NEW."fra", NEW."id", NEW."opprettet", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."sak_id", NEW."til", NEW."versjon"); RETURN NULL;', hash='8c7918da1422dbddb827a8cda9ea33d477a7ea47', operation='UPDATE', pgid='pgtrigger_update_update_85a3d', table='sak_fastkontakt', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='fastkontakt',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "sak_fastkontaktevent" ("bruker_id", "fra", "id", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sak_id", "til", "versjon") VALUES (OLD."bruker_id", OLD."fra", OLD."id", OLD."opprettet", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."sak_id", OLD."til", OLD."versjon"); RETURN NULL;', hash='0c2a5e92f654ac66cb2f27ea68740814eac9481e', operation='DELETE', pgid='pgtrigger_delete_delete_6ada3', table='sak_fastkontakt', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='bakgrunn',
            trigger=pgtrigger.compiler.Trigger(name='krev_aktor', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n        IF COALESCE(current_setting('pghistory.context_id', true), '') = '' THEN\n            RAISE EXCEPTION 'Endring i % uten aktor og arsak', TG_TABLE_NAME;\n        END IF;\n        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n        RETURN NEW;\n    ", hash='f344e200b11cd752bbbc4798ba89f1a7e1f78ad1', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_krev_aktor_5fe72', table='sak_bakgrunn', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='bakgrunn',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "sak_bakgrunnevent" ("folketrygd", "fra_kvp_i_kommune", "husbank_bostotte", "id", "introduksjonsstonad", "kommunal_bostotte", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sak_id", "sosialhjelp", "sosialhjelp_engang", "sosialhjelp_fast", "sosialhjelp_sarskilte", "tiltakspenger", "versjon") VALUES (NEW."folketrygd", NEW."fra_kvp_i_kommune", NEW."husbank_bostotte", NEW."id", NEW."introduksjonsstonad", NEW."kommunal_bostotte", NEW."opprettet", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sak_id", NEW."sosialhjelp", NEW."sosialhjelp_engang", NEW."sosialhjelp_fast", NEW."sosialhjelp_sarskilte", NEW."tiltakspenger", NEW."versjon"); RETURN NULL;', hash='825f21730c596ac7c09984de1928c9541bbacd74', operation='INSERT', pgid='pgtrigger_insert_insert_d9eb1', table='sak_bakgrunn', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='bakgrunn',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "sak_bakgrunnevent" ("folketrygd", "fra_kvp_i_kommune", "husbank_bostotte", "id", "introduksjonsstonad", "kommunal_bostotte", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sak_id", "sosialhjelp", "sosialhjelp_engang", "sosialhjelp_fast", "sosialhjelp_sarskilte", "tiltakspenger", "versjon") VALUES (NEW."folketrygd", NEW."fra_kvp_i_kommune", NEW."husbank_bostotte", NEW."id", NEW."introduksjonsstonad", NEW."kommunal_bostotte", NEW."opprettet", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."sak_id", NEW."sosialhjelp", NEW."sosialhjelp_engang", NEW."sosialhjelp_fast", NEW."sosialhjelp_sarskilte", NEW."tiltakspenger", NEW."versjon"); RETURN NULL;', hash='cf949eba76f980b9231f44742bb78bedb80d8022', operation='UPDATE', pgid='pgtrigger_update_update_fad27', table='sak_bakgrunn', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='bakgrunn',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "sak_bakgrunnevent" ("folketrygd", "fra_kvp_i_kommune", "husbank_bostotte", "id", "introduksjonsstonad", "kommunal_bostotte", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sak_id", "sosialhjelp", "sosialhjelp_engang", "sosialhjelp_fast", "sosialhjelp_sarskilte", "tiltakspenger", "versjon") VALUES (OLD."folketrygd", OLD."fra_kvp_i_kommune", OLD."husbank_bostotte", OLD."id", OLD."introduksjonsstonad", OLD."kommunal_bostotte", OLD."opprettet", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."sak_id", OLD."sosialhjelp", OLD."sosialhjelp_engang", OLD."sosialhjelp_fast", OLD."sosialhjelp_sarskilte", OLD."tiltakspenger", OLD."versjon"); RETURN NULL;', hash='d6b245e0ae47f1421b050090786d9bd3fb4c7309', operation='DELETE', pgid='pgtrigger_delete_delete_e5d8c', table='sak_bakgrunn', when='AFTER')),
        ),
    ]
