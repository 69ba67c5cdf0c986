import django.contrib.postgres.constraints
import django.contrib.postgres.fields
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
        ('dokument', '0001_initial'),
        ('kartlegging', '0003_initial'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('sak', '0001_initial'),
        ('soknad', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Melding',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('tekst', models.TextField()),
                ('av', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('sak', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sak.sak')),
            ],
            options={
                'ordering': ['opprettet'],
            },
        ),
        migrations.CreateModel(
            name='Retur',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('arsak', models.CharField(choices=[('mangelfull_begrunnelse', 'Begrunnelsen mangler noe'), ('manglende_utredning', 'Saken er ikke godt nok opplyst'), ('feil_lovanvendelse', 'Loven er brukt feil'), ('ikke_individuell', 'Ikke konkret om denne personen'), ('feil_i_periode', 'Datoene stemmer ikke'), ('skrivefeil', 'Skrivefeil eller uklart språk'), ('annet', 'Annet')], max_length=30)),
                ('gjelder', models.CharField(blank=True, max_length=40)),
                ('tekst', models.TextField()),
                ('av', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('sak', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sak.sak')),
            ],
            options={
                'ordering': ['opprettet'],
            },
        ),
        migrations.CreateModel(
            name='Vedtak',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('type', models.CharField(choices=[('innvilgelse', 'Innvilgelse av program'), ('avslag', 'Avslag på program'), ('forlengelse', 'Forlengelse'), ('saerlig_forlengelse', 'Forlengelse av særlige grunner'), ('avbrudd', 'Pause i programmet'), ('gjenopptak', 'Programmet tas opp igjen'), ('avslutning', 'Avslutning av programmet'), ('endring', 'Endring')], max_length=20)),
                ('status', models.CharField(choices=[('utkast', 'Forberedes'), ('til_beslutning', 'Hos beslutter'), ('returnert', 'Sendt tilbake'), ('fattet', 'Fattet'), ('forkastet', 'Lagt bort')], default='utkast', max_length=15)),
                ('fra', models.DateField(blank=True, null=True)),
                ('til', models.DateField(blank=True, null=True)),
                ('sendt', models.DateTimeField(blank=True, null=True)),
                ('dato', models.DateField(blank=True, null=True)),
                ('begrunnelse_regler', models.TextField(blank=True)),
                ('begrunnelse_fakta', models.TextField(blank=True)),
                ('begrunnelse_hensyn', models.TextField(blank=True)),
                ('avslagsgrunn', models.CharField(blank=True, choices=[('alder', 'alder'), ('arbeidsevne', 'arbeidsevne'), ('inntektsevne', 'inntektsevne'), ('andre_ytelser', 'andre_ytelser'), ('ikke_hensiktsmessig_eller_nodvendig', 'ikke_hensiktsmessig_eller_nodvendig'), ('uforholdsmessig_byrde', 'uforholdsmessig_byrde'), ('ikke_rett_pga_opphold', 'ikke_rett_pga_opphold')], max_length=50)),
                ('avslutningsmate', models.CharField(blank=True, choices=[('fullfort_eller_etter_avtale', 'Fullført, eller avsluttet etter avtale'), ('uteblivelse', 'Varig uteblivelse'), ('flyttet_kommune', 'Flyttet til en annen kommune'), ('flyttet_bydel', 'Flyttet til en annen bydel'), ('etter_avbrudd', 'Avsluttet etter pause')], max_length=30)),
                ('situasjon', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('ordinaert_arbeid', 'Ordinært arbeid'), ('arbeid_lonnstilskudd', 'Arbeid med lønnstilskudd'), ('arbeidsmarkedstiltak', 'Arbeidsmarkedstiltak i statlig regi'), ('skole', 'Skole eller utdanning'), ('ufore', 'Uføretrygd'), ('aap', 'Arbeidsavklaringspenger'), ('sosialhjelp_i_pavente', 'Sosialhjelp i påvente av annen ytelse'), ('sosialhjelp', 'Sosialhjelp'), ('annet', 'Annet'), ('ukjent', 'Ukjent')], max_length=25), blank=True, default=list, size=None)),
                ('viktigste_inntekt', models.CharField(blank=True, choices=[('ordinaert_arbeid', 'Ordinært arbeid'), ('arbeid_lonnstilskudd', 'Arbeid med lønnstilskudd'), ('arbeidsmarkedstiltak', 'Arbeidsmarkedstiltak i statlig regi'), ('skole', 'Skole eller utdanning'), ('ufore', 'Uføretrygd'), ('aap', 'Arbeidsavklaringspenger'), ('sosialhjelp_i_pavente', 'Sosialhjelp i påvente av annen ytelse'), ('sosialhjelp', 'Sosialhjelp'), ('annet', 'Annet'), ('ukjent', 'Ukjent')], max_length=25)),
                ('deltakerbevis', models.DateField(blank=True, null=True)),
                ('forbehold_fravaer', models.BooleanField(default=True)),
                ('forhandsvarsel', models.DateField(blank=True, null=True)),
                ('underrettet', models.DateField(blank=True, null=True)),
                ('muntlig_forklart', models.DateField(blank=True, null=True)),
                ('frosset', models.JSONField(blank=True, null=True)),
                ('innlest', models.BooleanField(default=False)),
                ('aev', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='vedtak', to='kartlegging.arbeidsevnevurdering')),
                ('beslutter', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('brev', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='dokument.dokument')),
                ('sak', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='vedtak', to='sak.sak')),
                ('saksbehandler', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('soknad', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='vedtak', to='soknad.soknad')),
            ],
            options={
                'ordering': ['dato', 'opprettet'],
            },
        ),
        migrations.CreateModel(
            name='ReturEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('arsak', models.CharField(choices=[('mangelfull_begrunnelse', 'Begrunnelsen mangler noe'), ('manglende_utredning', 'Saken er ikke godt nok opplyst'), ('feil_lovanvendelse', 'Loven er brukt feil'), ('ikke_individuell', 'Ikke konkret om denne personen'), ('feil_i_periode', 'Datoene stemmer ikke'), ('skrivefeil', 'Skrivefeil eller uklart språk'), ('annet', 'Annet')], max_length=30)),
                ('gjelder', models.CharField(blank=True, max_length=40)),
                ('tekst', models.TextField()),
                ('av', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='vedtak.retur')),
                ('sak', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='sak.sak')),
                ('vedtak', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='vedtak.vedtak')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='retur',
            name='vedtak',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='returer', to='vedtak.vedtak'),
        ),
        migrations.CreateModel(
            name='MeldingEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('tekst', models.TextField()),
                ('av', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='vedtak.melding')),
                ('sak', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='sak.sak')),
                ('vedtak', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='vedtak.vedtak')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='melding',
            name='vedtak',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='meldinger', to='vedtak.vedtak'),
        ),
        migrations.CreateModel(
            name='VedtakEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('type', models.CharField(choices=[('innvilgelse', 'Innvilgelse av program'), ('avslag', 'Avslag på program'), ('forlengelse', 'Forlengelse'), ('saerlig_forlengelse', 'Forlengelse av særlige grunner'), ('avbrudd', 'Pause i programmet'), ('gjenopptak', 'Programmet tas opp igjen'), ('avslutning', 'Avslutning av programmet'), ('endring', 'Endring')], max_length=20)),
                ('status', models.CharField(choices=[('utkast', 'Forberedes'), ('til_beslutning', 'Hos beslutter'), ('returnert', 'Sendt tilbake'), ('fattet', 'Fattet'), ('forkastet', 'Lagt bort')], default='utkast', max_length=15)),
                ('fra', models.DateField(blank=True, null=True)),
                ('til', models.DateField(blank=True, null=True)),
                ('sendt', models.DateTimeField(blank=True, null=True)),
                ('dato', models.DateField(blank=True, null=True)),
                ('begrunnelse_regler', models.TextField(blank=True)),
                ('begrunnelse_fakta', models.TextField(blank=True)),
                ('begrunnelse_hensyn', models.TextField(blank=True)),
                ('avslagsgrunn', models.CharField(blank=True, choices=[('alder', 'alder'), ('arbeidsevne', 'arbeidsevne'), ('inntektsevne', 'inntektsevne'), ('andre_ytelser', 'andre_ytelser'), ('ikke_hensiktsmessig_eller_nodvendig', 'ikke_hensiktsmessig_eller_nodvendig'), ('uforholdsmessig_byrde', 'uforholdsmessig_byrde'), ('ikke_rett_pga_opphold', 'ikke_rett_pga_opphold')], max_length=50)),
                ('avslutningsmate', models.CharField(blank=True, choices=[('fullfort_eller_etter_avtale', 'Fullført, eller avsluttet etter avtale'), ('uteblivelse', 'Varig uteblivelse'), ('flyttet_kommune', 'Flyttet til en annen kommune'), ('flyttet_bydel', 'Flyttet til en annen bydel'), ('etter_avbrudd', 'Avsluttet etter pause')], max_length=30)),
                ('situasjon', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('ordinaert_arbeid', 'Ordinært arbeid'), ('arbeid_lonnstilskudd', 'Arbeid med lønnstilskudd'), ('arbeidsmarkedstiltak', 'Arbeidsmarkedstiltak i statlig regi'), ('skole', 'Skole eller utdanning'), ('ufore', 'Uføretrygd'), ('aap', 'Arbeidsavklaringspenger'), ('sosialhjelp_i_pavente', 'Sosialhjelp i påvente av annen ytelse'), ('sosialhjelp', 'Sosialhjelp'), ('annet', 'Annet'), ('ukjent', 'Ukjent')], max_length=25), blank=True, default=list, size=None)),
                ('viktigste_inntekt', models.CharField(blank=True, choices=[('ordinaert_arbeid', 'Ordinært arbeid'), ('arbeid_lonnstilskudd', 'Arbeid med lønnstilskudd'), ('arbeidsmarkedstiltak', 'Arbeidsmarkedstiltak i statlig regi'), ('skole', 'Skole eller utdanning'), ('ufore', 'Uføretrygd'), ('aap', 'Arbeidsavklaringspenger'), ('sosialhjelp_i_pavente', 'Sosialhjelp i påvente av annen ytelse'), ('sosialhjelp', 'Sosialhjelp'), ('annet', 'Annet'), ('ukjent', 'Ukjent')], max_length=25)),
                ('deltakerbevis', models.DateField(blank=True, null=True)),
                ('forbehold_fravaer', models.BooleanField(default=True)),
                ('forhandsvarsel', models.DateField(blank=True, null=True)),
                ('underrettet', models.DateField(blank=True, null=True)),
                ('muntlig_forklart', models.DateField(blank=True, null=True)),
                ('frosset', models.JSONField(blank=True, null=True)),
                ('innlest', models.BooleanField(default=False)),
                ('aev', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='kartlegging.arbeidsevnevurdering')),
                ('beslutter', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('brev', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='dokument.dokument')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='vedtak.vedtak')),
                ('sak', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='sak.sak')),
                ('saksbehandler', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('soknad', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='soknad.soknad')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Vilkarsvurdering',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('kode', models.CharField(choices=[('alder', 'alder'), ('arbeidsevne', 'arbeidsevne'), ('inntektsevne', 'inntektsevne'), ('ytelser', 'ytelser'), ('aev', 'aev'), ('hensiktsmessig_og_nodvendig', 'hensiktsmessig_og_nodvendig')], max_length=40)),
                ('utfall', models.CharField(choices=[('oppfylt', 'oppfylt'), ('ikke_oppfylt', 'ikke_oppfylt'), ('ikke_vurdert', 'ikke_vurdert')], default='ikke_vurdert', max_length=15)),
                ('forslag', models.CharField(blank=True, choices=[('oppfylt', 'oppfylt'), ('ikke_oppfylt', 'ikke_oppfylt'), ('ikke_vurdert', 'ikke_vurdert')], max_length=15)),
                ('kilde', models.CharField(blank=True, max_length=200)),
                ('fakta', models.TextField(blank=True)),
                ('begrunnelse', models.TextField(blank=True)),
                ('sak', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sak.sak')),
                ('vedtak', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='vilkar', to='vedtak.vedtak')),
            ],
        ),
        migrations.CreateModel(
            name='VilkarsvurderingEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('kode', models.CharField(choices=[('alder', 'alder'), ('arbeidsevne', 'arbeidsevne'), ('inntektsevne', 'inntektsevne'), ('ytelser', 'ytelser'), ('aev', 'aev'), ('hensiktsmessig_og_nodvendig', 'hensiktsmessig_og_nodvendig')], max_length=40)),
                ('utfall', models.CharField(choices=[('oppfylt', 'oppfylt'), ('ikke_oppfylt', 'ikke_oppfylt'), ('ikke_vurdert', 'ikke_vurdert')], default='ikke_vurdert', max_length=15)),
                ('forslag', models.CharField(blank=True, choices=[('oppfylt', 'oppfylt'), ('ikke_oppfylt', 'ikke_oppfylt'), ('ikke_vurdert', 'ikke_vurdert')], max_length=15)),
                ('kilde', models.CharField(blank=True, max_length=200)),
                ('fakta', models.TextField(blank=True)),
                ('begrunnelse', models.TextField(blank=True)),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='vedtak.vilkarsvurdering')),
                ('sak', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='sak.sak')),
                ('vedtak', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='vedtak.vedtak')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddConstraint(
            model_name='vedtak',
            constraint=models.UniqueConstraint(condition=models.Q(('status__in', ['returnert', 'til_beslutning', 'utkast'])), fields=('sak',), name='ett_apent_vedtak_per_sak'),
        ),
        migrations.AddConstraint(
            model_name='vedtak',
            constraint=models.CheckConstraint(condition=models.Q(('innlest', True), ('beslutter__isnull', True), models.Q(('beslutter', models.F('saksbehandler')), _negated=True), _connector='OR'), name='vedtak_fire_oyne'),
        ),
        migrations.AddConstraint(
            model_name='vedtak',
            constraint=models.CheckConstraint(condition=models.Q(('innlest', True), models.Q(('status', 'fattet'), _negated=True), models.Q(('beslutter__isnull', False), ('brev__isnull', False), ('dato__isnull', False), ('frosset__isnull', False)), _connector='OR'), name='fattet_vedtak_er_helt'),
        ),
        migrations.AddConstraint(
            model_name='vedtak',
            constraint=models.CheckConstraint(condition=models.Q(('til__isnull', True), ('fra__isnull', True), ('til__gte', models.F('fra')), _connector='OR'), name='vedtak_periode'),
        ),
        migrations.AddConstraint(
            model_name='vedtak',
            constraint=models.CheckConstraint(condition=models.Q(('innlest', True), models.Q(('status', 'fattet'), _negated=True), models.Q(('type__in', ['forlengelse', 'innvilgelse', 'saerlig_forlengelse']), _negated=True), models.Q(('fra__isnull', False), ('til__isnull', False), ('til__lt', models.Func(models.F('fra'), output_field=models.DateTimeField(), template="(%(expressions)s + interval '1 year')"))), _connector='OR'), name='vedtak_hoyst_tolv_maneder'),
        ),
        migrations.AddConstraint(
            model_name='vedtak',
            constraint=models.CheckConstraint(condition=models.Q(('innlest', True), models.Q(('status', 'fattet'), _negated=True), models.Q(('type', 'avslag'), _negated=True), models.Q(('avslagsgrunn', ''), _negated=True), _connector='OR'), name='avslag_har_grunn'),
        ),
        migrations.AddConstraint(
            model_name='vedtak',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('innlest', False), ('status', 'fattet'), ('type__in', ['forlengelse', 'innvilgelse', 'saerlig_forlengelse'])), expressions=[('sak', '='), (fotfeste.grunnmur.organisasjon.models.Datoperiode(models.F('fra'), models.F('til'), models.Value('[]')), '&&')], name='vedtaksperioder_uten_overlapp'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='vedtak',
            trigger=pgtrigger.compiler.Trigger(name='innvilgelse_krever_aev', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NOT NEW."innlest" AND NEW."type" = \'innvilgelse\' AND NOT (NEW."status" = \'forkastet\'))', func="\n        IF NOT EXISTS (\n            SELECT 1 FROM kartlegging_arbeidsevnevurdering a\n            WHERE a.id = NEW.aev_id AND a.sak_id = NEW.sak_id AND a.status = 'fullfort'\n              AND a.ferdigstilt <= COALESCE(NEW.dato, a.ferdigstilt)\n        ) THEN\n            RAISE EXCEPTION 'innvilgelse_krever_aev' USING ERRCODE = 'check_violation',\n                CONSTRAINT = 'innvilgelse_krever_aev';\n        END IF;\n        RETURN NEW;\n    ", hash='77005f843135f2bbb5ed62317b90adeefa72f4fa', operation='INSERT OR UPDATE', pgid='pgtrigger_innvilgelse_krever_aev_88cc1', table='vedtak_vedtak', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='vedtak',
            trigger=pgtrigger.compiler.Trigger(name='fattet_er_frosset', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."status" = \'fattet\' AND (OLD."fra" IS DISTINCT FROM (NEW."fra") OR OLD."til" IS DISTINCT FROM (NEW."til") OR OLD."dato" IS DISTINCT FROM (NEW."dato") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."beslutter_id" IS DISTINCT FROM (NEW."beslutter_id") OR OLD."brev_id" IS DISTINCT FROM (NEW."brev_id") OR OLD."frosset" IS DISTINCT FROM (NEW."frosset") OR OLD."begrunnelse_regler" IS DISTINCT FROM (NEW."begrunnelse_regler") OR OLD."begrunnelse_fakta" IS DISTINCT FROM (NEW."begrunnelse_fakta") OR OLD."begrunnelse_hensyn" IS DISTINCT FROM (NEW."begrunnelse_hensyn")))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='75d88398033c2f7f16b82b05356f61942d392c79', operation='UPDATE', pgid='pgtrigger_fattet_er_frosset_99ad0', table='vedtak_vedtak', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='vedtak',
            trigger=pgtrigger.compiler.Trigger(name='vedtak_slettes_ikke', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='8c44a5ecda1e44670048758f6a333b6d018a1b3f', operation='DELETE', pgid='pgtrigger_vedtak_slettes_ikke_4a495', table='vedtak_vedtak', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='vedtak',
            trigger=pgtrigger.compiler.Trigger(name='krev_aktor', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n        IF COALESCE(current_setting('pghistory.context_id', true), '') = '' THEN\n            RAISE EXCEPTION 'Endring i % uten aktor og arsak', TG_TABLE_NAME;\n        END IF;\n        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n        RETURN NEW;\n    ", hash='bad7bfb29114bfa3c00001a820748a2139d49aa2', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_krev_aktor_16323', table='vedtak_vedtak', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='vedtak',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "vedtak_vedtakevent" ("aev_id", "avslagsgrunn", "avslutningsmate", "begrunnelse_fakta", "begrunnelse_hensyn", "begrunnelse_regler", "beslutter_id", "brev_id", "dato", "deltakerbevis", "forbehold_fravaer", "forhandsvarsel", "fra", "frosset", "id", "innlest", "muntlig_forklart", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sak_id", "saksbehandler_id", "sendt", "situasjon", "soknad_id", "status", "til", "type", "underrettet", "versjon", "viktigste_inntekt") VALUES (NEW."aev_id", NEW."avslagsgrunn", NEW."avslutningsmate", NEW."begrunnelse_fakta", NEW."begrunnelse_hensyn", NEW."begrunnelse_regler", NEW."beslutter_id", NEW."brev_id", NEW."dato", NEW."deltakerbevis", NEW."forbehold_fravaer", NEW."forhandsvarsel", NEW."fra", NEW."frosset", NEW."id", NEW."innlest", NEW."muntlig_forklart", NEW."opprettet", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sak_id", NEW."saksbehandler_id", NEW."sendt", NEW."situasjon", NEW."soknad_id", NEW."status", NEW."til", NEW."type", NEW."underrettet", NEW."versjon", NEW."viktigste_inntekt"); RETURN NULL;', hash='8067f444e58fcd83e91c925b7eb5eb54923bc5ba', operation='INSERT', pgid='pgtrigger_insert_insert_85fca', table='vedtak_vedtak', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='vedtak',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "vedtak_vedtakevent" ("aev_id", "avslagsgrunn", "avslutningsmate", "begrunnelse_fakta", "begrunnelse_hensyn", "begrunnelse_regler", "beslutter_id", "brev_id", "dato", "deltakerbevis", "forbehold_fravaer", "forhandsvarsel", "fra", "frosset", "id", "innlest", "muntlig_forklart", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sak_id", "saksbehandler_id", "sendt", "situasjon", "soknad_id", "status", "til", "type", "underrettet", "versjon", "viktigste_inntekt") VALUES (NEW."aev_id", NEW."avslagsgrunn", NEW."avslutningsmate", NEW."begrunnelse_fakta", NEW."begrunnelse_hensyn", NEW."begrunnelse_regler", NEW."beslutter_id", NEW."brev_id", NEW."dato", NEW."deltakerbevis", NEW."forbehold_fravaer", NEW."forhandsvarsel", NEW."fra", NEW."frosset", NEW."id", NEW."innlest", NEW."muntlig_forklart", NEW."opprettet", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."sak_id", NEW."saksbehandler_id", NEW."sendt", NEW."situasjon", NEW."soknad_id", NEW."status", NEW."til", NEW."type", NEW."underrettet", NEW."versjon", NEW."viktigste_inntekt"); RETURN NULL;', hash='9143d4daa6966a94fd9f0cccd0602eb40331640c', operation='UPDATE', pgid='pgtrigger_update_update_90924', table='vedtak_vedtak', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='vedtak',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "vedtak_vedtakevent" ("aev_id", "avslagsgrunn", "avslutningsmate", "begrunnelse_fakta", "begrunnelse_hensyn", "begrunnelse_regler", "beslutter_id", "brev_id", "dato", "deltakerbevis", "forbehold_fravaer", "forhandsvarsel", "fra", "frosset", "id", "innlest", "muntlig_forklart", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sak_id", "saksbehandler_id", "sendt", "situasjon", "soknad_id", "status", "til", "type", "underrettet", "versjon", "viktigste_inntekt") VALUES (OLD."aev_id", OLD."avslagsgrunn", OLD."avslutningsmate", OLD."begrunnelse_fakta", OLD."begrunnelse_hensyn", OLD."begrunnelse_regler", OLD."beslutter_id", OLD."brev_id", OLD."dato", OLD."deltakerbevis", OLD."forbehold_fravaer", OLD."forhandsvarsel", OLD."fra", OLD."frosset", OLD."id", OLD."innlest", OLD."muntlig_forklart", OLD."opprettet", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."sak_id", OLD."saksbehandler_id", OLD."sendt", OLD."situasjon", OLD."soknad_id", OLD."status", OLD."til", OLD."type", OLD."underrettet", OLD."versjon", OLD."viktigste_inntekt"); RETURN NULL;', hash='9f472ecb539927d30a1ff9256e444336aa5ab385', operation='DELETE', pgid='pgtrigger_delete_delete_a7539', table='vedtak_vedtak', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='retur',
            trigger=pgtrigger.compiler.Trigger(name='krev_aktor', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n        IF COALESCE(current_setting('pghistory.context_id', true), '') = '' THEN\n            RAISE EXCEPTION 'Endring i % uten aktor og arsak', TG_TABLE_NAME;\n        END IF;\n        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n        RETURN NEW;\n    ", hash='d040ec087adcd7e2df57a05d4cbea55934a39e0e', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_krev_aktor_b3e72', table='vedtak_retur', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='retur',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "vedtak_returevent" ("arsak", "av_id", "gjelder", "id", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sak_id", "tekst", "vedtak_id", "versjon") VALUES (NEW."arsak", NEW."av_id", NEW."gjelder", NEW."id", NEW."opprettet", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sak_id", NEW."tekst", NEW."vedtak_id", NEW."versjon"); RETURN NULL;', hash='aff55b86ba92010c60925ea87941b7d5b892aeee', operation='INSERT', pgid='pgtrigger_insert_insert_18ae7', table='vedtak_retur', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='retur',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "vedtak_returevent" ("arsak", "av_id", "gjelder", "id", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sak_id", "tekst", "vedtak_id", "versjon") VALUES (NEW."arsak", NEW."av_id", NEW."gjelder", NEW."id", NEW."opprettet", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."sak_id", NEW."tekst", NEW."vedtak_id", NEW."versjon"); RETURN NULL;', hash='affa0859d2c9628d2e982863b899782949349a6a', operation='UPDATE', pgid='pgtrigger_update_update_abb9d', table='vedtak_retur', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='retur',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "vedtak_returevent" ("arsak", "av_id", "gjelder", "id", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sak_id", "tekst", "vedtak_id", "versjon") VALUES (OLD."arsak", OLD."av_id", OLD."gjelder", OLD."id", OLD."opprettet", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."sak_id", OLD."tekst", OLD."vedtak_id", OLD."versjon"); RETURN NULL;', hash='3df5cfe887782ac10bf7baae737d656434adb7a6', operation='DELETE', pgid='pgtrigger_delete_delete_08776', table='vedtak_retur', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='melding',
            trigger=pgtrigger.compiler.Trigger(name='krev_aktor', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n        IF COALESCE(current_setting('pghistory.context_id', true), '') = '' THEN\n            RAISE EXCEPTION 'Endring i % uten aktor og arsak', TG_TABLE_NAME;\n        END IF;\n        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n        RETURN NEW;\n    ", hash='2eb8e3ed1d36bb33f8d055b8f62d9c8f600785bb', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_krev_aktor_5caeb', table='vedtak_melding', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='melding',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "vedtak_meldingevent" ("av_id", "id", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sak_id", "tekst", "vedtak_id", "versjon") VALUES (NEW."av_id", NEW."id", NEW."opprettet", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sak_id", NEW."tekst", NEW."vedtak_id", NEW."versjon"); RETURN NULL;', hash='a145be54895f4d0b07334169f770479c422948d6', operation='INSERT', pgid='pgtrigger_insert_insert_e2263', table='vedtak_melding', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='melding',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "vedtak_meldingevent" ("av_id", "id", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sak_id", "tekst", "vedtak_id", "versjon") VALUES (NEW."av_id", NEW."id", NEW."opprettet", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."sak_id", NEW."tekst", NEW."vedtak_id", NEW."versjon"); RETURN NULL;', hash='01dfa5201cc35db0ba669677721152f665b015af', operation='UPDATE', pgid='pgtrigger_update_update_01e46', table='vedtak_melding', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='melding',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "vedtak_meldingevent" ("av_id", "id", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sak_id", "tekst", "vedtak_id", "versjon") VALUES (OLD."av_id", OLD."id", OLD."opprettet", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."sak_id", OLD."tekst", OLD."vedtak_id", OLD."versjon"); RETURN NULL;', hash='bf71ef6e3e86073208f57b7e081e324c0126cf4b', operation='DELETE', pgid='pgtrigger_delete_delete_9a0ec', table='vedtak_melding', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='vilkarsvurdering',
            constraint=models.UniqueConstraint(fields=('vedtak', 'kode'), name='ett_svar_per_vilkar'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='vilkarsvurdering',
            trigger=pgtrigger.compiler.Trigger(name='krev_aktor', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n        IF COALESCE(current_setting('pghistory.context_id', true), '') = '' THEN\n            RAISE EXCEPTION 'Endring i % uten aktor og arsak', TG_TABLE_NAME;\n        END IF;\n        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n        RETURN NEW;\n    ", hash='0705c43bcddc010d515330245bb6e8be6054b51a', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_krev_aktor_500f3', table='vedtak_vilkarsvurdering', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='vilkarsvurdering',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "vedtak_vilkarsvurderingevent" ("begrunnelse", "fakta", "forslag", "id", "kilde", "kode", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sak_id", "utfall", "vedtak_id", "versjon") VALUES (NEW."begrunnelse", NEW."fakta", NEW."forslag", NEW."id", NEW."kilde", NEW."kode", NEW."opprettet", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sak_id", NEW."utfall", NEW."vedtak_id", NEW."versjon"); RETURN NULL;', hash='b27a5b9367b286ba90bdc8efd1c854faf5ffa81e', operation='INSERT', pgid='pgtrigger_insert_insert_e4faf', table='vedtak_vilkarsvurdering', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='vilkarsvurdering',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "vedtak_vilkarsvurderingevent" ("begrunnelse", "fakta", "forslag", "id", "kilde", "kode", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sak_id", "utfall", "vedtak_id", "versjon") VALUES (NEW."begrunnelse", NEW."fakta", NEW."forslag", NEW."id", NEW."kilde", NEW."kode", NEW."opprettet", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."sak_id", NEW."utfall", NEW."vedtak_id", NEW."versjon"); RETURN NULL;', hash='d5b91b5bf81b79a611979d3c295bb6c22fda5a08', operation='UPDATE', pgid='pgtrigger_update_update_94732', table='vedtak_vilkarsvurdering', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='vilkarsvurdering',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "vedtak_vilkarsvurderingevent" ("begrunnelse", "fakta", "forslag", "id", "kilde", "kode", "opprettet", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sak_id", "utfall", "vedtak_id", "versjon") VALUES (OLD."begrunnelse", OLD."fakta", OLD."forslag", OLD."id", OLD."kilde", OLD."kode", OLD."opprettet", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."sak_id", OLD."utfall", OLD."vedtak_id", OLD."versjon"); RETURN NULL;', hash='bc000588e66aad92f59ce029a42e1f7b0a62cc13', operation='DELETE', pgid='pgtrigger_delete_delete_28c01', table='vedtak_vilkarsvurdering', when='AFTER')),
        ),
    ]
