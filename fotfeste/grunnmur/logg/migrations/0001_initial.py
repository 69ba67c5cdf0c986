import fotfeste.grunnmur.klokke
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Hendelse',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('tid', models.DateTimeField(default=fotfeste.grunnmur.klokke.na)),
                ('registrert', models.DateTimeField(auto_now_add=True)),
                ('kode', models.CharField(max_length=60)),
                ('sak_id', models.UUIDField(null=True)),
                ('objekt_id', models.UUIDField(null=True)),
                ('data', models.JSONField(default=dict)),
                ('milepel', models.BooleanField(default=False)),
                ('for_deltaker', models.BooleanField(default=True)),
            ],
            options={
                'ordering': ['-tid', '-id'],
            },
        ),
        migrations.CreateModel(
            name='Sporing',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('tid', models.DateTimeField(default=fotfeste.grunnmur.klokke.na)),
                ('handling', models.CharField(max_length=40)),
                ('person_id', models.UUIDField(null=True)),
                ('sak_id', models.UUIDField(null=True)),
                ('utfall', models.CharField(choices=[('vist', 'vist'), ('nektet', 'nektet')], max_length=10)),
                ('grunn', models.CharField(max_length=200)),
            ],
            options={
                'ordering': ['-tid', '-id'],
            },
        ),
    ]
