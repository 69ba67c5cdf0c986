import django.contrib.postgres.constraints
import django.db.models.deletion
import fotfeste.grunnmur.organisasjon.models
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('pghistory', '0007_auto_20250421_0444'),
        ('program', '0001_initial'),
        ('sak', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='aktivitet',
            name='sak',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sak.sak'),
        ),
        migrations.AddField(
            model_name='aktivitetevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='aktivitetevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='program.aktivitet'),
        ),
        migrations.AddField(
            model_name='aktivitetevent',
            name='sak',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='sak.sak'),
        ),
        migrations.AddField(
            model_name='evalueringsdato',
            name='sak',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sak.sak'),
        ),
        migrations.AddField(
            model_name='evalueringsdatoevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='evalueringsdatoevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='program.evalueringsdato'),
        ),
        migrations.AddField(
            model_name='evalueringsdatoevent',
            name='sak',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='sak.sak'),
        ),
        migrations.AddField(
            model_name='permisjon',
            name='sak',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='permisjoner', to='sak.sak'),
        ),
        migrations.AddField(
            model_name='permisjonevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='permisjonevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='program.permisjon'),
        ),
        migrations.AddField(
            model_name='permisjonevent',
            name='sak',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='sak.sak'),
        ),
        migrations.AddField(
            model_name='programversjon',
            name='laget_av',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='programversjon',
            name='sak',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='programversjoner', to='sak.sak'),
        ),
        migrations.AddField(
            model_name='evalueringsdatoevent',
            name='programversjon',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='program.programversjon'),
        ),
        migrations.AddField(
            model_name='evalueringsdato',
            name='programversjon',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='evalueringsdatoer', to='program.programversjon'),
        ),
        migrations.AddField(
            model_name='aktivitetevent',
            name='programversjon',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='program.programversjon'),
        ),
        migrations.AddField(
            model_name='aktivitet',
            name='programversjon',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='aktiviteter', to='program.programversjon'),
        ),
        migrations.AddField(
            model_name='programversjonevent',
            name='laget_av',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='programversjonevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='programversjonevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='program.programversjon'),
        ),
        migrations.AddField(
            model_name='programversjonevent',
            name='sak',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='sak.sak'),
        ),
        migrations.AddField(
            model_name='ukeblokk',
            name='aktivitet',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='blokker', to='program.aktivitet'),
        ),
        migrations.AddField(
            model_name='ukeblokk',
            name='sak',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sak.sak'),
        ),
        migrations.AddField(
            model_name='ukeblokkevent',
            name='aktivitet',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='program.aktivitet'),
        ),
        migrations.AddField(
            model_name='ukeblokkevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='ukeblokkevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='program.ukeblokk'),
        ),
        migrations.AddField(
            model_name='ukeblokkevent',
            name='sak',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='sak.sak'),
        ),
        migrations.AddConstraint(
            model_name='permisjon',
            constraint=models.CheckConstraint(condition=models.Q(('til__gte', models.F('fra'))), name='permisjon_periode'),
        ),
        migrations.AddConstraint(
            model_name='permisjon',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('sak', '='), (fotfeste.grunnmur.organisasjon.models.Datoperiode(models.F('fra'), models.F('til'), models.Value('[]')), '&&')], name='permisjoner_uten_overlapp'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='permisjon',
            trigger=pgtrigger.compiler.Trigger(name='krev_aktor', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n        IF COALESCE(current_setting('pghistory.context_id', true), '') = '' THEN\n            RAISE EXCEPTION 'Endring i % uten aktor og arsak', TG_TABLE_NAME;\n        END IF;\n        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n        RETURN NEW;\n    ", hash='02ff3ab2f8481f52586fdd28da940edc18af5a61', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_krev_aktor_5ab60', table='program_permisjon', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='permisjon',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "program_permisjonevent" ("fra", "grunn", "id", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sak_id", "til", "versjon") VALUES (NEW."fra", NEW."grunn", NEW."id", NEW."opprettet", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sak_id", NEW."til", NEW."versjon"); RETURN NULL;', hash='1b79304e05499d59387db089376dae66a61d6bbc', operation='INSERT', pgid='pgtrigger_insert_insert_67f61', table='program_permisjon', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='permisjon',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "program_permisjonevent" ("fra", "grunn", "id", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sak_id", "til", "versjon") VALUES (NEW."fra", NEW."grunn", NEW."id", NEW."opprettet", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."sak_id", NEW."til", NEW."versjon"); RETURN NULL;', hash='84c65ccfa6a1260daa49ea75ae22bac982d7da2a', operation='UPDATE', pgid='pgtrigger_update_update_b05c5', table='program_permisjon', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='permisjon',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "program_permisjonevent" ("fra", "grunn", "id", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sak_id", "til", "versjon") VALUES (OLD."fra", OLD."grunn", OLD."id", OLD."opprettet", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."sak_id", OLD."til", OLD."versjon"); RETURN NULL;', hash='f4b6a9dced0ca68bdc57f444bd9eb5c6ae922a71', operation='DELETE', pgid='pgtrigger_delete_delete_cf047', table='program_permisjon', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='programversjon',
            constraint=models.UniqueConstraint(fields=('sak', 'nummer'), name='programversjon_unik'),
        ),
        migrations.AddConstraint(
            model_name='programversjon',
            constraint=models.UniqueConstraint(condition=models.Q(('status__in', ['utkast', 'foreslatt'])), fields=('sak',), name='ett_apent_programutkast'),
        ),
        migrations.AddConstraint(
            model_name='programversjon',
            constraint=models.CheckConstraint(condition=models.Q(('til__isnull', True), ('til__gte', models.F('fra')), _connector='OR'), name='programversjon_periode'),
        ),
        migrations.AddConstraint(
            model_name='programversjon',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('status', 'avtalt'), _negated=True), ('avtalt_med_deltaker__isnull', False), _connector='OR'), name='avtalt_program_har_dato'),
        ),
        migrations.AddConstraint(
            model_name='programversjon',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('status', 'avtalt')), expressions=[('sak', '='), (fotfeste.grunnmur.organisasjon.models.Datoperiode(models.F('fra'), models.F('til'), models.Value('[]')), '&&')], name='ett_program_gjelder_om_gangen'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='programversjon',
            trigger=pgtrigger.compiler.Trigger(name='krev_aktor', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n        IF COALESCE(current_setting('pghistory.context_id', true), '') = '' THEN\n            RAISE EXCEPTION 'Endring i % uten aktor og arsak', TG_TABLE_NAME;\n        END IF;\n        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n        RETURN NEW;\n    ", hash='fd879ab5ff4d3774d0737fa10c1757e75564dc4c', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_krev_aktor_c2a5f', table='program_programversjon', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='programversjon',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "program_programversjonevent" ("avtalt_hvordan", "avtalt_med_deltaker", "avvik", "deltakers_merknad", "endring", "foreslatt", "fra", "id", "laget_av_id", "mal", "nummer", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sak_id", "status", "til", "versjon") VALUES (NEW."avtalt_hvordan", NEW."avtalt_med_deltaker", NEW."avvik", NEW."deltakers_merknad", NEW."endring", NEW."foreslatt", NEW."fra", NEW."id", NEW."laget_av_id", NEW."mal", NEW."nummer", NEW."opprettet", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sak_id", NEW."status", NEW."til", NEW."versjon"); RETURN NULL;', hash='a2fcc12117b450392e54dcdb7d54565675bd341b', operation='INSERT', pgid='pgtrigger_insert_insert_53237', table='program_programversjon', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='programversjon',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "program_programversjonevent" ("avtalt_hvordan", "avtalt_med_deltaker", "avvik", "deltakers_merknad", "endring", "foreslatt", "fra", "id", "laget_av_id", "mal", "nummer", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sak_id", "status", "til", "versjon") VALUES (NEW."avtalt_hvordan", NEW."avtalt_med_deltaker", NEW."avvik", NEW."deltakers_merknad", NEW."endring", NEW."foreslatt", NEW."fra", NEW."id", NEW."laget_av_id", NEW."mal", NEW."nummer", NEW."opprettet", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."sak_id", NEW."status", NEW."til", NEW."versjon"); RETURN NULL;', hash='71a0cd4b70d8b31144551ecc5463833d458f212c', operation='UPDATE', pgid='pgtrigger_update_update_e7b6f', table='program_programversjon', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='programversjon',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "program_programversjonevent" ("avtalt_hvordan", "avtalt_med_deltaker", "avvik", "deltakers_merknad", "endring", "foreslatt", "fra", "id", "laget_av_id", "mal", "nummer", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sak_id", "status", "til", "versjon") VALUES (OLD."avtalt_hvordan", OLD."avtalt_med_deltaker", OLD."avvik", OLD."deltakers_merknad", OLD."endring", OLD."foreslatt", OLD."fra", OLD."id", OLD."laget_av_id", OLD."mal", OLD."nummer", OLD."opprettet", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."sak_id", OLD."status", OLD."til", OLD."versjon"); RETURN NULL;', hash='f4ad330c6606527660d15e0249c93ef7e472db84', operation='DELETE', pgid='pgtrigger_delete_delete_0f322', table='program_programversjon', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='evalueringsdato',
            constraint=models.UniqueConstraint(fields=('programversjon', 'dato'), name='en_evaluering_per_dag'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='evalueringsdato',
            trigger=pgtrigger.compiler.Trigger(name='krev_aktor', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n        IF COALESCE(current_setting('pghistory.context_id', true), '') = '' THEN\n            RAISE EXCEPTION 'Endring i % uten aktor og arsak', TG_TABLE_NAME;\n        END IF;\n        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n        RETURN NEW;\n    ", hash='15085bd1aec0cf0cb3a07a0a7753799c3c184f7d', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_krev_aktor_26983', table='program_evalueringsdato', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='evalueringsdato',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "program_evalueringsdatoevent" ("dato", "id", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programversjon_id", "sak_id", "type", "versjon") VALUES (NEW."dato", NEW."id", NEW."opprettet", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."programversjon_id", NEW."sak_id", NEW."type", NEW."versjon"); RETURN NULL;', hash='98e9c67ba23581cd5374dcce552a54a48e6c55a7', operation='INSERT', pgid='pgtrigger_insert_insert_a61cb', table='program_evalueringsdato', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='evalueringsdato',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "program_evalueringsdatoevent" ("dato", "id", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programversjon_id", "sak_id", "type", "versjon") VALUES (NEW."dato", NEW."id", NEW."opprettet", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."programversjon_id", NEW."sak_id", NEW."type", NEW."versjon"); RETURN NULL;', hash='1918d6d1e2f52bab72d0b35c4dd23411d612bb48', operation='UPDATE', pgid='pgtrigger_update_update_548f9', table='program_evalueringsdato', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='evalueringsdato',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "program_evalueringsdatoevent" ("dato", "id", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programversjon_id", "sak_id", "type", "versjon") VALUES (OLD."dato", OLD."id", OLD."opprettet", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."programversjon_id", OLD."sak_id", OLD."type", OLD."versjon"); RETURN NULL;', hash='6588bb175747b5829bae708da2ee36c4f2888f95', operation='DELETE', pgid='pgtrigger_delete_delete_77df1', table='program_evalueringsdato', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='aktivitet',
            trigger=pgtrigger.compiler.Trigger(name='krev_aktor', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n        IF COALESCE(current_setting('pghistory.context_id', true), '') = '' THEN\n            RAISE EXCEPTION 'Endring i % uten aktor og arsak', TG_TABLE_NAME;\n        END IF;\n        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n        RETURN NEW;\n    ", hash='0bb98ded2327161cbe9630e7ba8b766d791a881b', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_krev_aktor_3b52a', table='program_aktivitet', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='aktivitet',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "program_aktivitetevent" ("arrangor", "formal", "gruppe", "id", "kontaktperson", "navn", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programversjon_id", "sak_id", "sted", "versjon") VALUES (NEW."arrangor", NEW."formal", NEW."gruppe", NEW."id", NEW."kontaktperson", NEW."navn", NEW."opprettet", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."programversjon_id", NEW."sak_id", NEW."sted", NEW."versjon"); RETURN NULL;', hash='a6c8e314aad2e6ac69fe96bcb3465af3db188b82', operation='INSERT', pgid='pgtrigger_insert_insert_59298', table='program_aktivitet', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='aktivitet',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "program_aktivitetevent" ("arrangor", "formal", "gruppe", "id", "kontaktperson", "navn", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programversjon_id", "sak_id", "sted", "versjon") VALUES (NEW."arrangor", NEW."formal", NEW."gruppe", NEW."id", NEW."kontaktperson", NEW."navn", NEW."opprettet", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."programversjon_id", NEW."sak_id", NEW."sted", NEW."versjon"); RETURN NULL;', hash='ef23b5c247cc6bd2c1abe5810ea8f0e93ba8ff87', operation='UPDATE', pgid='pgtrigger_update_update_009b3', table='program_aktivitet', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='aktivitet',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "program_aktivitetevent" ("arrangor", "formal", "gruppe", "id", "kontaktperson", "navn", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programversjon_id", "sak_id", "sted", "versjon") VALUES (OLD."arrangor", OLD."formal", OLD."gruppe", OLD."id", OLD."kontaktperson", OLD."navn", OLD."opprettet", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."programversjon_id", OLD."sak_id", OLD."sted", OLD."versjon"); RETURN NULL;', hash='d6918b2302881af9c3756f8b6656d3f92eb1b753', operation='DELETE', pgid='pgtrigger_delete_delete_c5aaa', table='program_aktivitet', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='ukeblokk',
            constraint=models.CheckConstraint(condition=models.Q(('slutt__gt', models.F('start'))), name='blokk_slutter_etter_start'),
        ),
        migrations.AddConstraint(
            model_name='ukeblokk',
            constraint=models.CheckConstraint(condition=models.Q(('ukedag__lte', 6)), name='blokk_ukedag'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='ukeblokk',
            trigger=pgtrigger.compiler.Trigger(name='krev_aktor', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n        IF COALESCE(current_setting('pghistory.context_id', true), '') = '' THEN\n            RAISE EXCEPTION 'Endring i % uten aktor og arsak', TG_TABLE_NAME;\n        END IF;\n        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n        RETURN NEW;\n    ", hash='98271f9e34e8552663be009cd1a23ddda2a81f3e', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_krev_aktor_f7e26', table='program_ukeblokk', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='ukeblokk',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "program_ukeblokkevent" ("aktivitet_id", "id", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sak_id", "slutt", "start", "ukedag", "versjon") VALUES (NEW."aktivitet_id", NEW."id", NEW."opprettet", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sak_id", NEW."slutt", NEW."start", NEW."ukedag", NEW."versjon"); RETURN NULL;', hash='358a89d1e12c602166f058e47086dbc1d93fcde5', operation='INSERT', pgid='pgtrigger_insert_insert_65171', table='program_ukeblokk', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='ukeblokk',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "program_ukeblokkevent" ("aktivitet_id", "id", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sak_id", "slutt", "start", "ukedag", "versjon") VALUES (NEW."aktivitet_id", NEW."id", NEW."opprettet", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."sak_id", NEW."slutt", NEW."start", NEW."ukedag", NEW."versjon"); RETURN NULL;', hash='a08e85d4fca4632d222e0a1e0a719308c84c458e', operation='UPDATE', pgid='pgtrigger_update_update_84c5a', table='program_ukeblokk', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='ukeblokk',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "program_ukeblokkevent" ("aktivitet_id", "id", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sak_id", "slutt", "start", "ukedag", "versjon") VALUES (OLD."aktivitet_id", OLD."id", OLD."opprettet", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."sak_id", OLD."slutt", OLD."start", OLD."ukedag", OLD."versjon"); RETURN NULL;', hash='321a443028170e909fa1f89c8cc8b91e826f1d6f', operation='DELETE', pgid='pgtrigger_delete_delete_4bf1c', table='program_ukeblokk', when='AFTER')),
        ),
    ]
