import django.db.models.deletion
import fotfeste.grunnmur.klokke
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Innsending',
            fields=[
                ('nokkel', models.UUIDField(primary_key=True, serialize=False)),
                ('adresse', models.CharField(max_length=400)),
                ('tid', models.DateTimeField(auto_now_add=True)),
                ('bruker', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Utkast',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('opprettet', models.DateTimeField(default=fotfeste.grunnmur.klokke.na, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False)),
                ('nokkel', models.CharField(max_length=200)),
                ('felter', models.JSONField(default=dict)),
                ('lagret', models.DateTimeField(auto_now=True)),
                ('bruker', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='utkast', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('bruker', 'nokkel'), name='utkast_unikt')],
            },
        ),
    ]
