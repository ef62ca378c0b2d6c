-- PostgreSQL only. Row security of events, as in the first walls.
GRANT SELECT ON ALL TABLES IN SCHEMA public TO infitah_backup;

DO $wall$
DECLARE
  name text;
  tenant text := $$tenant_id = NULLIF(current_setting('infitah.tenant_id', true), '')::uuid$$;
BEGIN
  FOREACH name IN ARRAY ARRAY['events', 'event_attendances'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY owner_all ON %I TO infitah_owner USING (true) WITH CHECK (true)', name);
    EXECUTE format('CREATE POLICY tenant_all ON %I TO infitah_app USING (%s) WITH CHECK (%s)', name, tenant, tenant);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO infitah_app', name);
  END LOOP;
END
$wall$;

-- Counts are written anew as a whole; an event is put away and never deleted.
GRANT DELETE ON event_attendances TO infitah_app;
CREATE POLICY public_read ON events FOR SELECT TO infitah_public
  USING (status IN ('published', 'cancelled') AND member_live);
CREATE POLICY public_read ON event_attendances FOR SELECT TO infitah_public USING (is_published AND member_live);
GRANT SELECT (tenant_id, id, kind, status, channel, titles, descriptions, places, agendas, minutes, cancel_reasons, starts_at,
  ends_at, starts_on, ends_on, programme_id, step, registration_url, source_url, version, is_sample, member_live, published_at, updated_at)
  ON events TO infitah_public;
GRANT SELECT ON event_attendances TO infitah_public;
