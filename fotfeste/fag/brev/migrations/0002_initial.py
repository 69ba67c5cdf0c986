import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('brev', '0001_initial'),
        ('dokument', '0001_initial'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('sak', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='brev',
            name='sak',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='brev', to='sak.sak'),
        ),
        migrations.AddField(
            model_name='brevevent',
            name='dokument',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='dokument.dokument'),
        ),
        migrations.AddField(
            model_name='brevevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='brevevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='brev.brev'),
        ),
        migrations.AddField(
            model_name='brevevent',
            name='sak',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='sak.sak'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='brev',
            trigger=pgtrigger.compiler.Trigger(name='krev_aktor', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n        IF COALESCE(current_setting('pghistory.context_id', true), '') = '' THEN\n            RAISE EXCEPTION 'Endring i % uten aktor og arsak', TG_TABLE_NAME;\n        END IF;\n        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n        RETURN NEW;\n    ", hash='335fb572d56e5d86f325450c92c2c8ee6dd70f8d', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_krev_aktor_a23cf', table='brev_brev', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='brev',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "brev_brevevent" ("apnet", "dokument_id", "id", "innhold", "mal", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sak_id", "sendt", "tittel", "versjon") VALUES (NEW."apnet", NEW."dokument_id", NEW."id", NEW."innhold", NEW."mal", NEW."opprettet", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sak_id", NEW."sendt", NEW."tittel", NEW."versjon"); RETURN NULL;', hash='9a228568273486c16055413e9c235769f2d5af69', operation='INSERT', pgid='pgtrigger_insert_insert_3ebcd', table='brev_brev', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='brev',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "brev_brevevent" ("apnet", "dokument_id", "id", "innhold", "mal", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sak_id", "sendt", "tittel", "versjon") VALUES (NEW."apnet", NEW."dokument_id", NEW."id", NEW."innhold", NEW."mal", NEW."opprettet", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."sak_id", NEW."sendt", NEW."tittel", NEW."versjon"); RETURN NULL;', hash='c75bf98a6a4dc8219ce8972bfe90a6bcf35cc5c6', operation='UPDATE', pgid='pgtrigger_update_update_acfec', table='brev_brev', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='brev',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "brev_brevevent" ("apnet", "dokument_id", "id", "innhold", "mal", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sak_id", "sendt", "tittel", "versjon") VALUES (OLD."apnet", OLD."dokument_id", OLD."id", OLD."innhold", OLD."mal", OLD."opprettet", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."sak_id", OLD."sendt", OLD."tittel", OLD."versjon"); RETURN NULL;', hash='5383df16fca66281c4f46e9761b58183c3db576f', operation='DELETE', pgid='pgtrigger_delete_delete_ea217', table='brev_brev', when='AFTER')),
        ),
    ]
