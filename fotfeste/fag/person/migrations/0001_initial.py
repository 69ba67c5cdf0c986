import django.contrib.postgres.indexes
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
        ('pghistory', '0007_auto_20250421_0444'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Barn',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('navn', models.CharField(blank=True, max_length=160)),
                ('fodselsdato', models.DateField()),
                ('fra', models.DateField()),
                ('til', models.DateField(blank=True, null=True)),
                ('kronisk_syk', models.BooleanField(default=False)),
                ('fosterbarn', models.BooleanField(default=False)),
                ('bor_i_husholdningen', models.BooleanField(default=True)),
            ],
            options={
                'ordering': ['fodselsdato', 'opprettet'],
            },
        ),
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('fodselsnummer', models.CharField(max_length=11, unique=True)),
                ('fornavn', models.CharField(max_length=80)),
                ('etternavn', models.CharField(max_length=80)),
                ('sokenavn', models.CharField(editable=False, max_length=160)),
                ('fodselsdato', models.DateField()),
                ('kjonn', models.CharField(choices=[('mann', 'Mann'), ('kvinne', 'Kvinne')], max_length=10)),
                ('sivilstand', models.CharField(choices=[('ugift', 'Ugift'), ('gift', 'Gift'), ('samboer', 'Samboer'), ('skilt_separert', 'Skilt eller separert'), ('enke_enkemann', 'Enke eller enkemann')], default='ugift', max_length=20)),
                ('sprak', models.CharField(choices=[('nb', 'norsk'), ('nn', 'nynorsk'), ('en', 'engelsk'), ('uk', 'ukrainsk'), ('ar', 'arabisk'), ('so', 'somali'), ('ti', 'tigrinja'), ('pl', 'polsk'), ('fa', 'dari'), ('und', 'et annet språk')], default='nb', max_length=3)),
                ('tolkebehov', models.BooleanField(default=False)),
                ('alene_om_omsorg', models.BooleanField(default=False)),
                ('telefon', models.CharField(blank=True, max_length=20)),
                ('epost', models.EmailField(blank=True, max_length=254)),
                ('adresse', models.CharField(blank=True, max_length=200)),
                ('postnummer', models.CharField(blank=True, max_length=4)),
                ('poststed', models.CharField(blank=True, max_length=60)),
                ('kontonummer', models.CharField(blank=True, max_length=11)),
                ('gradering', models.CharField(choices=[('ugradert', 'Ugradert'), ('fortrolig', 'Fortrolig adresse'), ('strengt_fortrolig', 'Strengt fortrolig adresse')], default='ugradert', max_length=20)),
                ('bruker', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='person', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='BarnEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('navn', models.CharField(blank=True, max_length=160)),
                ('fodselsdato', models.DateField()),
                ('fra', models.DateField()),
                ('til', models.DateField(blank=True, null=True)),
                ('kronisk_syk', models.BooleanField(default=False)),
                ('fosterbarn', models.BooleanField(default=False)),
                ('bor_i_husholdningen', models.BooleanField(default=True)),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='person.barn')),
                ('person', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='person.person')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='barn',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='barn', to='person.person'),
        ),
        migrations.CreateModel(
            name='PersonEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('fodselsnummer', models.CharField(max_length=11)),
                ('fornavn', models.CharField(max_length=80)),
                ('etternavn', models.CharField(max_length=80)),
                ('fodselsdato', models.DateField()),
                ('kjonn', models.CharField(choices=[('mann', 'Mann'), ('kvinne', 'Kvinne')], max_length=10)),
                ('sivilstand', models.CharField(choices=[('ugift', 'Ugift'), ('gift', 'Gift'), ('samboer', 'Samboer'), ('skilt_separert', 'Skilt eller separert'), ('enke_enkemann', 'Enke eller enkemann')], default='ugift', max_length=20)),
                ('sprak', models.CharField(choices=[('nb', 'norsk'), ('nn', 'nynorsk'), ('en', 'engelsk'), ('uk', 'ukrainsk'), ('ar', 'arabisk'), ('so', 'somali'), ('ti', 'tigrinja'), ('pl', 'polsk'), ('fa', 'dari'), ('und', 'et annet språk')], default='nb', max_length=3)),
                ('tolkebehov', models.BooleanField(default=False)),
                ('alene_om_omsorg', models.BooleanField(default=False)),
                ('telefon', models.CharField(blank=True, max_length=20)),
                ('epost', models.EmailField(blank=True, max_length=254)),
                ('adresse', models.CharField(blank=True, max_length=200)),
                ('postnummer', models.CharField(blank=True, max_length=4)),
                ('poststed', models.CharField(blank=True, max_length=60)),
                ('kontonummer', models.CharField(blank=True, max_length=11)),
                ('gradering', models.CharField(choices=[('ugradert', 'Ugradert'), ('fortrolig', 'Fortrolig adresse'), ('strengt_fortrolig', 'Strengt fortrolig adresse')], default='ugradert', max_length=20)),
                ('bruker', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='person.person')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddIndex(
            model_name='person',
            index=django.contrib.postgres.indexes.GinIndex(django.contrib.postgres.indexes.OpClass('sokenavn', name='gin_trgm_ops'), name='person_sokenavn'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='person',
            trigger=pgtrigger.compiler.Trigger(name='krev_aktor', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n        IF COALESCE(current_setting('pghistory.context_id', true), '') = '' THEN\n            RAISE EXCEPTION 'Endring i % uten aktor og arsak', TG_TABLE_NAME;\n        END IF;\n        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n        RETURN NEW;\n    ", hash='cfb3bdcd7e1c9dd88eaebd5c3db7775e7921e0e0', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_krev_aktor_cd8ad', table='person_person', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='person',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "person_personevent" ("adresse", "alene_om_omsorg", "bruker_id", "epost", "etternavn", "fodselsdato", "fodselsnummer", "fornavn", "gradering", "id", "kjonn", "kontonummer", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postnummer", "poststed", "sivilstand", "sprak", "telefon", "tolkebehov", "versjon") VALUES (NEW."adresse", NEW."alene_om_omsorg", NEW."bruker_id", NEW."epost", NEW."etternavn", NEW."fodselsdato", NEW."fodselsnummer", NEW."fornavn", NEW."gradering", NEW."id", NEW."kjonn", NEW."kontonummer", NEW."opprettet", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."postnummer", NEW."poststed", NEW."sivilstand", NEW."sprak", NEW."telefon", NEW."tolkebehov", NEW."versjon"); RETURN NULL;', hash='4b3d5cf5e82461b8b4aa34a24289ed55e5e83f05', operation='INSERT', pgid='pgtrigger_insert_insert_46ba1', table='person_person', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='person',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."adresse" IS DISTINCT FROM (NEW."adresse") OR OLD."alene_om_omsorg" IS DISTINCT FROM (NEW."alene_om_omsorg") OR OLD."bruker_id" IS DISTINCT FROM (NEW."bruker_id") OR OLD."epost" IS DISTINCT FROM (NEW."epost") OR OLD."etternavn" IS DISTINCT FROM (NEW."etternavn") OR OLD."fodselsdato" IS DISTINCT FROM (NEW."fodselsdato") OR OLD."fodselsnummer" IS DISTINCT FROM (NEW."fodselsnummer") OR OLD."fornavn" IS DISTINCT FROM (NEW."fornavn") OR OLD."gradering" IS DISTINCT FROM (NEW."gradering") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kjonn" IS DISTINCT FROM (NEW."kjonn") OR OLD."kontonummer" IS DISTINCT FROM (NEW."kontonummer") OR OLD."opprettet" IS DISTINCT FROM (NEW."opprettet") OR OLD."postnummer" IS DISTINCT FROM (NEW."postnummer") OR OLD."poststed" IS DISTINCT FROM (NEW."poststed") OR OLD."sivilstand" IS DISTINCT FROM (NEW."sivilstand") OR OLD."sprak" IS DISTINCT FROM (NEW."sprak") OR OLD."telefon" IS DISTINCT FROM (NEW."telefon") OR OLD."tolkebehov" IS DISTINCT FROM (NEW."tolkebehov") OR OLD."versjon" IS DISTINCT FROM (NEW."versjon"))', func='INSERT INTO "person_personevent" ("adresse", "alene_om_omsorg", "bruker_id", "epost", "etternavn", "fodselsdato", "fodselsnummer", "fornavn", "gradering", "id", "kjonn", "kontonummer", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postnummer", "poststed", "sivilstand", "sprak", "telefon", "tolkebehov", "versjon") VALUES (NEW."adresse", NEW."alene_om_omsorg", NEW."bruker_id", NEW."epost", NEW."etternavn", NEW."fodselsdato", NEW."fodselsnummer", NEW."fornavn", NEW."gradering", NEW."id", NEW."kjonn", NEW."kontonummer", NEW."opprettet", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."postnummer", NEW."poststed", NEW."sivilstand", NEW."sprak", NEW."telefon", NEW."tolkebehov", NEW."versjon"); RETURN NULL;', hash='2de18985f8924842d51f22ad89d4aba7b4b89b4c', operation='UPDATE', pgid='pgtrigger_update_update_70e1e', table='person_person', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='person',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "person_personevent" ("adresse", "alene_om_omsorg", "bruker_id", "epost", "etternavn", "fodselsdato", "fodselsnummer", "fornavn", "gradering", "id", "kjonn", "kontonummer", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postnummer", "poststed", "sivilstand", "sprak", "telefon", "tolkebehov", "versjon") VALUES (OLD."adresse", OLD."alene_om_omsorg", OLD."bruker_id", OLD."epost", OLD."etternavn", OLD."fodselsdato", OLD."fodselsnummer", OLD."fornavn", OLD."gradering", OLD."id", OLD."kjonn", OLD."kontonummer", OLD."opprettet", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."postnummer", OLD."poststed", OLD."sivilstand", OLD."sprak", OLD."telefon", OLD."tolkebehov", OLD."versjon"); RETURN NULL;', hash='ea531fc818e3bd4b4bf670be53e6cd417f139941', operation='DELETE', pgid='pgtrigger_delete_delete_27f71', table='person_person', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='barn',
            constraint=models.CheckConstraint(condition=models.Q(('til__isnull', True), ('til__gte', models.F('fra')), _connector='OR'), name='barn_periode'),
        ),
        migrations.AddConstraint(
            model_name='barn',
            constraint=models.CheckConstraint(condition=models.Q(('fra__gte', models.F('fodselsdato'))), name='barn_fra_fodsel'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='barn',
            trigger=pgtrigger.compiler.Trigger(name='krev_aktor', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n        IF COALESCE(current_setting('pghistory.context_id', true), '') = '' THEN\n            RAISE EXCEPTION 'Endring i % uten aktor og arsak', TG_TABLE_NAME;\n        END IF;\n        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n        RETURN NEW;\n    ", hash='6837d80ed33a8d35a7b7b5a60eb09443571813e9', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_krev_aktor_4bb39', table='person_barn', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='barn',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "person_barnevent" ("bor_i_husholdningen", "fodselsdato", "fosterbarn", "fra", "id", "kronisk_syk", "navn", "opprettet", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "til", "versjon") VALUES (NEW."bor_i_husholdningen", NEW."fodselsdato", NEW."fosterbarn", NEW."fra", NEW."id", NEW."kronisk_syk", NEW."navn", NEW."opprettet", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."til", NEW."versjon"); RETURN NULL;', hash='4de57e60b5b2e92cfd194f310e70511e72d1a2b6', operation='INSERT', pgid='pgtrigger_insert_insert_0133d', table='person_barn', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='barn',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "person_barnevent" ("bor_i_husholdningen", "fodselsdato", "fosterbarn", "fra", "id", "kronisk_syk", "navn", "opprettet", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "til", "versjon") VALUES (NEW."bor_i_husholdningen", NEW."fodselsdato", NEW."fosterbarn", NEW."fra", NEW."id", NEW."kronisk_syk", NEW."navn", NEW."opprettet", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."til", NEW."versjon"); RETURN NULL;', hash='bbd25656de7e216f6fb13a6a82a7d2dc694b2ca1', operation='UPDATE', pgid='pgtrigger_update_update_defb6', table='person_barn', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='barn',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "person_barnevent" ("bor_i_husholdningen", "fodselsdato", "fosterbarn", "fra", "id", "kronisk_syk", "navn", "opprettet", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "til", "versjon") VALUES (OLD."bor_i_husholdningen", OLD."fodselsdato", OLD."fosterbarn", OLD."fra", OLD."id", OLD."kronisk_syk", OLD."navn", OLD."opprettet", OLD."person_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."til", OLD."versjon"); RETURN NULL;', hash='a749792948bbfba9632e12696116d9626b037833', operation='DELETE', pgid='pgtrigger_delete_delete_e42b0', table='person_barn', when='AFTER')),
        ),
    ]
