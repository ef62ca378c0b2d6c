-- PostgreSQL only. Row security of the tables of accounts, as in the first walls.
GRANT SELECT ON ALL TABLES IN SCHEMA public TO infitah_backup;

DO $wall$
DECLARE
  name text;
  tenant text := $$tenant_id = NULLIF(current_setting('infitah.tenant_id', true), '')::uuid$$;
BEGIN
  FOREACH name IN ARRAY ARRAY['password_resets', 'second_steps'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY owner_all ON %I TO infitah_owner USING (true) WITH CHECK (true)', name);
    EXECUTE format('CREATE POLICY tenant_all ON %I TO infitah_app USING (%s) WITH CHECK (%s)', name, tenant, tenant);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO infitah_app', name);
  END LOOP;
END
$wall$;

-- A person sees the own sign-ins and roles at every member, and can end the former. The setting is
-- made in those few transactions only, from the account that is signed in.
CREATE POLICY person_read ON sign_ins FOR SELECT TO infitah_app
  USING (person_id = NULLIF(current_setting('infitah.person_id', true), '')::uuid);
CREATE POLICY person_end ON sign_ins FOR DELETE TO infitah_app
  USING (person_id = NULLIF(current_setting('infitah.person_id', true), '')::uuid);
CREATE POLICY person_read ON grants FOR SELECT TO infitah_app
  USING (person_id = NULLIF(current_setting('infitah.person_id', true), '')::uuid);

-- The worker mails links and sweeps what is over.
CREATE POLICY worker_all ON password_resets TO infitah_worker USING (true);
GRANT SELECT (tenant_id, id, person_id, expires_at, used_at), DELETE ON password_resets TO infitah_worker;
CREATE POLICY worker_sweep ON second_steps TO infitah_worker USING (true);
GRANT SELECT (expires_at), DELETE ON second_steps TO infitah_worker;
