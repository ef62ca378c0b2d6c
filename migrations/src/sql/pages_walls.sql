-- PostgreSQL only. Row security of pages, as in the first walls.
GRANT SELECT ON ALL TABLES IN SCHEMA public TO infitah_backup;

DO $wall$
DECLARE
  name text;
  tenant text := $$tenant_id = NULLIF(current_setting('infitah.tenant_id', true), '')::uuid$$;
BEGIN
  FOREACH name IN ARRAY ARRAY['pages', 'page_slugs'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY owner_all ON %I TO infitah_owner USING (true) WITH CHECK (true)', name);
    EXECUTE format('CREATE POLICY tenant_all ON %I TO infitah_app USING (%s) WITH CHECK (%s)', name, tenant, tenant);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO infitah_app', name);
  END LOOP;
END
$wall$;

-- Until a page was public its addresses follow its titles.
GRANT DELETE ON page_slugs TO infitah_app;
CREATE POLICY public_read ON pages FOR SELECT TO infitah_public USING (status = 'published' AND member_live);
CREATE POLICY public_read ON page_slugs FOR SELECT TO infitah_public USING (is_published AND member_live);
GRANT SELECT (tenant_id, id, status, position, in_menu, titles, bodies, slugs, version, is_sample, member_live, published_at,
  updated_at) ON pages TO infitah_public;
GRANT SELECT ON page_slugs TO infitah_public;
