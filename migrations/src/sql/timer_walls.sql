-- PostgreSQL only. The worker's timer sees that reports wait to be approved, and rewrites the summary
-- of a member whose current programme changed by the calendar alone.
CREATE POLICY worker_waiting ON progress_reports FOR SELECT TO infitah_worker USING (status = 'submitted' AND member_live);
CREATE POLICY worker_all ON member_summaries TO infitah_worker USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ON member_summaries TO infitah_worker;
CREATE POLICY worker_read ON axes FOR SELECT TO infitah_worker USING (is_published AND member_live);
GRANT SELECT (tenant_id, id, programme_id, is_published, member_live) ON axes TO infitah_worker;
CREATE POLICY worker_read ON phases FOR SELECT TO infitah_worker USING (is_published AND member_live);
GRANT SELECT (tenant_id, id, programme_id, step, started_on, finished_on, is_published, member_live) ON phases TO infitah_worker;
