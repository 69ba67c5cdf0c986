import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('kartlegging', '0002_initial'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('sak', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='arbeidsevnevurdering',
            name='sak',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='arbeidsevnevurderinger', to='sak.sak'),
        ),
        migrations.AddField(
            model_name='arbeidsevnevurderingevent',
            name='ferdigstilt_av',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='arbeidsevnevurderingevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='arbeidsevnevurderingevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='kartlegging.arbeidsevnevurdering'),
        ),
        migrations.AddField(
            model_name='arbeidsevnevurderingevent',
            name='sak',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='sak.sak'),
        ),
        migrations.AddField(
            model_name='kilde',
            name='sak',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sak.sak'),
        ),
        migrations.AddField(
            model_name='kilde',
            name='vurdering',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='kilder', to='kartlegging.arbeidsevnevurdering'),
        ),
        migrations.AddField(
            model_name='kildeevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='kildeevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='kartlegging.kilde'),
        ),
        migrations.AddField(
            model_name='kildeevent',
            name='sak',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='sak.sak'),
        ),
        migrations.AddField(
            model_name='kildeevent',
            name='vurdering',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='kartlegging.arbeidsevnevurdering'),
        ),
        migrations.AddConstraint(
            model_name='arbeidsevnevurdering',
            constraint=models.UniqueConstraint(fields=('sak', 'nummer'), name='aev_nummer_unikt'),
        ),
        migrations.AddConstraint(
            model_name='arbeidsevnevurdering',
            constraint=models.UniqueConstraint(condition=models.Q(('status', 'utkast')), fields=('sak',), name='ett_aev_utkast_per_sak'),
        ),
        migrations.AddConstraint(
            model_name='arbeidsevnevurdering',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('status', 'fullfort'), _negated=True), ('ferdigstilt__isnull', False), _connector='OR'), name='fullfort_aev_har_dato'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='arbeidsevnevurdering',
            trigger=pgtrigger.compiler.Trigger(name='fullfort_er_frosset', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."status" = \'fullfort\')', func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='b7ee544f7fab74289301a6fef8445ffb8d316bbb', operation='UPDATE OR DELETE', pgid='pgtrigger_fullfort_er_frosset_28778', table='kartlegging_arbeidsevnevurdering', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='arbeidsevnevurdering',
            trigger=pgtrigger.compiler.Trigger(name='krev_aktor', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n        IF COALESCE(current_setting('pghistory.context_id', true), '') = '' THEN\n            RAISE EXCEPTION 'Endring i % uten aktor og arsak', TG_TABLE_NAME;\n        END IF;\n        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n        RETURN NEW;\n    ", hash='a0713507402725c8f929bc49c95895eeded0113f', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_krev_aktor_4412e', table='kartlegging_arbeidsevnevurdering', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='arbeidsevnevurdering',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "kartlegging_arbeidsevnevurderingevent" ("brukers_syn", "deltaker_a", "deltaker_b", "deltaker_c", "deltaker_d", "deltaker_e", "deltaker_levert", "ferdigstilt", "ferdigstilt_av_id", "gjenbrukt", "hindringer", "id", "innsatsgruppe", "intern_vurdering", "motivasjon", "nummer", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "punkt_a", "punkt_b", "punkt_c", "punkt_d", "punkt_e", "ressurser", "sak_id", "status", "utfort_av", "versjon") VALUES (NEW."brukers_syn", NEW."deltaker_a", NEW."deltaker_b", NEW."deltaker_c", NEW."deltaker_d", NEW."deltaker_e", NEW."deltaker_levert", NEW."ferdigstilt", NEW."ferdigstilt_av_id", NEW."gjenbrukt", NEW."hindringer", NEW."id", NEW."innsatsgruppe", NEW."intern_vurdering", NEW."motivasjon", NEW."nummer", NEW."opprettet", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."punkt_a", NEW."punkt_b", NEW."punkt_c", NEW."punkt_d", NEW."punkt_e", NEW."ressurser", NEW."sak_id", NEW."status", NEW."utfort_av", NEW."versjon"); RETURN NULL;', hash='fdb2599c158ac45ca5e547d9f43d8509cd0a7563', operation='INSERT', pgid='pgtrigger_insert_insert_3036c', table='kartlegging_arbeidsevnevurdering', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='arbeidsevnevurdering',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "kartlegging_arbeidsevnevurderingevent" ("brukers_syn", "deltaker_a", "deltaker_b", "deltaker_c", "deltaker_d", "deltaker_e", "deltaker_levert", "ferdigstilt", "ferdigstilt_av_id", "gjenbrukt", "hindringer", "id", "innsatsgruppe", "intern_vurdering", "motivasjon", "nummer", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "punkt_a", "punkt_b", "punkt_c", "punkt_d", "punkt_e", "ressurser", "sak_id", "status", "utfort_av", "versjon") VALUES (NEW."brukers_syn", NEW."deltaker_a", NEW."deltaker_b", NEW."deltaker_c", NEW."deltaker_d", NEW."deltaker_e", NEW."deltaker_levert", NEW."ferdigstilt", NEW."ferdigstilt_av_id", NEW."gjenbrukt", NEW."hindringer", NEW."id", NEW."innsatsgruppe", NEW."intern_vurdering", NEW."motivasjon", NEW."nummer", NEW."opprettet", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."punkt_a", NEW."punkt_b", NEW."punkt_c", NEW."punkt_d", NEW."punkt_e", NEW."ressurser", NEW."sak_id", NEW."status", NEW."utfort_av", NEW."versjon"); RETURN NULL;', hash='02752d1b4ffb755c2cf84c82a6c0b2b8a0b6cc40', operation='UPDATE', pgid='pgtrigger_update_update_834ea', table='kartlegging_arbeidsevnevurdering', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='arbeidsevnevurdering',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "kartlegging_arbeidsevnevurderingevent" ("brukers_syn", "deltaker_a", "deltaker_b", "deltaker_c", "deltaker_d", "deltaker_e", "deltaker_levert", "ferdigstilt", "ferdigstilt_av_id", "gjenbrukt", "hindringer", "id", "innsatsgruppe", "intern_vurdering", "motivasjon", "nummer", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "punkt_a", "punkt_b", "punkt_c", "punkt_d", "punkt_e", "ressurser", "sak_id", "status", "utfort_av", "versjon") VALUES (OLD."brukers_syn", OLD."deltaker_a", OLD."deltaker_b", OLD."deltaker_c", OLD."deltaker_d", OLD."deltaker_e", OLD."deltaker_levert", OLD."ferdigstilt", OLD."ferdigstilt_av_id", OLD."gjenbrukt", OLD."hindringer", OLD."id", OLD."innsatsgruppe", OLD."intern_vurdering", OLD."motivasjon", OLD."nummer", OLD."opprettet", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."punkt_a", OLD."punkt_b", OLD."punkt_c", OLD."punkt_d", OLD."punkt_e", OLD."ressurser", OLD."sak_id", OLD."status", OLD."utfort_av", OLD."versjon"); RETURN NULL;', hash='a8fd3755f8d4b2e47d260f41ba003b193ac96ff0', operation='DELETE', pgid='pgtrigger_delete_delete_6199a', table='kartlegging_arbeidsevnevurdering', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='kilde',
            trigger=pgtrigger.compiler.Trigger(name='krev_aktor', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n        IF COALESCE(current_setting('pghistory.context_id', true), '') = '' THEN\n            RAISE EXCEPTION 'Endring i % uten aktor og arsak', TG_TABLE_NAME;\n        END IF;\n        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n        RETURN NEW;\n    ", hash='6fdc3b46be0ccf0cf8b5e98d4381cc5ed9e9ad69', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_krev_aktor_7b91e', table='kartlegging_kilde', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='kilde',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "kartlegging_kildeevent" ("beskrivelse", "dato", "id", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sak_id", "samtykke", "type", "versjon", "vurdering_id") VALUES (NEW."beskrivelse", NEW."dato", NEW."id", NEW."opprettet", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sak_id", NEW."samtykke", NEW."type", NEW."versjon", NEW."vurdering_id"); RETURN NULL;', hash='563b8ae4367ce789ce813970ddc4fc6a076b7be6', operation='INSERT', pgid='pgtrigger_insert_insert_ef367', table='kartlegging_kilde', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='kilde',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "kartlegging_kildeevent" ("beskrivelse", "dato", "id", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sak_id", "samtykke", "type", "versjon", "vurdering_id") VALUES (NEW."beskrivelse", NEW."dato", NEW."id", NEW."opprettet", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."sak_id", NEW."samtykke", NEW."type", NEW."versjon", NEW."vurdering_id"); RETURN NULL;', hash='9aea728385bbe9649871f4fc7ef6914e8d3b6938', operation='UPDATE', pgid='pgtrigger_update_update_243d6', table='kartlegging_kilde', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='kilde',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "kartlegging_kildeevent" ("beskrivelse", "dato", "id", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sak_id", "samtykke", "type", "versjon", "vurdering_id") VALUES (OLD."beskrivelse", OLD."dato", OLD."id", OLD."opprettet", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."sak_id", OLD."samtykke", OLD."type", OLD."versjon", OLD."vurdering_id"); RETURN NULL;', hash='7cc9ab1f29e5cf72b4efe01ff5d1a378cd1394a3', operation='DELETE', pgid='pgtrigger_delete_delete_e659f', table='kartlegging_kilde', when='AFTER')),
        ),
    ]
