from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('utbetaling', '0001_initial'),
    ]

    operations = [
        migrations.AlterField(
            model_name='utelattfrakjoring',
            name='grunn',
            field=models.CharField(choices=[('timeliste_mangler', 'Timelisten er ikke levert'), ('timeliste_ikke_godkjent', 'Timelisten er ikke godkjent'), ('kontonummer_mangler', 'Kontonummer mangler eller stemmer ikke'), ('navn_kan_ikke_skrives', 'Navnet må skrives med norske bokstaver, slik det står i banken'), ('dager_mangler', 'Timelisten mangler dager som et senere vedtak gjelder for. Send den tilbake')], max_length=40),
        ),
    ]
