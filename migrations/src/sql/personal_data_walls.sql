-- PostgreSQL only. Row security of the register, as in the first walls, and the rights that an erasure
-- needs: the log of tries may hold an address that a mail server repeated.
GRANT SELECT ON ALL TABLES IN SCHEMA public TO infitah_backup;

DO $wall$
DECLARE
  name text;
  tenant text := $$tenant_id = NULLIF(current_setting('infitah.tenant_id', true), '')::uuid$$;
BEGIN
  FOREACH name IN ARRAY ARRAY['personal_data_requests'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY owner_all ON %I TO infitah_owner USING (true) WITH CHECK (true)', name);
    EXECUTE format('CREATE POLICY tenant_all ON %I TO infitah_app USING (%s) WITH CHECK (%s)', name, tenant, tenant);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO infitah_app', name);
  END LOOP;
END
$wall$;
GRANT UPDATE (done_on, done_by) ON personal_data_requests TO infitah_app;

GRANT DELETE ON delivery_attempts TO infitah_app;
-- An account that serves nowhere any more; the keys of other members' rows keep it otherwise.
GRANT DELETE ON people TO infitah_app;
