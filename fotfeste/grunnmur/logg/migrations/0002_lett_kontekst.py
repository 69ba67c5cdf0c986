"""Let the history find its actor and reason without a subtransaction for each row.

pghistory's function catches the error of a setting that is not there. The rows of a month's run are many, and a frame
(`grunnmur.historie.aktor_og_arsak`) always sets both; this one asks in a way that cannot fail, and does the same.
"""

from django.db import migrations

LETT = """
CREATE OR REPLACE FUNCTION _pgh_attach_context() RETURNS pghistory_context.id%TYPE AS $$
    DECLARE
        _id UUID := NULLIF(current_setting('pghistory.context_id', true), '');
        _metadata JSONB := NULLIF(current_setting('pghistory.context_metadata', true), '');
    BEGIN
        IF _id IS NULL OR _metadata IS NULL THEN
            RETURN NULL;
        END IF;
        INSERT INTO pghistory_context (id, metadata, created_at, updated_at)
            VALUES (_id, _metadata, NOW(), NOW()) ON CONFLICT (id) DO NOTHING;
        RETURN _id;
    END;
$$ LANGUAGE plpgsql;
"""


class Migration(migrations.Migration):
    dependencies = [("logg", "0001_initial"), ("pghistory", "0007_auto_20250421_0444")]
    operations = [migrations.RunSQL(LETT, migrations.RunSQL.noop)]
