-- PostgreSQL only. Row security of passkeys, as in the first walls.
GRANT SELECT ON ALL TABLES IN SCHEMA public TO infitah_backup;

DO $wall$
DECLARE
  name text;
  tenant text := $$tenant_id = NULLIF(current_setting('infitah.tenant_id', true), '')::uuid$$;
BEGIN
  FOREACH name IN ARRAY ARRAY['passkeys', 'passkey_challenges'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY owner_all ON %I TO infitah_owner USING (true) WITH CHECK (true)', name);
    EXECUTE format('CREATE POLICY tenant_all ON %I TO infitah_app USING (%s) WITH CHECK (%s)', name, tenant, tenant);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO infitah_app', name);
  END LOOP;
END
$wall$;

-- Whether an account has passkeys anywhere is asked before its second factor is taken away.
CREATE POLICY person_read ON passkeys FOR SELECT TO infitah_app
  USING (person_id = NULLIF(current_setting('infitah.person_id', true), '')::uuid);

-- The worker sweeps what is over.
CREATE POLICY worker_sweep ON passkey_challenges TO infitah_worker USING (true);
GRANT SELECT (expires_at), DELETE ON passkey_challenges TO infitah_worker;
