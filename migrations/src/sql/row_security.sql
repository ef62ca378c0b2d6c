-- PostgreSQL only. The fourth wall: each tenant table has forced row security, one policy for the
-- owner (FORCE binds it too), one for the tenant at work, one for the public where rows can be
-- public, and one for the worker. A policy reads the row's own columns only.
GRANT SELECT ON ALL TABLES IN SCHEMA public TO infitah_backup;

GRANT SELECT ON regions, hosts TO infitah_public, infitah_app, infitah_worker;
GRANT INSERT, UPDATE, DELETE ON hosts TO infitah_app;
GRANT INSERT, UPDATE ON regions TO infitah_app;
ALTER TABLE hosts ENABLE ROW LEVEL SECURITY;
ALTER TABLE hosts FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON hosts TO infitah_owner USING (true) WITH CHECK (true);
CREATE POLICY read_all ON hosts FOR SELECT TO infitah_public, infitah_app, infitah_worker USING (true);
CREATE POLICY tenant_insert ON hosts FOR INSERT TO infitah_app
  WITH CHECK (tenant_id = NULLIF(current_setting('infitah.tenant_id', true), '')::uuid);
CREATE POLICY tenant_update ON hosts FOR UPDATE TO infitah_app
  USING (tenant_id = NULLIF(current_setting('infitah.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = NULLIF(current_setting('infitah.tenant_id', true), '')::uuid);
CREATE POLICY tenant_delete ON hosts FOR DELETE TO infitah_app
  USING (tenant_id = NULLIF(current_setting('infitah.tenant_id', true), '')::uuid);

ALTER TABLE collectivities ENABLE ROW LEVEL SECURITY;
ALTER TABLE collectivities FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON collectivities TO infitah_owner USING (true) WITH CHECK (true);
CREATE POLICY public_read ON collectivities FOR SELECT TO infitah_public USING (status = 'active');
CREATE POLICY tenant_all ON collectivities TO infitah_app
  USING (id = NULLIF(current_setting('infitah.tenant_id', true), '')::uuid)
  WITH CHECK (id = NULLIF(current_setting('infitah.tenant_id', true), '')::uuid);
CREATE POLICY worker_read ON collectivities FOR SELECT TO infitah_worker USING (true);
GRANT SELECT ON collectivities TO infitah_public, infitah_app, infitah_worker;
GRANT INSERT, UPDATE ON collectivities TO infitah_app;

-- A person is visible where it holds a grant or an invitation, or to whoever names its exact address.
ALTER TABLE people ENABLE ROW LEVEL SECURITY;
ALTER TABLE people FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON people TO infitah_owner USING (true) WITH CHECK (true);
CREATE POLICY tenant_people ON people TO infitah_app
  USING (
    email = NULLIF(current_setting('infitah.person_email', true), '')
    OR EXISTS (
      SELECT 1 FROM grants
      WHERE grants.person_id = people.id
        AND grants.tenant_id = NULLIF(current_setting('infitah.tenant_id', true), '')::uuid
    )
    OR EXISTS (
      SELECT 1 FROM invitations
      WHERE invitations.person_id = people.id
        AND invitations.tenant_id = NULLIF(current_setting('infitah.tenant_id', true), '')::uuid
    )
  )
  WITH CHECK (
    email = NULLIF(current_setting('infitah.person_email', true), '')
    OR EXISTS (
      SELECT 1 FROM grants
      WHERE grants.person_id = people.id
        AND grants.tenant_id = NULLIF(current_setting('infitah.tenant_id', true), '')::uuid
    )
    OR EXISTS (
      SELECT 1 FROM invitations
      WHERE invitations.person_id = people.id
        AND invitations.tenant_id = NULLIF(current_setting('infitah.tenant_id', true), '')::uuid
    )
  );
CREATE POLICY worker_people ON people FOR SELECT TO infitah_worker
  USING (
    EXISTS (
      SELECT 1 FROM invitations
      WHERE invitations.person_id = people.id
        AND invitations.tenant_id = NULLIF(current_setting('infitah.tenant_id', true), '')::uuid
    )
  );
GRANT SELECT, INSERT, UPDATE ON people TO infitah_app;
GRANT SELECT (id, email, display_name, locale) ON people TO infitah_worker;

DO $wall$
DECLARE
  name text;
  tenant text := $$tenant_id = NULLIF(current_setting('infitah.tenant_id', true), '')::uuid$$;
BEGIN
  FOREACH name IN ARRAY ARRAY[
    'grants', 'invitations', 'sign_ins', 'throttles',
    'articles', 'article_slugs',
    'programmes', 'phases', 'axes', 'commitments', 'commitment_tags', 'milestones',
    'progress_reports', 'member_summaries',
    'subscriptions', 'outbox_events', 'deliveries', 'delivery_attempts',
    'audit_entries'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY owner_all ON %I TO infitah_owner USING (true) WITH CHECK (true)', name);
    EXECUTE format('CREATE POLICY tenant_all ON %I TO infitah_app USING (%s) WITH CHECK (%s)', name, tenant, tenant);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO infitah_app', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY[
    'grants', 'invitations', 'sign_ins', 'throttles', 'articles', 'article_slugs',
    'programmes', 'phases', 'axes', 'commitments', 'commitment_tags', 'milestones',
    'member_summaries', 'subscriptions', 'outbox_events', 'deliveries'
  ] LOOP
    EXECUTE format('GRANT UPDATE, DELETE ON %I TO infitah_app', name);
  END LOOP;
  -- The ledger and the audit are append-only for the program; a report's decision and its
  -- visibility are all that may change.
  GRANT UPDATE (status, approver_id, member_live) ON progress_reports TO infitah_app;
  -- What the public may read.
  FOREACH name IN ARRAY ARRAY['programmes', 'phases', 'axes', 'commitments', 'commitment_tags', 'milestones'] LOOP
    EXECUTE format('CREATE POLICY public_read ON %I FOR SELECT TO infitah_public USING (is_published AND member_live)', name);
    EXECUTE format('GRANT SELECT ON %I TO infitah_public', name);
  END LOOP;
END
$wall$;

CREATE POLICY public_read ON articles FOR SELECT TO infitah_public USING (status = 'published' AND member_live);
GRANT SELECT (tenant_id, id, status, category, titles, summaries, bodies, slugs, version, is_sample, member_live, published_at, created_at, updated_at) ON articles TO infitah_public;
CREATE POLICY public_read ON article_slugs FOR SELECT TO infitah_public USING (is_published AND member_live);
GRANT SELECT ON article_slugs TO infitah_public;
CREATE POLICY public_read ON progress_reports FOR SELECT TO infitah_public USING (status = 'approved' AND member_live);
GRANT SELECT (tenant_id, id, programme_id, milestone_id, state, texts, evidence_url, obstacle, status, corrects_id, reported_on, is_sample, member_live, created_at) ON progress_reports TO infitah_public;
CREATE POLICY public_read ON member_summaries FOR SELECT TO infitah_public USING (member_live);
GRANT SELECT ON member_summaries TO infitah_public;

-- The worker: the queue of all tenants; for the rest the tenant of the job.
CREATE POLICY worker_all ON outbox_events TO infitah_worker USING (true) WITH CHECK (true);
CREATE POLICY worker_all ON deliveries TO infitah_worker USING (true) WITH CHECK (true);
CREATE POLICY worker_all ON delivery_attempts TO infitah_worker USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ON outbox_events, deliveries TO infitah_worker;
GRANT SELECT, INSERT, DELETE ON delivery_attempts TO infitah_worker;
CREATE POLICY worker_all ON subscriptions TO infitah_worker USING (true) WITH CHECK (true);
GRANT SELECT, DELETE ON subscriptions TO infitah_worker;
GRANT UPDATE (status, email, ended_at) ON subscriptions TO infitah_worker;
CREATE POLICY worker_read ON invitations FOR SELECT TO infitah_worker
  USING (tenant_id = NULLIF(current_setting('infitah.tenant_id', true), '')::uuid);
GRANT SELECT ON invitations TO infitah_worker;
CREATE POLICY worker_read ON articles FOR SELECT TO infitah_worker USING (status = 'published' AND member_live);
GRANT SELECT (tenant_id, id, status, category, titles, summaries, slugs, version, is_sample, member_live, published_at) ON articles TO infitah_worker;
CREATE POLICY worker_read ON article_slugs FOR SELECT TO infitah_worker USING (is_published AND member_live);
GRANT SELECT ON article_slugs TO infitah_worker;
-- Expired throttles and sign-ins are swept by the worker's timer.
CREATE POLICY worker_sweep ON throttles TO infitah_worker USING (true);
GRANT SELECT (window_started_at), DELETE ON throttles TO infitah_worker;
CREATE POLICY worker_sweep ON sign_ins TO infitah_worker USING (true);
GRANT SELECT (expires_at), DELETE ON sign_ins TO infitah_worker;

-- Start-up and /readyz compare the applied migrations with the program's own list.
GRANT SELECT ON seaql_migrations TO infitah_public, infitah_app, infitah_worker;
