import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('oppfolging', '0001_initial'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('sak', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='avslutning',
            name='sak',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='avslutning', to='sak.sak'),
        ),
        migrations.AddField(
            model_name='avslutningevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='avslutningevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='oppfolging.avslutning'),
        ),
        migrations.AddField(
            model_name='avslutningevent',
            name='sak',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='sak.sak'),
        ),
        migrations.AddField(
            model_name='kontakt',
            name='av',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='kontakt',
            name='sak',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='kontakter', to='sak.sak'),
        ),
        migrations.AddField(
            model_name='kontaktevent',
            name='av',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='kontaktevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='kontaktevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='oppfolging.kontakt'),
        ),
        migrations.AddField(
            model_name='kontaktevent',
            name='sak',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='sak.sak'),
        ),
        migrations.AddConstraint(
            model_name='avslutning',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('mate', 'fullfort_eller_etter_avtale'), _negated=True), models.Q(('viktigste_inntekt', ''), _negated=True), _connector='OR'), name='fullfort_har_viktigste_inntekt'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='avslutning',
            trigger=pgtrigger.compiler.Trigger(name='krev_aktor', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n        IF COALESCE(current_setting('pghistory.context_id', true), '') = '' THEN\n            RAISE EXCEPTION 'Endring i % uten aktor og arsak', TG_TABLE_NAME;\n        END IF;\n        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n        RETURN NEW;\n    ", hash='218a2c2b00eaf4ecc30ff075c42501f7b5bc776a', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_krev_aktor_a825e', table='oppfolging_avslutning', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='avslutning',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "oppfolging_avslutningevent" ("dato", "deltakerbevis", "id", "mate", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sak_id", "situasjon", "versjon", "viktigste_inntekt") VALUES (NEW."dato", NEW."deltakerbevis", NEW."id", NEW."mate", NEW."opprettet", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sak_id", NEW."situasjon", NEW."versjon", NEW."viktigste_inntekt"); RETURN NULL;', hash='aec53bbcd4c9247482f7f0982ed0abd79cdff65c', operation='INSERT', pgid='pgtrigger_insert_insert_ed045', table='oppfolging_avslutning', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='avslutning',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "oppfolging_avslutningevent" ("dato", "deltakerbevis", "id", "mate", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sak_id", "situasjon", "versjon", "viktigste_inntekt") VALUES (NEW."dato", NEW."deltakerbevis", NEW."id", NEW."mate", NEW."opprettet", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."sak_id", NEW."situasjon", NEW."versjon", NEW."viktigste_inntekt"); RETURN NULL;', hash='8497b3ac97a2cf467f51391426f265fdbf441d0e', operation='UPDATE', pgid='pgtrigger_update_update_15a6a', table='oppfolging_avslutning', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='avslutning',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "oppfolging_avslutningevent" ("dato", "deltakerbevis", "id", "mate", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sak_id", "situasjon", "versjon", "viktigste_inntekt") VALUES (OLD."dato", OLD."deltakerbevis", OLD."id", OLD."mate", OLD."opprettet", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."sak_id", OLD."situasjon", OLD."versjon", OLD."viktigste_inntekt"); RETURN NULL;', hash='b8d485c210d530e6852cd27b3070ecdc54a7c91c', operation='DELETE', pgid='pgtrigger_delete_delete_942d7', table='oppfolging_avslutning', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='kontakt',
            trigger=pgtrigger.compiler.Trigger(name='krev_aktor', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n        IF COALESCE(current_setting('pghistory.context_id', true), '') = '' THEN\n            RAISE EXCEPTION 'Endring i % uten aktor og arsak', TG_TABLE_NAME;\n        END IF;\n        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n        RETURN NEW;\n    ", hash='11b3d56084cbcddcefaf67352c82c7c2f764934f', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_krev_aktor_68194', table='oppfolging_kontakt', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='kontakt',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "oppfolging_kontaktevent" ("av_id", "dato", "id", "initiativ", "kanal", "notat", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "resultat", "sak_id", "tolk", "versjon") VALUES (NEW."av_id", NEW."dato", NEW."id", NEW."initiativ", NEW."kanal", NEW."notat", NEW."opprettet", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."resultat", NEW."sak_id", NEW."tolk", NEW."versjon"); RETURN NULL;', hash='a7208d3a08290a469d2b0d7f264dcb77a9504dcf', operation='INSERT', pgid='pgtrigger_insert_insert_d324e', table='oppfolging_kontakt', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='kontakt',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "oppfolging_kontaktevent" ("av_id", "dato", "id", "initiativ", "kanal", "notat", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "resultat", "sak_id", "tolk", "versjon") VALUES (NEW."av_id", NEW."dato", NEW."id", NEW."initiativ", NEW."kanal", NEW."notat", NEW."opprettet", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."resultat", NEW."sak_id", NEW."tolk", NEW."versjon"); RETURN NULL;', hash='530d346386bb809ed3aa3d5fee1ad22a4f0eee12', operation='UPDATE', pgid='pgtrigger_update_update_af69a', table='oppfolging_kontakt', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='kontakt',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "oppfolging_kontaktevent" ("av_id", "dato", "id", "initiativ", "kanal", "notat", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "resultat", "sak_id", "tolk", "versjon") VALUES (OLD."av_id", OLD."dato", OLD."id", OLD."initiativ", OLD."kanal", OLD."notat", OLD."opprettet", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."resultat", OLD."sak_id", OLD."tolk", OLD."versjon"); RETURN NULL;', hash='d6d595b8e2f27abb50edb7dd237c7607da1da795', operation='DELETE', pgid='pgtrigger_delete_delete_30f49', table='oppfolging_kontakt', when='AFTER')),
        ),
    ]
