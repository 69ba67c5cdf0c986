import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('logg', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='hendelse',
            name='bruker',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='sporing',
            name='bruker',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddIndex(
            model_name='hendelse',
            index=models.Index(fields=['sak_id', '-tid', '-id'], name='hendelse_sak'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='hendelse',
            trigger=pgtrigger.compiler.Trigger(name='kun_tillegg', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='3b8fed1d2d41139c440cc06fb4dc72b31c40c58c', operation='UPDATE OR DELETE', pgid='pgtrigger_kun_tillegg_efe53', table='logg_hendelse', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='sporing',
            index=models.Index(fields=['person_id', '-tid'], name='sporing_person'),
        ),
        migrations.AddIndex(
            model_name='sporing',
            index=models.Index(fields=['bruker', '-tid'], name='sporing_bruker'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='sporing',
            trigger=pgtrigger.compiler.Trigger(name='kun_tillegg', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='13c0d7f0df2a5ae03497111d2c58a21379af609d', operation='UPDATE OR DELETE', pgid='pgtrigger_kun_tillegg_bf2e1', table='logg_sporing', when='BEFORE')),
        ),
    ]
