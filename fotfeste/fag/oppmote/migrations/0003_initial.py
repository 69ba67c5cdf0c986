import django.db.models.deletion
import django.db.models.expressions
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('dokument', '0001_initial'),
        ('oppmote', '0002_initial'),
        ('person', '0001_initial'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('sak', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='fravaer',
            name='sak',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='fravaer', to='sak.sak'),
        ),
        migrations.AddField(
            model_name='fravaerevent',
            name='barn',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='person.barn'),
        ),
        migrations.AddField(
            model_name='fravaerevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='fravaerevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='oppmote.fravaer'),
        ),
        migrations.AddField(
            model_name='fravaerevent',
            name='sak',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='sak.sak'),
        ),
        migrations.AddField(
            model_name='legeerklaering',
            name='dokument',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='dokument.dokument'),
        ),
        migrations.AddField(
            model_name='legeerklaering',
            name='fravaer',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='legeerklaeringer', to='oppmote.fravaer'),
        ),
        migrations.AddField(
            model_name='legeerklaering',
            name='sak',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sak.sak'),
        ),
        migrations.AddField(
            model_name='legeerklaeringevent',
            name='dokument',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='dokument.dokument'),
        ),
        migrations.AddField(
            model_name='legeerklaeringevent',
            name='fravaer',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='oppmote.fravaer'),
        ),
        migrations.AddField(
            model_name='legeerklaeringevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='legeerklaeringevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='oppmote.legeerklaering'),
        ),
        migrations.AddField(
            model_name='legeerklaeringevent',
            name='sak',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='sak.sak'),
        ),
        migrations.AddField(
            model_name='timeliste',
            name='godkjent_av',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='timeliste',
            name='levert_av',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='timeliste',
            name='sak',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='timelister', to='sak.sak'),
        ),
        migrations.AddField(
            model_name='fravaerevent',
            name='timeliste',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='oppmote.timeliste'),
        ),
        migrations.AddField(
            model_name='fravaer',
            name='timeliste',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='fravaer', to='oppmote.timeliste'),
        ),
        migrations.AddField(
            model_name='timelistedag',
            name='sak',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sak.sak'),
        ),
        migrations.AddField(
            model_name='timelistedag',
            name='timeliste',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='dager', to='oppmote.timeliste'),
        ),
        migrations.AddField(
            model_name='timelistedagevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='timelistedagevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='oppmote.timelistedag'),
        ),
        migrations.AddField(
            model_name='timelistedagevent',
            name='sak',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='sak.sak'),
        ),
        migrations.AddField(
            model_name='timelistedagevent',
            name='timeliste',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='oppmote.timeliste'),
        ),
        migrations.AddField(
            model_name='timelisteevent',
            name='godkjent_av',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='timelisteevent',
            name='levert_av',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='timelisteevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='timelisteevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='oppmote.timeliste'),
        ),
        migrations.AddField(
            model_name='timelisteevent',
            name='sak',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='sak.sak'),
        ),
        migrations.AddConstraint(
            model_name='legeerklaering',
            constraint=models.CheckConstraint(condition=models.Q(('til__gte', models.F('fra'))), name='legeerklaering_periode'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='legeerklaering',
            trigger=pgtrigger.compiler.Trigger(name='krev_aktor', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n        IF COALESCE(current_setting('pghistory.context_id', true), '') = '' THEN\n            RAISE EXCEPTION 'Endring i % uten aktor og arsak', TG_TABLE_NAME;\n        END IF;\n        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n        RETURN NEW;\n    ", hash='79d657ff384377f51a72f01796f5613fd5bdec09', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_krev_aktor_0dd7c', table='oppmote_legeerklaering', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='legeerklaering',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "oppmote_legeerklaeringevent" ("dokument_id", "fra", "fravaer_id", "id", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sak_id", "til", "versjon") VALUES (NEW."dokument_id", NEW."fra", NEW."fravaer_id", NEW."id", NEW."opprettet", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sak_id", NEW."til", NEW."versjon"); RETURN NULL;', hash='1d9335ad01c99e75c8a8cc309f823a3786a7c0b1', operation='INSERT', pgid='pgtrigger_insert_insert_9ab1d', table='oppmote_legeerklaering', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='legeerklaering',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "oppmote_legeerklaeringevent" ("dokument_id", "fra", "fravaer_id", "id", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sak_id", "til", "versjon") VALUES (NEW."dokument_id", NEW."fra", NEW."fravaer_id", NEW."id", NEW."opprettet", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."sak_id", NEW."til", NEW."versjon"); RETURN NULL;', hash='e539a4f77af8c40dfe219b63c28a5dc431c47f22', operation='UPDATE', pgid='pgtrigger_update_update_053c6', table='oppmote_legeerklaering', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='legeerklaering',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "oppmote_legeerklaeringevent" ("dokument_id", "fra", "fravaer_id", "id", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sak_id", "til", "versjon") VALUES (OLD."dokument_id", OLD."fra", OLD."fravaer_id", OLD."id", OLD."opprettet", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."sak_id", OLD."til", OLD."versjon"); RETURN NULL;', hash='89465beaf0e7c7e8dd691b10867acaeb34b3a363', operation='DELETE', pgid='pgtrigger_delete_delete_e7272', table='oppmote_legeerklaering', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='timeliste',
            constraint=models.UniqueConstraint(fields=('sak', 'maned'), name='en_timeliste_per_maned'),
        ),
        migrations.AddConstraint(
            model_name='timeliste',
            constraint=models.CheckConstraint(condition=models.Q(('maned__day', 1)), name='timeliste_maned_er_den_forste'),
        ),
        migrations.AddConstraint(
            model_name='timeliste',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('status', 'godkjent'), _negated=True), models.Q(('godkjent__isnull', False), ('godkjent_av__isnull', False)), _connector='OR'), name='godkjent_timeliste_har_hvem'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='timeliste',
            trigger=pgtrigger.compiler.Trigger(name='krev_aktor', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n        IF COALESCE(current_setting('pghistory.context_id', true), '') = '' THEN\n            RAISE EXCEPTION 'Endring i % uten aktor og arsak', TG_TABLE_NAME;\n        END IF;\n        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n        RETURN NEW;\n    ", hash='1c32da6fa4e7487bd3847617d5e9667da3ac76c6', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_krev_aktor_f7f6b', table='oppmote_timeliste', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='timeliste',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "oppmote_timelisteevent" ("godkjent", "godkjent_av_id", "id", "levert", "levert_av_id", "maned", "merknad", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "returgrunn", "sak_id", "status", "versjon") VALUES (NEW."godkjent", NEW."godkjent_av_id", NEW."id", NEW."levert", NEW."levert_av_id", NEW."maned", NEW."merknad", NEW."opprettet", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."returgrunn", NEW."sak_id", NEW."status", NEW."versjon"); RETURN NULL;', hash='3ce62757cfd775640beaa7abebe3a264fd37447f', operation='INSERT', pgid='pgtrigger_insert_insert_e978e', table='oppmote_timeliste', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='timeliste',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "oppmote_timelisteevent" ("godkjent", "godkjent_av_id", "id", "levert", "levert_av_id", "maned", "merknad", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "returgrunn", "sak_id", "status", "versjon") VALUES (NEW."godkjent", NEW."godkjent_av_id", NEW."id", NEW."levert", NEW."levert_av_id", NEW."maned", NEW."merknad", NEW."opprettet", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."returgrunn", NEW."sak_id", NEW."status", NEW."versjon"); RETURN NULL;', hash='80ae0fd62eb21e5204f808e6d4a2f35d9d8c0f75', operation='UPDATE', pgid='pgtrigger_update_update_50e7b', table='oppmote_timeliste', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='timeliste',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "oppmote_timelisteevent" ("godkjent", "godkjent_av_id", "id", "levert", "levert_av_id", "maned", "merknad", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "returgrunn", "sak_id", "status", "versjon") VALUES (OLD."godkjent", OLD."godkjent_av_id", OLD."id", OLD."levert", OLD."levert_av_id", OLD."maned", OLD."merknad", OLD."opprettet", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."returgrunn", OLD."sak_id", OLD."status", OLD."versjon"); RETURN NULL;', hash='d7bcf43b31ae7e20b441b3492ca60e280fd4e7de', operation='DELETE', pgid='pgtrigger_delete_delete_ee509', table='oppmote_timeliste', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='fravaer',
            constraint=models.CheckConstraint(condition=models.Q(('til__gte', models.F('fra'))), name='fravaer_periode'),
        ),
        migrations.AddConstraint(
            model_name='fravaer',
            constraint=models.CheckConstraint(condition=models.Q(('timer__isnull', True), models.Q(('timer__gte', 0), ('timer__lte', 24)), _connector='OR'), name='fravaer_timer'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='fravaer',
            trigger=pgtrigger.compiler.Trigger(name='bare_i_apen_timeliste', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF EXISTS (\n                SELECT 1 FROM oppmote_timeliste t WHERE t.status = 'godkjent'\n                AND t.id = CASE WHEN TG_OP = 'DELETE' THEN OLD.timeliste_id ELSE NEW.timeliste_id END\n            ) THEN\n                RAISE EXCEPTION 'timelisten er godkjent' USING ERRCODE = 'check_violation',\n                    CONSTRAINT = 'bare_i_apen_timeliste';\n            END IF;\n            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n            RETURN NEW;\n        ", hash='424e7c56976d0e11b64e241f9659f4b13498ce2c', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_bare_i_apen_timeliste_08228', table='oppmote_fravaer', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='fravaer',
            trigger=pgtrigger.compiler.Trigger(name='krev_aktor', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n        IF COALESCE(current_setting('pghistory.context_id', true), '') = '' THEN\n            RAISE EXCEPTION 'Endring i % uten aktor og arsak', TG_TABLE_NAME;\n        END IF;\n        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n        RETURN NEW;\n    ", hash='ba121d500d981407b68fe3357f2b2104789e9561', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_krev_aktor_aa662', table='oppmote_fravaer', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='fravaer',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "oppmote_fravaerevent" ("arsak", "barn_id", "fodt", "forklaring", "fra", "id", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sak_id", "termin", "til", "timeliste_id", "timer", "versjon") VALUES (NEW."arsak", NEW."barn_id", NEW."fodt", NEW."forklaring", NEW."fra", NEW."id", NEW."opprettet", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sak_id", NEW."termin", NEW."til", NEW."timeliste_id", NEW."timer", NEW."versjon"); RETURN NULL;', hash='0e4d05b294ffda9cfc4e86bd659fef806cc83a2e', operation='INSERT', pgid='pgtrigger_insert_insert_5feeb', table='oppmote_fravaer', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='fravaer',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "oppmote_fravaerevent" ("arsak", "barn_id", "fodt", "forklaring", "fra", "id", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sak_id", "termin", "til", "timeliste_id", "timer", "versjon") VALUES (NEW."arsak", NEW."barn_id", NEW."fodt", NEW."forklaring", NEW."fra", NEW."id", NEW."opprettet", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."sak_id", NEW."termin", NEW."til", NEW."timeliste_id", NEW."timer", NEW."versjon"); RETURN NULL;', hash='79077687d01c8bf6e7505fd741ececa8939bdb09', operation='UPDATE', pgid='pgtrigger_update_update_27a7b', table='oppmote_fravaer', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='fravaer',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "oppmote_fravaerevent" ("arsak", "barn_id", "fodt", "forklaring", "fra", "id", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sak_id", "termin", "til", "timeliste_id", "timer", "versjon") VALUES (OLD."arsak", OLD."barn_id", OLD."fodt", OLD."forklaring", OLD."fra", OLD."id", OLD."opprettet", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."sak_id", OLD."termin", OLD."til", OLD."timeliste_id", OLD."timer", OLD."versjon"); RETURN NULL;', hash='4e8997c0307276bd5c15b2fe573448009720d67b', operation='DELETE', pgid='pgtrigger_delete_delete_8391a', table='oppmote_fravaer', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='timelistedag',
            constraint=models.UniqueConstraint(fields=('timeliste', 'dato'), name='en_rad_per_dag'),
        ),
        migrations.AddConstraint(
            model_name='timelistedag',
            constraint=models.CheckConstraint(condition=models.Q(('planlagt__gte', 0), ('timer_arbeid__gte', 0), ('timer_program__gte', 0), ('timer_program__lte', django.db.models.expressions.CombinedExpression(models.Value(24), '-', models.F('timer_arbeid')))), name='dagen_har_24_timer'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='timelistedag',
            trigger=pgtrigger.compiler.Trigger(name='bare_i_apen_timeliste', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF EXISTS (\n                SELECT 1 FROM oppmote_timeliste t WHERE t.status = 'godkjent'\n                AND t.id = CASE WHEN TG_OP = 'DELETE' THEN OLD.timeliste_id ELSE NEW.timeliste_id END\n            ) THEN\n                RAISE EXCEPTION 'timelisten er godkjent' USING ERRCODE = 'check_violation',\n                    CONSTRAINT = 'bare_i_apen_timeliste';\n            END IF;\n            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n            RETURN NEW;\n        ", hash='333842faa297983dc3eb9829bdd54c342e4ce016', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_bare_i_apen_timeliste_d6162', table='oppmote_timelistedag', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='timelistedag',
            trigger=pgtrigger.compiler.Trigger(name='krev_aktor', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n        IF COALESCE(current_setting('pghistory.context_id', true), '') = '' THEN\n            RAISE EXCEPTION 'Endring i % uten aktor og arsak', TG_TABLE_NAME;\n        END IF;\n        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n        RETURN NEW;\n    ", hash='2efd581eda262ad9eb37cfc6eb00c8be26905eab', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_krev_aktor_b2a9f', table='oppmote_timelistedag', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='timelistedag',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "oppmote_timelistedagevent" ("dato", "id", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planlagt", "sak_id", "timeliste_id", "timer_arbeid", "timer_program", "versjon") VALUES (OLD."dato", OLD."id", OLD."opprettet", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."planlagt", OLD."sak_id", OLD."timeliste_id", OLD."timer_arbeid", OLD."timer_program", OLD."versjon"); RETURN NULL;', hash='a8a2f17a67e185df84a980a50775da41b74e4a1a', operation='UPDATE', pgid='pgtrigger_update_update_7ea4e', table='oppmote_timelistedag', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='timelistedag',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "oppmote_timelistedagevent" ("dato", "id", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planlagt", "sak_id", "timeliste_id", "timer_arbeid", "timer_program", "versjon") VALUES (OLD."dato", OLD."id", OLD."opprettet", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."planlagt", OLD."sak_id", OLD."timeliste_id", OLD."timer_arbeid", OLD."timer_program", OLD."versjon"); RETURN NULL;', hash='b1e0c2cfb16cf1b0cca0af41b634ff2a7e46d406', operation='DELETE', pgid='pgtrigger_delete_delete_7a331', table='oppmote_timelistedag', when='AFTER')),
        ),
    ]
