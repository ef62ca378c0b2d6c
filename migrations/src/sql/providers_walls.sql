-- PostgreSQL only. Row security of sign-ins by a provider, as in the first walls.
GRANT SELECT ON ALL TABLES IN SCHEMA public TO infitah_backup;

DO $wall$
DECLARE
  name text;
  tenant text := $$tenant_id = NULLIF(current_setting('infitah.tenant_id', true), '')::uuid$$;
BEGIN
  FOREACH name IN ARRAY ARRAY['provider_visits', 'provider_links'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY owner_all ON %I TO infitah_owner USING (true) WITH CHECK (true)', name);
    EXECUTE format('CREATE POLICY tenant_all ON %I TO infitah_app USING (%s) WITH CHECK (%s)', name, tenant, tenant);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO infitah_app', name);
  END LOOP;
END
$wall$;

-- The worker sweeps what is over.
CREATE POLICY worker_sweep ON provider_visits TO infitah_worker USING (true);
GRANT SELECT (expires_at), DELETE ON provider_visits TO infitah_worker;
