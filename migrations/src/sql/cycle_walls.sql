-- PostgreSQL only. Row security of the tables of the cycle, as in the first walls.
GRANT SELECT ON ALL TABLES IN SCHEMA public TO infitah_backup;

DO $wall$
DECLARE
  name text;
  tenant text := $$tenant_id = NULLIF(current_setting('infitah.tenant_id', true), '')::uuid$$;
BEGIN
  FOREACH name IN ARRAY ARRAY[
    'report_drafts', 'council_sessions', 'committee_members', 'programme_versions', 'commitment_revisions',
    'media', 'report_files', 'indicators', 'measurements', 'assessments', 'report_reminders'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY owner_all ON %I TO infitah_owner USING (true) WITH CHECK (true)', name);
    EXECUTE format('CREATE POLICY tenant_all ON %I TO infitah_app USING (%s) WITH CHECK (%s)', name, tenant, tenant);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO infitah_app', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY[
    'report_drafts', 'council_sessions', 'committee_members', 'media', 'indicators', 'report_reminders'
  ] LOOP
    EXECUTE format('GRANT UPDATE, DELETE ON %I TO infitah_app', name);
  END LOOP;
  -- Written once: what was shown, measured or judged stays. Only visibility follows the member.
  GRANT UPDATE (member_live, is_published) ON programme_versions, commitment_revisions, report_files, assessments TO infitah_app;
  GRANT UPDATE (member_live, superseded_on) ON measurements TO infitah_app;
  GRANT UPDATE (decided_at, published_on, superseded_on, return_reason) ON progress_reports TO infitah_app;
  FOREACH name IN ARRAY ARRAY[
    'council_sessions', 'committee_members', 'programme_versions', 'commitment_revisions', 'media', 'report_files',
    'indicators', 'assessments'
  ] LOOP
    EXECUTE format('CREATE POLICY public_read ON %I FOR SELECT TO infitah_public USING (is_published AND member_live)', name);
  END LOOP;
END
$wall$;

GRANT SELECT ON council_sessions, committee_members, programme_versions, report_files, indicators TO infitah_public;
GRANT SELECT (tenant_id, id, programme_id, commitment_id, changed_on, content, is_published, member_live, created_at)
  ON commitment_revisions TO infitah_public;
GRANT SELECT (tenant_id, id, file_name, media_type, bytes, sha256, store_key, alternatives, width, height, is_published, member_live, created_at)
  ON media TO infitah_public;
GRANT SELECT (tenant_id, id, programme_id, commitment_id, evaluator, evaluator_kind, completion, early_results, texts, source_url,
  assessed_on, is_sample, is_published, member_live, created_at) ON assessments TO infitah_public;
CREATE POLICY public_read ON measurements FOR SELECT TO infitah_public USING (member_live);
GRANT SELECT (tenant_id, id, indicator_id, value, measured_on, notes, source_url, corrects_id, published_on, superseded_on, is_sample,
  member_live, created_at) ON measurements TO infitah_public;
GRANT SELECT (period_ends_on, published_on, superseded_on, decided_at) ON progress_reports TO infitah_public;

-- The worker's timer writes reminders under the tenant of each programme and tells its staff.
CREATE POLICY worker_all ON report_reminders TO infitah_worker USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON report_reminders TO infitah_worker;
CREATE POLICY worker_read ON programmes FOR SELECT TO infitah_worker USING (is_published AND member_live);
CREATE POLICY worker_read ON commitments FOR SELECT TO infitah_worker USING (is_published AND member_live);
CREATE POLICY worker_read ON milestones FOR SELECT TO infitah_worker USING (is_published AND member_live);
CREATE POLICY worker_read ON progress_reports FOR SELECT TO infitah_worker USING (status = 'approved' AND member_live);
GRANT SELECT ON programmes, commitments, milestones TO infitah_worker;
GRANT SELECT (tenant_id, id, programme_id, milestone_id, state, status, reported_on, published_on, superseded_on, member_live)
  ON progress_reports TO infitah_worker;
CREATE POLICY worker_read ON grants FOR SELECT TO infitah_worker
  USING (tenant_id = NULLIF(current_setting('infitah.tenant_id', true), '')::uuid);
GRANT SELECT (tenant_id, id, person_id, role) ON grants TO infitah_worker;
CREATE POLICY worker_staff ON people FOR SELECT TO infitah_worker
  USING (EXISTS (
    SELECT 1 FROM grants
    WHERE grants.person_id = people.id
      AND grants.tenant_id = NULLIF(current_setting('infitah.tenant_id', true), '')::uuid));
