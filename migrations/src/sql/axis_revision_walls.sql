-- PostgreSQL only. Row security of the revisions of axes, as of those of commitments.
GRANT SELECT ON axis_revisions TO infitah_backup;

DO $wall$
DECLARE
  name text;
  tenant text := $$tenant_id = NULLIF(current_setting('infitah.tenant_id', true), '')::uuid$$;
BEGIN
  FOREACH name IN ARRAY ARRAY['axis_revisions'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY owner_all ON %I TO infitah_owner USING (true) WITH CHECK (true)', name);
    EXECUTE format('CREATE POLICY tenant_all ON %I TO infitah_app USING (%s) WITH CHECK (%s)', name, tenant, tenant);
    EXECUTE format('CREATE POLICY public_read ON %I FOR SELECT TO infitah_public USING (is_published AND member_live)', name);
  END LOOP;
END
$wall$;

-- Written once: what was shown stays. Only visibility follows the member.
GRANT SELECT, INSERT ON axis_revisions TO infitah_app;
GRANT UPDATE (member_live, is_published) ON axis_revisions TO infitah_app;
GRANT SELECT (tenant_id, id, programme_id, axis_id, changed_on, content, is_published, member_live, created_at)
  ON axis_revisions TO infitah_public;
