-- PostgreSQL only. Row security of the newsroom, as in the first walls.
GRANT SELECT ON ALL TABLES IN SCHEMA public TO infitah_backup;

DO $wall$
DECLARE
  name text;
  tenant text := $$tenant_id = NULLIF(current_setting('infitah.tenant_id', true), '')::uuid$$;
BEGIN
  FOREACH name IN ARRAY ARRAY['article_revisions', 'article_autosaves'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY owner_all ON %I TO infitah_owner USING (true) WITH CHECK (true)', name);
    EXECUTE format('CREATE POLICY tenant_all ON %I TO infitah_app USING (%s) WITH CHECK (%s)', name, tenant, tenant);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO infitah_app', name);
  END LOOP;
  GRANT UPDATE, DELETE ON article_autosaves TO infitah_app;
END
$wall$;

-- The status of an article is told from these; a public row holds neither.
GRANT SELECT (submitted_at, publish_at) ON articles TO infitah_public, infitah_worker;
-- The worker's timer sees what has been given a time, and publishes it under its own tenant.
CREATE POLICY worker_scheduled ON articles FOR SELECT TO infitah_worker
  USING (status = 'draft' AND publish_at IS NOT NULL AND member_live);
