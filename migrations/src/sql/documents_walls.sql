-- PostgreSQL only. Row security of the documents.
GRANT SELECT ON ALL TABLES IN SCHEMA public TO infitah_backup;

DO $wall$
DECLARE
  name text;
  tenant text := $$tenant_id = NULLIF(current_setting('infitah.tenant_id', true), '')::uuid$$;
BEGIN
  FOREACH name IN ARRAY ARRAY['documents', 'document_versions'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY owner_all ON %I TO infitah_owner USING (true) WITH CHECK (true)', name);
    EXECUTE format('CREATE POLICY tenant_all ON %I TO infitah_app USING (%s) WITH CHECK (%s)', name, tenant, tenant);
    EXECUTE format('CREATE POLICY public_read ON %I FOR SELECT TO infitah_public USING (is_published AND member_live)', name);
    EXECUTE format('GRANT SELECT ON %I TO infitah_public', name);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO infitah_app', name);
  END LOOP;
END
$wall$;

GRANT UPDATE ON documents TO infitah_app;
-- A version stays as it was shown; only its visibility follows the document and the member.
GRANT UPDATE (is_published, member_live) ON document_versions TO infitah_app;
